"""The report: one HTML file with its own style and script, which loads and sends nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.errors import QuotesError
from quotes.show.site.sheets.charts import drawn
from quotes.show.site.sheets.quote_notes import to_page
from quotes.show.site.sheets.sheet import Sheet
from quotes.show.site.sheets.speaker_counts import count
from quotes.write.escape import escaped

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
STATIC = HERE / "static"
SHOWN = 40  # speakers in the list before the reader asks for all


def to_report(sheets: Sequence[Sheet], title: str) -> str:
    """The HTML of a report on *sheets*."""
    from markupsafe import Markup

    tally = count(sheets)
    places = {voice.key: place for place, voice in enumerate(tally.voices)}
    style, script = source_of("see.css"), source_of("report.js")
    policy = (
        f"default-src 'none'; style-src '{hash_of(style)}'; script-src '{hash_of(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        environment()
        .get_template("report.html")
        .render(
            title=title,
            tally=tally,
            voices=tally.voices,
            shown=SHOWN,
            pages=[to_page(sheet, place, places) for place, sheet in enumerate(sheets)],
            charts={name: Markup(svg) for name, svg in drawn(tally).items()},
            policy=policy,
            style=Markup(style),
            script=Markup(script),
        )
    )


def source_of(name: str) -> str:
    """The style sheet or script *name*."""
    return (STATIC / name).read_text(encoding="utf-8")


def hash_of(source: str) -> str:
    """The hash by which a content security policy allows *source*."""
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def check_installed() -> None:
    """Nothing if the libraries that make a report are installed; QuotesError if not."""
    try:
        import jinja2  # noqa: F401
        import matplotlib  # noqa: F401
    except ImportError as error:
        raise QuotesError(f"needs {error.name}; pip install 'quotes[see]'") from error


@cache
def environment() -> Environment:
    """The environment in which the templates of a report are rendered."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    return prepared(made)


def prepared(environment: Environment) -> Environment:
    """*environment*, set to spell out control characters in all that is put into a page."""
    environment.finalize = harmless
    environment.filters["is_web"] = is_web
    return environment


def harmless(value: Any) -> Any:
    """*value*, with the control characters spelt out if it is plain text."""
    return escaped(value) if type(value) is str else value


def is_web(url: str) -> bool:
    """Whether *url* may be a link: javascript: and the like may not."""
    return url.lower().startswith(("https://", "http://"))

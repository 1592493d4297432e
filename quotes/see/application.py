"""The quote database as a local web application: datasette, set up for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.errors import QuotesError
from quotes.see.report import STATIC, TEMPLATES

if TYPE_CHECKING:
    from datasette.app import Datasette

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SETTINGS = {"default_page_size": 50, "sql_time_limit_ms": 5000, "facet_time_limit_ms": 500}
QUERIES = {
    "most-quoted": (
        "Most quoted speakers",
        "SELECT * FROM speakers_by_quotes ORDER BY quotes DESC, speaker LIMIT 500",
    ),
    "quoted-by-day": (
        "Quotes by day and speaker",
        """SELECT published_on, speaker, count(*) AS quotes FROM quotes_with_speakers
        WHERE speaker IS NOT NULL AND (:speaker = '' OR speaker = :speaker)
        GROUP BY published_on, speaker ORDER BY published_on DESC, quotes DESC LIMIT 1000""",
    ),
    "without-speaker": (
        "Quotes for which nobody was found",
        "SELECT * FROM quotes_without_speaker LIMIT 1000",
    ),
    "never-named": (
        "Speakers who are never named",
        """SELECT mention, speaker_for, content, kind, title, document_id, id
        FROM quotes_with_speakers WHERE speaker IS NULL AND mention IS NOT NULL LIMIT 1000""",
    ),
    "least-sure": (
        "Quotes that are least sure",
        """SELECT id, confidence, speaker, content, content_rule, speaker_rule, flags, document_id
        FROM quotes ORDER BY confidence LIMIT 500""",
    ),
    "decisions": (
        "Decisions, the newest first",
        """SELECT decided_at, decided_by, verdict, speaker, content, document_id, quote_id
        FROM decisions ORDER BY id DESC LIMIT 1000""",
    ),
}


@dataclass(frozen=True, slots=True)
class Served:
    """What is served, and to whom."""

    db: Path
    hosts: tuple[str, ...] = LOOPBACK  # the names under which a browser may ask for it
    reviewer: str | None = None  # who decides; None if nobody may

    @property
    def name(self) -> str:
        """The name under which datasette serves the database."""
        return self.db.stem


def application(served: Served) -> Datasette:
    """The application; QuotesError if datasette is not installed."""
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError as error:
        raise QuotesError("needs datasette; pip install 'quotes[see]'") from error
    from quotes.see.plugin import Plugin

    pm.unregister(name="quotes") if pm.has_plugin("quotes") else None
    pm.register(Plugin(served), name="quotes")
    return Datasette(
        files=[str(served.db)],  # opened with mode=ro; a run may write to it meanwhile
        metadata=metadata_of(served.name),
        template_dir=str(TEMPLATES),
        static_mounts=[("quotes-static", str(STATIC))],
        settings=SETTINGS,
    )


def metadata_of(name: str) -> dict[str, Any]:
    """What datasette is told of the tables: facets, order, labels, saved queries."""
    tables = {
        "quotes": {"facets": ["kind", "act"], "label_column": "content"},
        "documents": {"label_column": "title", "sort_desc": "published_on"},
        "speakers": {"facets": ["type"], "label_column": "name"},
        "quotes_with_speakers": {"facets": ["kind", "act", "speaker_type"]},
        "texts": {"hidden": True},
        "records": {"hidden": True},
        "spans": {"hidden": True},
    }
    queries = {
        key: {"title": title, "sql": sql, "params": ["speaker"] if ":speaker" in sql else []}
        for key, (title, sql) in QUERIES.items()
    }
    return {"title": "Quotes", "databases": {name: {"tables": tables, "queries": queries}}}

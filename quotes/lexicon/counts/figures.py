"""The table of figures that the package carries: how often each rule fires and is right."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from quotes.errors import LexiconError

FILE = "figures.json"


def carried_figures(language: str) -> dict[str, dict[str, Any]]:
    """The table that the package carries, empty if it carries none."""
    path = files("quotes.lexicon").joinpath(language, FILE)
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: {key: row[key] for key in ("n", "content", "source")}
            for name, row in rows.items()
        }
    except FileNotFoundError:
        return {}
    except (ValueError, AttributeError, TypeError, KeyError) as error:
        message = "not a table of figures; make it anew with quotes evaluate --write-figures"
        raise LexiconError(f"{language}/{FILE}: {message}") from error

"""How the tags and labels of a model become those that the rules read: one file per scheme."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quotes.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Scheme:
    """What stands for a model's tags and labels; one that has no row stands for itself."""

    tags: Mapping[str, str]
    labels: Mapping[str, str]


@cache
def read_scheme(name: str) -> Scheme:
    """The scheme that a language names; LexiconError if there is no file of that name."""
    file = files("quotes.parse.schemes").joinpath(f"{name}.toml")
    if not name.isidentifier() or not file.is_file():
        raise LexiconError(f"scheme {name}: no such file in parse/schemes; add it, see clear.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    return Scheme(rows["tags"], rows["labels"])

"""What reading gives besides articles: what failed, and what was passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.model import Article

Stage = Literal["read", "parse", "find", "attribute", "write"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, or one of its records, that could not be worked on; the run goes on."""

    document: str  # the article's id; where it has none, the file's id, # and the line
    stage: Stage
    type: str  # the class of the error
    message: str  # one line: what; what to do
    file: str | None = None  # None once the article was read
    line: int | None = None  # of a JSON Lines file, from 1; None for other files
    trace: str | None = None  # for --debug; None if no exception was raised
    sha256: str | None = None  # of the article's text; None if that was not read


@dataclass(frozen=True, slots=True)
class Skipped:
    """A hidden file, or one of another kind than articles, in a folder that was walked."""

    file: str


@dataclass(frozen=True, slots=True)
class Guessed:
    """A file that was not UTF-8; its article, read in the likeliest encoding, comes next."""

    file: str
    encoding: str


Item = Article | Failure | Skipped | Guessed

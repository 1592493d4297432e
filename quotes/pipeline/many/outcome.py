"""What becomes of an article, and what works on many: the values that the stages of a run share."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from quotes.model import Article
from quotes.read.failure import Failure, Guessed, Item, Skipped
from quotes.write.record import Record


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article that was read."""

    article: Article
    records: tuple[Record, ...]
    failures: tuple[Failure, ...]  # one a record that was refused


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An article that is stored as it is now."""

    id: str


Done = Outcome | Failure | Skipped | Guessed | Unchanged
Workers = Callable[[Iterable[Item | Unchanged]], Generator[Done, None, None]]

"""What in a run needs work: unchanged articles are recognised by their stored keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quotes.model import Article
from quotes.pipeline.many.outcome import Outcome, Unchanged
from quotes.read.containers.table import form_of
from quotes.read.failure import Failure, Item


@dataclass(slots=True)
class Plan:
    """What of a run needs work, and what is left of earlier runs when it has ended."""

    key: Callable[[Article], str] | None = None  # None: nothing is stored for later runs
    force: bool = False  # work on all, also on what is unchanged
    prune: bool = False  # leave out what is gone
    stored: Mapping[str, str] = field(default_factory=dict)  # by id, the key it was stored with
    keys: dict[str, str] = field(default_factory=dict)  # of the articles under way
    seen: dict[str, None] = field(default_factory=dict)  # the ids of this run, in order
    unread: str | None = None  # a source that was not read and may have held several articles

    def sorted_out(self, items: Iterable[Item]) -> Iterator[Item | Unchanged]:
        """*items*, each article that is stored as it is now as Unchanged."""
        for item in items:
            if isinstance(item, Failure):
                self.seen[item.document] = None
            elif isinstance(item, Article):
                self.seen[item.id] = None
                if self.key is not None:
                    key = self.key(item)
                    if self.stored.get(item.id) == key and not self.force:
                        yield Unchanged(item.id)
                        continue
                    self.keys[item.id] = key
            yield item

    def key_of(self, done: Outcome) -> str | None:
        """The key to store an outcome with; None if a record was refused: it is tried again."""
        key = self.keys.pop(done.article.id, None)
        return None if done.failures else key

    def fail(self, failure: Failure) -> None:
        """Note an article that failed, and whether others may be hidden with it."""
        self.keys.pop(failure.document, None)
        if failure.stage == "read" and not is_one_text(failure):
            self.unread = self.unread or failure.file or failure.document

    @property
    def order(self) -> list[str]:
        """The ids of the run, in the order of the input."""
        return list(self.seen)

    def gone(self) -> list[str]:
        """The ids that are stored and were not in the input, if those are to be left out."""
        if not self.prune or self.unread is not None:
            return []
        return [id for id in self.stored if id not in self.seen]


def is_one_text(failure: Failure) -> bool:
    """Whether what was not read held at most the one article that its id names."""
    file = failure.file
    return file is not None and form_of(Path(file)) == "text" and not os.path.isdir(file)

"""Where the time of a run goes, stage by stage: the option --profile."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quotes.command.terminal.lines import say

if TYPE_CHECKING:
    from quotes.model import Article
    from quotes.pipeline.pieces import QuoteFinder
    from quotes.read.failure import Failure
    from quotes.write.record import Record
    from quotes.write.sinks.sink import Sink

Item = TypeVar("Item")

# In the order of the data. What no clock ran for is told last: records are made and checked there.
STAGES = ("load", "read", "parse", "find", "attribute", "confidence", "write")
REST = "record, validate"


class Profile:
    """The seconds that each stage has taken so far, and those since the start."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self.seconds = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """A stretch of work that belongs to *stage*."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += time.perf_counter() - start

    def each(self, stage: str, items: Iterable[Item]) -> Iterator[Item]:
        """*items*; the time until each is there belongs to *stage*."""
        iterator = iter(items)
        while True:
            with self.timed(stage):
                try:
                    item = next(iterator)
                except StopIteration:
                    return
            yield item

    def loaded(self, make: Callable[[], QuoteFinder]) -> QuoteFinder:
        """The extractor that *make* makes, its work timed from now on."""
        from quotes.pipeline.extractor import Extractor

        with self.timed("load"):
            extractor = make()
        if isinstance(extractor, Extractor):
            extractor.timed = self.timed
        return extractor

    def __str__(self) -> str:
        total = time.perf_counter() - self.started
        rest = total - sum(self.seconds.values())
        rows = [*self.seconds.items()]
        rows.insert(-1, (REST, rest))
        rows.append(("all", total))
        return "\n".join(f"{name:<17}{s:9.2f} s {s / total:5.0%}" for name, s in rows)


class TimedSink:
    """A sink whose time belongs to the stage write."""

    def __init__(self, sink: Sink, profile: Profile) -> None:
        self.sink = sink
        self.profile = profile

    def keys(self) -> Mapping[str, str]:
        """The key of each article that is stored, by id."""
        return self.sink.keys()

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Store all records of *article*, which may be none."""
        with self.profile.timed("write"):
            self.sink.write(article, records, key)

    def fail(self, failure: Failure) -> None:
        """Note that an article failed."""
        self.sink.fail(failure)

    def finish(self, order: Sequence[str], gone: Collection[str]) -> None:
        """Leave out the articles *gone*, and put those of this run in their *order*."""
        with self.profile.timed("write"):
            self.sink.finish(order, gone)


def profile_option(command: Callable[..., None]) -> Callable[..., None]:
    """*command* with --profile; it is given a Profile, which is said at the end if asked for."""

    @click.option("--profile", "wanted", is_flag=True, help="Show at the end where the time went.")
    @wraps(command)
    def with_profile(*args: Any, wanted: bool, **options: Any) -> None:
        if wanted and options["batch"].jobs is not None:
            raise click.UsageError("--profile times one process; leave out --jobs and --timeout.")
        profile = Profile()
        try:
            command(*args, profile=profile, **options)
        finally:
            if wanted:
                say(str(profile))

    return with_profile

"""Many articles, one after another: each is found, checked and written, or is one error."""

from __future__ import annotations

import signal
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from types import FrameType, TracebackType

from quotes.errors import LexiconError, ModelError, RecordError
from quotes.model import Article
from quotes.pieces import MAX_CHARS, Extractor, find_in_pieces
from quotes.read.failure import Failure, Guessed, Item, Skipped, Stage
from quotes.write.record import Record, to_record
from quotes.write.schema import check
from quotes.write.sink import Sink

# The modules of each stage; the first prefix that fits decides.
STAGES: tuple[tuple[str, Stage], ...] = (
    ("quotes.find.parse", "parse"),
    ("quotes.find", "find"),
    ("quotes.attribute", "attribute"),
    ("quotes.write", "write"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article that was read."""

    article: Article
    records: tuple[Record, ...]
    failures: tuple[Failure, ...]  # one a record that was refused


@dataclass(slots=True)
class Summary:
    """What a run has done so far; it counts, says and gives the exit code."""

    articles: int = 0
    failed: int = 0  # articles, or lines and files that should have held one
    refused: int = 0  # records that did not fit the schema
    skipped: int = 0
    guessed: int = 0  # files whose encoding was guessed
    named: int = 0  # quotes with a speaker who has a name
    kinds: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=time.perf_counter)

    @property
    def quotes(self) -> int:
        """How many quotes were written."""
        return self.kinds.total()

    @property
    def exit_code(self) -> int:
        """0 if all was read, 1 if something failed, 3 if nothing could be done."""
        if self.articles == 0:
            return 3
        return 1 if self.failed or self.refused else 0

    def add(self, outcome: Outcome) -> None:
        """Count what was written for one article."""
        self.articles += 1
        self.refused += len(outcome.failures)
        for record in outcome.records:
            self.kinds[record["kind"]] += 1
            self.named += any(speaker["name"] is not None for speaker in record["speakers"])

    def __str__(self) -> str:
        counts = [f"{counted(self.articles, 'article')} read", f"{self.failed} failed"]
        if self.guessed:
            counts.append(f"{counted(self.guessed, 'encoding')} guessed")
        if self.skipped:
            counts.append(f"{counted(self.skipped, 'file')} skipped")
        if self.refused:
            counts.append(f"{counted(self.refused, 'record')} refused")
        found = counted(self.quotes, "quote")
        if self.quotes:
            kinds = (f"{self.kinds[k]} {k}" for k in ("direct", "mixed", "indirect"))
            found += f" ({', '.join(kinds)}), {self.named / self.quotes:.0%} with a named speaker"
        return f"{', '.join(counts)}; {found}; {time.perf_counter() - self.started:.1f} s"


def counted(count: int, thing: str) -> str:
    """*count* and what it counts, in the plural where that is due: no quotes, 1 quote."""
    return f"{count or 'no':{',' if count else ''}} {thing}{'' if count == 1 else 's'}"


def no_warning(guessed: Guessed) -> None:
    """Say nothing of an encoding that was guessed."""


@contextmanager
def unbroken() -> Iterator[None]:
    """A stretch that Ctrl-C ends only when it is done; pressed again, at once."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before is None:
        yield
        return
    pressed: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        if pressed:
            raise KeyboardInterrupt
        pressed.append(number)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        signal.raise_signal(signal.SIGINT)


def run(
    items: Iterable[Item],
    extractor: Extractor,
    sink: Sink,
    errors: Callable[[Failure], None],
    *,
    warn: Callable[[Guessed], None] = no_warning,
    max_chars: int = MAX_CHARS,
    summary: Summary | None = None,
) -> Summary:
    """The counts of the run over *items*: records go to *sink*, failures to *errors*.

    A *summary* given is filled as the run goes on, so that it can be read after an interruption.
    """
    summary = summary if summary is not None else Summary()
    one = partial(work, extractor=extractor, max_chars=max_chars)
    for done in map(one, items):  # a pool of workers has a map of its own, in the same order
        if isinstance(done, Skipped):
            summary.skipped += 1
        elif isinstance(done, Guessed):
            summary.guessed += 1
            warn(done)
        elif isinstance(done, Failure):
            summary.failed += 1
            errors(done)
        else:
            with unbroken():
                sink.write(done.article, done.records)
                summary.add(done)
            for failure in done.failures:
                errors(failure)
    return summary


def work(
    item: Item, extractor: Extractor, max_chars: int = MAX_CHARS
) -> Outcome | Failure | Skipped | Guessed:
    """What became of an article; what is no article as it is."""
    return work_on(item, extractor, max_chars) if isinstance(item, Article) else item


def work_on(
    article: Article, extractor: Extractor, max_chars: int = MAX_CHARS
) -> Outcome | Failure:
    """The outcome for *article*; its failure if finding failed."""
    records: dict[str, Record] = {}
    failures: list[Failure] = []
    try:
        for quote in find_in_pieces(article, extractor, max_chars):
            try:
                record = to_record(article, quote)
                if check(record)["id"] in records:
                    raise RecordError(
                        f"{record['id']}: a second quote of the same content; "
                        "this is a bug, please report it"
                    )
            except RecordError as error:
                failures.append(failed(article, error))
            else:
                records[record["id"]] = record
    except (ModelError, LexiconError):
        raise  # the next article would fail in the same way
    except Exception as error:  # whatever one article does to the rules, the others are read
        return failed(article, error)
    return Outcome(article, tuple(records.values()), tuple(failures))


def failed(article: Article, error: Exception) -> Failure:
    """The failure of *article* that *error* stands for."""
    what = str(error) or "no message"
    if not isinstance(error, RecordError):
        what += "; this is a bug, please report it with what --debug shows"
    return Failure(
        article.id,
        "write" if isinstance(error, RecordError) else stage_of(error.__traceback__),
        type(error).__name__,
        " ".join(what.split()),
        trace="".join(traceback.format_exception(error)),
    )


def stage_of(trace: TracebackType | None) -> Stage:
    """The stage whose code was the last of ours to run."""
    stage: Stage = "find"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        stage = next((name for prefix, name in STAGES if module.startswith(prefix)), stage)
        trace = trace.tb_next
    return stage

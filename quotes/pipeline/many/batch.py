"""Many articles, one after another: each is found, checked and written, or is one error."""

from __future__ import annotations

import gc
import signal
import threading
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from types import FrameType, TracebackType

from quotes.errors import LexiconError, ModelError, RecordError
from quotes.model import Article
from quotes.pipeline.many.plan import Plan, Unchanged
from quotes.pipeline.many.summary import Summary
from quotes.pipeline.pieces import MAX_CHARS, Extractor, find_in_pieces
from quotes.read.failure import Failure, Guessed, Item, Skipped, Stage
from quotes.write.record import Record, to_record
from quotes.write.schema import check
from quotes.write.sinks.sink import Sink

# The modules of each stage; the first prefix that fits decides.
STAGES: tuple[tuple[str, Stage], ...] = (
    ("quotes.parse", "parse"),
    ("quotes.find", "find"),
    ("quotes.attribute", "attribute"),
    ("quotes.write", "write"),
)


COLLECT_AFTER = (100_000, 50, 50)  # objects, and collections of the younger ones


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article that was read."""

    article: Article
    records: tuple[Record, ...]
    failures: tuple[Failure, ...]  # one a record that was refused


Done = Outcome | Failure | Skipped | Guessed | Unchanged
Workers = Callable[[Iterable[Item | Unchanged]], Generator[Done, None, None]]


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
    work: Workers,
    sink: Sink,
    errors: Callable[[Failure], None],
    *,
    plan: Plan | None = None,
    warn: Callable[[Guessed], None] = no_warning,
    summary: Summary | None = None,
) -> Summary:
    """The counts of the run over *items*: records go to *sink*, failures there and to *errors*.

    *work* gives what becomes of each. A *summary* given can be read after an interruption.
    """
    summary, plan = summary or Summary(), plan or Plan()
    plan.stored = sink.keys()
    with closing(work(plan.sorted_out(items))) as results:
        for done in results:
            if isinstance(done, Skipped):
                summary.skipped += 1
            elif isinstance(done, Guessed):
                summary.guessed += 1
                warn(done)
            elif isinstance(done, Unchanged):
                summary.unchanged += 1
            else:
                for failure in stored(done, sink, plan, summary):
                    sink.fail(failure)
                    errors(failure)
    with unbroken():
        gone = plan.gone() if summary.done else []
        sink.finish(plan.order, gone)
        summary.pruned = len(gone)
    return summary


def stored(
    done: Outcome | Failure, sink: Sink, plan: Plan, summary: Summary
) -> tuple[Failure, ...]:
    """What failed of an article, once its records, if it has any, are stored and counted."""
    if isinstance(done, Outcome):
        try:
            with unbroken():
                sink.write(done.article, done.records, plan.key_of(done))
                summary.add(done)
            return done.failures
        except RecordError as error:  # this article is too much for the sink, the next may not be
            done = failed(done.article, error)
    summary.failed += 1
    plan.fail(done)
    return (done,)


def serial(make: Callable[[], Callable[[Article], Done]]) -> Workers:
    """Workers that are this process: what *make* makes, when the first article comes, does all."""

    def work_through(items: Iterable[Item | Unchanged]) -> Generator[Done, None, None]:
        one = None
        for item in items:
            if isinstance(item, Article):
                one = one or make()
                yield one(item)
            else:
                yield item

    return work_through


def make_work(
    extractor: Callable[[], Extractor], max_chars: int = MAX_CHARS
) -> Callable[[Article], Outcome | Failure]:
    """The work on one article, with what *extractor* makes; ModelError if that needs a model."""
    loaded = extractor()
    # What is loaded stays, and what is made of an article goes without a search for rings: looking
    # for garbage as often as Python does unasked is 5 % of a run.
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    return partial(work_on, extractor=loaded, max_chars=max_chars)


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
        sha256=article.sha256,
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

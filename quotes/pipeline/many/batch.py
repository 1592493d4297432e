"""Many articles, one after another: each is found, checked and written, or is one error."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from types import FrameType

from quotes.errors import RecordError
from quotes.model import Article
from quotes.pipeline.many.outcome import Done, Outcome, Unchanged, Workers
from quotes.pipeline.many.plan import Plan
from quotes.pipeline.many.summary import Summary
from quotes.pipeline.many.work import failed
from quotes.read.failure import Failure, Guessed, Item, Skipped
from quotes.write.sinks.sink import Sink


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

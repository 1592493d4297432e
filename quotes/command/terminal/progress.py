"""How far a run is, on standard error: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quotes.command.terminal.lines import is_terminal, is_watched, say
from quotes.read.files import FoundFile
from quotes.read.input_file import InputFile

if TYPE_CHECKING:
    from pathlib import Path

    from quotes.pipeline.many.outcome import Done, Unchanged, Workers
    from quotes.pipeline.many.summary import Summary
    from quotes.read.failure import Item

EVERY = 30.0  # seconds between two lines
BLOCK = 1 << 20
Tick = Callable[[], None]


@contextmanager
def progressing(
    found: Iterable[FoundFile], output: Path | None, summary: Summary, quiet: bool
) -> Iterator[tuple[Iterable[FoundFile], Callable[[Workers], Workers]]]:
    """*found* to go through, and what has to be put around the workers, so that it is seen."""
    if quiet:
        yield found, lambda work: work
    elif is_watched(output):
        sources = list(found)  # names of files only, so that the end is known
        with shown_bar(count_articles(sources), summary) as tick:
            yield sources, lambda work: ticking(work, tick)
    elif is_terminal(sys.stderr):  # the records run over it
        yield found, lambda work: work
    else:
        yield found, lambda work: ticking(work, saying(summary))


@contextmanager
def progress(found: Iterable[FoundFile], shown: bool) -> Iterator[Iterable[FoundFile]]:
    """*found* while it is gone through, with a bar on standard error if *shown*."""
    if not shown:
        yield found
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True, markup=False, highlight=False)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        yield bar.track(list(found))  # names of files only, so that the end is known


def ticking(work: Workers, tick: Tick) -> Workers:
    """*work*, with a *tick* for everything that is done."""

    def work_through(items: Iterable[Item | Unchanged]) -> Generator[Done, None, None]:
        for done in work(items):
            yield done
            tick()

    return work_through


def saying(summary: Summary, clock: Callable[[], float] = time.monotonic) -> Tick:
    """What says how far the run is, at most every so many seconds."""
    last = clock()

    def tick() -> None:
        nonlocal last
        if clock() - last >= EVERY:
            last = clock()
            say(summary.so_far())

    return tick


@contextmanager
def shown_bar(total: int | None, summary: Summary) -> Iterator[Tick]:
    """A bar on standard error, moved on by what is yielded."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    counts = TextColumn("{task.description}")
    console = Console(stderr=True, markup=False, highlight=False)
    columns = (BarColumn(), MofNCompleteColumn(), counts, TimeLeft())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=total)

        def tick() -> None:
            done = summary.done + summary.failed
            bar.update(task, completed=done, description=summary.speed())

        yield tick


def count_articles(sources: Iterable[FoundFile]) -> int | None:
    """How many articles are in *sources*; None if that cannot be known without reading them."""
    count = 0
    for source in sources:
        if isinstance(source, InputFile):
            if source.path is None or (source.form != "text" and source.path.suffix == ".gz"):
                return None
            count += 1 if source.form == "text" else count_lines(source.path)
    return count


def count_lines(path: Path) -> int:
    """The line feeds in a file; 0 if it cannot be read."""
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
    except OSError:
        return 0

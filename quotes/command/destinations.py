"""What a run opens and writes: files of records, errors and counts, and the database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.options.arguments import STDIN
from quotes.command.options.sureness import Sureness
from quotes.command.terminal.failures import report, trace_if_wanted

if TYPE_CHECKING:
    from quotes.pipeline.many.summary import Summary
    from quotes.read.failure import Failure
    from quotes.write.settings import Settings
    from quotes.write.sinks.sink import JsonLines, Sink


@dataclass(frozen=True, slots=True)
class Destinations:
    """Where what a run finds goes, and what it says of it."""

    output: Path | None  # None: standard output, unless there is a database
    errors: Path | None  # None: standard error
    db: str | None  # a path or a URL
    summary: Path | None  # of the counts
    sureness: Sureness
    quiet: bool  # neither bar nor summary on standard error

    def files(self) -> list[Path]:
        """The files that the run writes, which are no articles."""
        from quotes.write.sinks.state import part_of, state_of

        given = (self.errors, self.sureness.review, self.summary)
        files = [path for path in given if path is not None]
        databases = []
        if self.output is not None:
            files += [self.output, part_of(self.output)]
            databases.append(state_of(self.output))
        if (path := file_of(self.db)) is not None:
            databases.append(path)
            files.append(path.with_name(f".{path.name}.lock"))
        ends = ("", "-wal", "-shm", "-journal")  # what SQLite puts beside a database
        return files + [path.with_name(path.name + end) for path in databases for end in ends]


def file_of(db: str | None) -> Path | None:
    """The file of a database; None for a URL, or if there is none."""
    return None if db is None or "://" in db else Path(db)


@contextmanager
def opened_sinks(
    destinations: Destinations, inputs: tuple[Path, ...], settings: Settings, summary: Summary
) -> Iterator[Sink]:
    """Where records go: a file or standard output, and the database."""
    from quotes.write.sinks.sink import Sinks

    output = destinations.output
    sinks: list[Sink] = []
    with ExitStack() as stack:
        if output is not None and is_kept(output):
            from quotes.write.sinks.journal import open_journal

            sinks.append(stack.enter_context(open_journal(output)))
        elif output is not None or destinations.db is None:
            stream = None if output in (None, STDIN) else output
            sinks.append(stack.enter_context(opened(stream, "-o", late=True)))
        if destinations.db is not None:
            from quotes.write.database.writer import open_database

            paths = [str(path) for path in inputs]
            database = stack.enter_context(open_database(destinations.db, paths, settings))
            sinks.append(database)
        yield Sinks(sinks)
        if destinations.db is not None:
            database.close_run(summary.to_json())


@contextmanager
def divided_sinks(sink: Sink, sureness: Sureness) -> Iterator[Sink]:
    """*sink* for the quotes that are sure enough, a file of their own for the others."""
    from quotes.write.sinks.divided import Divided
    from quotes.write.sinks.journal import open_journal

    with ExitStack() as stack:
        if not sureness.least:
            yield sink
            return
        review: Sink | None = None
        if sureness.review is not None and is_kept(sureness.review):
            review = stack.enter_context(open_journal(sureness.review))
        elif sureness.review is not None:
            review = stack.enter_context(opened(sureness.review, "--review", late=True))
        yield Divided(sink, sureness.least, review)


def is_kept(output: Path) -> bool:
    """Whether *output* is a file that a later run can go on with, not a pipe or a device."""
    return output != STDIN and (output.is_file() or not output.exists())


@contextmanager
def opened(path: Path | None, option: str, late: bool = False) -> Iterator[JsonLines]:
    """A sink into *path*, None for standard output; wrong usage if it cannot be opened."""
    from quotes.write.sinks.sink import open_sink

    with ExitStack() as stack:
        try:
            sink = stack.enter_context(open_sink(path, late))
        except OSError as error:
            raise click.UsageError(f"{option} {path}: {error.strerror}.") from error
        yield sink


@contextmanager
def noting(path: Path | None) -> Iterator[Callable[[Failure], None]]:
    """What to do with each failure: put it on standard error or, if there is one, into *path*."""
    from quotes.write.record import to_error

    if path is None or str(path) == "-":
        yield report
        return
    with opened(path, "--errors") as sink:

        def note(failure: Failure) -> None:
            sink.append([to_error(failure)])
            trace_if_wanted(failure)

        yield note


def write_summary(path: Path | None, summary: Summary) -> None:
    """Write the counts to *path*, - for standard output, if there is one."""
    if path is None:
        return
    text = json.dumps(summary.to_json(), indent=2) + "\n"
    if path == STDIN:
        click.echo(text, nl=False)
    else:
        path.write_text(text, encoding="utf-8")

"""What the commands share in front of a person: error lines, exit codes, a bar, colours."""

from __future__ import annotations

import os
import sys
import traceback
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from quotes.errors import QuotesError
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.pipeline.many.summary import Summary
    from quotes.read.failure import Failure, Guessed
    from quotes.read.files import FoundFile
    from quotes.show.terminal_text import Segment
    from quotes.write.sinks.sink import JsonLines


class Commands(click.Group):
    """A group whose commands all end in the same ways."""

    def invoke(self, ctx: click.Context) -> Any:
        """What the command returns; every error but wrong usage is one line and an exit code."""
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError):  # tests and embedders may have put others there
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            complain("interrupted; what was done is kept")
            ctx.exit(130)
        except Exception as error:
            if isinstance(error, BrokenPipeError) and error.filename is None:
                silence(sys.stdout)  # its reader, such as head, has had enough
                ctx.exit(0)
            if ctx.meta.get("debug"):
                say(traceback.format_exc())
            complain(to_message(error))
            ctx.exit(3 if isinstance(error, QuotesError) else 1)


def to_message(error: Exception) -> str:
    """One line on *error*: where, what, what to do."""
    if isinstance(error, QuotesError):
        return str(error)
    if isinstance(error, EOFError | zlib.error):
        return "input: the compressed file is cut off or broken; fetch it again"
    if isinstance(error, OSError):
        where = error.filename or "output"
        return f"{where}: {error.strerror or error}; what was written before is kept"
    what = f"{type(error).__name__}: {error}"
    return f"{what}; this is a bug, please report it with what --debug shows"


def complain(message: str) -> None:
    """Put an error line on standard error."""
    say(f"error: {one_line(message)}")


def say(message: str) -> None:
    """Put *message* on standard error; nothing if nobody reads that: the records matter more."""
    try:
        click.echo(message, err=True)
    except (OSError, ValueError):
        silence(sys.stderr)


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether people see what is written to *stream*; it is None if it was closed."""
    return stream is not None and stream.isatty()


def is_watched(output: Path | None) -> bool:
    """Whether a bar would be seen, and the records, None for stdout, go elsewhere."""
    return is_terminal(sys.stderr) and (output is not None or not is_terminal(sys.stdout))


def warn(guessed: Guessed) -> None:
    """Name on standard error a file whose encoding was guessed."""
    say(f"warning: {one_line(guessed.file)}: not UTF-8, read as {guessed.encoding}")


def silence(stream: IO[str] | None) -> None:
    """Send what still comes to *stream*, and what waits in it, to nowhere."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


def say_summary(summary: Summary, error: type[BaseException] | None, *_: object) -> None:
    """Put the counts on standard error, also of a run that was cut off, unless by its reader."""
    if error is not BrokenPipeError and (error is None or summary.done):
        say(str(summary))


def report(failure: Failure) -> None:
    """Put a failure on standard error, with its traceback if --debug is set."""
    where = failure.document
    if failure.line is not None and failure.file is not None:
        where += f" ({failure.file}, line {failure.line})"
    complain(f"{where}: {failure.message}")
    trace_if_wanted(failure)


def trace_if_wanted(failure: Failure) -> None:
    """Put the traceback of a failure on standard error if --debug is set."""
    if failure.trace and click.get_current_context().meta.get("debug"):
        say(failure.trace)


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


def echo(lines: Iterable[tuple[Segment, ...]]) -> None:
    """Put the lines of an article on standard output: colours on a terminal, else brackets."""
    from rich.console import Console
    from rich.text import Text

    from quotes.show.terminal_text import STYLES

    console = Console(markup=False, highlight=False, emoji=False)
    for line in lines:
        if not console.is_terminal or console.no_color or console.is_dumb_terminal:
            click.echo("".join(segment.text for segment in line))
        else:
            parts = ((s.text, STYLES.get(s.style, "")) for s in line if not s.bracket)
            console.print(Text.assemble(*parts))

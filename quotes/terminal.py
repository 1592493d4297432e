"""What the commands share in front of a person: error lines, exit codes, a bar, colours."""

from __future__ import annotations

import os
import sys
import traceback
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from quotes.errors import QuotesError
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.read.failure import Failure
    from quotes.read.sources import Found
    from quotes.show import Segment


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
        except BrokenPipeError:  # the reader, such as head, has had enough
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except Exception as error:
            if ctx.meta.get("debug"):
                click.echo(traceback.format_exc(), err=True)
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
    click.echo(f"error: {one_line(message)}", err=True)


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
        click.echo(failure.trace, err=True)


@contextmanager
def progress(found: Iterable[Found], shown: bool) -> Iterator[Iterable[Found]]:
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

    from quotes.show import STYLES

    console = Console(markup=False, highlight=False, emoji=False)
    for line in lines:
        if not console.is_terminal or console.no_color:
            click.echo("".join(segment.text for segment in line))
        else:
            parts = ((s.text, STYLES.get(s.style, "")) for s in line if not s.bracket)
            console.print(Text.assemble(*parts))

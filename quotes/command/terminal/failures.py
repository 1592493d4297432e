"""What went wrong, told to a person: an error line, an exit code, with --debug the traceback."""

from __future__ import annotations

import sys
import traceback
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from quotes.command.terminal.lines import complain, say, silence
from quotes.errors import QuotesError
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.read.failure import Failure, Guessed


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


def debug_option(command: Callable[..., None]) -> Callable[..., None]:
    """*command* with --debug, which is noted in the context."""
    return click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=set_debug,
        help="Show the traceback of an error.",
    )(command)


def set_debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """Note for the end whether tracebacks are wanted."""
    ctx.meta["debug"] = value


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


def warn(guessed: Guessed) -> None:
    """Name on standard error a file whose encoding was guessed."""
    say(f"warning: {one_line(guessed.file)}: not UTF-8, read as {guessed.encoding}")

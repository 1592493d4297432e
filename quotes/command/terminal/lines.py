"""Lines on standard error, and whether anybody reads them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

import click

from quotes.write.escape import one_line


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


def silence(stream: IO[str] | None) -> None:
    """Send what still comes to *stream*, and what waits in it, to nowhere."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]

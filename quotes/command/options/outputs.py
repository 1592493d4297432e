"""The files that a run is to write, checked before any work."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import click

from quotes.command.options.arguments import STDIN

DRAWN = (".svg", ".png", ".pdf")  # what a diagram can be


def check_outputs(
    paths: tuple[Path, ...],
    output: Path | None,
    errors: Path | None,
    review: Path | None = None,
    *others: tuple[str, Path | None],
    name: str = "--errors",
) -> Path | None:
    """*output*, None for standard output; wrong usage if a file would be read or written twice."""
    from quotes.write.sinks.sink import SUFFIXES

    output = None if output == STDIN else output
    for option, path in (("-o", output), ("--review", review)):
        # a device, such as /dev/null, may have any name
        plain = path not in (None, STDIN) and (path.is_file() or not path.exists())
        if path is not None and plain and not path.name.endswith(SUFFIXES):
            raise click.UsageError(f"{option} {path}: its name must end in {', '.join(SUFFIXES)}.")
    check_files(paths, ("-o", output), (name, errors), ("--review", review), *others)
    if review == STDIN:
        raise click.UsageError("--review -: only the surer quotes go there; name a file.")
    return output


def check_files(read: Iterable[Path | str | None], *written: tuple[str, Path | None]) -> None:
    """Wrong usage if a file of *written*, each with its option, cannot be or is told twice.

    A None of either is a file that was not asked for, a text in *read* the URL of a database.
    """
    from quotes.write.sinks.sink import is_same, why_not_written

    sources = [path for path in read if isinstance(path, Path)]
    files = [(option, path) for option, path in written if path not in (None, STDIN)]
    for option, path in files:
        # what cannot be a database is told by what opens it
        if option != "--db" and (reason := why_not_written(path)):
            raise click.UsageError(f"{option} {path}: {reason}.")
        if any(is_same(path, each) for each in sources):
            raise click.UsageError(f"{option} {path}: is read as well; name another file.")
    for (first, one), (option, other) in combinations(files, 2):
        if is_same(one, other):
            raise click.UsageError(f"{option} {other}: {first} goes there; name another file.")


def check_drawing(option: str, path: Path | None) -> None:
    """Wrong usage if no diagram can go to *path*, PlotError if none can be drawn."""
    from quotes.measure.output.diagram import check_installed

    if path is not None:
        if path.suffix.lower() not in DRAWN:
            raise click.UsageError(f"{option} {path}: its name must end in {', '.join(DRAWN)}.")
        check_installed()

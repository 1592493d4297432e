"""The files that a run is to write, checked before any work."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import click

from quotes.options import STDIN


def check_outputs(
    paths: tuple[Path, ...],
    output: Path | None,
    errors: Path | None,
    review: Path | None = None,
    *others: tuple[str, Path | None],
    name: str = "--errors",
) -> Path | None:
    """*output*, None for standard output; wrong usage if a file would be read or written twice."""
    from quotes.write.sink import SUFFIXES, is_same, why_not_written

    output = None if output == STDIN else output
    for option, path in (("-o", output), ("--review", review)):
        # a device, such as /dev/null, may have any name
        plain = path not in (None, STDIN) and (path.is_file() or not path.exists())
        if path is not None and plain and not path.name.endswith(SUFFIXES):
            raise click.UsageError(f"{option} {path}: its name must end in {', '.join(SUFFIXES)}.")
    given = (("-o", output), (name, errors), ("--review", review), *others)
    files = [(option, path) for option, path in given if path not in (None, STDIN)]
    for option, path in files:
        # what cannot be a database is told by what opens it
        if option != "--db" and (reason := why_not_written(path)):
            raise click.UsageError(f"{option} {path}: {reason}.")
        if any(is_same(path, each) for each in paths):
            raise click.UsageError(f"{option} {path}: is read as well; name another file.")
    for (_, one), (option, other) in combinations(files, 2):
        if is_same(one, other):
            raise click.UsageError(f"{option} {other}: records go there; name another file.")
    if review == STDIN:
        raise click.UsageError("--review -: only the surer quotes go there; name a file.")
    return output

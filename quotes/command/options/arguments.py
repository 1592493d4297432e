"""What an argument or an option can be: a path that is there, a file to write, a few names."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., None]

STDIN = Path("-")
PATH = click.Path(exists=True, readable=False, allow_dash=True, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, readable=False, dir_okay=False, allow_dash=True, path_type=Path)
OUT = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


class Names(click.ParamType):  # type: ignore[type-arg]  # generic in new releases only
    """Some of a few names, separated by commas, or `all`."""

    name = "list"

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The names in *value*, in the order of the known ones."""
        if isinstance(value, tuple):
            return value
        names = {name.strip() for name in value.split(",")}
        if unknown := sorted(names - {*self.known, "all"}):
            known = ", ".join((*self.known, "all"))
            self.fail(f"{unknown[0]!r} is not one of {known}.", param, ctx)
        return self.known if "all" in names else tuple(n for n in self.known if n in names)


def piped() -> tuple[Path, ...]:
    """Standard input, if something is piped into it; else no PATH is wrong usage."""
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("Missing argument 'PATH...': name a file or folder, or - for stdin.")
    return (STDIN,)

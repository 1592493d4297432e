"""A file that holds articles, as it was found; nothing is opened here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of one article or, as JSON Lines, of many."""

    id: str  # its path below the folder given, with /; its name if it was given itself
    path: Path | None  # None for standard input
    form: str  # the name of its container; unknown: the first line decides
    given: str = ""  # the path given that led to it

    @property
    def name(self) -> str:
        """The path as people know it, - for standard input."""
        return "-" if self.path is None else clean(str(self.path))

    def is_other(self, file: InputFile) -> bool:
        """Whether *file* is another file and came from another of the paths given."""
        if self.path is None or file.path is None or self.given == file.given:
            return False
        return os.path.realpath(self.path) != os.path.realpath(file.path)


def clean(name: str) -> str:
    r"""*name* as text that can be written: bytes of a file name that are not UTF-8 become \xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")

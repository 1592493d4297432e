"""How a SQLite file is recognised, and what is not one."""

from __future__ import annotations

from pathlib import Path

HEAD = b"SQLite format 3\0"


def is_sqlite(path: Path) -> bool:
    """Whether *path* is a SQLite file; not if it cannot be read."""
    return head_of(path) == HEAD


def is_other(path: Path) -> bool:
    """Whether *path* is a file with something in it that is not SQLite's."""
    return head_of(path) not in (HEAD, b"")


def head_of(path: Path) -> bytes:
    """The first bytes of a file; none if it is empty, or cannot be read, or is not there."""
    try:
        with path.open("rb") as file:
            return file.read(len(HEAD))
    except OSError:
        return b""

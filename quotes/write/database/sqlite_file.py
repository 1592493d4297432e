"""What a SQLite file is known by."""

from __future__ import annotations

from pathlib import Path

HEAD = b"SQLite format 3\0"


def is_sqlite(path: Path) -> bool:
    """Whether *path* is a SQLite file; not if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(HEAD)) == HEAD
    except OSError:
        return False

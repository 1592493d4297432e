"""The state beside a file of JSON Lines: a small SQLite file of what is where in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotes.errors import QuotesError

TABLES = (
    "CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, key TEXT, sha256 TEXT NOT NULL,"
    " start INTEGER NOT NULL, length INTEGER NOT NULL, crc INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS moved (id TEXT PRIMARY KEY, start INTEGER NOT NULL)",
    # closed: size and time of the file when the last run ended; null if that was cut off
    "CREATE TABLE IF NOT EXISTS file (version INTEGER, closed TEXT, moving INTEGER)",
)
VERSION = 1


class JournalError(QuotesError):
    """A file of records cannot be gone on with."""


def look(path: Path) -> str:
    """The size and the time of a file: by them it is seen that someone else wrote it."""
    try:
        there = path.stat()
    except OSError:
        return "none"
    return f"{there.st_size} {there.st_mtime_ns}"


@contextmanager
def transaction(state: sqlite3.Connection) -> Iterator[None]:
    """A stretch whose changes are all made, or none."""
    state.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        state.execute("ROLLBACK")
        raise
    state.execute("COMMIT")


def state_of(path: Path) -> Path:
    """The file that says what is in the JSON Lines file *path*."""
    return path.with_name(f"{path.name}.state")


def part_of(path: Path) -> Path:
    """Where the JSON Lines file *path* is written anew before it is replaced."""
    return path.with_name(f"{path.name}.part")


def set_up(state: sqlite3.Connection) -> None:
    """Make the tables, and keep others out for as long as the connection lives."""
    state.execute("PRAGMA locking_mode = EXCLUSIVE")
    state.execute("PRAGMA journal_mode = WAL")
    state.execute("PRAGMA synchronous = NORMAL")
    with transaction(state):
        for statement in TABLES:
            state.execute(statement)

"""A file of JSON Lines that a later run goes on with: beside it a state says what is in it.

The state, a small SQLite file, has the place of each article's lines. Lines come first, then their
place in one transaction: what no place covers is the rest of a run that was cut off, and is cut
off in turn. SQLite's own lock on the state keeps a second run out, and ends with the process.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from io import FileIO
from pathlib import Path

from quotes.model import Article
from quotes.read.failure import Failure
from quotes.write.record import Record
from quotes.write.sinks.sink import to_line
from quotes.write.sinks.state import (
    VERSION,
    JournalError,
    look,
    part_of,
    set_up,
    state_of,
    transaction,
)

BLOCK = 1 << 20


class Journal:
    """The records of one article after another, each in the place of what it had before."""

    def __init__(self, path: Path, state: sqlite3.Connection) -> None:
        self.path = path
        self.state = state
        self.compressed = path.suffix == ".gz"
        self.file: FileIO | None = None
        self.end = 0  # where the next article's lines go

    def keys(self) -> dict[str, str]:
        """The key of each article that is stored, empty if it is to be tried again."""
        return {id: key or "" for id, key in self.state.execute("SELECT id, key FROM articles")}

    def recover(self) -> None:
        """Make state and file agree, whatever the last run was doing when it ended."""
        row = self.state.execute("SELECT version, closed, moving FROM file").fetchone()
        if row is None:
            self.state.execute("INSERT INTO file VALUES (?, ?, 0)", [VERSION, look(self.path)])
        elif row[0] != VERSION:
            raise JournalError(
                f"{state_of(self.path)}: of another release; delete it to begin anew"
            )
        elif row[2]:
            self.move()
        elif row[1] is None:
            self.part.unlink(missing_ok=True)
            self.forget_broken()
        elif row[1] != look(self.path):  # someone else has written it: nothing known of it holds
            self.state.execute("DELETE FROM articles")
        query = "SELECT coalesce(max(start + length), 0) FROM articles"
        (self.end,) = self.state.execute(query).fetchone()
        cut_off = row is not None and row[1] is None
        if cut_off and self.path.exists() and self.path.stat().st_size > self.end:
            self.open()  # which leaves out the rest of the last run

    def forget_broken(self) -> None:
        """Forget the articles whose lines are not whole: a power cut can lose what was written."""
        broken = []
        with open(self.path, "rb") if self.path.is_file() else open(os.devnull, "rb") as file:
            for id, start, length, crc in self.state.execute(
                "SELECT id, start, length, crc FROM articles ORDER BY start"
            ):
                file.seek(start)
                data = file.read(length)
                if len(data) != length or zlib.crc32(data) != crc:
                    broken.append([id])
        with transaction(self.state):
            self.state.executemany("DELETE FROM articles WHERE id = ?", broken)

    def open(self) -> FileIO:
        """The file, cut after the last whole article; from now on the run may be cut off."""
        if self.file is None:
            self.state.execute("UPDATE file SET closed = NULL")
            try:
                # Unbuffered: an article's lines are one call to the system.
                self.file = FileIO(self.path, "r+" if self.path.exists() else "x+")
                self.file.truncate(self.end)
            except OSError as error:
                error.filename = error.filename or str(self.path)
                raise
        return self.file

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Replace what is stored of *article*."""
        data = b"".join(map(to_line, records))
        if data and self.compressed:  # a gzip member of its own, so that it can be taken out again
            data = gzip.compress(data, mtime=0)
        put(self.open(), data, self.end, self.path)
        row = (article.id, key, article.sha256, self.end, len(data), zlib.crc32(data))
        self.state.execute("REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)", row)
        self.end += len(data)

    def fail(self, failure: Failure) -> None:
        """Forget quotes that are from another version of the text than the one that failed."""
        query = "DELETE FROM articles WHERE id = ? AND sha256 != ?"
        if failure.sha256 is not None:
            self.state.execute(query, [failure.document, failure.sha256])

    def finish(self, order: Sequence[str], gone: Collection[str]) -> None:
        """Leave the lines of all articles but those *gone*, in the order of the input."""
        query = "SELECT id, start, length FROM articles ORDER BY start, rowid"
        there = {id: (start, length) for id, start, length in self.state.execute(query)}
        seen = {*order, *gone}
        final = [id for id in there if id not in seen] + [id for id in order if id in there]
        starts: list[tuple[str, int]] = []
        place = 0
        for id in final:
            starts.append((id, place))
            place += there[id][1]
        moved = [(id, start) for id, start in starts if there[id][0] != start]
        if place != self.end or any(there[id][1] for id, _ in moved):
            self.rewrite([there[id] for id in final], starts)
            return
        with transaction(self.state):
            self.state.executemany("DELETE FROM articles WHERE id = ?", [(id,) for id in gone])
            self.state.executemany("UPDATE articles SET start = ?2 WHERE id = ?1", moved)

    def rewrite(self, ranges: Sequence[tuple[int, int]], starts: Sequence[tuple[str, int]]) -> None:
        """Write the *ranges* of the file to another one, and put that in its place."""
        self.open()
        with open(self.path, "rb") as old, open(self.part, "wb") as new:
            for start, length in ranges:
                old.seek(start)
                while length:
                    data = old.read(min(length, BLOCK))
                    new.write(data)
                    length -= len(data)
            new.flush()
            os.fsync(new.fileno())
        shutil.copymode(self.path, self.part)
        with transaction(self.state):
            self.state.execute("DELETE FROM moved")
            self.state.executemany("INSERT INTO moved VALUES (?, ?)", starts)
            self.state.execute("UPDATE file SET moving = 1")
        self.close_file()
        self.move()

    @property
    def part(self) -> Path:
        """Where the file is written anew."""
        return part_of(self.path)

    def move(self) -> None:
        """Put the file that was written anew in place; done again, it changes nothing."""
        with suppress(FileNotFoundError):  # it is in place already
            os.replace(self.part, self.path)
        with transaction(self.state):
            self.state.execute("DELETE FROM articles WHERE id NOT IN (SELECT id FROM moved)")
            self.state.execute(
                "UPDATE articles SET start = moved.start FROM moved WHERE moved.id = articles.id"
            )
            self.state.execute("DELETE FROM moved")
            self.state.execute("UPDATE file SET moving = 0, closed = ?", [look(self.path)])
        query = "SELECT coalesce(max(start + length), 0) FROM articles"
        (self.end,) = self.state.execute(query).fetchone()

    def close_file(self) -> None:
        """Close the file, if it was opened: cut after the last article, and a whole gzip file."""
        if self.file is None:
            return
        self.file.truncate(self.end)
        if self.compressed and not self.end:
            put(self.file, gzip.compress(b"", mtime=0), 0, self.path)
        self.file.close()
        self.file = None
        self.state.execute("UPDATE file SET closed = ?", [look(self.path)])


def put(file: FileIO, data: bytes, place: int, path: Path) -> None:
    """Write all of *data* to *file* at *place*; an error names *path*."""
    rest = memoryview(data)
    try:
        file.seek(place)
        while rest:
            rest = rest[file.write(rest) or 0 :]
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


@contextmanager
def open_journal(path: Path) -> Iterator[Journal]:
    """A sink into the file *path*; JournalError if another run writes to it or its state is bad.

    The file is not touched before the first article comes.
    """
    path = Path(os.path.realpath(path))
    beside = state_of(path)
    new = not beside.exists()
    with ExitStack() as stack:
        try:
            state = sqlite3.connect(beside, timeout=0, isolation_level=None)
            journal = Journal(path, stack.enter_context(closing(state)))
            set_up(state)
            journal.recover()
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                reason = "another run is writing to it; wait for that to end or name another file"
                raise JournalError(f"{path}: {reason}") from error
            raise JournalError(f"{beside}: {error}; delete it to begin anew") from error
        try:
            yield journal
        finally:
            journal.close_file()
            state.execute("PRAGMA journal_mode = DELETE")
            if new and not journal.keys():
                beside.unlink(missing_ok=True)

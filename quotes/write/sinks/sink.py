"""Where records go: JSON Lines, into a file, a compressed file or standard output."""

from __future__ import annotations

import errno
import gzip
import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import FileIO
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import orjson

from quotes.errors import RecordError
from quotes.model import Article
from quotes.read.failure import Failure
from quotes.write.record import Record

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
LINES = 2000  # written in one piece where there are many
SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


class Sink(Protocol):
    """What takes the records of one article after another; some keep them for later runs."""

    def keys(self) -> Mapping[str, str]:
        """The key of each article that is stored, by id, empty if it is to be tried again."""

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Store all records of *article*, which may be none, in the place of what it had before."""

    def fail(self, failure: Failure) -> None:
        """Note that an article failed."""

    def finish(self, order: Sequence[str], gone: Collection[str]) -> None:
        """Leave out the articles *gone*, and put those of this run in their *order*."""


class Forgetful:
    """A sink that keeps nothing for later runs."""

    def keys(self) -> Mapping[str, str]:
        """Nothing: every article is new."""
        return {}

    def fail(self, failure: Failure) -> None:
        """What failed is nothing to a stream of records."""

    def finish(self, order: Sequence[str], gone: Collection[str]) -> None:
        """All is written, in order."""


class Sinks:
    """Several sinks as one: an article is stored if it is in all of them, by one key."""

    def __init__(self, sinks: Sequence[Sink]) -> None:
        self.sinks = sinks

    def keys(self) -> Mapping[str, str]:
        """The key of each article that is stored in any, empty if not the same in all."""
        keys = [sink.keys() for sink in self.sinks]
        if len(keys) == 1:
            return keys[0]
        return {
            id: key if all(each.get(id) == key for each in keys) else ""
            for one in keys
            for id, key in one.items()
        }

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Store all records of *article* in each."""
        for sink in self.sinks:
            sink.write(article, records, key)

    def fail(self, failure: Failure) -> None:
        """Note in each that an article failed."""
        for sink in self.sinks:
            sink.fail(failure)

    def finish(self, order: Sequence[str], gone: Collection[str]) -> None:
        """Finish each."""
        for sink in self.sinks:
            sink.finish(order, gone)


class Stream(Protocol):
    """What takes bytes, perhaps fewer than it is given."""

    def write(self, data: memoryview, /) -> int | None:
        """The count of bytes taken."""

    def flush(self) -> None:
        """Pass on all that was taken."""


class LateFile:
    """A file that is written over when the first bytes come, be they none, and not before."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: FileIO | None = None

    def open(self) -> FileIO:
        """The file, empty if it was not open yet."""
        if self.file is None:
            # Unbuffered: an article's lines are one call to the system, so none is torn.
            self.file = FileIO(self.path, "wb")
        return self.file

    def write(self, data: memoryview, /) -> int | None:
        """The count of bytes taken."""
        try:
            return self.open().write(data)
        except OSError as error:
            error.filename = error.filename or str(self.path)  # else nobody knows which file it is
            raise

    def flush(self) -> None:
        """Nothing waits to be passed on."""


class JsonLines(Forgetful):
    """Writes JSON objects a line each; a run that is cut off leaves whole lines."""

    def __init__(self, stream: Stream, compressed: bool = False) -> None:
        self.stream = stream
        self.compressed = compressed
        self.empty = True

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Write the records of *article*."""
        self.append(records)

    def append(self, objects: Iterable[Mapping[str, Any]]) -> None:
        """Write *objects* in one piece."""
        data = b"".join(to_line(each) for each in objects)
        if data:
            self.put(data)
        else:
            self.stream.write(memoryview(b""))  # an older file's records are not this article's

    def append_lines(self, lines: Iterable[str]) -> None:
        """Write *lines* of JSON, some thousands in one piece: a compressed file stays small."""
        rest = iter(lines)
        while batch := list(islice(rest, LINES)):
            self.put("".join(f"{line}\n" for line in batch).encode("utf-8"))

    def put(self, data: bytes) -> None:
        """Write all of *data*: compressed, as a gzip member of its own, so the file is whole."""
        if self.compressed:
            data = gzip.compress(data, mtime=0)
        rest = memoryview(data)
        while rest:
            rest = rest[self.stream.write(rest) or 0 :]
        self.stream.flush()
        self.empty = False

    def close(self) -> None:
        """Make a compressed file without a record one that can be decompressed."""
        if self.compressed and self.empty:
            self.put(b"")


def to_text(record: Mapping[str, Any]) -> str:
    """*record* as JSON, without a line feed."""
    return ENCODER.encode(record)


def to_line(record: Mapping[str, Any]) -> bytes:
    """*record* as one line of JSON."""
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:  # half a surrogate pair, or a number of more than 64 bits
        return (to_text(record) + "\n").encode("utf-8")


@contextmanager
def open_sink(path: Path | None, late: bool = False) -> Iterator[JsonLines]:
    """A sink into the file *path*, compressed if it ends in .gz; None: standard output.

    The file is written over at once, or if *late* when the first article comes.
    """
    if path is None:
        if sys.stdout is None:  # the program that started us closed it
            raise RecordError("standard output is closed; name a file with -o")
        yield JsonLines(sys.stdout.buffer)
        return
    stream = LateFile(path)
    if not late:
        stream.open()
    try:
        sink = JsonLines(stream, compressed=path.suffix == ".gz")
        yield sink
        if stream.file is not None:
            sink.close()
    finally:
        if stream.file is not None:
            stream.file.close()


def is_same(path: Path, other: Path) -> bool:
    """Whether both are one file, there or not yet there."""
    return path.resolve() == other.resolve() or (
        path.exists() and other.exists() and path.samefile(other)
    )


def why_not_written(path: Path) -> str | None:
    """Why no file can be written at *path*, found out without a change to it; None if one can."""
    try:
        if not path.parent.is_dir():
            return os.strerror(errno.ENOENT)
        there = path.exists()
    except OSError as error:
        return error.strerror
    if not os.access(path if there else path.parent, os.W_OK):
        return os.strerror(errno.EACCES)
    return None

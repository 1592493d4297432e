"""Where records go: JSON Lines, into a file, a compressed file or standard output."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from quotes.model import Article
from quotes.write.record import Record

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


class Sink(Protocol):
    """What takes the records of one article after another."""

    def write(self, article: Article, records: Sequence[Record]) -> None:
        """Store all records of *article*, which may be none."""


class Stream(Protocol):
    """What takes bytes, perhaps fewer than it is given."""

    def write(self, data: memoryview, /) -> int | None:
        """The count of bytes taken."""

    def flush(self) -> None:
        """Pass on all that was taken."""


class JsonLines:
    """Writes JSON objects a line each; a run that is cut off leaves whole lines."""

    def __init__(self, stream: Stream, compressed: bool = False) -> None:
        self.stream = stream
        self.compressed = compressed
        self.empty = True

    def write(self, article: Article, records: Sequence[Record]) -> None:
        """Write the records of *article*."""
        self.append(records)

    def append(self, objects: Iterable[Mapping[str, Any]]) -> None:
        """Write *objects* in one piece."""
        data = b"".join(to_line(each) for each in objects)
        if data:
            self.put(data)

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


def to_line(record: Mapping[str, Any]) -> bytes:
    """*record* as one line of JSON."""
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


@contextmanager
def open_sink(path: Path | None) -> Iterator[JsonLines]:
    """A sink into the file *path*, written over and compressed if it ends in .gz; None: stdout."""
    if path is None:
        yield JsonLines(sys.stdout.buffer)
        return
    # Unbuffered: an article's lines are one call to the system, so none is torn.
    with open(path, "wb", buffering=0) as stream:
        sink = JsonLines(stream, compressed=path.suffix == ".gz")
        yield sink
        sink.close()

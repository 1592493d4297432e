"""From sources to articles, one at a time: no more than one text is held in memory."""

from __future__ import annotations

import gzip
import itertools
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO, cast

from quotes.errors import ReadError
from quotes.model import Article
from quotes.read.decode import check_text, decode
from quotes.read.failure import Failure, Item
from quotes.read.json_lines import Fields, read_json_lines
from quotes.read.sources import Found, Source, unreadable


def read_articles(found: Iterable[Found], fields: Fields | None = None) -> Iterator[Item]:
    """The articles of the sources in *found*, in order; what is no source passes through.

    The first article of an id is read, each later one of the same id is a failure: their records
    could not be told apart.
    """
    seen: set[str] = set()
    for source in found:
        if not isinstance(source, Source):
            yield source
            continue
        for line, item in read_source(source, fields or Fields()):
            if isinstance(item, Article) and item.id in seen:
                message = "a second article of this id; give it an id of its own or leave it out"
                yield Failure(item.id, "read", "ReadError", message, source.name, line)
                continue
            if isinstance(item, Article):
                seen.add(item.id)
            yield item


def read_source(source: Source, fields: Fields) -> Iterator[tuple[int | None, Article | Failure]]:
    """What is in *source*, each with its line if the source is JSON Lines."""
    try:
        with opened_source(source) as stream:
            if source.form == "text":
                yield None, read_text(source, stream.read())
            elif source.form == "lines":
                yield from read_json_lines(source, stream, fields)
            else:
                first = stream.readline()
                if is_json(first):
                    lines = itertools.chain([first], stream)
                    yield from read_json_lines(source, lines, fields)
                else:
                    yield None, read_text(source, first + stream.read())
    except ReadError as error:
        yield None, Failure(source.id, "read", "ReadError", str(error), source.name)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        message = "the compressed file is cut off or broken; fetch it again"
        yield None, Failure(source.id, "read", type(error).__name__, message, source.name)
    except OSError as error:
        yield None, unreadable(source.id, source.name, error)


def opened_source(source: Source) -> AbstractContextManager[BinaryIO]:
    """The bytes of *source*, decompressed if its name ends in .gz."""
    if source.path is None:
        if sys.stdin is None:  # the program that started us closed it
            raise ReadError("standard input is closed; name a file or folder")
        return nullcontext(sys.stdin.buffer)
    if source.path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(source.path, "rb"))
    return open(source.path, "rb")


def read_text(source: Source, raw: bytes) -> Article:
    """The one article of a text file; ReadError if it is no text."""
    return Article(source.id, check_text(decode(raw)))


def is_json(first: bytes) -> bool:
    """Whether a first line is that of JSON Lines or of another JSON file, not of an article."""
    line = first.removeprefix(b"\xef\xbb\xbf").strip()
    if line in (b"{", b"["):
        return True
    return line.startswith((b'{"', b"[{")) and line.endswith((b"}", b"]", b","))

"""From files to articles, one at a time: no more than one text is held in memory."""

from __future__ import annotations

import codecs
import gzip
import itertools
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from quotes.errors import ReadError
from quotes.model import Article
from quotes.read.containers.json_lines import Fields
from quotes.read.containers.table import READERS
from quotes.read.failure import Failure, Guessed, Item
from quotes.read.files import FoundFile, system_reason
from quotes.read.input_file import InputFile

READ_ERRORS = (ReadError, OSError, EOFError, zlib.error)
GZIP_MARK = b"\x1f\x8b"
JSON_OBJECT = re.compile(rb'\{\s*"')


def read_articles(found: Iterable[FoundFile], fields: Fields | None = None) -> Iterator[Item]:
    """The articles of the files in *found*, in order; what is no file passes through.

    By one id the records of two articles could not be told apart. One that an article from another
    of the paths given has taken gets the path of its file, as given, in front; what then still has
    the id of an earlier article, or has it within one path, is a failure.
    """
    seen: dict[str, InputFile] = {}
    for file in found:
        if not isinstance(file, InputFile):
            yield file
            continue
        for line, item in read_file(file, fields or Fields()):
            if not isinstance(item, Article):
                yield item
                continue
            first = seen.get(item.id)
            article = told_apart(item, file) if first and first.is_other(file) else item
            if article.id in seen:
                message = "a second article of this id; give it an id of its own or leave it out"
                yield Failure(item.id, "read", "ReadError", message, file.name, line)
                continue
            seen[article.id] = file
            yield article


def told_apart(article: Article, file: InputFile) -> Article:
    """*article* with the path of its file, as it was given, at the start of its id."""
    if article.id == file.id or article.id.startswith(f"{file.id}#"):
        return replace(article, id=file.name + article.id[len(file.id) :])
    return replace(article, id=f"{file.name}#{article.id}")


def read_file(
    file: InputFile, fields: Fields
) -> Iterator[tuple[int | None, Article | Failure | Guessed]]:
    """What is in *file*, each with its line if the file is JSON Lines."""
    try:
        with opened_file(file) as stream:
            if file.form in READERS:
                yield from READERS[file.form](file, stream, fields)
            else:
                head = list(first_lines(stream))
                form = "lines" if head and is_json(head[-1]) else "text"
                yield from READERS[form](file, itertools.chain(head, stream), fields)
    except READ_ERRORS as error:
        message = to_reason(error)
        yield None, Failure(file.id, "read", type(error).__name__, message, file.name)


def to_reason(error: Exception) -> str:
    """What is wrong with a file whose reading ended in one of READ_ERRORS; what to do."""
    if isinstance(error, ReadError):
        return str(error)
    if isinstance(error, gzip.BadGzipFile) and "Not a gzipped file" in str(error):
        return "not compressed, though its name ends in .gz; rename it or fetch it again"
    if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile):
        return system_reason(error)
    return "the compressed file is cut off or broken; fetch it again"


def read_lines(path: Path | None) -> Iterator[bytes]:
    """The lines of a file, decompressed, None for standard input; ReadError if one is not read."""
    name = "-" if path is None else str(path)
    try:
        with opened_file(InputFile(name, path, "lines")) as stream:
            while line := stream.readline():
                yield line
    except READ_ERRORS as error:
        raise ReadError(f"{name}: {to_reason(error)}") from error


def opened_file(file: InputFile) -> AbstractContextManager[BinaryIO]:
    """The bytes of *file*, decompressed if its name ends in .gz."""
    if file.path is None:
        if sys.stdin is None:  # the program that started us closed it
            raise ReadError("standard input is closed; name a file or folder")
        return nullcontext(decompressed(sys.stdin.buffer))
    if file.path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(file.path, "rb"))
    return open(file.path, "rb")


def decompressed(stream: BinaryIO) -> BinaryIO:
    """*stream*, or what is compressed in it: standard input has no name to tell by."""
    peek = getattr(stream, "peek", None)
    if peek is not None and peek(2)[:2] == GZIP_MARK:
        return cast(BinaryIO, gzip.open(stream, "rb"))
    return stream


def first_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of *stream* to the first that is not blank."""
    while line := stream.readline():
        yield line
        if line.removeprefix(codecs.BOM_UTF8).strip():
            return


def is_json(first: bytes) -> bool:
    """Whether a first line is that of JSON Lines or of another JSON file, not of an article.

    A line that is meant for JSON and broken counts: it is one error, and the rest is read.
    """
    line = first.removeprefix(codecs.BOM_UTF8).strip()
    if line in (b"{", b"[") or JSON_OBJECT.match(line):
        return True
    return line.startswith(b"[{") and line.endswith((b"}", b"]", b","))

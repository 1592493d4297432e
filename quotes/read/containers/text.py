"""One article out of a text file, after a guess at its encoding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.model import Article
from quotes.read.containers.json_lines import Fields
from quotes.read.decode import check_text, decode
from quotes.read.failure import Guessed
from quotes.read.input_file import InputFile


def read_text(
    file: InputFile, lines: Iterable[bytes], fields: Fields
) -> Iterator[tuple[None, Article | Guessed]]:
    """The one article of a text file, which has no *fields*; ReadError if it is no text."""
    text, encoding = decode(b"".join(lines))
    article = Article(file.id, check_text(text))
    if encoding is not None:
        yield None, Guessed(file.name, encoding)
    yield None, article

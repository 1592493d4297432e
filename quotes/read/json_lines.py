"""Articles out of JSON Lines: one JSON object a line, its fields named by the caller."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quotes.errors import ReadError
from quotes.model import Article
from quotes.read.decode import check_text, is_encodable
from quotes.read.failure import Failure
from quotes.read.sources import Source

OPENERS = (b"{", b"[")


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields that hold an article's parts."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    url: str = "url"
    dates: tuple[str, ...] = ("date", "published")  # the first that is there


def read_json_lines(
    source: Source, lines: Iterable[bytes], fields: Fields
) -> Iterator[tuple[int, Article | Failure]]:
    """The number, from 1, and the article or failure of each line that is not blank."""
    for number, line in enumerate(lines, start=1):
        raw = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not raw:
            continue
        place = f"{source.id}#{number}"
        try:
            record = parsed(raw)
            if is_whole_file(raw) or is_own_output(record):
                raise WrongFileError
            yield number, to_article(record, place, fields)
        except WrongFileError:
            message = (
                "records of quotes, not articles; leave it out"
                if raw not in OPENERS
                else "JSON over several lines; make it one article a line, with jq -c '.[]'"
            )
            yield number, Failure(place, "read", "ReadError", message, source.name, number)
            return
        except ReadError as error:
            yield number, Failure(place, "read", "ReadError", str(error), source.name, number)

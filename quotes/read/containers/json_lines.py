"""Articles out of JSON Lines: one JSON object a line, its fields named by the caller."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.errors import ReadError
from quotes.model import Article
from quotes.read.decode import check_text, is_encodable
from quotes.read.failure import Failure
from quotes.read.input_file import InputFile

OWN_OUTPUT = re.compile(rb'\{\s*"schema"\s*:\s*"(?:quote|error)/')


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields that hold an article's parts."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    url: str = "url"
    dates: tuple[str, ...] = ("date", "published")  # the first that holds something


def read_json_lines(
    file: InputFile, lines: Iterable[bytes], fields: Fields
) -> Iterator[tuple[int, Article | Failure]]:
    """The number, from 1, and the article or failure of each line that is not blank."""
    first = True
    for number, line in enumerate(lines, start=1):
        raw = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not raw:
            continue
        place = f"{file.id}#{number}"
        wrong = whole_file_wrong(raw) if first else None
        first = False
        try:
            if wrong is not None:
                raise ReadError(wrong)
            yield number, to_article(parsed(raw), place, fields)
        except ReadError as error:
            yield number, Failure(place, "read", "ReadError", str(error), file.name, number)
        if wrong is not None:
            return  # one error for the file, not one for each of its lines


def whole_file_wrong(raw: bytes) -> str | None:
    """What the first line says against the whole file; None if nothing."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "JSON Lines in UTF-16; convert the file to UTF-8"
    if raw == b"{" or raw.startswith(b"["):
        return "JSON, but not an object a line; rewrite it, for example with: jq -c '.[]' FILE"
    if OWN_OUTPUT.match(raw):
        return "records of quotes or errors, not articles; leave this file out"
    return None


def parsed(raw: bytes) -> Mapping[str, Any]:
    """The JSON object in *raw*; ReadError if it holds anything else."""
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(f"byte {error.start} of the line is not UTF-8; repair the line") from error
    except json.JSONDecodeError as error:
        raise ReadError(f"not JSON: {error.msg}, column {error.colno}; repair the line") from error
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all measure
        raise ReadError("JSON too large to read; repair the line") from error
    if not isinstance(record, dict):
        raise ReadError("not a JSON object; write each article as one object on one line")
    return record


def to_article(record: Mapping[str, Any], place: str, fields: Fields) -> Article:
    """The article in *record*, with *place* for its id if it has none; ReadError if it is bad."""
    if fields.text not in record:
        raise ReadError(f"no field {fields.text!r}; name the one that holds it with --text-field")
    text = record[fields.text]
    if not isinstance(text, str):
        raise ReadError(f"field {fields.text!r} is not a string; put the text there")
    dates = (as_string(record.get(name)) for name in fields.dates)
    article = Article(
        id=as_id(record.get(fields.id), fields.id) or place,
        text=check_text(text),
        title=as_string(record.get(fields.title)),
        url=as_string(record.get(fields.url)),
        published=next((date for date in dates if date), None),
    )
    facts = (article.id, article.title, article.url, article.published)
    if any("\0" in value for value in facts if value is not None):
        raise ReadError("a field holds a NUL character, which no database takes; leave it out")
    for value in facts:
        if value is not None and not is_encodable(value):
            raise ReadError("a field holds half of a surrogate pair; write the line as UTF-8")
    return article


def as_id(value: object, field: str) -> str | None:
    """The id as a string; None if there is none, ReadError if it is no string or whole number."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ReadError(f"field {field!r} is no string or whole number; name another with --id-field")


def as_string(value: object) -> str | None:
    """A string or number as a string; None for anything else, which says nothing we could cite."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value) or None

"""Reads the user's list of speakers from a file, CSV or JSON Lines, and checks every row."""

from __future__ import annotations

import csv
import io
import json
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

from quotes.attribute.registry.registry import Listed, Registry
from quotes.errors import QuotesError
from quotes.model import SpeakerType

COLUMNS = ("id", "name", "aliases", "type", "role", "valid_from", "valid_to")
TYPES = get_args(SpeakerType)
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
HALF = re.compile(r"[\ud800-\udfff]")
Row = Mapping[str, Any]


class RegistryError(QuotesError):
    """A list of speakers cannot be used; `problems` has a line for each bad row."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        more = len(problems) - 1
        super().__init__(problems[0] + (f" (and {more} more)" if more else ""))


def read_registry(path: Path | str) -> Registry:
    """The list in a .csv, .jsonl or .ndjson file; RegistryError if a row is bad."""
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RegistryError([f"{path}: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise RegistryError([f"{path}: is not UTF-8; save it as UTF-8"]) from error
    lines = path.suffix.lower() in (".jsonl", ".ndjson", ".json")
    problems: list[str] = []
    rows: dict[str, Listed] = {}
    for line, row in read_lines(text) if lines else read_csv(text):
        try:
            listed = to_listed(row, line)
            if listed.id in rows:
                raise ValueError(f"id {listed.id!r} is that of line {rows[listed.id].line} too")
        except ValueError as error:
            problems.append(f"{path}:{line}: {error}")
        else:
            rows[listed.id] = listed
    if not rows and not problems:
        problems.append(f"{path}: names nobody; give the columns id and name, and a row for each")
    if problems:
        raise RegistryError(problems)
    return Registry(rows.values(), str(path))


def read_lines(text: str) -> Iterator[tuple[int, Row | str]]:
    """The number of each line of JSON Lines and its object, or what is wrong with it."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield number, "is not JSON"
            continue
        yield number, row if isinstance(row, dict) else "is not a JSON object"


def read_csv(text: str) -> Iterator[tuple[int, Row | str]]:
    """The number of the first line of each row of a CSV and its cells, or what is wrong with it."""
    head = text.split("\n", 1)[0]
    mark = max((",", ";", "\t"), key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    names: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            started, line = line, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if names is None:
                names = [cell.strip() for cell in cells]
                if lacking := [column for column in ("id", "name") if column not in names]:
                    yield started, f"the header has no column {lacking[0]!r}"
                    return
            elif len(cells) > len(names):
                yield started, f"has {len(cells)} cells, the header {len(names)}"
            else:
                yield started, dict(zip(names, cells, strict=False))
    except csv.Error as error:
        yield line, f"is not CSV: {error}"


def to_listed(row: Row | str, line: int) -> Listed:
    """The checked row; ValueError says what is wrong with it."""
    if isinstance(row, str):
        raise ValueError(row)
    cells = {column: text_of(row, column) for column in COLUMNS if column != "aliases"}
    for column in ("id", "name"):
        if not cells[column]:
            raise ValueError(f"has no {column}")
    kind = cells["type"] or None
    if kind is not None and kind not in TYPES:
        raise ValueError(f"type {kind!r} is not one of {', '.join(TYPES)}")
    since, until = to_date(cells["valid_from"]), to_date(cells["valid_to"], last=True)
    if since and until and since > until:
        raise ValueError(f"valid_from {since} is after valid_to {until}")
    return Listed(
        id=cells["id"],
        name=cells["name"],
        aliases=aliases_of(row),
        type=kind,  # type: ignore[arg-type]  # it is one of TYPES
        role=cells["role"] or None,
        valid_from=since,
        valid_to=until,
        line=line,
        more=tuple((column, row[column]) for column in row if column not in COLUMNS),
    )


def text_of(row: Row, column: str) -> str:
    """The text of a cell without the space around it; "" if there is none."""
    value = row.get(column)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"{column} is not a text")
    return checked(str(value), column)


def checked(text: str, column: str) -> str:
    """*text* with plain white space; ValueError if it cannot be written as UTF-8."""
    if HALF.search(text):
        raise ValueError(f"{column} has half of a surrogate pair")
    return " ".join(text.split())


def aliases_of(row: Row) -> tuple[str, ...]:
    """The aliases of a row: a list, or a text that | or ; parts."""
    value = row.get("aliases")
    if isinstance(value, list):
        if not all(isinstance(alias, str) for alias in value):
            raise ValueError("aliases has something that is not a text")
        parts = value
    else:
        parts = re.split(r"[|;]", text_of(row, "aliases"))
    return tuple(checked(part, "aliases") for part in parts if part.strip())


def to_date(text: str, last: bool = False) -> date | None:
    """The day that YYYY-MM-DD names, or the first or *last* of YYYY-MM or YYYY; None for ""."""
    if not text:
        return None
    match = DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        raise ValueError(f"{text!r} is not a date; write YYYY-MM-DD") from None

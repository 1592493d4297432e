"""Files of records: their first line tells them from articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from quotes.errors import QuotesError
from quotes.read.articles import read_lines
from quotes.read.failure import Failure
from quotes.write.record import Record
from quotes.write.sinks.sink import SUFFIXES
from quotes.write.validate import CheckedRecords, check_lines


def is_records(path: Path) -> bool:
    """Whether *path* is a file whose first line is a record of ours."""
    if not path.is_file() or not path.name.lower().endswith(SUFFIXES):
        return False
    try:
        first = next((line for line in read_lines(path) if line.strip()), b"")
        return str(json.loads(first).get("schema", "")).startswith("quote/")
    except (ValueError, AttributeError, RecursionError, QuotesError):
        return False


def read_records(
    paths: Iterable[Path], report: Callable[[Failure], None]
) -> dict[str, list[Record]]:
    """The records in *paths* by their article; what is wrong in them goes to *report*."""
    claims = CheckedRecords()
    for path in paths:
        for problem in check_lines(read_lines(path), claims, keep=True):
            message = f"{problem.message}; left out"
            report(Failure(path.name, "read", "RecordError", message, str(path), problem.line))
    return {document: sorted(own, key=start_of) for document, own in claims.kept().items()}


def start_of(record: Record) -> tuple[int, int]:
    """The order of quotes: by their start, the longer of two first."""
    spans = record["content"]["spans"]
    return spans[0]["start"], -spans[-1]["end"]

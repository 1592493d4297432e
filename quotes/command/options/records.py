"""The argument RECORDS: JSON Lines from a file or standard input, or a quote database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from quotes.command.options.arguments import FILE, STDIN
from quotes.command.terminal.lines import complain
from quotes.write.database.sqlite_file import is_sqlite
from quotes.write.record import Record

PREFIX = "q-"


class Records(click.ParamType):  # type: ignore[type-arg]  # generic in new releases only
    """A file, or the URL of a database."""

    name = "records"
    path = FILE

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        """The URL as it is, else the path of a file that is there."""
        if isinstance(value, str) and "://" in value:
            return value
        path: Path = self.path.convert(value, param, ctx)
        return path


class Gold(Records):
    """A folder, the path of a database or its URL."""

    name = "gold"
    path = click.Path(exists=True, path_type=Path)


RECORDS, GOLD = Records(), Gold()


def is_database(name: str) -> bool:
    """Whether *name* is a database URL or the path of a SQLite file."""
    return "://" in name or is_sqlite(Path(name))


def lines_of(records: Path | str) -> Iterator[bytes]:
    """The records at a path, - for standard input, or in a database, as lines of JSON."""
    from quotes.read.articles import read_lines

    if is_database(str(records)):
        from quotes.write.database.engine import reading
        from quotes.write.database.reader import stored_lines

        with reading(str(records)) as connection:
            yield from (line.encode("utf-8") for line in stored_lines(connection))
    else:
        yield from read_lines(None if records == STDIN else Path(records))


def read_by_document(records: Path | str) -> tuple[dict[str, list[Record]], int]:
    """The records by document, and how many lines were wrong, each complained of."""
    from quotes.write.validate import CheckedRecords, check_lines

    claims, wrong = CheckedRecords(), 0
    for problem in check_lines(lines_of(records), claims, keep=True):
        complain(f"{records}:{problem.line}: {problem.message}; left out")
        wrong += 1
    return claims.kept(), wrong


def record_in(records: Path | str, quote_id: str) -> Record:
    """The record whose id is or begins with *quote_id*; wrong usage if it is not just one.

    Only lines that hold the id are read as JSON: there may be millions.
    """
    from quotes.write.schema import schema_errors

    start = quote_id if quote_id.startswith(PREFIX) else PREFIX + quote_id
    wanted, found = start.encode("utf-8", "replace"), list[Record]()
    for line in lines_of(records):
        if wanted in line:
            try:
                record = json.loads(line)
            except ValueError:
                continue  # quotes validate tells what is wrong with it
            if not schema_errors(record) and record["id"].startswith(start):
                found.append(record)
    if len(found) != 1:
        count = f"{len(found)} records begin so; give more of it" if found else "no record has it"
        raise click.UsageError(f"{records}: {quote_id}: {count}.")
    return found[0]

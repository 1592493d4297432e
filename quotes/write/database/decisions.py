"""What people decided on quotes: stored beside them, found again after another extraction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from quotes.write.database.tables import decisions, documents, quotes
from quotes.write.record import Record

Verdict = Literal["accept", "reject", "correct", "open"]
Held = dict[str, Row[Any]]  # the decision that holds, by the id of a quote that is stored


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone decided on a quote; `open` takes back what was decided before."""

    verdict: Verdict
    by: str
    speaker: str | None = None  # who it is, if that was corrected
    source: tuple[int, int] | None = None  # the words that name who it is
    bounds: tuple[int, int] | None = None  # the content's, if they were corrected
    corrected: str | None = None  # the words within the bounds


def store(db: Path, record: Record, decision: Decision) -> None:
    """Add *decision* on *record* to a SQLite database; waits for a run that writes to it."""
    source, bounds = decision.source or (None, None), decision.bounds or (None, None)
    row = {
        "quote_id": record["id"],
        "document_id": record["document"]["id"],
        "content": record["content"]["text"],
        "prefix": record["selector"]["prefix"],
        "verdict": decision.verdict,
        "speaker": decision.speaker,
        "source_start": source[0],
        "source_end": source[1],
        "start": bounds[0],
        "end": bounds[1],
        "corrected": decision.corrected,
        "decided_by": decision.by,
        "decided_at": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "record": json.dumps(record, ensure_ascii=False),
        "sha256": record["document"]["sha256"],
    }
    names = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(f":{name}" for name in row)
    with closing(sqlite3.connect(db, timeout=30)) as connection, connection:
        connection.execute(f"INSERT INTO decisions ({names}) VALUES ({values})", row)


def held(connection: Connection, document: str | None = None) -> Held:
    """The decisions that hold, by the quotes that they are on; of one *document* if it is given.

    A quote has the newest decision on its id. Where the article has changed, and so its ids, the
    decision goes to the quote of the same words in the article: of several, to one that has the
    same words before it, else to the first that has no decision.
    """
    found = placed(connection, newest(connection, document))
    return {id: row for id, row in found.items() if row.verdict != "open"}


def newest(connection: Connection, document: str | None = None) -> dict[str, Row[Any]]:
    """The newest decision by the id that its quote had, of one *document* if it is given."""
    query = select(decisions).order_by(decisions.c.id)
    if document is not None:
        query = query.where(decisions.c.document_id == document)
    return {row.quote_id: row for row in connection.execute(query)}


def placed(connection: Connection, by_quote: Mapping[str, Row[Any]]) -> Held:
    """The decisions of *by_quote* by the stored quotes that they are on now, as `held` says."""
    there = set(ids_there(connection, by_quote))
    found: Held = {id: row for id, row in by_quote.items() if id in there}
    lost = [row for id, row in by_quote.items() if id not in there]
    for row in sorted(lost, key=lambda row: -row.id):
        again = find_again(connection, row, found)
        if again is not None:
            found[again] = row
    return found


def ids_there(connection: Connection, ids: Iterable[str]) -> Iterator[str]:
    """Those of *ids* that quotes have."""
    wanted = list(ids)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        yield from connection.execute(select(quotes.c.id).where(quotes.c.id.in_(some))).scalars()


def find_again(connection: Connection, row: Row[Any], taken: Iterable[str]) -> str | None:
    """The id of the quote that a decision on one that is gone is on now; None if there is none."""
    query = (
        select(quotes.c.id, quotes.c.prefix)
        .where(quotes.c.document_id == row.document_id, quotes.c.content == row.content)
        .order_by(quotes.c.place)
    )
    free = [each for each in connection.execute(query) if each.id not in taken]
    same = [each for each in free if each.prefix == row.prefix]
    return (same or free)[0].id if free else None


def checked_through(connection: Connection) -> list[str]:
    """The ids of the articles on each of whose quotes, one at least, a decision holds."""
    by_id = held(connection)
    counts: dict[str, int] = {}
    for row in by_id.values():
        counts[row.document_id] = counts.get(row.document_id, 0) + 1
    query = select(documents.c.id, documents.c.quotes).order_by(documents.c.position)
    return [id for id, total in connection.execute(query) if total and counts.get(id) == total]


def nearest(text: str, words: str, place: int) -> tuple[int, int] | None:
    """Where *words* stand in *text*, next to *place*; None if nowhere."""
    found = text.rfind(words, 0, place + len(words)), text.find(words, place)
    start = min((i for i in found if i >= 0), key=lambda each: abs(each - place), default=None)
    return None if start is None else (start, start + len(words))

"""Every decision that still holds, as a line of JSON, also on quotes that are no longer stored."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row

from quotes.write.database.decisions import newest, placed
from quotes.write.record import Record

Decided = tuple[str | None, Row[Any]]  # a decision with the quote that it is on now


def decided(connection: Connection) -> list[Decided]:
    """Every decision that holds, in the order in which they were made.

    With it the id of the quote that it is on now: None if no such quote is stored any more, be it
    that a run left it out, or that the article has other words or is gone.
    """
    by_quote = newest(connection)
    found = placed(connection, by_quote)
    on = {row.id: quote for quote, row in found.items()}
    rows = sorted(by_quote.values(), key=lambda row: -row.id)
    lost = [row for row in not_decided_again(rows) if row.id not in on]
    every = [row for row in (*found.values(), *lost) if row.verdict != "open"]
    return [(on.get(row.id), row) for row in sorted(every, key=lambda row: row.id)]


def not_decided_again(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Those of *rows*, the newest first, after which nobody decided on the same words again.

    The same words in another version of the article are the same quote under another id; so often
    as they come twice in one version, they are as many quotes.
    """
    kept: list[Row[Any]] = []
    met: Counter[tuple[str, str, str]] = Counter()  # by article, words and version
    alive: Counter[tuple[str, str]] = Counter()  # by article and words: those kept
    own: Counter[tuple[str, str, str]] = Counter()  # of these, by version
    for row in rows:
        words = row.document_id, row.content
        version = *words, row.sha256
        if met[version] >= alive[words] - own[version]:
            kept.append(row)
            alive[words] += 1
            own[version] += 1
        met[version] += 1
    return kept


def to_line(quote: str | None, row: Row[Any]) -> str:
    """A decision as JSON, with the id of the *quote* that it is on now, None for none."""
    line = {
        "schema": "decision/1",
        "quote": quote,
        "document": {"id": row.document_id, "sha256": row.sha256},
        "verdict": row.verdict,
        "by": row.decided_by,
        "at": row.decided_at,
        "speaker": row.speaker,
        "source": place_of(row.source_start, row.source_end),
        "content": place_of(row.start, row.end, row.corrected),
        "record": json.loads(row.record),
    }
    return json.dumps(line, ensure_ascii=False)


def place_of(start: int | None, end: int | None, text: str | None = None) -> Record | None:
    """A place as records have it; None if there is none."""
    if start is None or end is None:
        return None
    return {"start": start, "end": end} | ({} if text is None else {"text": text})

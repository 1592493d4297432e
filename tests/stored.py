"""Articles for a quote database, and a look behind its back."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import text

from quotes.write.database.engine import engine_of, url_of

NEWS = (
    {
        "id": "mill",
        "title": "Mill to stay",
        "url": "https://news.example/1",
        "date": "2026-11-20T08:00:00Z",
        "text": "Mary Ito spoke. “We won’t sell the café,” said Ito. “Never, never.”",
    },
    {"id": "vote'; DROP TABLE quotes;--", "date": "20 Nov 2026", "text": "“They voted for 100%.”"},
    {"id": "quiet", "title": "<b>No one</b>", "date": "2027-01-02", "text": "Nobody spoke."},
    {"id": "نبأ", "date": "2027-01-03", "text": "“مرحبا \u202eworld” said Ito. “A_b”\r\n\r\n“C.”"},
)


def query(db: str, sql: str) -> list[Any]:
    """The rows of a query."""
    with engine_of(url_of(db), write=False).connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def change(db: str, sql: str) -> None:
    """Change a database behind its back."""
    with engine_of(url_of(db), write=True).begin() as connection:
        connection.execute(text(sql))


def lines(*objects: dict[str, Any]) -> str:
    """JSON Lines."""
    return "".join(json.dumps(each) + "\n" for each in objects)

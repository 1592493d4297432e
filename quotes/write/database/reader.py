"""What is read out of a quote database: its records, in the order in which they were found."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from quotes.model import Article
from quotes.write.database.tables import documents, quotes, records, texts
from quotes.write.record import Record


def stored_lines(connection: Connection) -> Iterator[str]:
    """The records as JSON, an article after another: the bytes of the file that extract writes."""
    query = (
        select(records.c.record)
        .join(quotes, quotes.c.id == records.c.quote_id)
        .join(documents, documents.c.id == quotes.c.document_id)
        .order_by(documents.c.position, documents.c.id, quotes.c.place)
    )
    with connection.execute(query, execution_options={"yield_per": 1000}) as rows:
        yield from rows.scalars()


def count_quotes(connection: Connection) -> int:
    """How many quotes are stored."""
    return int(connection.execute(select(func.count()).select_from(quotes)).scalar_one())


def stored_records(connection: Connection, document: str) -> list[Record]:
    """The records of an article, in the order of its text."""
    query = (
        select(records.c.record)
        .join(quotes, quotes.c.id == records.c.quote_id)
        .where(quotes.c.document_id == document)
        .order_by(quotes.c.place)
    )
    return [json.loads(line) for line in connection.execute(query).scalars()]


def stored_article(connection: Connection, document: str) -> Article | None:
    """The article with the id *document*; None if it or its text is not stored."""
    facts = documents.c
    query = (
        select(texts.c.text, facts.title, facts.url, facts.published)
        .join(documents, facts.id == texts.c.document_id)
        .where(facts.id == document)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else Article(document, *row)

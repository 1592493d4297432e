"""What is read out of a quote database: its records, in the order in which they were found."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from quotes.write.database.tables import documents, quotes, records


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

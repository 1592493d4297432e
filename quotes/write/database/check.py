"""Checks a quote database: its rows against its records, and both against the articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table, select

from quotes.model import Article
from quotes.parse.paragraphs import find_paragraphs
from quotes.read.failure import Failure, Item
from quotes.write.database.rows import Row, Rows, document_row, rows_of
from quotes.write.database.tables import documents, errors, mentions, quotes, records, spans
from quotes.write.database.tables import speakers as speaker_table
from quotes.write.record import Record
from quotes.write.schema import schema_errors
from quotes.write.validate import own_errors, page_errors, refuse, text_errors

BY_QUOTE = (records, spans, mentions)
BY_DOCUMENT = (quotes, speaker_table)


class Wrong(NamedTuple):
    """Something that is wrong with what is stored of an article."""

    document: str
    message: str


def check_stored(connection: Connection) -> Iterator[Wrong]:
    """What is wrong with the records, and where the rows say something else than they."""
    query = select(documents.c.id, documents.c.quotes).order_by(documents.c.position)
    for id, count in connection.execute(query).all():
        stored = rows_stored(connection, id)
        yield from (Wrong(id, message) for message in errors_within(id, count, stored))


def errors_within(document: str, count: int, stored: Rows) -> Iterator[str]:
    """What is wrong with the rows of an article that should have *count* quotes."""
    found = [to_record(row["record"]) for row in stored["records"]]
    good: list[Record] = []
    for row, record in zip(stored["records"], found, strict=True):
        wrong = ["not JSON"] if record is None else schema_errors(record) or own_errors(record)
        yield from (f"{row['quote_id']}: {message}" for message in wrong)
        if record is not None and not wrong:
            good.append(record)
    if len(stored["quotes"]) != count or len(found) != count:
        yield f"{len(stored['quotes'])} quotes and {len(found)} records, not {count}"
    elif len(good) == count:
        for name, rows in rows_of(document, good).items():
            if comparable(rows) != comparable(stored[name]):
                yield f"the rows in {name} are not those that the records give"


def to_record(line: str) -> Record | None:
    """The record in *line*; None if it is no JSON."""
    try:
        record: Record = json.loads(line, parse_constant=refuse)
    except (ValueError, RecursionError):
        return None
    return record


def comparable(rows: Iterable[Row]) -> list[list[tuple[str, Any]]]:
    """*rows* in an order of their own, columns without a value left out."""
    plain = ({k: v for k, v in row.items() if v is not None} for row in rows)
    return sorted((sorted(row.items()) for row in plain), key=repr)


def rows_stored(connection: Connection, document: str) -> Rows:
    """The rows of an article, by table."""
    own = quotes.c.document_id == document
    of_quote = select(quotes.c.id).where(own)
    stored: Rows = {}
    for table in BY_DOCUMENT:
        stored[table.name] = fetch(connection, table, table.c.document_id == document)
    for table in BY_QUOTE:
        stored[table.name] = fetch(connection, table, table.c.quote_id.in_(of_quote))
    places = {row["id"]: row["place"] for row in stored["quotes"]}
    stored["records"].sort(key=lambda row: places[row["quote_id"]])
    return stored


def fetch(connection: Connection, table: Table, condition: Any) -> list[Row]:
    """The rows of *table* that fit *condition*."""
    return [dict(row._mapping) for row in connection.execute(select(table).where(condition))]


def pairs(connection: Connection, key: Column[str], value: Column[str]) -> dict[str, str]:
    """Two columns of a table as a mapping."""
    return {row[0]: row[1] for row in connection.execute(select(key, value))}


def check_articles(connection: Connection, items: Iterable[Item]) -> Iterator[Wrong]:
    """What the articles say against what is stored; articles that changed, are gone or are new."""
    there = pairs(connection, documents.c.id, documents.c.sha256)
    failed = pairs(connection, errors.c.document, errors.c.message)
    seen: dict[str, str] = {}
    for item in items:
        if isinstance(item, Failure):
            seen.setdefault(item.document, f"could not be read: {item.message}")
        elif isinstance(item, Article):
            seen[item.id] = ""
            if item.id not in there:
                yield Wrong(item.id, failed.get(item.id, "is not stored; extract it"))
            elif there[item.id] != item.sha256:
                yield Wrong(item.id, "has changed since it was stored; extract it again")
            else:
                yield from (Wrong(item.id, each) for each in article_errors(connection, item))
    for id in there:
        if reason := seen.get(id, "is not among the articles given; --prune removes it"):
            yield Wrong(id, reason)


def article_errors(connection: Connection, article: Article) -> Iterator[str]:
    """What an *article* whose text is unchanged says against what is stored of it."""
    row = fetch(connection, documents, documents.c.id == article.id)[0]
    facts = document_row(article)
    yield from (f"{name}: the article has another" for name in facts if row[name] != facts[name])
    stored = rows_stored(connection, article.id)
    paragraphs = len(find_paragraphs(article.text)) if stored["records"] else 0
    for each in stored["records"]:
        record = to_record(each["record"])
        if record is not None and not schema_errors(record):
            wrong = chain(text_errors(record, article), page_errors(record, article, paragraphs))
            yield from (f"{record['id']}: {message}" for message in wrong)
    for span in stored["spans"]:
        if article.text[span["start"] : span["end"]] != span["text"]:
            yield f"{span['quote_id']}: a span does not cut out the stored text"

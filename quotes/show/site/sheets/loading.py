"""Sheets from articles whose quotes are found now, from records, from a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection, select

from quotes.model import Article, Quote
from quotes.read.failure import Failure, Item
from quotes.show.site.sheets.sheet import Sheet, sheet_of_records, to_sheet
from quotes.write.database.reader import stored_records
from quotes.write.database.tables import documents, texts
from quotes.write.record import Record, text_hash, to_record

Find = Callable[[Article], Iterable[Quote]]
Report = Callable[[Failure], None]


def sheets_of_articles(items: Iterable[Item], find: Find, report: Report) -> Iterator[Sheet]:
    """The sheets of articles whose quotes *find* finds; what fails goes to *report*."""
    for item in items:
        if isinstance(item, Failure):
            report(item)
        elif isinstance(item, Article):
            try:
                found = [to_record(item, quote) for quote in find(item)]
            except Exception as error:  # a bad article costs one error, not the report
                message = f"{type(error).__name__}: {error}; this is a bug, please report it"
                report(Failure(item.id, "find", type(error).__name__, message))
                continue
            yield to_sheet(item, found)


def sheets_of_records(
    by_document: dict[str, list[Record]], items: Iterable[Item], report: Report
) -> Iterator[Sheet]:
    """The sheets of records, with the texts of those articles that are among *items*."""
    articles: dict[str, Article] = {}
    for item in items:
        if isinstance(item, Failure):
            report(item)
        elif isinstance(item, Article) and item.id in by_document:
            articles[item.id] = item
    for document, own in by_document.items():
        article = articles.get(document)
        if article is not None and text_hash(article) != own[0]["document"]["sha256"]:
            message = "the article has changed since its records were made; extract it again"
            report(Failure(document, "read", "RecordError", message))
            article = None
        yield sheet_of_records(own) if article is None else to_sheet(article, own)


def sheets_of_database(connection: Connection, only: str | None = None) -> Iterator[Sheet]:
    """The sheets of the articles in a quote database that have quotes, or of *only* one."""
    columns = documents.c
    query = (
        select(columns.id, columns.title, columns.url, columns.published, texts.c.text)
        .join(texts, texts.c.document_id == columns.id, isouter=True)
        .order_by(columns.position, columns.id)
        .where(columns.quotes > 0 if only is None else columns.id == only)
    )
    for id, title, url, published, text in connection.execute(query).all():
        own = stored_records(connection, id)
        if text is not None:
            yield to_sheet(Article(id, text, title, url, published), own)
        elif own:
            yield sheet_of_records(own)
        else:
            yield Sheet(id, title, url, published, (), ())

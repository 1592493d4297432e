"""The sink into a quote database: one transaction per article, so none is ever half there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from quotes.errors import RecordError
from quotes.model import Article
from quotes.read.failure import Failure
from quotes.write.database import tables
from quotes.write.database.engine import writing
from quotes.write.database.rows import Row, document_row, rows_of
from quotes.write.record import Record
from quotes.write.settings import Settings

UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Database:
    """Stores the records of one article after another, each in the place of what it had before."""

    def __init__(self, connection: Connection, run: int) -> None:
        self.connection = connection
        self.run = run
        self.stored: dict[str, str] = {}  # the hash of the text that the quotes are from, by id
        self.positions: dict[str, int] = {}
        self.resume: dict[str, str] = {}
        self.failed: set[str] = set()
        self.load()

    def load(self) -> None:
        """Read what is stored of every article: about 300 bytes of memory each."""
        columns = tables.documents.c
        query = select(columns.id, columns.sha256, columns.position, columns.resume_key)
        with self.connection.begin():
            for id, sha256, position, key in self.connection.execute(query):
                self.stored[id] = sha256
                self.positions[id] = position
                self.resume[id] = key or ""
            self.failed.update(self.connection.execute(select(tables.errors.c.document)).scalars())

    def keys(self) -> dict[str, str]:
        """The key of each article that is stored, empty if it is to be tried again."""
        return self.resume

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Replace what is stored of *article*."""
        position = self.positions.get(article.id, len(self.positions))
        row = {**document_row(article), "quotes": len(records), "run_id": self.run}
        row |= {"position": position, "resume_key": key}
        try:
            with self.connection.begin():
                self.remove({article.id} & self.stored.keys(), {article.id} & self.failed)
                self.connection.execute(insert(tables.documents), [row])
                if is_storable(article.text):
                    text = {"document_id": article.id, "text": article.text}
                    self.connection.execute(insert(tables.texts), [text])
                for name, rows in rows_of(article.id, records).items():
                    if rows:
                        self.connection.execute(insert(tables.metadata.tables[name]), rows)
        except DBAPIError as error:
            if is_own_fault(error):
                reason = " ".join(str(error.orig).split())
                raise RecordError(f"the database does not take it: {reason}; shorten it") from error
            raise
        self.stored[article.id] = article.sha256
        self.positions[article.id] = position

    def remove(self, documents: Collection[str], errors: Collection[str]) -> None:
        """Delete *documents* with all that is theirs, and what failed before in *errors*."""
        columns = (tables.documents.c.id, tables.errors.c.document)
        for column, ids in zip(columns, (documents, errors), strict=True):
            if ids:
                query = delete(column.table).where(column == bindparam("gone"))
                self.connection.execute(query, [{"gone": id} for id in ids])

    def fail(self, failure: Failure) -> None:
        """Store *failure*; quotes from another version of the text are no longer the article's."""
        document, sha256 = failure.document, failure.sha256
        changed = sha256 is not None and self.stored.get(document, sha256) != sha256
        row = {"run_id": self.run, "document": document, "file": failure.file}
        row |= {"line": failure.line, "stage": failure.stage, "type": failure.type}
        with self.connection.begin():
            if changed:
                self.remove([document], ())
            self.connection.execute(insert(tables.errors), [{**row, "message": failure.message}])
        self.failed.add(document)
        if changed:
            del self.stored[document], self.positions[document]

    def finish(self, order: Sequence[str], gone: Collection[str]) -> None:
        """Delete the articles *gone*, and put the others in the order of the input."""
        seen = set(order)
        unseen = sorted(self.stored.keys() - seen - set(gone), key=self.positions.__getitem__)
        final = [*unseen, *(id for id in order if id in self.stored)]
        moved = [
            {"moved": id, "to": position}
            for position, id in enumerate(final)
            if self.positions[id] != position
        ]
        with self.connection.begin():
            if gone:
                self.remove(gone, gone)
            if moved:
                at = tables.documents.c.id == bindparam("moved")
                to = update(tables.documents).where(at).values(position=bindparam("to"))
                self.connection.execute(to, moved)
            self.forget_errors()

    def forget_errors(self) -> None:
        """Delete what failed in earlier runs over the same input: this one has tried it again."""
        runs, errors = tables.runs.c, tables.errors.c
        query = select(runs.id, runs.inputs)
        inputs = {id: tuple(paths) for id, paths in self.connection.execute(query)}
        same = [id for id, paths in inputs.items() if id < self.run and paths == inputs[self.run]]
        if same:
            at = errors.run_id == bindparam("old")
            self.connection.execute(delete(tables.errors).where(at), [{"old": id} for id in same])

    def close_run(self, summary: dict[str, Any]) -> None:
        """Write down that the run came to its end, and let the engine count its rows."""
        with self.connection.begin():
            at = tables.runs.c.id == self.run
            done = {"finished": now(), "summary": summary}
            self.connection.execute(update(tables.runs).where(at).values(done))
            self.connection.exec_driver_sql("ANALYZE")


def is_storable(text: str) -> bool:
    """Whether a database takes *text*: not with a lone surrogate or a NUL."""
    return not UNSTORABLE.search(text)


def is_own_fault(error: DBAPIError) -> bool:
    """Whether an article is to blame, such as one whose id is too long for an index."""
    too_much = getattr(error.orig, "sqlstate", None) == "54000"  # program_limit_exceeded
    return too_much or isinstance(error, DataError | IntegrityError)


def now() -> str:
    """The time in ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@contextmanager
def open_database(name: str, inputs: Sequence[str], settings: Settings) -> Iterator[Database]:
    """A sink into the quote database *name*, a path or a URL; DatabaseError if it is in use."""
    with writing(name) as connection:
        row: Row = {"started": now(), "inputs": list(inputs), "version": settings.version}
        row |= {"rules": settings.rules, "model": settings.model, "options": settings.options}
        with connection.begin():
            made = connection.execute(insert(tables.runs).values(row).returning(tables.runs.c.id))
            run = made.scalar_one()
        yield Database(connection, run)

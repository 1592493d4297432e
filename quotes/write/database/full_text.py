"""Full-text search over content, speaker and title: FTS5 in SQLite, a tsvector in PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    table,
    text,
)

from quotes.write.database.tables import quotes

# Around what was found. Control characters are never shown as they are, so none can be forged.
ON, OFF = "\x02", "\x03"
FIELDS = "content, speaker, title"
NEW, OLD = (", ".join(f"{row}.{name}" for name in FIELDS.split(", ")) for row in ("new", "old"))

SQLITE = (
    f"""CREATE VIRTUAL TABLE quotes_fts USING fts5({FIELDS}, content='quotes',
        content_rowid='rowid', tokenize='porter unicode61 remove_diacritics 2')""",
    f"""CREATE TRIGGER quotes_insert AFTER INSERT ON quotes BEGIN
        INSERT INTO quotes_fts(rowid, {FIELDS}) VALUES (new.rowid, {NEW}); END""",
    f"""CREATE TRIGGER quotes_delete AFTER DELETE ON quotes BEGIN
        INSERT INTO quotes_fts(quotes_fts, rowid, {FIELDS}) VALUES ('delete', old.rowid, {OLD});
        END""",
    f"""CREATE TRIGGER quotes_update AFTER UPDATE ON quotes BEGIN
        INSERT INTO quotes_fts(quotes_fts, rowid, {FIELDS}) VALUES ('delete', old.rowid, {OLD});
        INSERT INTO quotes_fts(rowid, {FIELDS}) VALUES (new.rowid, {NEW}); END""",
)
POSTGRESQL = (
    """ALTER TABLE quotes ADD COLUMN words tsvector GENERATED ALWAYS AS (
        to_tsvector('english', content) || to_tsvector('simple', coalesce(speaker, ''))
        || to_tsvector('english', coalesce(title, ''))) STORED""",
    "CREATE INDEX ix_quotes_words ON quotes USING gin (words)",
)
DDL = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


@dataclass(frozen=True, slots=True)
class Match:
    """How a search is put to an engine."""

    source: FromClause
    where: ColumnElement[bool]
    content: ColumnElement[Any]  # with ON and OFF around what was found
    rank: ColumnElement[Any]  # smallest first


def match(dialect: str, phrases: Sequence[str]) -> Match:
    """The match of all *phrases*, each of words that follow one another, in an engine."""
    return in_sqlite(phrases) if dialect == "sqlite" else in_postgresql(phrases)


def in_sqlite(phrases: Sequence[str]) -> Match:
    """The match by FTS5, in whose language everything within double quotes is words."""
    index = table("quotes_fts", column("rowid"))
    query = " ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
    return Match(
        quotes.join(index, literal_column("quotes.rowid") == index.c.rowid),
        text("quotes_fts MATCH :words").bindparams(bindparam("words", query)),  # type: ignore[arg-type]
        literal_column("highlight(quotes_fts, 0, char(2), char(3))"),
        literal_column("quotes_fts.rank"),
    )


def in_postgresql(phrases: Sequence[str]) -> Match:
    """The match by tsvector: words as they are for names, and by their stems."""
    query = None
    for phrase in phrases:
        each = func.phraseto_tsquery("english", phrase).op("||")(
            func.phraseto_tsquery("simple", phrase)
        )
        query = each if query is None else query.op("&&")(each)
    words: ColumnElement[Any] = literal_column("quotes.words")
    marks = f'StartSel="{ON}", StopSel="{OFF}", HighlightAll=true'
    return Match(
        quotes,
        words.op("@@")(query),
        func.ts_headline("english", quotes.c.content, query, literal(marks)),
        -func.ts_rank_cd(words, query),
    )

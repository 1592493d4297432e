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

from quotes.lexicon.load import read_table
from quotes.write.database.tables import quotes

# Around what was found. Control characters are never shown as they are, so none can be forged.
ON, OFF = "\x02", "\x03"
FIELDS = "content, speaker, title"
NEW, OLD = (", ".join(f"{row}.{name}" for name in FIELDS.split(", ")) for row in ("new", "old"))

# An index has one language, and a database does not say which: it is that of all made so far.
INDEX_LANGUAGE = "en"


def stemmer(dialect: str) -> str:
    """The name that an engine gives to the stemmer of the index."""
    name: str = read_table("search", INDEX_LANGUAGE)["stemmer"][dialect]
    return name


def index_statements(dialect: str) -> tuple[str, ...]:
    """The statements that make the index in an engine."""
    return for_sqlite() if dialect == "sqlite" else for_postgresql()


def for_sqlite() -> tuple[str, ...]:
    """The statements that make an FTS5 table, and triggers that keep it up with the quotes."""
    return (
        f"""CREATE VIRTUAL TABLE quotes_fts USING fts5({FIELDS}, content='quotes',
        content_rowid='rowid', tokenize='{stemmer("sqlite")} unicode61 remove_diacritics 2')""",
        f"""CREATE TRIGGER quotes_insert AFTER INSERT ON quotes BEGIN
        INSERT INTO quotes_fts(rowid, {FIELDS}) VALUES (new.rowid, {NEW}); END""",
        f"""CREATE TRIGGER quotes_delete AFTER DELETE ON quotes BEGIN
        INSERT INTO quotes_fts(quotes_fts, rowid, {FIELDS}) VALUES ('delete', old.rowid, {OLD});
        END""",
        f"""CREATE TRIGGER quotes_update AFTER UPDATE ON quotes BEGIN
        INSERT INTO quotes_fts(quotes_fts, rowid, {FIELDS}) VALUES ('delete', old.rowid, {OLD});
        INSERT INTO quotes_fts(rowid, {FIELDS}) VALUES (new.rowid, {NEW}); END""",
    )


def for_postgresql() -> tuple[str, ...]:
    """The statements that add a column of words: names as they are, the rest by their stems."""
    stem = stemmer("postgresql")
    return (
        f"""ALTER TABLE quotes ADD COLUMN words tsvector GENERATED ALWAYS AS (
        to_tsvector('{stem}', content) || to_tsvector('simple', coalesce(speaker, ''))
        || to_tsvector('{stem}', coalesce(title, ''))) STORED""",
        "CREATE INDEX ix_quotes_words ON quotes USING gin (words)",
    )


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
    query, stem = None, stemmer("postgresql")
    for phrase in phrases:
        each = func.phraseto_tsquery(stem, phrase).op("||")(func.phraseto_tsquery("simple", phrase))
        query = each if query is None else query.op("&&")(each)
    words: ColumnElement[Any] = literal_column("quotes.words")
    marks = f'StartSel="{ON}", StopSel="{OFF}", HighlightAll=true'
    return Match(
        quotes,
        words.op("@@")(query),
        func.ts_headline(stem, quotes.c.content, query, literal(marks)),
        -func.ts_rank_cd(words, query),
    )

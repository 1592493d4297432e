"""The quote database, in SQLite and in PostgreSQL: what goes in comes out, and is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import quotes
from samples import write
from sqlalchemy import Connection, inspect, text
from stored import NEWS, change, lines, query

from quotes.write.database import migrate
from quotes.write.database.engine import engine_of, shown, url_of
from quotes.write.database.migrate import DatabaseError, prepare, version_of
from quotes.write.database.tables import metadata


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A file of four articles."""
    return write(tmp_path / "news.jsonl", lines(*NEWS))


def test_export_gives_the_bytes_that_extract_writes(db: str, news: Path, tmp_path: Path) -> None:
    plain, both = tmp_path / "plain.jsonl", tmp_path / "both.jsonl"
    assert quotes("extract", news, "-o", plain).exit_code == 0
    assert quotes("extract", news, "-o", both, "--db", db).exit_code == 0
    assert quotes("export", db, "-o", tmp_path / "out.jsonl").exit_code == 0
    wanted = plain.read_bytes()
    assert wanted.count(b"\n") == 6
    assert both.read_bytes() == wanted == (tmp_path / "out.jsonl").read_bytes()
    assert quotes("export", db).stdout.encode() == wanted
    checked = quotes("validate", tmp_path / "out.jsonl", "--articles", news)
    assert checked.exit_code == 0, checked.output


def test_tables_hold_what_the_record_says(db: str, news: Path) -> None:
    quotes("extract", news, "--db", db)
    row = "SELECT content, speaker, title, kind, act, document_id, place, flags FROM quotes"
    first = query(db, f"{row} WHERE document_id = 'mill' ORDER BY place")[0]
    assert first[:7] == (
        "“We won’t sell the café,”",
        "Ito",
        "Mill to stay",
        "direct",
        "speech",
        "mill",
        0,
    )
    assert (json.loads(first[7]) if isinstance(first[7], str) else first[7]) == []
    days = query(db, "SELECT id, published, published_on, quotes FROM documents ORDER BY position")
    assert [(id, day and str(day), count) for id, _, day, count in days] == [
        ("mill", "2026-11-20", 2),
        ("vote'; DROP TABLE quotes;--", None, 1),
        ("quiet", "2027-01-02", 0),
        ("نبأ", "2027-01-03", 3),
    ]
    assert query(db, "SELECT part, start, text FROM spans ORDER BY text LIMIT 1")[0][0] == "content"
    assert query(db, "SELECT count(*) FROM speakers") == [(3,)]
    assert query(db, "SELECT count(*) FROM mentions") == [(6,)]
    assert query(db, "SELECT version, finished > started OR finished = started FROM runs")[0][1]


def test_every_foreign_key_has_an_index(db: str, news: Path) -> None:
    quotes("extract", news, "--db", db)
    with engine_of(url_of(db), write=False).connect() as connection:
        look = inspect(connection)
        for table in metadata.tables:
            keys = look.get_foreign_keys(table)
            first = {i["column_names"][0] for i in look.get_indexes(table)}
            first |= {look.get_pk_constraint(table)["constrained_columns"][0]}
            assert {key["constrained_columns"][0] for key in keys} <= first, table


def test_article_that_changed_is_replaced_and_the_search_forgets_it(db: str, news: Path) -> None:
    quotes("extract", news, "--db", db)
    write(news, lines({**NEWS[0], "text": "“We sell it all.”"}, *NEWS[1:]))
    result = quotes("extract", news, "--db", db)
    assert "1 article read, 3 unchanged, 0 failed" in result.stderr
    assert quotes("search", db, "café").exit_code == 1
    assert "all" in quotes("search", db, "sells").stdout
    assert query(db, "SELECT count(*) FROM quotes") == [(5,)]
    assert query(db, "SELECT count(*) FROM spans WHERE part = 'content'") == [(5,)]
    assert quotes("validate", db, "--articles", news).exit_code == 0


def test_validate_names_what_was_tampered_with_changed_gone_or_new(db: str, news: Path) -> None:
    quotes("extract", news, "--db", db)
    change(db, "UPDATE spans SET start = start + 1 WHERE quote_id IN "
               "(SELECT id FROM quotes WHERE document_id = 'mill' AND place = 0)")  # fmt: skip
    write(
        news, lines(*NEWS[:1], {**NEWS[1], "text": "“They will.”"}, NEWS[3], {**NEWS[2], "id": "n"})
    )
    result = quotes("validate", db, "--articles", news)
    problems = [line.removeprefix(f"{shown(db)}: ") for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert problems[0] == "mill: the rows in spans are not those that the records give"
    assert problems[1].endswith("a span does not cut out the stored text")
    assert (
        "vote'; DROP TABLE quotes;--: has changed since it was stored; extract it again" in problems
    )
    assert "n: is not stored; extract it" in problems
    assert "quiet: is not among the articles given; --prune removes it" in problems


def test_errors_are_stored_until_the_article_is_mended(db: str, tmp_path: Path) -> None:
    broken = write(tmp_path / "n" / "bad.txt", "BOOM “x”")
    write(tmp_path / "n" / "good.txt", "“Yes.”")
    for _ in range(2):  # tried again each time, stored once
        assert quotes("extract", tmp_path / "n", "--db", db).exit_code == 1
        assert query(db, "SELECT document, stage, type FROM errors") == [
            ("bad.txt", "find", "ZeroDivisionError")
        ]
    write(broken, "“Mended.”")
    assert quotes("extract", tmp_path / "n", "--db", db).exit_code == 0
    assert query(db, "SELECT count(*) FROM errors") == [(0,)]


def test_article_that_the_database_does_not_take_is_one_error(db: str, tmp_path: Path) -> None:
    long = "".join(f"{number:x}" for number in range(40_000))  # over what PostgreSQL can index
    articles = [{"id": long, "text": "“Long.”"}, {"id": "good", "text": "“Good.”"}]
    result = quotes("extract", write(tmp_path / "a.jsonl", lines(*articles)), "--db", db)
    taken = db.endswith("quotes.db")
    assert result.exit_code == (0 if taken else 1)
    assert taken or "the database does not take it: index row" in result.stderr
    assert query(db, "SELECT count(*) FROM documents WHERE id = 'good'") == [(1,)]


def test_newer_or_foreign_database_is_left_alone(db: str, news: Path) -> None:
    change(db, "CREATE TABLE quotes (mine TEXT)")
    result = quotes("extract", news, "--db", db)
    assert result.exit_code == 3
    assert "holds tables of another program (quotes); name a new database" in result.stderr
    change(db, "DROP TABLE quotes")
    assert quotes("extract", news, "--db", db).exit_code == 0
    with engine_of(url_of(db), write=True).begin() as connection:
        migrate.note_version(connection, 99)
    for command in (("extract", news, "--db"), ("export",)):
        result = quotes(*command, db)
        assert result.exit_code == 3
        assert "was written by a later release (version 99" in result.stderr


def test_older_database_is_brought_forward_with_what_is_in_it(db: str, news: Path) -> None:
    def add_remark(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE documents ADD COLUMN remark TEXT"))

    def fail(connection: Connection) -> None:
        add_remark(connection)
        raise RuntimeError

    quotes("extract", news, "--db", db)
    engine = engine_of(url_of(db), write=True)
    with pytest.raises(RuntimeError), engine.begin() as connection:
        prepare(connection, (*migrate.STEPS, fail))
    with engine.begin() as connection:  # what failed left nothing behind
        prepare(connection, (*migrate.STEPS, add_remark))
        assert version_of(connection) == len(migrate.STEPS) + 2
    assert query(db, "SELECT id, remark FROM documents WHERE id = 'mill'") == [("mill", None)]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "mysql://host/x",
            "mysql://host/x: mysql: not a database that is known: SQLite, PostgreSQL",
        ),
        ("sqlite://", "sqlite://: sqlite: name a file"),
        ("news.jsonl", "news.jsonl: holds something else than a database; name"),
        ("no/folder/q.db", "no/folder/q.db: no such folder; name a file in one that is there"),
        ("postgresql://me:secret@127.0.0.1:1/x", "postgresql://me:***@127.0.0.1:1/x: connection"),
    ],
)
def test_database_that_cannot_be_is_one_line(
    name: str, message: str, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(news.parent)
    write(news.parent / "a.txt", "“Yes.”")
    result = quotes("extract", "a.txt", "--db", name)
    assert result.exit_code == 3
    assert result.stderr.startswith(f"error: {message}")
    assert result.stderr.count("\n") == 1
    assert "secret" not in result.stderr


def test_reading_wants_a_quote_database(news: Path) -> None:
    records = "not a database, as a file of records or articles is none; make one of the articles "
    advice = f"{records}with quotes extract PATH... --db quotes.db"
    for command in (("search", "x"), ("speakers",), ("export",), ("review",), ("serve",)):
        for name, message in ((news, advice), ("none.db", "none.db: no such file")):
            result = quotes(command[0], name, *command[1:])
            assert result.exit_code == 3
            assert message in result.stderr
            assert result.stderr.count("\n") == 1
    with pytest.raises(DatabaseError, match="postgresql://user@host/name"):
        url_of("://")

"""Decisions on quotes outlive them: what is exported when a later run stores other quotes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import quotes
from stored import query
from test_see_review import NEW, OLD, TEXT, extract

from quotes.write.database.decisions import Decision, Verdict, store
from quotes.write.database.engine import reading
from quotes.write.database.reader import stored_records
from quotes.write.schema import schema_errors


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database of one article with three quotes."""
    extract(tmp_path / "quotes.db", OLD)
    return tmp_path / "quotes.db"


def stored_ids(db: Path) -> list[str]:
    """The ids of the quotes in *db*, in the order of the text."""
    return [id for (id,) in query(str(db), "SELECT id FROM quotes ORDER BY place")]


def decide(db: Path, *verdicts: Verdict) -> None:
    """Decide on the first quotes in *db*, in the order of the text."""
    with reading(str(db)) as connection:
        stored = stored_records(connection, "mill")
    for record, verdict in zip(stored, verdicts, strict=False):
        store(db, record, Decision(verdict, "Ada"))


def exported(db: Path) -> tuple[list[tuple[str | None, str, str]], str]:
    """The quote, its words and the verdict of each decision exported, and what is said."""
    result = quotes("export", db, "-o", db.parent / "r.jsonl", "--decisions", "-")
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [schema_errors(each, "decision.schema.json") for each in found] == [[]] * len(found)
    told = [(each["quote"], each["record"]["content"]["text"], each["verdict"]) for each in found]
    return told, result.stderr


def test_decision_on_a_quote_that_is_stored_no_more_is_exported_all_the_same(db: Path) -> None:
    decide(db, "accept", "reject")
    kept, _, _ = stored_ids(db)
    assert "warning" not in exported(db)[1]
    extract(db, {**OLD, "text": TEXT.replace("Never 🐑 ever", "Perhaps")})
    (now, _, _) = stored_ids(db)
    assert now != kept
    found, said = exported(db)
    assert found == [(now, "“We stay.”", "accept"), (None, "“Never 🐑 ever,”", "reject")]
    assert said.startswith("warning: 1 decision with quote null: no such quote is stored now")
    extract(db, {**OLD, "text": "Nobody spoke."})
    assert [quote for quote, _, _ in exported(db)[0]] == [None, None]


def test_decision_that_was_made_anew_or_taken_back_is_not_exported_from_before(db: Path) -> None:
    decide(db, "accept", "reject", "accept")
    extract(db, NEW)
    decide(db, "reject", "open")
    first, _, third = stored_ids(db)
    anew = [(third, "“No \u202ecomment.”", "accept"), (first, "“We stay.”", "reject")]
    assert exported(db)[0] == anew
    extract(db, {**OLD, "text": "Nobody spoke."})
    assert exported(db)[0] == [(None, words, verdict) for _, words, verdict in anew]


def test_as_many_decisions_on_the_same_words_are_exported_as_quotes_had_them(db: Path) -> None:
    extract(db, {**OLD, "text": "“No.” he said.\n\nThen Bell spoke: “No.”"})
    decide(db, "accept", "reject")
    extract(db, {**OLD, "text": "At last, “No.” he said."})
    decide(db, "accept")
    (id,) = stored_ids(db)
    assert exported(db)[0] == [(None, "“No.”", "accept"), (id, "“No.”", "accept")]

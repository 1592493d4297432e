"""Questions to a quote database, in SQLite and in PostgreSQL: words, phrases, speakers."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from commands import quotes
from samples import write
from stored import NEWS, lines, query


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A file of four articles."""
    return write(tmp_path / "news.jsonl", lines(*NEWS))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["sells"], ["[sell]"]),  # by its stem
        (["never never"], ["[Never, never]", "[Never], [never]"]),
        (["VOTE"], ["[voted]"]),
        (["café"], ["[café]"]),
        (["mill"], ["sell the café"]),  # in the title
        (["ito", "never"], ["[Never], [never]", "[Never, never]"]),  # in speaker and content
        (["--speaker", "iTO", "--kind", "direct", "--since", "2027-01"], ["A_b"]),
        (["--speaker", "i_o"], None),  # no pattern
        (["nothing"], None),
        (['"; DROP TABLE quotes; --', "OR", "NEAR(", "*"], None),
        (["world"], ["\\u202e[world]"]),
    ],
)
def test_search_finds_words_phrases_and_speakers(
    asked: list[str], found: list[str] | None, db: str, news: Path
) -> None:
    quotes("extract", news, "--db", db)
    result = quotes("search", db, *asked)
    assert result.exit_code == (0 if found else 1), result.output
    assert bool(result.stdout) == bool(found)
    assert not found or any(words in result.stdout for words in found), result.stdout


def test_search_gives_json_with_the_places_found(db: str, news: Path) -> None:
    quotes("extract", news, "--db", db)
    hit = json.loads(quotes("search", db, "selling", "--json").stdout)
    assert [hit["content"][start:end] for start, end in hit["found"]] == ["sell"]
    assert (hit["document"], hit["title"], hit["speaker"]) == ("mill", "Mill to stay", "Ito")
    assert hit["prefix"].endswith("spoke. ")


def test_speakers_are_listed_by_quotes(db: str, news: Path) -> None:
    quotes("extract", news, "--db", db)
    assert json.loads(quotes("speakers", db, "--json").stdout)["quotes"] == 6
    table = quotes("speakers", db, "--type", "person").stdout.split()
    assert table[table.index("Ito") :][:5] == ["Ito", "person", "6", "6", "3"]
    assert quotes("speakers", db, "--type", "group").stdout.strip() == ""


def test_views_answer_who_was_quoted_how_often(db: str, news: Path) -> None:
    quotes("extract", news, "--db", db)
    top = "SELECT speaker, quotes, direct, documents FROM speakers_by_quotes"
    assert query(db, top) == [("Ito", 6, 6, 3)]
    full = "SELECT speaker, content FROM quotes_with_speakers WHERE document_id = 'mill'"
    assert ("Ito", "“Never, never.”") in query(db, full)
    assert query(db, "SELECT count(*) FROM quotes_without_speaker") == [(0,)]


def test_search_still_fits_after_a_vacuum(news: Path, tmp_path: Path) -> None:
    db = tmp_path / "q.db"
    quotes("extract", news, "--db", db)
    write(news, lines(*NEWS[1:]))
    quotes("extract", news, "--db", db, "--prune")
    plain = sqlite3.connect(db)
    plain.execute("VACUUM")
    plain.execute("INSERT INTO quotes_fts(quotes_fts, rank) VALUES ('integrity-check', 1)")
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    plain.close()
    assert "[voted]" in quotes("search", db, "vote").stdout

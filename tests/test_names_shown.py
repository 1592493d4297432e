"""Where a name was left blank, whoever looks at the quote is told who it may be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import quotes
from samples import make_doubtful, write
from stored import query

from quotes.command.options.asked import make_extractor

TEXT = "“We stay.”"
OTHERS = "may be Ada Bello (44%) or Leo <i> (30%)"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article of one quote."""
    return write(tmp_path / "a.txt", TEXT)


def test_show_names_those_in_question(article: Path) -> None:
    shown = quotes("show", article, make=make_doubtful).stdout
    assert f"1 direct, speech: unknown (unknown), {OTHERS} [doubtful_speaker]\n" in shown


def test_report_names_those_in_question(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert quotes("report", article, "-o", out, make=make_doubtful).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert "<p>may be <bdi>Ada Bello</bdi> (44 %) or <bdi>Leo &lt;i&gt;</bdi> (30 %)</p>" in page
    assert "To check: doubtful speaker" in page


def test_database_keeps_candidates_and_gives_the_same_bytes(article: Path, tmp_path: Path) -> None:
    lines, db = tmp_path / "r.jsonl", tmp_path / "quotes.db"
    for asked in (("-o", lines), ("--db", db)):
        assert quotes("extract", article, *asked, make=make_doubtful).exit_code == 0
    exported = quotes("export", db).stdout
    assert exported == lines.read_text(encoding="utf-8")
    assert quotes("validate", db).exit_code == 0
    (speaker,) = json.loads(exported)["speakers"]
    assert [each["name"] for each in speaker["candidates"]] == ["Ada Bello", "Leo <i>"]
    assert query(str(db), "SELECT name, entity FROM speakers") == [(None, None)]


@pytest.mark.model
def test_explain_names_those_in_question(tmp_path: Path) -> None:
    text = "Ada Bello and Eva Ito left the hall. She said that the mill would stay."
    article, records = write(tmp_path / "a.txt", text), tmp_path / "r.jsonl"
    assert quotes("extract", article, "-o", records, make=make_extractor).exit_code == 0
    record = json.loads(records.read_text(encoding="utf-8"))
    told = quotes("explain", records, record["id"], "--articles", article).stdout
    (first, second) = record["speakers"][0]["candidates"]
    both = " or ".join(f"{c['name']} ({c['confidence'] * 100:.0f} in 100)" for c in (first, second))
    assert f"no name is given for “She”: it may be {both}.\n" in told
    assert f"No name is given: it may be {both}.\n" in told
    assert "Warning: this version" not in told


@pytest.mark.model
def test_explain_is_told_which_names_extract_was_to_give(tmp_path: Path) -> None:
    text = "Ada Bello met Eva Ito. She said that the mill would stay."
    article, records = write(tmp_path / "a.txt", text), tmp_path / "r.jsonl"
    asked = ("--names", "sure")
    assert quotes("extract", article, "-o", records, *asked, make=make_extractor).exit_code == 0
    id = json.loads(records.read_text(encoding="utf-8"))["id"]
    told = quotes("explain", records, id, "--articles", article, *asked).stdout
    assert "No name is given: it may be Ada Bello (9" in told
    assert "see who it may be" in told
    assert "Warning: this version" not in told
    assert "Warning: this version" in quotes("explain", records, id, "--articles", article).stdout

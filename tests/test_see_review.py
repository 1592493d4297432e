"""Checking quotes in a real browser: decisions are stored, kept, exported and scored against."""

from __future__ import annotations

import json
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
from browser import DESKTOP, PHONE, page_of, press, serious, served
from commands import quotes
from samples import make_doubtful, write
from stored import change, lines, query
from test_see_report import HOSTILE
from test_see_serve import status

from quotes.write.schema import schema_errors

TEXT = "Ito spoke. “We stay.” “Never 🐑 ever,” said Bell.\n\n“No \u202ecomment.”"
OLD = {"id": "mill", "date": "2026-11-20", "text": TEXT}
NEW = {**OLD, "text": f"Updated at noon.\n\n{TEXT}"}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database of one article with three quotes."""
    extract(tmp_path / "quotes.db", OLD)
    return tmp_path / "quotes.db"


def extract(db: Path, article: dict[str, str]) -> None:
    """Extract *article* into *db*."""
    news = write(db.parent / "news.jsonl", lines(article))
    assert quotes("extract", news, "--db", db).exit_code == 0


def select(page: Any, words: str) -> None:
    """Select *words* in the passage, as a pointer would."""
    page.evaluate(
        """words => {
          const walk = document.createTreeWalker(document.getElementById("passage"), 4);
          for (let node; (node = walk.nextNode());) {
            const at = node.data.indexOf(words);
            if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
          }
        }""",
        words,
    )


def review_all(browser: Any, address: str) -> None:
    """Accept the first quote, correct the speaker and the words of the second, reject the last."""
    with page_of(browser, address + "review?document=mill") as page:
        assert page.inner_text(".now") == "“We stay.”"
        press(page, lambda: page.keyboard.press("a"))
        select(page, "Bell")
        page.keyboard.press("s")
        assert page.input_value("#name") == "Bell"
        press(page, lambda: page.keyboard.press("Enter"))
        press(page, lambda: page.keyboard.press("k"))
        select(page, "Never 🐑 ever")
        press(page, lambda: page.keyboard.press("b"))
        press(page, lambda: page.keyboard.press("r"))
        assert page.inner_text(".done") == "All of them are decided."


def test_decisions_survive_a_second_extraction_and_are_exported(
    browser: Any, db: Path, tmp_path: Path
) -> None:
    with served("review", db, "--by", "Ada") as address:
        review_all(browser, address)
        extract(db, NEW)
        with page_of(browser, address + "review") as page:
            assert page.inner_text(".done") == "All of them are decided."
    result = quotes("export", db, "-o", tmp_path / "r.jsonl", "--decisions", tmp_path / "d.jsonl")
    assert result.exit_code == 0, result.output
    assert quotes("validate", tmp_path / "r.jsonl").exit_code == 0
    found = [json.loads(line) for line in (tmp_path / "d.jsonl").read_text("utf-8").splitlines()]
    assert [schema_errors(each, "decision.schema.json") for each in found] == [[], [], []]
    verdicts = {each["record"]["content"]["text"]: each["verdict"] for each in found}
    assert list(verdicts.values()) == ["accept", "correct", "reject"]
    corrected = found[1]
    assert corrected["by"] == "Ada"
    assert corrected["content"]["text"] == "Never 🐑 ever"
    assert corrected["speaker"] == "Bell"
    source = corrected["source"]
    assert TEXT[source["start"] : source["end"]] == "Bell"
    start, end = corrected["content"]["start"], corrected["content"]["end"]
    assert TEXT[start:end] == "Never 🐑 ever"
    ids = {id for (id,) in query(str(db), "SELECT id FROM quotes")}
    assert {each["quote"] for each in found} == ids
    assert not {each["record"]["id"] for each in found} & ids


def test_decisions_are_gold_for_evaluate(browser: Any, db: Path) -> None:
    assert "no article is checked through" in quotes("evaluate", db).stderr
    with served("review", db) as address:
        review_all(browser, address)
    result = quotes("evaluate", db, "--json")
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)["systems"]["quotes"]
    assert figures["documents"] == 1
    assert (figures["content"]["claimed"], figures["content"]["gold"]) == (3, 2)
    assert figures["content"]["recall"] == 1.0
    assert figures["content_source"]["recall"] == 0.5  # the rules here did not see Bell


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_one_of_those_in_question_is_chosen_by_a_key_or_a_click(
    browser: Any, tmp_path: Path, size: dict[str, int]
) -> None:
    db, news = tmp_path / "quotes.db", write(tmp_path / "news.jsonl", lines(OLD))
    assert quotes("extract", news, "--db", db, make=make_doubtful).exit_code == 0
    with served("review", db) as address:
        with page_of(browser, address + "review?document=mill", size) as page:
            assert serious(page) == []
            assert page.inner_text("button[data-do='2']") == "2 It is Leo <i> 30 %"
            press(page, lambda: page.keyboard.press("2"))
            press(page, lambda: page.click("button[data-do='1']"))
            page.keyboard.press("3")
            assert "2 of 3 decided" in page.inner_text(".sum")
        decided = query(str(db), "SELECT speaker, verdict FROM decisions ORDER BY decided_at")
        assert decided == [("Leo <i>", "correct"), ("Ada Bello", "correct")]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_queue_can_be_used_by_everyone(browser: Any, db: Path, size: dict[str, int]) -> None:
    with served("review", db) as address, page_of(browser, address + "review", size) as page:
        assert serious(page) == []
        page.click("button[data-do=speaker]")
        assert serious(page) == []
        page.fill("#name", "Leo <b>Bell</b>")
        press(page, lambda: page.keyboard.press("Enter"))
        decided = query(str(db), "SELECT speaker, verdict FROM decisions")
        assert decided == [("Leo <b>Bell</b>", "correct")]
        press(page, lambda: page.click("button[data-do=before]"))
        assert "said by Leo <b>Bell</b>" in page.inner_text("#state")
        press(page, lambda: page.keyboard.press("u"))
        assert "0 of 3 decided" in page.inner_text(".sum")


def test_decision_on_a_repeated_quote_stays_on_it_when_the_article_changes(
    browser: Any, db: Path
) -> None:
    twice = {**OLD, "text": "“No.” he said.\n\nThen Bell spoke: “No.”"}
    extract(db, twice)
    with served("review", db) as address:
        with page_of(browser, address + "review?document=mill") as page:
            press(page, lambda: page.keyboard.press("j"))
            press(page, lambda: page.keyboard.press("r"))
        extract(db, {**twice, "text": f"“No.” At first.\n\n{twice['text']}"})
        with page_of(browser, address + "review?document=mill") as page:
            assert "1 of 3 decided" in page.inner_text(".sum")
    out = db.parent / "records.jsonl"
    now = json.loads(quotes("export", db, "-o", out, "--decisions", "-").stdout)
    assert quotes("export", db, "--decisions", "-").exit_code == 2
    assert query(str(db), f"SELECT place FROM quotes WHERE id = '{now['quote']}'") == [(2,)]


def test_decision_is_not_taken_from_another_page_or_in_another_form(db: Path) -> None:
    with served("review", db) as address:
        url, own = f"{address}review/decide", {"Origin": address.rstrip("/")}
        (id,) = query(str(db), "SELECT id FROM quotes ORDER BY place")[0]
        body = {"quote": id, "verdict": "accept"}
        assert post(url, {"Origin": "http://evil.example"}, body) == 403
        assert post(url, {}, body) == 403
        for wrong in (
            {**body, "verdict": "maybe"},
            {**body, "quote": "q-0"},
            {**body, "verdict": "correct"},
            {**body, "verdict": "correct", "bounds": [0, 10_000]},
            {**body, "verdict": "correct", "bounds": [5, 5]},
            {**body, "verdict": "correct", "bounds": ["0", "1"]},
            [],
        ):
            assert post(url, own, wrong) == 400
        assert query(str(db), "SELECT count(*) FROM decisions") == [(0,)]
        assert post(url, own, body) == 200
        assert query(str(db), "SELECT verdict, decided_by <> '' FROM decisions") == [("accept", 1)]


def post(url: str, headers: dict[str, str], body: object) -> int:
    """The status of the answer to *body*."""
    return status(url, data=json.dumps(body).encode(), headers=headers)


def test_database_of_an_earlier_release_says_what_to_do(db: Path, tmp_path: Path) -> None:
    for table in ("texts", "decisions"):
        change(str(db), f"DROP TABLE {table}")
    change(str(db), "PRAGMA user_version = 1")
    for command in (("serve",), ("report", "-o", tmp_path / "r.html"), ("evaluate",)):
        result = quotes(*command, db)
        assert result.exit_code == 3
        assert "was made by an earlier release; quotes extract or quotes review" in result.stderr
    with served("review", db):
        assert query(str(db), "SELECT count(*) FROM decisions") == [(0,)]


def test_hostile_article_is_reviewed_as_text(browser: Any, db: Path) -> None:
    extract(db, HOSTILE)
    with served("review", db) as address:
        query_ = urllib.parse.urlencode({"document": HOSTILE["id"]})
        with page_of(browser, f"{address}review?{query_}") as page:
            assert "<script>alert(3)</script> said Ito." in page.inner_text("#passage")
            assert page.locator("img, #passage script").count() == 0
            select(page, " src=x ")
            press(page, lambda: page.keyboard.press("b"))
        corrected = query(str(db), "SELECT corrected, start FROM decisions")
        assert corrected == [("src=x", HOSTILE["text"].index("src=x"))]

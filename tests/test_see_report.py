"""The report, read in a real browser: nothing in an article runs, speakers can be followed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from browser import DESKTOP, PHONE, page_of, serious
from commands import quotes
from samples import ARTICLE, QUOTE, write
from stored import lines

from quotes.show.site.sheets.marked_text import to_paragraphs
from quotes.show.site.sheets.sheet import Passage, Sheet
from quotes.write.record import to_record

HOSTILE = {
    "id": '"><img src=x onerror=alert(1)>',
    "title": "<script>alert('title')</script>",
    "url": "javascript:alert(2)",
    "date": "2026-11-20",
    "text": '<script>alert(3)</script> said Ito. “"><img src=x onerror=alert(4)> \u202edlrow”\n\n'
    "“</script><script>alert(5)</script> {{ 7 * 7 }}” ${alert(6)} <!-- &amp;",
}
PLAIN = {"id": "plain", "date": "2026-11-22", "text": "Ito spoke. “We stay.” “Never.”"}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report on two articles, one of them hostile."""
    news = write(tmp_path / "news.jsonl", lines(HOSTILE, PLAIN))
    result = quotes("report", news, "-o", tmp_path / "report.html", "--title", "<b>News</b>")
    assert result.exit_code == 0, result.output
    return tmp_path / "report.html"


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_article_is_shown_and_runs_nothing(
    browser: Any, report: Path, size: dict[str, int], scheme: str
) -> None:
    with page_of(browser, report.as_uri(), size, color_scheme=scheme) as page:
        text = page.inner_text("article >> nth=0")
        assert "<script>alert(3)</script> said Ito." in text
        assert '“"><img src=x onerror=alert(4)> \\u202edlrow”' in text
        assert "{{ 7 * 7 }}” ${alert(6)} <!-- &amp;" in text
        assert page.locator("img, article script, a[href^='javascript']").count() == 0
        assert page.inner_text("h1") == "<b>News</b>"
        assert serious(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"]


def test_clicking_a_speaker_highlights_exactly_that_speakers_quotes(
    browser: Any, tmp_path: Path
) -> None:
    text = "“We stay,” said Ada Ito. Leo Bell said the mill was lost. “Never,” Ito said."
    article = write(tmp_path / "mill.txt", text)
    record = tmp_path / "mill.jsonl"
    assert quotes("extract", article, "-o", record, make=None).exit_code == 0
    result = quotes("report", record, "--articles", article, "-o", tmp_path / "r.html")
    assert result.exit_code == 0, result.output
    with page_of(browser, (tmp_path / "r.html").as_uri()) as page:
        page.click("#voices button:has-text('Ada Ito')")
        assert page.locator(".q.on").all_inner_texts() == ["“We stay,”", "“Never,”"]
        assert page.inner_text("#picked") == "Ada Ito: 2 quotes in 1 article"
        assert serious(page) == []
        page.keyboard.press("Enter")  # the button has the focus
        assert page.locator(".q.on").count() == 0


def test_note_on_a_quote_is_reached_by_pointer_and_by_key(browser: Any, report: Path) -> None:
    with page_of(browser, report.as_uri()) as page:
        page.hover("article >> nth=1 >> .q >> nth=0")
        card = page.inner_text("#card")
        assert "Ito" in card
        assert "direct.inverted" in card
        page.mouse.move(0, 0)
        page.focus("article >> nth=1 >> sup a >> nth=1")
        assert page.locator("#card").is_visible()
        page.keyboard.press("Enter")
        assert page.locator("article >> nth=1 >> .notes details[open]").count() == 1


def test_records_alone_show_what_they_hold_of_the_text(browser: Any, tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", lines(PLAIN))
    quotes("extract", news, "-o", tmp_path / "records.jsonl")
    assert quotes("report", tmp_path / "records.jsonl", "-o", tmp_path / "r.html").exit_code == 0
    with page_of(browser, (tmp_path / "r.html").as_uri()) as page:
        assert "…Ito spoke. 1“We stay.” 2“Never.”…" in page.inner_text("article")


def test_database_gives_the_same_report_as_its_articles(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", lines(HOSTILE, PLAIN))
    quotes("extract", news, "--db", tmp_path / "quotes.db")
    pages = []
    for number, source in enumerate((news, tmp_path / "quotes.db")):
        out = tmp_path / f"{number}.html"
        assert quotes("report", source, "-o", out, "--title", "News").exit_code == 0
        pages.append(out.read_text(encoding="utf-8"))
    assert pages[0] == pages[1]


def test_article_that_changed_is_told_and_shown_from_its_records(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", lines(PLAIN))
    quotes("extract", news, "-o", tmp_path / "records.jsonl")
    write(news, json.dumps({**PLAIN, "text": "Another text."}) + "\n")
    out = tmp_path / "r.html"
    result = quotes("report", tmp_path / "records.jsonl", "--articles", news, "-o", out)
    assert result.exit_code == 1
    assert "plain: the article has changed since its records were made" in result.stderr
    assert "We stay." in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("missing", ["jinja2", "matplotlib"])
def test_missing_library_is_one_line_before_any_work(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    news = write(tmp_path / "news.jsonl", lines(PLAIN))
    result = quotes("report", news, "-o", tmp_path / "r.html")
    assert result.exit_code == 3
    assert f"error: needs {missing}; pip install 'quotes[see]'\n" == result.stderr


def test_report_is_not_written_over_articles(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", lines(PLAIN))
    assert quotes("report", news, "-o", news).exit_code == 2
    assert "We stay." in news.read_text(encoding="utf-8")
    empty = write(tmp_path / "empty.jsonl", "")
    assert quotes("report", empty, "-o", tmp_path / "r.html").exit_code == 2
    assert not (tmp_path / "r.html").exists()


def test_where_marks_overlap_every_character_stands_once_in_its_place() -> None:
    text = 'He said "‘No,’ said Ito" and left.'
    record = to_record(ARTICLE, QUOTE)
    spans = [(8, 24), (9, 14), (9, 30), (0, 8)]
    records = tuple(
        {
            **record,
            "content": {"spans": [{"start": start, "end": end}]},
            "cue": {"start": 3, "end": 20},
            "speakers": [{"mention": {"start": 19, "end": 22}}],
        }
        for start, end in spans
    )
    sheet = Sheet("a", None, None, None, (Passage(0, text),), records)
    (paragraph,) = to_paragraphs(sheet)
    assert "".join(segment.text for segment in paragraph.segments) == text
    for segment in paragraph.segments:
        inside = {n for n, (a, b) in enumerate(spans, 1) if a <= segment.place < b}
        assert set(segment.numbers("content")) == inside
        assert bool(segment.numbers("source")) == (19 <= segment.place < 22)
    assert sorted(n for segment in paragraph.segments for n in segment.starts) == [1, 2, 3, 4]

"""The database as a site, read in a real browser: search, articles, speakers, what is refused."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import DESKTOP, PHONE, page_of, press, serious, served
from commands import quotes
from samples import write
from stored import NEWS, lines
from test_see_report import HOSTILE

NAME = "my quotes.v1 (2).db"  # what datasette has to encode in an address
TABLES = "my~20quotes~2Ev1~20~282~29"
FOLLOW_UP = {
    "id": "follow-up",
    "url": "https://www.other.example/2",
    "date": "2026-11-21",
    "text": "Ito spoke again. “The mill stays.”",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database of six articles."""
    folder = tmp_path_factory.mktemp("site")
    news = write(folder / "news.jsonl", lines(*NEWS, HOSTILE, FOLLOW_UP))
    assert quotes("extract", news, "--db", folder / NAME).exit_code == 0
    with served("serve", folder / NAME) as address:
        yield address


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_search_finds_a_quote_and_leads_to_it_in_its_article(
    browser: Any, site: str, size: dict[str, int]
) -> None:
    with page_of(browser, site, size) as page:
        page.fill("#q", "sells")
        press(page, lambda: page.keyboard.press("Enter"))
        assert page.inner_text("#found") == "1 quote"
        assert page.inner_text(".hits mark") == "sell"
        press(page, lambda: page.click(".hits .facts a"))
        assert page.locator(".q.at").all_inner_texts() == ["“We won’t sell the café,”"]
        assert page.locator("details[open] a").inner_text().startswith("q-")
        press(page, lambda: page.click("details[open] a"))  # the record, in datasette
        assert "We won’t sell the café" in page.inner_text("body")


@pytest.mark.parametrize(
    "path", ["", "?q=never", "speakers", "speaker?name=Ito", "article?id=mill"]
)
@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "dark"), (PHONE, "light")])
def test_pages_can_be_read_by_everyone(
    browser: Any, site: str, path: str, size: dict[str, int], scheme: str
) -> None:
    with page_of(browser, site + path, size, color_scheme=scheme) as page:
        assert serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_hostile_article_runs_nothing_on_any_page(browser: Any, site: str) -> None:
    name = urllib.request.quote(HOSTILE["id"])
    for path in (f"article?id={name}", "?q=script", "speaker?name=Ito", f"{TABLES}/quotes", TABLES):
        with page_of(browser, site + path) as page:
            assert page.locator("img, article script, a[href^='javascript']").count() == 0
    with page_of(browser, f"{site}article?id={name}") as page:
        assert '“"><img src=x onerror=alert(4)> \\u202edlrow”' in page.inner_text("article")
    with page_of(browser, f"{site}?q=%3Cscript%3Ealert(1)%3C/script%3E") as page:
        assert page.input_value("#q") == "<script>alert(1)</script>"


def test_speaker_has_all_quotes_by_day_and_who_quotes(browser: Any, site: str) -> None:
    with page_of(browser, f"{site}speaker?name=Ito") as page:
        days = page.locator("h2.day").all_inner_texts()
        assert days == ["2027-01-03 3", "2026-11-21 1", "2026-11-20 4", "Without a date 1"]
        outlets = page.inner_text("aside .most >> nth=0").split("\n")
        assert "other.example" in outlets[outlets.index("news.example") :]
        assert page.locator("aside svg .bar").count() == 3


@pytest.mark.parametrize("name", ["most-quoted", "without-speaker", "least-sure", "quoted-by-day"])
def test_saved_queries_give_pages_and_json(browser: Any, site: str, name: str) -> None:
    with page_of(browser, f"{site}{TABLES}/{name}") as page:
        assert page.locator("table, .zero-results").count() > 0
    with urllib.request.urlopen(f"{site}{TABLES}/{name}.json?_shape=objects") as answer:
        assert json.load(answer)["ok"] is True


def status(url: str, **options: Any) -> int:
    """The status with which a request is answered."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, **options)) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_other_hosts_and_anything_that_writes_are_refused(site: str) -> None:
    assert status(site) == 200
    assert status(site, headers={"Host": "evil.example"}) == 403
    assert status(site, headers={"Host": "[x"}) == 403
    own = {"Origin": site.rstrip("/")}
    assert status(f"{site}review/decide", data=b"{}", headers=own) == 405
    assert status(f"{site}{TABLES}/quotes", data=b"x=1", headers=own) == 405
    assert status(f"{site}{TABLES}/quotes", data=b"x=1") == 403
    assert status(f"{site}article?id=nothing") == 404
    assert status(f"{site}{TABLES}?sql=delete+from+quotes") == 400


def test_every_answer_has_a_policy_that_lets_no_foreign_script_run(site: str) -> None:
    for path in ("", "article?id=mill", f"{TABLES}/quotes", f"{TABLES}?sql=select+1", "nowhere"):
        try:
            answer: Any = urllib.request.urlopen(site + path)
        except urllib.error.HTTPError as error:
            answer = error
        policy = answer.headers["content-security-policy"]
        scripts = next(p for p in policy.split("; ") if p.startswith("script-src"))
        assert "default-src 'none'" in policy
        assert "unsafe" not in scripts
        assert "*" not in policy


def test_what_cannot_be_served_is_one_line(tmp_path: Path) -> None:
    for db, message in (
        ("postgresql://host/name", "datasette serves SQLite files"),
        (tmp_path / "no.db", "no such file"),
        (write(tmp_path / "x.db", "text"), "not a database"),
    ):
        result = quotes("serve", db)
        assert result.exit_code in (2, 3)
        assert message in result.stderr


def test_site_that_is_opened_to_others_answers_under_any_name(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", lines(FOLLOW_UP))
    assert quotes("extract", news, "--db", tmp_path / "quotes.db").exit_code == 0
    with served("serve", tmp_path / "quotes.db", "--host", "0.0.0.0") as address:
        assert status(address, headers={"Host": "newsroom.example"}) == 200
        assert status(address, data=b"{}", headers={"Origin": "http://evil.example"}) == 403

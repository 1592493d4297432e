"""How large a report is and how fast it opens, and how fast the site answers: generated articles.

python tests/benchmarks/see.py [ARTICLES]     500 for the report, ARTICLES (8,500) for the site
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
from playwright.sync_api import sync_playwright

FIRST = "Ada Leo Mary Nora Samuel Petra Henrik Beth Manny Ottilie Glen Hollis Miriam Ansel"
LAST = "Ito Bell Teale Hanlon Vale Okafor Sparrow Voss Orduna Marsh Harker Quaile Akande"
WORDS = (
    "mill council river bridge harbour budget tax school road library hospital valley vote market "
    "sell build close open delay mend fund join leave raise the of and we will not to old wilful"
)
SEARCHES = ("?q=library", "?q=the", "?q=harbour+wilful", "?q=%22the+mill%22&speaker=Ito")
PARAGRAPHS = 12


def article(number: int) -> dict[str, str]:
    """An article of twelve quotes in words without sense."""
    paragraphs = []
    words, first, last = WORDS.split(), FIRST.split(), LAST.split()
    for _ in range(PARAGRAPHS):
        who = f"{random.choice(first)} {random.choice(last)}"
        said, rest = " ".join(random.choices(words, k=14)), " ".join(random.choices(words, k=18))
        quote = f"“We {said},” said {who}." if random.random() < 0.5 else f"{who} said we {said}."
        paragraphs.append(f"{quote} {rest.capitalize()}.")
    day = f"2026-{1 + number % 11:02}-{1 + number % 28:02}"
    return {"id": f"a{number}", "date": day, "text": "\n\n".join(paragraphs)}


def written(path: Path, count: int) -> Path:
    """*path* with *count* articles in it."""
    random.seed(7)
    path.write_text("".join(json.dumps(article(n)) + "\n" for n in range(count)), "utf-8")
    return path


def run(*arguments: object) -> None:
    """Call quotes."""
    subprocess.run([sys.executable, "-m", "quotes", *map(str, arguments)], check=True)


def opening(path: Path) -> Iterator[float]:
    """Seconds until a page has loaded, five times."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for _ in range(5):
            page, start = browser.new_page(), time.perf_counter()
            page.goto(path.as_uri())
            yield time.perf_counter() - start
            page.close()


def answers(url: str) -> Iterator[float]:
    """Milliseconds until an answer is there, ten times."""
    for _ in range(10):
        start = time.perf_counter()
        with urllib.request.urlopen(url) as answer:
            answer.read()
        yield (time.perf_counter() - start) * 1000


def main(count: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("report", written(folder / "500.jsonl", 500), "-o", folder / "500.html")
        size, times = (
            (folder / "500.html").stat().st_size / 1e6,
            sorted(opening(folder / "500.html")),
        )
        click.echo(
            f"report of 500 articles: {size:.1f} MB, opens in {times[0]:.2f} to {times[-1]:.2f} s"
        )
        run("extract", written(folder / "many.jsonl", count), "--db", folder / "many.db", "-j", 2)
        command = [sys.executable, "-m", "quotes", "serve", str(folder / "many.db"), "--port", "0"]
        served = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
        assert served.stderr is not None
        found = re.search(r"http://\S+", served.stderr.readline())
        assert found is not None
        for path in SEARCHES:
            times = sorted(answers(found[0] + path))
            click.echo(f"{path}: {times[0]:.0f} to {times[-1]:.0f} ms, median {times[5]:.0f}")
        served.terminate()
        served.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8_500)

"""How far a run is: a line now and then, and the number of articles that a bar needs."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from samples import write

from quotes.command.terminal.progress import EVERY, count_articles, saying
from quotes.pipeline.many.summary import Summary
from quotes.read.files import find_files


def test_line_is_said_after_a_while_and_not_at_every_article(
    capsys: pytest.CaptureFixture[str],
) -> None:
    times = iter([0.0, 1.0, EVERY, EVERY, EVERY + 1, 2 * EVERY, 2 * EVERY])
    summary = Summary(articles=1200, failed=3)
    summary.kinds["direct"] = 18_000
    tick = saying(summary, times.__next__)
    for _ in range(4):
        tick()
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("1,200 articles so far, 3 failed; 18,000 quotes, ")
    assert second.endswith(" articles/s")


def test_articles_are_counted_before_they_are_read(tmp_path: Path) -> None:
    write(tmp_path / "n" / "a.txt", "“Yes.”")
    write(tmp_path / "n" / "b.jsonl", "{}\n" * 41)
    assert count_articles(find_files([tmp_path / "n"])) == 42
    write(tmp_path / "n" / "c.jsonl.gz", gzip.compress(b"{}\n"))
    assert count_articles(find_files([tmp_path / "n"])) is None  # it would have to be read

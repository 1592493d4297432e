"""A second run: what is unchanged is passed over, what changed replaced, what is gone pruned."""

from __future__ import annotations

import gzip
import json
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from commands import command, quotes
from samples import write

from quotes.errors import RecordError
from quotes.write.sinks.journal import open_journal
from quotes.write.sinks.state import state_of


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of four articles."""
    for name in "abcd":
        write(tmp_path / "news" / f"{name}.txt", f"“Yes, {name}.” “No.”")
    return tmp_path / "news"


def documents(lines: str | bytes) -> list[str]:
    """The articles of records, in order."""
    return [json.loads(line)["document"]["id"][:1] for line in lines.splitlines()]


def never(*asked: object) -> None:
    """No extractor: nothing needs one."""
    raise AssertionError("the model was loaded")


@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz"])
def test_second_run_changes_nothing_and_needs_no_model(name: str, news: Path, db: str) -> None:
    out = news.parent / name
    assert quotes("extract", news, "-o", out, "--db", db).exit_code == 0
    before = out.read_bytes(), out.stat().st_mtime_ns
    # Made by the same function as before, or the settings would be others.
    again = quotes("extract", news, "-o", out, "--db", db, "--summary", news.parent / "s.json")
    assert (out.read_bytes(), out.stat().st_mtime_ns) == before
    assert "no articles read, 4 unchanged, 0 failed; no quotes" in again.stderr
    counts = json.loads((news.parent / "s.json").read_text(encoding="utf-8"))
    assert (counts["articles"], counts["unchanged"]) == (0, 4)


def test_unchanged_articles_load_no_model(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quotes("extract", news, "-o", news.parent / "x.jsonl")
    monkeypatch.setattr("samples.MarksOnly.__init__", never, raising=False)
    assert quotes("extract", news, "-o", news.parent / "x.jsonl").exit_code == 0


@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz"])
def test_changed_new_and_failed_articles_come_to_their_place(
    name: str, news: Path, db: str
) -> None:
    out = news.parent / name
    write(news / "c.txt", "“x” BOOM")
    assert quotes("extract", news, "-o", out, "--db", db).exit_code == 1
    write(news / "a.txt", "“Yes, changed.”")
    write(news / "aa.txt", "“New.”")
    write(news / "c.txt", "“Mended.”")
    write(news / "d.txt", "BOOM “now”")  # its quotes are of a text that is no more
    assert quotes("extract", news, "-o", out, "--db", db).exit_code == 1
    fresh = news.parent / f"fresh-{name}"
    quotes("extract", news, "-o", fresh)
    assert read(out) == read(fresh) == quotes("export", db).stdout.encode()
    assert documents(read(out)) == ["a", "a", "b", "b", "c"]


def read(path: Path) -> bytes:
    """The lines of a file, decompressed."""
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def test_article_that_cannot_be_read_keeps_what_is_stored(news: Path, db: str) -> None:
    out = news.parent / "x.jsonl"
    quotes("extract", news, "-o", out, "--db", db)
    write(news / "b.txt", b"\0")
    for options in ([], ["--prune"]):
        result = quotes("extract", news, "-o", out, "--db", db, *options)
        assert "3 unchanged, 1 failed" in result.stderr
        assert documents(out.read_bytes()) == [*"aabbccdd"]
        assert documents(quotes("export", db).stdout) == [*"aabbccdd"]


def test_articles_that_are_gone_stay_until_they_are_pruned(news: Path, db: str) -> None:
    out = news.parent / "x.jsonl"
    quotes("extract", news, "-o", out, "--db", db)
    (news / "b.txt").unlink()
    quotes("extract", news, "-o", out, "--db", db)
    assert documents(quotes("export", db).stdout) == [*"bbaaccdd"]  # those of this run at the end
    result = quotes("extract", news, "-o", out, "--db", db, "--prune")
    assert "3 unchanged, 0 failed, 1 pruned" in result.stderr
    assert documents(out.read_bytes()) == [*"aaccdd"]
    assert out.read_bytes() == quotes("export", db).stdout.encode()


def test_nothing_is_pruned_where_something_may_be_hidden(news: Path, db: str) -> None:
    write(news / "e.jsonl", '{"id": "in-lines", "text": "“E.”"}\n')
    quotes("extract", news, "--db", db)
    (news / "a.txt").unlink()
    write(news / "e.jsonl", "broken\n")
    result = quotes("extract", news, "--db", db, "--prune")
    assert f"warning: nothing pruned: {news}/e.jsonl could not be read whole" in result.stderr
    assert len(documents(quotes("export", db).stdout)) == 9
    (news.parent / "empty").mkdir()
    assert quotes("extract", news.parent / "empty", "--db", db, "--prune").exit_code == 3
    assert len(documents(quotes("export", db).stdout)) == 9


def test_other_options_or_force_do_the_work_again(news: Path, db: str) -> None:
    quotes("extract", news, "--db", db)
    for options, counts in (
        (["--acts", "all"], "4 articles read, 0 failed"),
        (["--acts", "all"], "no articles read, 4 unchanged"),
        (["--acts", "all", "--force"], "4 articles read, 0 failed"),
        (["--acts", "all", "--max-chars", "5000"], "4 articles read, 0 failed"),
    ):
        assert counts in quotes("extract", news, "--db", db, *options).stderr
    assert len(documents(quotes("export", db).stdout)) == 8


def test_two_databases_that_disagree_are_brought_together(news: Path, tmp_path: Path) -> None:
    out, db = tmp_path / "x.jsonl", tmp_path / "q.db"
    quotes("extract", news / "a.txt", "-o", out)
    quotes("extract", news, "--db", db)
    assert "4 articles read" in quotes("extract", news, "-o", out, "--db", db, "--force").stderr
    assert out.read_bytes() == quotes("export", db).stdout.encode()


def test_article_with_a_refused_record_is_tried_again(
    news: Path, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(record: Any) -> None:
        raise RecordError("$.kind: no such kind")

    with monkeypatch.context() as patch:
        patch.setattr("quotes.pipeline.many.work.check", refuse)
        assert quotes("extract", news / "a.txt", "--db", db).exit_code == 1
    assert "1 article read" in quotes("extract", news / "a.txt", "--db", db).stderr
    assert quotes("export", db).stdout.count("\n") == 2


def test_second_run_at_once_refuses(news: Path, db: str) -> None:
    out = news.parent / "x.jsonl"
    for into in (("-o", out), ("--db", db)):
        write(news / "z.txt", "SLEEP")
        first = subprocess.Popen(command("extract", news, *into, "-q"))
        try:
            if "-o" in into:
                wait_for(lambda: out.exists() and out.stat().st_size)
            else:
                wait_for(lambda: quotes("speakers", db).exit_code == 0)  # it can be read meanwhile
            result = quotes("extract", news, *into)
            assert result.exit_code == 3
            assert "another run is writing to it; wait for that to end" in result.stderr
        finally:
            first.kill()
            first.wait()
        write(news / "z.txt", "“Z.”")
        wait_for(lambda into=into: quotes("extract", news, *into).exit_code == 0)


def wait_for(happened: Any) -> None:
    """Wait for something that should happen soon."""
    end = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_file_that_someone_else_wrote_is_written_anew(news: Path) -> None:
    out = news.parent / "x.jsonl"
    quotes("extract", news, "-o", out)
    whole = out.read_bytes()
    write(out, whole + b"{}\n")
    assert "4 articles read" in quotes("extract", news, "-o", out).stderr
    assert out.read_bytes() == whole
    out.unlink()
    assert "4 articles read" in quotes("extract", news, "-o", out).stderr
    write(state_of(out), "no state")
    result = quotes("extract", news, "-o", out)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "x.jsonl.state: file is not a database; delete it to begin anew" in result.stderr


def test_torn_lines_and_lines_that_a_power_cut_lost_are_written_again(news: Path) -> None:
    out = news.parent / "x.jsonl"
    quotes("extract", news, "-o", out)
    whole = out.read_bytes()
    for spoilt in (whole + b'{"half', whole[:-20], whole[:-20] + b"\0" * 20):
        write(out, spoilt)
        with closing(sqlite3.connect(state_of(out), isolation_level=None)) as state:
            state.execute("UPDATE file SET closed = NULL")  # as a run that is cut off leaves it
        assert quotes("extract", news, "-o", out).exit_code == 0
        assert out.read_bytes() == whole


@pytest.mark.parametrize("moment", ["os.fsync", "os.replace", "shutil.copymode"])
def test_run_that_ends_while_the_file_is_put_in_order_is_gone_on_with(
    moment: str, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = news.parent / "x.jsonl"
    quotes("extract", news, "-o", out)
    write(news / "a.txt", "“Changed.”")
    with monkeypatch.context() as patch:
        patch.setattr(moment, stop)
        assert quotes("extract", news, "-o", out).exit_code == 130
    with open_journal(out) as journal:
        assert len(journal.keys()) == 4
    assert "4 unchanged" in quotes("extract", news, "-o", out).stderr
    assert documents(out.read_bytes()) == [*"abbccdd"]
    assert sorted(path.name for path in out.parent.glob("x*")) == ["x.jsonl", "x.jsonl.state"]


def stop(*_: object) -> None:
    """End the run here."""
    raise KeyboardInterrupt

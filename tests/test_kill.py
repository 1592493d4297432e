"""A run that is killed at any moment, again and again, ends as one that was not."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from commands import call, command
from samples import write

KILLS, ARTICLES = 50, 300


def changed(path: Path) -> int:
    """When a file was last written, in nanoseconds; 0 if it is not there."""
    return path.stat().st_mtime_ns if path.exists() else 0


def test_killed_at_fifty_moments_the_run_ends_as_one_that_was_not(tmp_path: Path) -> None:
    chance = random.Random(7)
    news, out, db = tmp_path / "news", tmp_path / "x.jsonl", tmp_path / "x.db"
    marks, log = ("-o", out, "--db", db, "-q"), tmp_path / "x.db-wal"
    for number in range(ARTICLES):
        write(news / f"{number:03}.txt", f"SLOW “Yes, {number}.” Ito said. “No.”")
    for kill in range(KILLS):
        if kill >= KILLS // 5:  # the input changes under way as well
            for number in chance.sample(range(ARTICLES), 5):
                write(news / f"{number:03}.txt", f"SLOW “Changed, {kill}.”")
        jobs = ("-j", 2) if kill % 10 == 0 else ()
        before = changed(log)
        run = subprocess.Popen(command("extract", news, *marks, *jobs))
        while changed(log) == before and run.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.8 if jobs else 0.3))
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert call("extract", news, *marks).returncode == 0
    fresh = tmp_path / "fresh.jsonl"
    assert call("extract", news, "-o", fresh, "--db", tmp_path / "fresh.db").returncode == 0
    assert out.read_bytes() == fresh.read_bytes()
    assert call("export", db).stdout.encode() == fresh.read_bytes()
    assert call("validate", db, "--articles", news).returncode == 0
    assert tables(db) == tables(tmp_path / "fresh.db")


def tables(db: Path) -> dict[str, list[Any]]:
    """What is stored of articles and quotes, runs aside."""
    names = ("quotes", "records", "spans", "speakers", "mentions")
    with closing(sqlite3.connect(db)) as connection:
        found = {n: sorted(connection.execute(f"SELECT * FROM {n}"), key=repr) for n in names}
        query = "SELECT id, sha256, position, resume_key, quotes FROM documents ORDER BY position"
        found["documents"] = connection.execute(query).fetchall()
        connection.execute("INSERT INTO quotes_fts(quotes_fts, rank) VALUES ('integrity-check', 1)")
    return found

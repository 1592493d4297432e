"""The command as a process: how it starts, and how it ends when it is cut off."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from samples import write

QUOTES = [sys.executable, "-m", "quotes"]
LINE = '{"text": "“Yes, we will,” said Mary Ito."}\n'


def test_help_is_quick_and_loads_no_heavy_library() -> None:
    heavy = "{'spacy', 'textacy', 'jsonschema', 'rich'}"
    code = f"import sys, quotes.cli; print({heavy} & set(sys.modules))"
    started = time.perf_counter()
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert shown.stdout.strip() == b"set()"
    assert time.perf_counter() - started < 2  # a tenth of a second on a machine at rest


@pytest.mark.model
def test_reader_that_stops_early_ends_the_run_quietly(tmp_path: Path) -> None:
    article = write(tmp_path / "a.jsonl", LINE * 300)
    run = subprocess.Popen(
        [*QUOTES, "extract", str(article)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout is not None
    assert run.stderr is not None
    assert json.loads(run.stdout.readline())["kind"] == "direct"
    run.stdout.close()
    assert run.stderr.read() == b""
    assert run.wait() == 0


@pytest.mark.model
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_run_that_is_stopped_leaves_whole_lines(number: int, code: int, tmp_path: Path) -> None:
    articles, out = write(tmp_path / "a.jsonl", LINE * 20_000), tmp_path / "out.jsonl"
    command = [*QUOTES, "extract", str(articles), "-o", str(out)]
    run = subprocess.Popen(command, stderr=subprocess.PIPE)
    while not (out.exists() and out.stat().st_size > 5_000):
        assert run.poll() is None
        time.sleep(0.05)
    os.kill(run.pid, number)
    _, stderr = run.communicate()
    assert run.returncode == code
    assert out.read_bytes().endswith(b"}\n")
    assert all(
        json.loads(line)["schema"] == "quote/1" for line in (out.read_text("utf-8").splitlines())
    )
    assert (b"interrupted" in stderr) == (code == 130)
    assert b"Traceback" not in stderr

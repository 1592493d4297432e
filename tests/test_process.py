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

import quotes

QUOTES = [sys.executable, "-m", "quotes"]
LINE = '{"text": "“Yes, we will,” said Mary Ito."}\n'


def test_help_is_quick_and_loads_no_heavy_library() -> None:
    heavy = "{'spacy', 'textacy', 'jsonschema', 'sqlalchemy', 'rich'}"
    code = f"import sys, quotes.command.cli; print({heavy} & set(sys.modules))"
    started = time.perf_counter()
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert shown.stdout.strip() == b"set()"
    assert time.perf_counter() - started < 2  # a tenth of a second on a machine at rest


def test_interruption_of_the_imports_is_no_traceback() -> None:
    code = (
        "import sys, types\n"
        "class Pressed(types.ModuleType):\n"
        "    def __getattr__(self, name): raise KeyboardInterrupt\n"
        "sys.modules['quotes.command.cli'] = Pressed('quotes.command.cli')\n"
        "from quotes.__main__ import run\n"
        "run()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (130, b"")


def test_package_lists_its_public_names_and_is_typed() -> None:
    assert set(quotes.__all__) <= set(dir(quotes))
    assert Path(quotes.__file__).with_name("py.typed").is_file()


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


def test_validate_does_not_accept_nothing_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    write(tmp_path / "none.jsonl", "\n")
    write(tmp_path / "a.jsonl.gz", "{}")
    for name, code, message in (
        ("none.jsonl", 1, b"no records, no problems\n"),
        ("a.jsonl.gz", 3, b"error: a.jsonl.gz: not compressed, though its name ends in .gz; "),
    ):
        command = [*QUOTES, "validate", name]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert run.returncode == code
        assert run.stderr.startswith(message)


@pytest.mark.model
@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full", "2> >(exec 0<&-)"])
def test_standard_error_that_nobody_reads_costs_no_record(closed: str, tmp_path: Path) -> None:
    write(tmp_path / "n" / "a.jsonl", "broken\n" * 200 + LINE)
    command = f"{sys.executable} -m quotes extract n -o out.jsonl {closed}"
    run = subprocess.run(["bash", "-c", f"{command}"], cwd=tmp_path, check=False)
    assert run.returncode == 1  # for the broken lines
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 1


@pytest.mark.model
def test_output_into_a_pipe_that_breaks_is_an_error_not_an_end(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", LINE)
    command = f"{sys.executable} -m quotes extract a.jsonl -q -o >(exec 0<&-)"
    run = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert b"Broken pipe; what was written before is kept" in run.stderr
    assert run.returncode == 1


def test_standard_output_that_is_closed_is_one_line(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "“Yes.”")
    command = f"{sys.executable} -m quotes extract a.txt >&-"
    run = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert run.stderr == b"error: standard output is closed; name a file with -o\n"
    assert run.returncode == 3


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

"""Worker processes: results in order, whatever dies, hangs or fails on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from commands import call, command, make_accidents
from samples import write

from quotes.command.extract import lost
from quotes.errors import ModelError
from quotes.model import Article
from quotes.pipeline.asked import Asked
from quotes.pipeline.many.outcome import Outcome
from quotes.pipeline.many.pool import CHUNK, Pool, WorkerError
from quotes.pipeline.many.work import make_work
from quotes.read.failure import Skipped


def make() -> Callable[[Article], Any]:
    """Work that meets with accidents at some words."""
    return make_work(partial(make_accidents, Asked()))


def no_model() -> Callable[[Article], Any]:
    """No work: what it needs is missing."""
    raise ModelError("model x: not found; name another with --model")


def dies_at_once() -> Callable[[Article], Any]:
    """No work: the process ends."""
    os._exit(3)


def articles(*texts: str) -> Iterator[Article]:
    """Articles of *texts*, numbered."""
    return (Article(str(number), text) for number, text in enumerate(texts))


def told(results: list[Any]) -> list[str]:
    """Each result as an article's id and the count of its quotes, or the error's class."""
    return [
        f"{r.article.id}:{len(r.records)}" if isinstance(r, Outcome) else f"{r.document}:{r.type}"
        for r in results
    ]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_input(jobs: int) -> None:
    texts = ["“a” " * (n % 3) + "SLOW" * (n % 2) + "." for n in range(5 * CHUNK)]
    pool = Pool(make, jobs, lost)
    assert told(list(pool.map(articles(*texts)))) == [f"{n}:{n % 3}" for n in range(5 * CHUNK)]
    assert pool.workers == []


def test_what_is_no_article_passes_through_in_its_place() -> None:
    items = [Skipped("a"), Article("0", "“Yes.”"), Skipped("b"), Skipped("c")]
    done = list(Pool(make, 2, lost).map(items))
    assert [type(each) for each in done] == [Skipped, Outcome, Skipped, Skipped]


def test_no_worker_starts_without_an_article() -> None:
    assert list(Pool(dies_at_once, 2, lost).map([Skipped("a")] * 1000)) == [Skipped("a")] * 1000


def test_article_that_kills_its_worker_is_one_failure_and_the_rest_is_done(tmp_path: Path) -> None:
    once = f"“Yes.” ONCE {tmp_path / 'died'}"
    texts = ["“a”", "DIE", "“b”", once, "DIE", *["“c” “d”"] * 9]
    done = list(Pool(make, 2, lost).map(articles(*texts)))
    assert told(done) == [
        *("0:1", "1:WorkerError", "2:1", "3:1", "4:WorkerError"),
        *(f"{n}:2" for n in range(5, 14)),
    ]
    assert (done[1].stage, done[1].message) == (
        "parse",
        "ended the process that worked on it, twice (SIGKILL, perhaps for want of memory); "
        "leave it out",
    )
    assert (tmp_path / "died").exists()


def test_article_that_takes_too_long_is_given_up() -> None:
    started = time.monotonic()
    done = list(Pool(make, 2, lost, timeout=0.5).map(articles("“a”", "SLEEP", "“b”", "“c”")))
    assert told(done) == ["0:1", "1:TimeoutError", "2:1", "3:1"]
    assert done[1].message.startswith("took over 0.5 seconds; allow it more with --timeout")
    assert time.monotonic() - started < 30


def test_error_that_would_stop_every_article_stops_the_run() -> None:
    with pytest.raises(ModelError, match="model x: not found"):
        list(Pool(no_model, 2, lost).map(articles("“a”")))
    with pytest.raises(WorkerError, match="workers end as they start"):
        list(Pool(dies_at_once, 2, lost).map(articles("“a”")))


def test_few_articles_are_under_way_however_many_there_are() -> None:
    taken = 0

    def many() -> Iterator[Article]:
        nonlocal taken
        for taken in range(10_000):
            yield Article(str(taken), "“a”")

    pool = Pool(make, 1, lost)
    results = pool.map(many())
    for _ in range(300):
        next(results)
    assert taken < 300 + 2 * 12 * CHUNK
    results.close()  # type: ignore[attr-defined]
    assert pool.workers == []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks into /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_the_run(number: int, tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", '{"text": "SLEEP"}\n' * 2)
    run = subprocess.Popen(
        command("extract", tmp_path / "a.jsonl", "-j", 2, "-o", tmp_path / "x.jsonl"),
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    until(lambda: len(children.read_text(encoding="ascii").split()) >= 2)
    workers = [int(pid) for pid in children.read_text(encoding="ascii").split()]
    time.sleep(0.3)
    os.kill(run.pid, number) if number == signal.SIGKILL else os.killpg(run.pid, number)
    _, stderr = run.communicate(timeout=20)
    assert b"Traceback" not in stderr
    until(lambda: not any(is_alive(pid) for pid in workers))


def until(happened: Callable[[], bool]) -> None:
    """Wait for something that should happen soon."""
    end = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    """Whether a process runs: one that has ended may wait to be noticed."""
    try:
        return (
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
            != "Z"
        )
    except OSError:
        return False


def test_jobs_change_no_byte(tmp_path: Path) -> None:
    for number in range(40):
        write(tmp_path / "n" / f"{number:02}.txt", f"“Yes {number}.” Ito “b”" * (number % 4) + "x")
    write(tmp_path / "n" / "05.txt", "DIE")
    outputs = []
    for name, options in (("a", ["-j", 1]), ("b", ["-j", 3, "--timeout", 30])):
        db, out, errors = (tmp_path / f"{name}.{end}" for end in ("db", "jsonl", "errors"))
        result = call(
            "extract", tmp_path / "n", "-o", out, "--db", db, "--errors", errors, *options
        )
        assert result.returncode == 1, result.stderr
        exported = call("export", db).stdout.encode()
        assert exported == out.read_bytes()
        outputs.append((exported, errors.read_bytes()))
    assert outputs[0] == outputs[1]
    assert outputs[0][1].count(b"\n") == 1


@pytest.mark.model
def test_jobs_change_no_byte_with_the_model(tmp_path: Path) -> None:
    articles = Path(__file__).parent / "articles"
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    for out, options in ((one, []), (two, ["--jobs", "2", "--db", str(tmp_path / "q.db")])):
        run = [sys.executable, "-m", "quotes", "extract", str(articles), "-o", str(out), *options]
        subprocess.run(run, check=True, capture_output=True)
    assert one.read_bytes() == two.read_bytes() == call("export", tmp_path / "q.db").stdout.encode()

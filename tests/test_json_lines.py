"""JSON Lines: a line is an article or a failure, and one bad line is no more than that."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from samples import failure_of, read, write

from quotes.model import Article
from quotes.read.containers.json_lines import Fields
from quotes.read.failure import Failure


def lines(*records: object) -> str:
    """JSON Lines."""
    return "".join(json.dumps(record) + "\n" for record in records)


def test_json_lines_give_an_article_a_line(tmp_path: Path) -> None:
    record = {"id": 7, "text": "A\r\n", "title": "T", "url": "U", "published": "2026-11-20"}
    path = write(tmp_path / "news.jsonl", "\ufeff" + lines(record) + "\n" + lines({"text": "B"}))
    assert read(path) == [
        Article("7", "A\r\n", title="T", url="U", published="2026-11-20"),
        Article("news.jsonl#3", "B"),
    ]


def test_fields_of_json_lines_can_be_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ndjson", lines({"body": "A", "key": "k", "head": "H", "day": 2026}))
    fields = Fields(text="body", id="key", title="head", dates=("date", "day"))
    assert read(path, fields=fields) == [Article("k", "A", title="H", published="2026")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text": "A"', "not JSON"),
        (b'["text"]', "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b'{"body": "A"}', "--text-field"),
        (b'{"text": 5}', "not a string"),
        (b'{"text": " "}', "blank"),
        (b'{"text": "A\\ud83d"}', "surrogate"),
        (b'{"text": "A", "id": "\\udc00"}', "surrogate"),
        (b'{"text": "A", "id": ["x"]}', "--id-field"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b'{"text": ' + b"[" * 100_000, "too large"),
        (b'{"n": ' + b"1" * 10_000 + b', "text": "A"}', "too large"),
    ],
)
def test_bad_line_is_one_failure_and_reading_goes_on(
    line: bytes, message: str, tmp_path: Path
) -> None:
    raw = b'{"text": "A"}\n' + line + b'\n{"text": "B"}\n'
    good, failure, last = read(write(tmp_path / "a.jsonl", raw))
    assert isinstance(failure, Failure)
    assert message in failure.message
    assert (failure.document, failure.line) == ("a.jsonl#2", 2)
    assert [good, last] == [Article("a.jsonl#1", "A"), Article("a.jsonl#3", "B")]


@pytest.mark.parametrize(
    "raw",
    [
        b'{\n "text": "A"\n}\n',
        b'[{"text": "A"},\n{"text": "B"}]\n',
        b'{"schema":"quote/1","id":"q"}\n' * 3,
        '{"text": "A"}\n'.encode("utf-16") * 3,
    ],
)
def test_file_that_is_no_json_lines_at_all_is_one_failure(raw: bytes, tmp_path: Path) -> None:
    assert failure_of(raw, tmp_path, "a.jsonl").line == 1


def test_compressed_files_are_read_and_broken_ones_keep_what_came_before(tmp_path: Path) -> None:
    raw = gzip.compress("".join(lines({"text": str(n)}) for n in range(5000)).encode())
    write(tmp_path / "a.jsonl.gz", raw)
    write(tmp_path / "b.txt.gz", gzip.compress(b"B"))
    write(tmp_path / "c.jsonl.gz", raw[:-500])
    write(tmp_path / "d.txt.gz", b"not compressed")
    items = read(tmp_path)
    ids = [item.id for item in items if isinstance(item, Article)]
    assert sum(id.startswith("a.jsonl.gz#") for id in ids) == 5000
    assert "b.txt.gz" in ids
    assert "c.jsonl.gz#1" in ids
    failures = [item.document for item in items if isinstance(item, Failure)]
    assert failures == ["c.jsonl.gz", "d.txt.gz"]


@pytest.mark.parametrize(
    ("piped", "expected"),
    [
        (b"He said: {no}.\nMore.", Article("stdin", "He said: {no}.\nMore.")),
        (b'{"id": "x", "text": "A"}\n', Article("x", "A")),
        (b'{"text": "A"}', Article("stdin#1", "A")),
        (b'\n \r\n{"text": "A"}\n', Article("stdin#3", "A")),
        (b"\n\nHe said no.\n", Article("stdin", "\n\nHe said no.\n")),
        (gzip.compress(b'{"id": "x", "text": "A"}\n'), Article("x", "A")),
    ],
)
def test_standard_input_is_a_text_or_json_lines(
    piped: bytes, expected: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(piped, monkeypatch)
    assert read("-") == [expected]


def pipe(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make *raw* what stands in standard input."""
    stream = io.BufferedReader(io.BytesIO(raw))  # type: ignore[arg-type]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))


def test_broken_first_line_of_standard_input_costs_that_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipe(b'{"text": "A"\n{"text": "B"}\n', monkeypatch)
    failure, article = read("-")
    assert isinstance(failure, Failure)
    assert (failure.document, failure.line) == ("stdin#1", 1)
    assert article == Article("stdin#2", "B")

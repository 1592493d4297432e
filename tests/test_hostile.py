"""A folder of five hundred files that mean harm: errors, and no harm."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from commands import call
from samples import write

NESTED = "“He said ‘she said “" * 3000
NAMES = ("new\nline.txt", "quo'te\".txt", "; rm -rf x.txt", "-rf.txt", "%s{0}.txt", "\x1b[2J.txt")
HOSTILE: dict[str, bytes] = {
    "line.txt": b"a" * 50_000_000,
    "words.txt": b"\xe2\x80\x9cno end " * 500_000,
    "marks.txt": "“".encode() * 10_000,
    "straight.txt": b'"' * 10_000 + b" 'x' " * 10_000,
    "nested.txt": NESTED.encode(),
    "closed.txt": ("“‘" * 5000 + "x" + "’”" * 5000).encode(),
    "rtl.txt": "قال \u202e“مرحبا”\u202c Ito “שלום”.".encode(),
    "sql.txt": "“'; DROP TABLE quotes; --” said Robert'); DELETE FROM documents;--".encode(),
    "html.txt": "“<script>alert(1)</script>” <img src=x onerror=alert(1)> Ito".encode(),
    "terminal.txt": "“\x1b]0;owned\x07\x1b[2J” Ito \x9b31m".encode(),
    "nul.txt": b"before \0 after",
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "broken.txt.gz": b"\x1f\x8b\x08\x00rest",
    "deep.jsonl": b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "huge-number.jsonl": b'{"text": "x", "id": ' + b"9" * 10_000 + b"}",
    "surrogate.jsonl": b'{"text": "half \\ud800 pair"}\n{"id": "\\udfff", "text": "whole"}',
    "nul.jsonl": b'{"id": "a\\u0000b", "title": "t\\u0000", "text": "\xe2\x80\x9cx\xe2\x80\x9d"}',
    "path.jsonl": b'{"id": "../../etc/passwd", "text": "\xe2\x80\x9croot\xe2\x80\x9d"}\n'
    b'{"id": "/etc/shadow", "title": "$(touch owned)", "text": "\xe2\x80\x9cx\xe2\x80\x9d"}',
    "types.jsonl": b'[]\n{"text": 1}\n{"text": null}\nnull\n{}\nNaN\n{"text": "ok", "id": true}',
    "utf16.txt": "“Yes.”".encode("utf-16"),
    "torn.txt": "“We are late Rain fell, it was late, “It he said.".encode(),
    "cut.txt": "“Cut é".encode()[:-1],
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of five hundred hostile files, one good one in it; outside, a secret."""
    outside = tmp_path_factory.mktemp("outside")
    write(outside / "secret.txt", "“The secret.”")
    folder = outside / "news"
    for name, raw in HOSTILE.items():
        write(folder / name, raw)
    write(folder / "good.txt", "“All is well,” said Ito.")
    for name in (
        "new\nline.txt",
        "quo'te\".txt",
        "; rm -rf x.txt",
        "-rf.txt",
        "%s{0}.txt",
        "\x1b[2J.txt",
    ):
        write(folder / name, "“Named.”")
    (folder / os.fsdecode(b"not\xffutf8.txt")).write_bytes("“Bytes.”".encode())
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "sub").mkdir()
    (folder / "sub" / "up").symlink_to("..")
    os.mkfifo(folder / "pipe.txt")
    write(folder / "locked.txt", "“Locked.”").chmod(0)
    chance = random.Random(11)
    for number in range(500 - len(list(folder.iterdir()))):
        raw = chance.randbytes(chance.randrange(1, 3000))
        if number % 3 == 0:  # good UTF-8, cut off within a character
            raw = "“Ünfinished, said Ito — ".encode() * 5 + "“".encode()[: 1 + number % 2]
        elif number % 3 == 1:
            raw = bytes(chance.choices("“”‘’\"'\n\r\t\u2028é🙂 said Ito.\u202e".encode(), k=900))
        write(folder / "random" / f"{number:03}.{chance.choice(['txt', 'jsonl', 'txt.gz'])}", raw)
    return folder


def test_hostile_files_cost_errors_and_do_no_harm(hostile: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in hostile.iterdir())
    out, db, errors = tmp_path / "x.jsonl", tmp_path / "x.db", tmp_path / "errors.jsonl"
    into = ("-o", out, "--db", db, "--errors", errors)
    run = call("extract", hostile, *into, "-j", 2, "--timeout", 60)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "\x1b" not in run.stderr
    assert "said Ito" not in run.stderr
    failed = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    assert len(failed) > 300
    assert {each["type"] for each in failed} & {"TimeoutError", "WorkerError"} == set()
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    documents = {record["document"]["id"] for record in records}
    assert {
        "good.txt",
        "sql.txt",
        "html.txt",
        "rtl.txt",
        "new\nline.txt",
        "../../etc/passwd",
    } <= documents
    assert call("export", db).stdout.encode() == out.read_bytes()
    assert call("validate", out, "--articles", hostile).returncode == 0
    with closing(sqlite3.connect(db)) as stored:
        assert stored.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert stored.execute("SELECT count(*) FROM errors").fetchone() == (len(failed),)
    assert sorted(path.name for path in hostile.iterdir()) == before
    assert sorted(path.name for path in hostile.parent.iterdir()) == ["news", "secret.txt"]
    assert not any("secret" in record["content"]["text"] for record in records)
    again = call("extract", hostile, *into, "-j", 2)
    assert f"no articles read, {len(documents_stored(db))} unchanged" in again.stderr
    shown = call("search", db, "owned")
    assert "\x1b" not in shown.stdout


def documents_stored(db: Path) -> list[str]:
    """The ids of the articles in a database."""
    with closing(sqlite3.connect(db)) as stored:
        return [id for (id,) in stored.execute("SELECT id FROM documents")]

"""The files that a run is to write are checked before any work."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import quotes
from samples import write


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["extract", "a.txt", "-o", "a.csv"], "must end in .jsonl"),
        (["extract", "a.txt", "-o", "no/such/folder.jsonl"], "No such file or directory"),
        (["extract", "in.jsonl", "-o", "in.jsonl"], "is read as well"),
        (["extract", "in.jsonl", "-o", "link.jsonl"], "is read as well"),
        (["extract", "a.txt", "--errors", "./a.txt"], "is read as well"),
        (["extract", "a.txt", "-o", "x.jsonl", "--errors", "x.jsonl"], "-o goes there"),
        (["extract", "a.txt", "--summary", "no/such/s.json"], "No such file or directory"),
        (["calibrate", ".", "-o", "no/such/c.json"], "-o no/such/c.json: No such file"),
        (["report", "a.txt", "-o", "no/such/r.html"], "-o no/such/r.html: No such file"),
        (["evaluate", ".", "--write-figures", "no/f.json"], "--write-figures no/f.json: No such"),
        (["evaluate", ".", "--reliability", "no/f.svg"], "--reliability no/f.svg: No such file"),
        (["evaluate", ".", "--reliability", "f.txt"], "must end in .svg, .png, .pdf"),
        (["evaluate", ".", "--reliability", "-"], "must end in .svg, .png, .pdf"),
        (["evaluate", ".", "--names", "a.txt", "--write-figures", "a.txt"], "is read as well"),
    ],
)
def test_file_that_cannot_be_written_is_told_before_any_work(
    args: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("a.txt"), "“A”")
    write(Path("in.jsonl"), '{"text": "“A”"}\n')
    Path("link.jsonl").symlink_to("in.jsonl")
    result = quotes(*args)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "in.jsonl", "link.jsonl"]
    assert Path("in.jsonl").read_text(encoding="utf-8") == '{"text": "“A”"}\n'

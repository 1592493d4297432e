"""The command line: what is written where, and the exit code."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from samples import ENGLISH, make_marks_only, write

from quotes.command.cli import main
from quotes.errors import ModelError
from quotes.pipeline.asked import Asked
from quotes.show.terminal_text import with_share


def quotes(*args: object, stdin: str = "", make: Any = make_marks_only) -> Result:
    """The result of a command, with an extractor that needs no model."""
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, obj=make)


def records(text: str) -> list[dict[str, Any]]:
    """The records in JSON Lines."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three articles, one of which cannot be read."""
    write(tmp_path / "news" / "a.txt", "“Yes,” said Ito.")
    write(tmp_path / "news" / "bad.txt", b"\0\1")
    write(tmp_path / "news" / "c.jsonl", '{"id": "c", "text": "“No.” “Never.”"}\n')
    return tmp_path / "news"


def test_records_go_to_stdout_and_all_else_to_stderr(news: Path) -> None:
    result = quotes("extract", news)
    assert [record["document"]["id"] for record in records(result.stdout)] == ["a.txt", "c", "c"]
    error, summary = result.stderr.splitlines()
    assert error.startswith("error: bad.txt: not a text; ")
    assert summary.startswith("2 articles read, 1 failed; 3 quotes (3 direct, 0 mixed, 0 indirect)")
    assert result.exit_code == 1


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_output_goes_into_the_file_named(name: str, news: Path) -> None:
    out = news.parent / name
    result = quotes("extract", news, "-o", out, "-q")
    raw = gzip.decompress(out.read_bytes()) if name.endswith("gz") else out.read_bytes()
    assert len(records(raw.decode())) == 3
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1  # the error; no summary


def test_errors_go_into_the_file_named(news: Path) -> None:
    result = quotes("extract", news, "--errors", news.parent / "errors.jsonl", "-q")
    (error,) = records((news.parent / "errors.jsonl").read_text(encoding="utf-8"))
    assert error["document"] == {"id": "bad.txt", "file": f"{news}/bad.txt", "line": None}
    assert (error["schema"], error["stage"]) == ("error/1", "read")
    assert result.stderr == ""


def test_output_in_a_folder_that_is_read_is_not_read(news: Path) -> None:
    for read in ("2 articles read, 1 failed; 3 quotes", "no articles read, 2 unchanged, 1 failed;"):
        result = quotes("extract", news, "-o", news / "out.jsonl", "--errors", news / "err.jsonl")
        assert read in result.stderr


def test_run_that_cannot_start_or_reads_nothing_leaves_old_records(news: Path) -> None:
    out = write(news.parent / "out.jsonl", "kept")
    assert quotes("extract", news, "-o", out, "--errors", news / "no" / "err.jsonl").exit_code == 2
    assert quotes("extract", news / "bad.txt", "-o", out).exit_code == 3
    assert out.read_text(encoding="utf-8") == "kept"
    assert quotes("extract", write(news / "d.txt", "Nothing said."), "-o", out).exit_code == 0
    assert out.read_bytes() == b""


def test_all_read_is_0_and_nothing_read_is_3(news: Path, tmp_path: Path) -> None:
    assert quotes("extract", news / "a.txt").exit_code == 0
    assert quotes("extract", news / "bad.txt").exit_code == 3
    (tmp_path / "empty").mkdir()
    result = quotes("extract", tmp_path / "empty")
    assert result.exit_code == 3
    assert "error: nothing to read; " in result.stderr


def test_article_that_trips_the_rules_is_one_line_and_a_traceback_only_if_asked(
    tmp_path: Path,
) -> None:
    write(tmp_path / "n" / "a.txt", "“Yes.”")
    write(tmp_path / "n" / "b.txt", "BOOM")
    result = quotes("extract", tmp_path / "n", "-q")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "error: b.txt: the rules tripped; " in result.stderr
    assert "ZeroDivisionError: the rules" in quotes("extract", tmp_path, "--debug").stderr


def test_model_that_is_missing_is_3_and_costs_no_output(news: Path) -> None:
    def no_model(asked: Asked) -> None:
        raise ModelError("model x: not found; name another with --model")

    write(news.parent / "out.jsonl", "kept")
    result = quotes("extract", news, "-o", news.parent / "out.jsonl", make=no_model)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "error: model x: not found; name another with --model\n"
    assert (news.parent / "out.jsonl").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["extract", "nowhere"], "'nowhere' does not exist"),
        (["extract", "a.txt", "--acts", "speech,shout"], "'shout' is not one of"),
        (["extract", "a.txt", "--kinds", ""], "'' is not one of"),
        (["rules", "direct.cue-afetr"], "Did you mean direct.cue-after"),
    ],
)
def test_wrong_usage_is_2_and_touches_no_file(
    args: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("a.txt"), "“A”")
    result = quotes(*args)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt"]


def test_what_is_asked_for_reaches_the_extractor(news: Path) -> None:
    made: list[Asked] = []

    def make(asked: Asked) -> Any:
        made.append(asked)
        return make_marks_only(asked)

    quotes("extract", news, make=make)
    quotes("extract", news, "--acts", "all", "--kinds", "mixed,direct", "--model", "m", make=make)
    acts = ("speech", "document", "thought", "attitude", "intention", "perception", "decree")
    kinds = ("direct", "mixed", "indirect")
    assert made == [
        Asked("en", None, ("speech", "document"), kinds, None, None),
        Asked("en", "m", (*acts, "evidential"), ("direct", "mixed"), None, None),
    ]


@pytest.mark.parametrize("args", [[], ["-"]])
def test_standard_input_is_read_when_something_is_piped(args: list[str]) -> None:
    result = quotes("extract", *args, stdin="“Yes,” said Ito.")
    assert [record["document"]["id"] for record in records(result.stdout)] == ["stdin"]


def test_control_characters_of_an_id_are_spelt_out(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "x\\u001b[31m\\n", "text": "BOOM"}\n')
    assert quotes("extract", path).stderr.startswith("error: x\\x1b[31m\\n: the rules tripped")


def test_show_puts_parts_in_brackets_and_notes_below(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "He said “Yes \x1b[31m[red]”.\r\n\r\nNo more.\r\n")
    assert quotes("show", path, "--rules").stdout.splitlines() == [
        "He said [q1 “Yes \\x1b[31m[red]”].",
        "    1 direct, speech: Ito (person)",
        f"      {with_share('direct.inverted', ENGLISH.figures)}; confidence 1.00",
        "",
        "No more.",
        "",
    ]


def test_show_reads_fields_of_json_lines_and_marks_quotes_on_a_dumb_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.jsonl", '{"body": "He said “Yes”."}\n')
    monkeypatch.setenv("FORCE_COLOR", "1")  # as on a terminal
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = quotes("show", path, "--text-field", "body").stdout
    assert "\x1b[32m“Yes”\x1b[0m" in shown
    monkeypatch.setenv("TERM", "dumb")
    assert "He said [q1 “Yes”].\n" in quotes("show", path, "--text-field", "body").stdout


def test_validate_accepts_what_extract_writes(news: Path) -> None:
    out = news.parent / "out.jsonl.gz"
    quotes("extract", news, "-o", out)
    result = quotes("validate", out, "--articles", news)
    assert (result.stdout, result.stderr, result.exit_code) == ("", "3 records, no problems\n", 0)


def test_validate_checks_against_all_the_paths_given_to_extract(news: Path) -> None:
    other = write(news.parent / "other" / "a.txt", "“No,” said Ito.").parent
    out = news.parent / "out.jsonl"
    quotes("extract", news, other, "-o", out)
    assert f'"id":"{other}/a.txt"' in out.read_text(encoding="utf-8")
    result = quotes("validate", out, "--articles", news, "--articles", other)
    assert (result.stdout, result.stderr) == ("", "4 records, no problems\n")


def test_validate_names_line_and_place_of_each_problem(news: Path) -> None:
    text = quotes("extract", news).stdout
    one, two, three = text.splitlines()
    other = one.replace('"start":0', '"start":1')
    lines = [one, "{", other, two.replace('"direct"', '"loud"'), one, three]
    out = write(news.parent / "out.jsonl", "\n".join(lines))
    write(news / "a.txt", "“No,” said Ito.")
    write(news / "c.jsonl", '{"id": "d", "text": "“No.” “Never.”"}\n')
    result = quotes("validate", out, "--articles", news)
    assert result.exit_code == 1
    found = [line.removeprefix(f"{out}:")[:40] for line in result.stdout.splitlines()]
    assert [line.split(": ")[:2] for line in found] == [
        ["2", "not JSON in UTF-8"],
        ["3", "$.content.spans[0]"],
        ["3", "$.id"],
        ["4", "$.kind"],
        ["5", "$.id"],
        ["1", "$.document.sha256"],
        ["1", "$.content.spans[0]"],
        ["1", "$.selector.exact"],
        ["1", "$.selector.suffix"],
        ["6", "$.document.id"],
    ]


def test_rules_are_listed_with_an_example_each() -> None:
    listed = quotes("rules").stdout.splitlines()
    assert any(line.startswith("direct.cue-after ") and "Ito" in line for line in listed)
    assert "rows of the lexicon; " in listed[-1]
    assert not any(line.startswith("cue.") for line in listed)
    rows = quotes("rules", "cue.verb.").stdout.splitlines()
    assert any(line.startswith("cue.verb.say ") for line in rows)
    assert "example: “We won’t sell,” Ito said." in quotes("rules", "direct.cue-after").stdout


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = main.commands[name]
    assert f"Example: quotes {name} " in (command.help or "")
    assert all(p.help for p in command.params if isinstance(p, click.Option))
    assert quotes(name, "--help").exit_code == 0

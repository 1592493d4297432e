"""Names in an evaluation: counts by form of the mention and by kind of error, and the list."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from evaluate_gold import GOLD, records_of
from samples import ENGLISH, make_marks_only, write

from quotes.command.cli import main
from quotes.measure.evaluate.article_words import to_words
from quotes.measure.evaluate.names.errors import error_of
from quotes.measure.gold.speakers import Known, read_speakers
from quotes.write.record import Record

ARTICLE = (
    "Ada de Bello, of Meat and Mills Ghana, told the Department of Hens (DH) and the Ghana Rivers "
    "Council of it. Leo Ito, the mayor, heard. Ito left. The council’s DH did not."
)
RULES = ("speaker.name-exact", "speaker.third-person", "speaker.role")


@pytest.mark.parametrize(
    ("wanted", "given", "error"),
    [
        (["Ada de Bello"], ["Ms. Ada de Bello"], None),
        (["U.S. Mills"], ["US Mills"], None),
        (["Leo Ito"], ["Ada de Bello"], "another"),
        (["Leo Ito"], ["Eva Ito"], "another"),
        ([], ["Leo Ito"], "unnamed"),
        ([], [], None),
        (["Ada de Bello"], ["Bello"], "cut"),
        (["Meat and Mills Ghana"], ["Meat"], "cut"),
        (["Ghana Rivers Council"], ["Rivers Council"], "cut"),
        (["Leo Ito"], ["Rivers Council Leo Ito"], "swollen"),
        (["DH"], ["Department of Hens"], "swollen"),
        (["Leo Ito"], ["Ito"], "short"),
        (["Department of Hens"], ["DH"], "short"),
        (["Ghana Rivers Council"], ["council"], "short"),
        (["Leo Ito", "Ada de Bello"], ["Ada de Bello"], "missing"),
        (["Leo Ito"], ["Leo Ito", "Ada de Bello"], "extra"),
        (["Leo Ito"], ["Leo Ito", "Leo Ito"], "extra"),
        (["Leo Ito", "Ada de Bello"], ["Ada de Bello", "Ito"], "short"),
        (["Leo Ito", "Ada de Bello"], ["Eva Ruiz"], "another"),
        (["Leo Ito"], [], "blank"),
    ],
)
def test_each_error_has_a_kind(wanted: list[str], given: list[str], error: str | None) -> None:
    forms = to_words(ARTICLE, ENGLISH).forms
    assert error_of(Known(tuple(wanted)), given, forms, ENGLISH) == error


def test_words_of_the_mention_are_right_for_one_without_a_name() -> None:
    known = Known((), "a Ghana official")
    assert error_of(known, ["Ghana"], (), ENGLISH) is None
    assert error_of(known, ["Ghana Mills"], (), ENGLISH) == "unnamed"


def test_mention_and_form_are_read_and_may_lack(tmp_path: Path) -> None:
    full = {"doc": "a", "event": "E1", "speakers": [], "mention": "he", "form": "pronoun"}
    bare = {"doc": "a", "event": "E2", "speakers": [{"name": "Ito"}], "mention": None}
    path = write(tmp_path / "speakers.jsonl", f"{json.dumps(full)}\n{json.dumps(bare)}\n")
    assert read_speakers(path)["a"] == {"E1": Known((), "he", "pronoun"), "E2": Known(("Ito",))}


def gold_with_speakers(folder: Path) -> Path:
    """The gold of the tests with the speakers of its first three attributions of one text."""
    shutil.copytree(GOLD, folder / "gold")
    rows: list[dict[str, Any]] = [
        {"event": "E1", "speakers": [{"name": "Ada Bello"}], "form": "full_name"},
        {"event": "E2", "speakers": [{"name": "Ada Bello"}], "mention": "she", "form": "pronoun"},
        {"event": "E3", "speakers": [{"type": "person"}], "mention": "an aide"},
    ]
    lines = [json.dumps({"doc": "comet-dust", **row}) for row in rows]
    write(folder / "gold" / "speakers.jsonl", "\n".join(lines) + "\n")
    return folder / "gold"


def with_names(records: list[Record], *names: str | None) -> list[Record]:
    """*records* with a speaker of each of the *names* in turn, then without one."""
    speaker = records[0]["speakers"][0]
    named = [[{**speaker, "name": name, "confidence": 0.5}] for name in names]
    rest = [[] for _ in records[len(names) :]]
    made = []
    for record, speakers, rule in zip(records, [*named, *rest], [*RULES, *rest], strict=True):
        rules = {**record["rules"], "speaker": rule or None}
        made.append({**record, "speakers": speakers, "rules": rules})
    return made


def evaluated(tmp_path: Path, *names: str | None, args: tuple[str, ...] = ()) -> Result:
    """The result of the command on records that give the first attributions these *names*."""
    lines = [json.dumps(record) + "\n" for record in with_names(records_of(GOLD), *names)]
    records = write(tmp_path / "r.jsonl", "".join(lines))
    gold = gold_with_speakers(tmp_path)
    command = ["evaluate", str(gold), "--records", str(records), *args]
    return CliRunner().invoke(main, command, obj=make_marks_only)


def test_names_are_counted_by_form_and_error(tmp_path: Path) -> None:
    result = evaluated(tmp_path, "Ada Bello", None, "Leo Ito", args=("--json", "--wrong-names"))
    assert (result.exit_code, result.stderr) == (0, "")
    whole = json.loads(result.stdout)
    names = whole["systems"]["quotes"]["names"]
    rows = {form: list(row.values()) for form, row in names["forms"].items()}
    assert list(names["forms"]["all"]) == ["gold", "found", "right", "wrong", "blank"]
    assert rows == {
        "all": [3, 3, 1, 1, 1],
        "named": [2, 2, 1, 0, 1],
        "unnamed": [1, 1, 0, 1, 0],
        "full_name": [1, 1, 1, 0, 0],
        "pronoun": [1, 1, 0, 0, 1],
    }
    assert {kind: n for kind, n in names["errors"].items() if n} == {"unnamed": 1, "blank": 1}
    blank, unnamed = whole["wrong_names"]
    assert blank == {
        "document": "comet-dust.txt",
        "start": blank["start"],
        "mention": "she",
        "wanted": ["Ada Bello"],
        "given": [],
        "kind": "blank",
        "rule": "speaker.third-person",
    }
    assert (unnamed["given"], unnamed["rule"]) == (["Leo Ito"], "speaker.role")


def test_wrong_names_are_listed_a_line_each(tmp_path: Path) -> None:
    shown = evaluated(tmp_path, "Ada Bello", "Bello", "Ito", args=("--wrong-names",)).stdout
    listed = shown[shown.index("wrong names: 2") :].splitlines()[1:]
    assert [line.split(" | ")[1:] for line in listed] == [
        ["she", "Ada Bello", "Bello", "cut", "speaker.third-person"],
        ["an aide", "-", "Ito", "unnamed", "speaker.role"],
    ]
    assert all(line.startswith("  comet-dust.txt:") for line in listed)
    assert "names by form" in shown
    assert "names by kind of error" in shown


def test_without_speakers_nothing_is_said_of_names(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", str(GOLD), "--json"], obj=make_marks_only)
    assert json.loads(result.stdout)["systems"]["quotes"]["names"] is None
    args = ["evaluate", str(GOLD), "--wrong-names"]
    result = CliRunner().invoke(main, args, obj=make_marks_only)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no speakers are noted; give it speakers.jsonl or --names FILE" in result.stderr


def test_names_are_judged_where_the_rules_run(tmp_path: Path) -> None:
    args = ["evaluate", str(gold_with_speakers(tmp_path)), "--json"]
    result = CliRunner().invoke(main, args, obj=make_marks_only)
    names = json.loads(result.stdout)["systems"]["quotes"]["names"]
    assert names["forms"]["all"]["gold"] == 3

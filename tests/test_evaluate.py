"""The evaluation as a command: what is counted, written and returned."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result
from evaluate_gold import GOLD, records_of
from samples import ENGLISH, make_marks_only, write

from quotes.command.cli import main
from quotes.measure.evaluate.baseline import load_textacy
from quotes.measure.output.rule_figures import rule_lines
from quotes.model import Act, Article, Rule
from quotes.write.record import Record

SHARED = Path(__file__).parents[2] / "shared"
DEV, SCORER = SHARED / "polnear" / "dev", SHARED / "score" / "polnear.py"


def evaluate(*args: object, make: Any = make_marks_only) -> Result:
    """The result of the command, with an extractor that needs no model."""
    return CliRunner().invoke(main, ["evaluate", *map(str, args)], obj=make)


def saved(folder: Path, records: Sequence[Record]) -> Path:
    """A file of *records*."""
    return write(folder / "r.jsonl", "".join(json.dumps(record) + "\n" for record in records))


def scored(folder: Path, records: Sequence[Record], *args: object) -> dict[str, Any]:
    """The figures of *records* on the gold of the tests."""
    result = evaluate(GOLD, "--records", saved(folder, records), "--json", *args)
    assert (result.exit_code, result.stderr) == (0, "")
    figures: dict[str, Any] = json.loads(result.stdout)["systems"]["quotes"]
    return figures


def test_what_the_annotators_say_is_all_right(tmp_path: Path) -> None:
    figures = scored(tmp_path, records_of(GOLD))
    for key in ("content_source", "content", "content_exact"):
        assert (figures[key]["f"], figures[key]["gold"]) == (1, 25)
    assert figures["content_words"]["f"] == 1
    assert {kind: row["n"] for kind, row in figures["recall"].items()} == {
        "direct": 5,
        "mixed": 2,
        "indirect": 18,
        "speech": 20,
    }
    assert set(figures["given_content"].values()) == {1}
    assert (figures["quoted"]["n"], figures["quoted"]["source"]) == (10, 1)


def test_each_fault_costs_its_own_measure(tmp_path: Path) -> None:
    no_source, cut, _, *rest = records_of(GOLD)
    no_source["speakers"] = []
    cut["cue"] = None
    figures = scored(tmp_path, [no_source, cut, *rest])
    assert figures["content"]["recall"] == 24 / 25
    assert figures["content_source"]["recall"] == 23 / 25
    assert figures["given_content"]["cue_right"] == 23 / 24
    assert figures["rules"]["source"]["source.subject"] == {
        "n": 24,
        "content": 1,
        "source": 23 / 24,
    }


def test_find_of_an_attribution_of_another_act_counts_as_wrong(tmp_path: Path) -> None:
    acts = ",".join(act for act in get_args(Act) if act != "decree")
    figures = scored(tmp_path, records_of(GOLD), "--acts", acts)
    assert figures["asked"]["precision"] == 24 / 25  # the council ordered; the record says speech
    assert figures["asked"]["speech_recall"] == 1
    assert figures["content_source"]["precision"] == 1
    assert scored(tmp_path, records_of(GOLD), "--acts", "thought")["content"]["claimed"] == 0


def test_malformed_lines_are_named_and_the_rest_is_scored(tmp_path: Path) -> None:
    shutil.copytree(GOLD, tmp_path / "gold")
    path = tmp_path / "gold" / "attributions" / "cup-final_a9d0.ann"
    good = path.read_text(encoding="utf-8")
    bad = ["T90\tCue 5", "T91\tCue 900 99999\tx", "E90\tAttribution:T90 Content:T91", "\x1b[31m"]
    path.write_text(good + "\n".join([*bad, "E91\tAttribution:T77", "#1\tNote", ""]), "utf-8")
    result = evaluate(tmp_path / "gold", "--records", saved(tmp_path, records_of(GOLD)))
    first = good.count("\n") + 1
    lines = result.stderr.splitlines()
    assert [f"line {first + i}):" in line for i, line in zip((0, 1, 3, 4), lines, strict=True)]
    assert all(str(path) in line for line in lines)
    assert "content + source  1.000  1.000  1.000" in result.stdout
    assert result.exit_code == 1


def test_misses_and_false_finds_are_marked_up(tmp_path: Path) -> None:
    first, second, *rest = records_of(GOLD)
    wrong = replace_speaker(first, second)
    result = evaluate(
        GOLD, "--records", saved(tmp_path, [wrong, *rest]), "--misses", "--spurious"
    ).stdout
    shown = result[result.index("misses: 2") :]
    assert "comet-dust.txt:51: indirect, speech, another source: <q1><q2>Grains swept" in shown
    assert "</s1> published on Friday." in shown
    assert "missed: <q1>“We looked at each grain for a month,”</q1> <s1>Henrike" in shown
    assert shown.endswith("spurious: 0\n")


def replace_speaker(record: Record, other: Record) -> Record:
    """*record* with the speakers of *other*."""
    return {**record, "speakers": other["speakers"]}


def test_nothing_annotated_is_3_and_bad_use_is_2(tmp_path: Path) -> None:
    result = evaluate(tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no annotated text; give it text/NAME.txt" in result.stderr
    assert evaluate(tmp_path / "nowhere").exit_code == 2
    assert evaluate(GOLD, "--write-figures", tmp_path / "no" / "f.json").exit_code == 2
    assert evaluate(GOLD, "--system", "oracle").exit_code == 2


def test_records_that_cannot_be_scored_are_named(tmp_path: Path) -> None:
    stale = records_of(GOLD)[-1]
    stale = {**stale, "document": {**stale["document"], "sha256": "0" * 64}}
    path = write(tmp_path / "r.jsonl", "{\n" + json.dumps(stale) + "\n")
    result = evaluate(GOLD, "--records", path)
    assert "line 1): not JSON" in result.stderr
    assert result.exit_code == 1


def test_figures_by_rule_are_written_sorted_and_shown_beside_the_rules(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    evaluate(GOLD, "--records", saved(tmp_path, records_of(GOLD)[:3]), "--write-figures", path)
    figures = json.loads(path.read_text(encoding="utf-8"))
    assert list(figures) == ["cue.verb.x", "reported.clause", "source.subject"]
    assert figures["source.subject"] == {"n": 3, "content": 1.0, "source": 1.0}
    rules = [Rule("source.subject", "Ito said"), Rule("new.rule", "No.")]
    head, known, new = rule_lines(rules, figures)
    assert known.split() == ["source.subject", "3", "1.000", "1.000", "Ito", "said"]
    assert known.index("Ito") == new.index("No.") == head.index("example")
    assert list(rule_lines(rules, {}))[1].split() == ["new.rule", "No."]
    assert all(row.keys() == {"n", "content", "source"} for row in ENGLISH.figures.values())


def test_rules_run_on_the_texts_if_no_records_are_given() -> None:
    result = evaluate(GOLD, "--json")
    figures = json.loads(result.stdout)["systems"]["quotes"]
    assert (figures["quoted"]["content"], figures["quoted"]["source"]) == (1, 0)  # marks, no names


@pytest.mark.model
def test_textacy_finds_plain_quotes_and_gives_up_on_odd_marks() -> None:
    textacy = load_textacy(ENGLISH)
    odd = "“We won’t sell,” said Mary Ito, the mayor of “Gale."
    text = f"“We won’t sell the old mill,” said Ito.\n\n{odd}"
    (claim,) = textacy(Article("a.txt", text))
    assert [span.of(text) for span in claim.content] == ["“We won’t sell the old mill,”"]
    assert [span.of(text) for span in (*claim.cue, *claim.source)] == ["said", "Ito"]
    assert (textacy.paragraphs, textacy.raised) == (2, 1)


@pytest.mark.model
@pytest.mark.skipif(not (DEV.is_dir() and SCORER.is_file()), reason="no articles to compare on")
def test_figures_are_those_of_the_scorer_they_are_compared_with(tmp_path: Path) -> None:
    out = tmp_path / "dev.jsonl"
    run = ["extract", str(DEV / "text"), "--acts", "all", "-q", "-o", str(out)]
    assert CliRunner().invoke(main, run).exit_code == 0
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    theirs = scorer.score(scorer.load_gold(str(DEV)), scorer.load_pred(str(out)))
    result = evaluate(DEV, "--records", out, "--json")
    ours = json.loads(result.stdout)["systems"]["quotes"]
    assert result.exit_code == 0
    assert values(ours, OURS) == pytest.approx(values(theirs, THEIRS), abs=1e-9)


KINDS = ("direct", "mixed", "indirect")
BALANCE = ("precision", "recall", "f", "claimed", "gold")
THEIR_BALANCE = ("P", "R", "F", "n_pred", "n_gold")
FOUND, THEIR_FOUND = ("n", "content", "source", "exact"), ("n", "found", "full", "exact")
OURS = [
    *((f"content{rest}", key) for rest in ("_source", "", "_exact", "_words") for key in BALANCE),
    *(("recall", kind, key) for kind in (*KINDS, "speech") for key in FOUND),
    *(("precision", kind, key) for kind in KINDS for key in FOUND[:3]),
    *(("given_content", key) for key in ("source_right", "source_exact", "cue_right")),
    *(("quoted", key) for key in ("n", "content", "source", "spurious")),
]
THEIRS = [
    *(
        (f"{measure}_F", key)
        for measure in ("attributions", "content", "content_exact", "content_tokens")
        for key in THEIR_BALANCE
    ),
    *((f"recall_{kind}", key) for kind in (*KINDS, "speech") for key in THEIR_FOUND),
    *((f"precision_{kind}", key) for kind in KINDS for key in THEIR_FOUND[:3]),
    *(("given_content", key) for key in ("source_right", "source_exact", "cue_right")),
    *(("quoted_spans", key) for key in ("n", "found", "right_source", "spurious")),
]


def values(figures: dict[str, Any], paths: Sequence[tuple[str, ...]]) -> list[float]:
    """The figures at *paths*."""
    found = []
    for path in paths:
        value: Any = figures
        for key in path:
            value = value[key]
        found.append(float(value))
    return found

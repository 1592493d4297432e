"""Confidence is a counted share: of right quotes under the same circumstances, of right names."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import quotes
from samples import ENGLISH, write

from quotes.command.cli import main
from quotes.command.options.asked import make_extractor
from quotes.measure.evaluate.reliability import reliability
from quotes.model import Article, Cue, Mention, Quote, Rules, Span, Speaker
from quotes.pipeline.confidence import circumstances, with_confidence
from quotes.pipeline.extractor import Extractor
from quotes.write.sinks.divided import divided

TEXT = "Ito said that the mill would close."
WHOLE = Span(0, len(TEXT))
SAID = Cue(Span(4, 8), "say", "speech", "cue.verb.say")
QUOTE = Quote(
    spans=(Span(9, 34),),
    quoted=(),
    kind="indirect",
    act="speech",
    paragraph=0,
    rules=Rules("reported.clause", None, "cue.verb.say", "source.subject", "speaker.name-exact"),
    cue=SAID,
    source=Span(0, 3),
    speakers=(Speaker(Mention(Span(0, 3), "name"), "Ito", "e1", "person"),),
    chance=0.9,
)


def test_a_likely_content_makes_a_surer_quote_than_an_unlikely_one() -> None:
    likely = with_confidence(QUOTE, TEXT, WHOLE, ENGLISH.calibration, ENGLISH)
    unlikely = with_confidence(
        replace(QUOTE, chance=0.4), TEXT, WHOLE, ENGLISH.calibration, ENGLISH
    )
    assert 0 < unlikely.confidence < likely.confidence < 1


def test_a_quote_without_a_source_is_less_sure_than_one_with_a_subject() -> None:
    nobody = replace(QUOTE, source=None, speakers=(), rules=replace(QUOTE.rules, source=None))
    surer, less = (
        with_confidence(q, TEXT, WHOLE, ENGLISH.calibration, ENGLISH) for q in (QUOTE, nobody)
    )
    assert less.confidence < surer.confidence


def test_circumstances_tell_how_the_source_begins_and_how_long_the_paragraph_is() -> None:
    told = circumstances(QUOTE, TEXT, WHOLE, ENGLISH)
    assert ("source begins", "indirect with a capital") in told
    assert ("paragraph", "indirect to 64") in told
    assert ("speaker", "indirect person") in told
    text = TEXT + " It is old, and the dam is older than the mill.\nNo."
    longer = circumstances(QUOTE, text, Span(0, text.index("\n")), ENGLISH)
    assert ("paragraph", "indirect to 128") in longer


@pytest.mark.model
def test_a_name_given_in_full_is_surer_than_one_that_a_pronoun_stands_for(
    extractor: Extractor,
) -> None:
    (named, guessed) = extractor.quotes(
        Article("a", "Ada Bello said that it was late. Eva Ito left. She said that it was early.")
    )
    assert guessed.speakers[0].confidence < named.speakers[0].confidence < 1


def test_circumstances_tell_where_the_content_ends() -> None:
    assert ("after", "indirect .") in circumstances(QUOTE, TEXT, WHOLE, ENGLISH)
    assert ("first word", "indirect that") in circumstances(QUOTE, TEXT, WHOLE, ENGLISH)
    assert ("after", "indirect line") in circumstances(QUOTE, TEXT[:-1], Span(0, 34), ENGLISH)


def test_a_line_broken_by_hand_within_the_paragraph_changes_nothing() -> None:
    text = TEXT + " It is old."
    broken = text.replace("said that", "said\nthat").replace(". It", ".\nIt")
    whole = Span(0, len(text))
    assert circumstances(QUOTE, broken, whole, ENGLISH) == circumstances(
        QUOTE, text, whole, ENGLISH
    )


def test_carried_curve_rises_and_promises_what_was_reached() -> None:
    calibration = ENGLISH.calibration
    least = calibration.threshold(0.95)
    assert least is not None
    (reached,) = [step.precision for step in calibration.curve if step.confidence == least]
    assert reached == pytest.approx(0.95, abs=0.01)
    assert calibration.threshold(0.999) is None
    assert [s.kept for s in calibration.curve] == sorted(
        (s.kept for s in calibration.curve), reverse=True
    )


def test_what_points_to_the_other_side_points_no_more() -> None:
    first = {"id": "a", "confidence": 0.9, "continues": None, "nested_in": None}
    second = {"id": "b", "confidence": 0.2, "continues": "a", "nested_in": None}
    third = {"id": "c", "confidence": 0.8, "continues": None, "nested_in": "a"}
    sure, rest = divided([first, second, third], 0.5)
    assert [record["id"] for record in sure] == ["a", "c"]
    assert sure[1]["nested_in"] == "a"
    assert rest == [{**second, "continues": None}]


def test_calibration_error_and_area_are_those_of_a_small_sum() -> None:
    judged = [(0.9, True), (0.9, True), (0.9, False), (0.3, True), (0.3, False), (0.3, False)]
    figures = reliability(judged)
    # right above wrong in 4 of 9 pairs, level in 4: (4 + 4 / 2) / 9
    assert figures["auc"] == pytest.approx(6 / 9)
    assert sum(row["n"] for row in figures["bins"]) == 6
    assert reliability([(1.0, True)] * 20)["ece"] == 0
    assert reliability([(1.0, False)] * 20)["ece"] == 1


@pytest.mark.model
def test_less_sure_quotes_go_to_a_file_of_their_own(tmp_path: Path) -> None:
    article = write(
        tmp_path / "a.txt",
        "Ada Ito said that the mill would close. “We won’t sell,” said Ada Ito. "
        "Her dismissal of the plan for a fair on the green was met with a shrug.",
    )
    kept, rest = tmp_path / "kept.jsonl", tmp_path / "rest.jsonl"
    args = ["extract", str(article), "-o", str(kept), "--min-confidence", "0.8"]
    result = CliRunner().invoke(main, [*args, "--review", str(rest)], obj=make_extractor)
    assert result.exit_code == 0, result.stderr
    sure, unsure = (
        [json.loads(line)["confidence"] for line in path.read_text("utf-8").splitlines()]
        for path in (kept, rest)
    )
    assert sure
    assert min(sure) >= 0.8
    assert all(confidence < 0.8 for confidence in unsure)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["--min-confidence", "0.5", "--precision", "0.9"], "give one of them"),
        (["--precision", "0.999"], "the most that was reached is"),
        (["--review", "r.jsonl"], "goes with --min-confidence or --precision"),
        (["--min-confidence", "0", "--review", "r.jsonl"], "no quote is less sure than 0"),
    ],
)
def test_contradictions_are_wrong_usage(tmp_path: Path, asked: list[str], message: str) -> None:
    article = write(tmp_path / "a.txt", TEXT)
    result = CliRunner().invoke(main, ["extract", str(article), *asked], obj=make_extractor)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    ("asked", "warned"),
    [
        ([], False),
        (["--acts", "speech"], False),
        (["--acts", "all"], True),
        (["--kinds", "indirect"], True),
    ],
)
def test_precision_of_other_quotes_than_were_counted_is_warned_of(
    tmp_path: Path, asked: list[str], warned: bool
) -> None:
    result = quotes("extract", write(tmp_path / "a.txt", TEXT), "--precision", "0.9", *asked)
    assert result.exit_code == 0
    said = "warning: --precision 0.9: counted on quotes of every kind whose act is speech or"
    assert (said in result.stderr) is warned


@pytest.mark.parametrize(
    "twice",
    [
        ["-o", "p.jsonl", "--summary", "p.jsonl"],
        ["-o", "p.jsonl", "--db", "p.jsonl"],
        ["--db", "p.db", "--summary", "p.db"],
        ["--summary", "a.txt"],
        ["--min-confidence", "nan"],
        ["--min-confidence", "0.5", "--review", "-"],
    ],
)
def test_no_file_is_written_over_and_no_quote_is_lost_by_what_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twice: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.txt", TEXT)
    result = CliRunner().invoke(main, ["extract", "a.txt", *twice], obj=make_extractor)
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT

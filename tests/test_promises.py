"""Whether confidence holds: what is kept at a promised precision, and whether names are right."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from samples import ENGLISH, write

from quotes.command.cli import main
from quotes.command.options.asked import make_extractor
from quotes.errors import ReadError
from quotes.lexicon.counts.calibration import read_calibration
from quotes.measure.calibrate.logistic import FitError, fitted
from quotes.measure.evaluate.article_words import to_words
from quotes.measure.evaluate.claims import Claim
from quotes.measure.evaluate.judge import judge, judged_names
from quotes.measure.evaluate.reliability import kept, reliability
from quotes.measure.evaluate.rule_weights import product_of_weights
from quotes.measure.gold.attributions import Attribution
from quotes.measure.gold.speakers import read_names, same_names
from quotes.model import Span

TEXT = "Bello said that the mill would close. Ito said so too."
NEWS = Path(__file__).parent / "news"


def test_surer_quotes_are_fewer_and_those_with_a_speech_cue_are_counted() -> None:
    judged = [(0.97, True), (0.92, True), (0.75, False), (0.55, True)]
    carried = ENGLISH.calibration
    rows = {row["confidence"]: row for row in kept(judged, [0.97, 0.55], 4, carried)}
    assert (rows[0.5]["n"], rows[0.5]["precision"], rows[0.5]["speech_recall"]) == (4, 0.75, 0.5)
    assert (rows[0.9]["n"], rows[0.9]["precision"], rows[0.9]["speech_recall"]) == (2, 1.0, 0.25)


def test_quotes_that_are_just_as_sure_are_not_told_apart() -> None:
    """Three of four names are right and .75 is promised: no bin is wrong, however it is cut."""
    figures = reliability([(0.75, number % 4 > 0) for number in range(40)])
    assert figures["ece"] == pytest.approx(0)


def test_promised_precision_is_told_at_the_confidence_that_the_option_chooses() -> None:
    rows = kept([(0.99, True)], [0.99], 1, ENGLISH.calibration)
    promised = {row["promised"]: row["confidence"] for row in rows if row["promised"]}
    assert promised[0.95] == ENGLISH.calibration.threshold(0.95)


@pytest.mark.parametrize(
    ("given", "wanted", "same"),
    [
        (["Ada Bello"], ["Dr. Ada M. Bello"], True),
        (["Ada Bello", "Leo Ito"], ["Leo Ito", "Ada Bello"], True),
        (["Bello"], ["Ada Bello"], False),
        ([], ["Ada Bello"], False),
        ([], [], True),
    ],
)
def test_names_are_the_same_but_for_titles_and_initials(
    given: list[str], wanted: list[str], same: bool
) -> None:
    assert same_names(given, wanted, ENGLISH) is same


def test_a_name_is_judged_where_its_attribution_is_found() -> None:
    content, source = (Span(11, 36),), (Span(0, 5),)
    found = Claim(content, source=source, names=(("Ada Bello", 0.8),))
    gold = Attribution("E1", content, source=source)
    judged = judge(to_words(TEXT, ENGLISH), [gold], [found])
    assert list(judged_names(judged, {"E1": ("Ada Bello",)})) == [(0.8, True)]
    assert list(judged_names(judged, {"E1": ("Eva Bello",)})) == [(0.8, False)]
    assert list(judged_names(judged, {})) == []


def test_names_that_a_reader_was_unsure_of_are_left_out(tmp_path: Path) -> None:
    rows = [
        {"doc": "a", "event": "E1", "speakers": [{"name": "Ada Bello"}]},
        {"doc": "a", "event": "E2", "speakers": [{"name": "Leo Ito"}], "unsure": True},
        {"doc": "a", "event": "E3", "speakers": [{"name": None, "type": "author"}]},
    ]
    path = write(tmp_path / "speakers.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))
    assert read_names(tmp_path) == read_names(path) == {"a": {"E1": ("Ada Bello",)}}
    assert read_names(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    "line", ["{", "[]", "\ud800", '{"doc": "a"}', '{"doc": null, "event": "E1", "speakers": []}']
)
def test_a_line_that_says_no_speakers_is_named(tmp_path: Path, line: str) -> None:
    good = json.dumps({"doc": "a", "event": "E1", "speakers": []})
    raw = f"{good}\n{line}\n".encode("utf-8", "surrogatepass")
    path = write(tmp_path / "speakers.jsonl", raw)
    with pytest.raises(ReadError, match=r"speakers\.jsonl:2: no speakers of an attribution; give"):
        read_names(path)


def test_the_weights_of_rules_are_multiplied() -> None:
    content = {"content": "reported.clause"}
    alone = product_of_weights({**content, "speaker": None}, ENGLISH)
    linked = product_of_weights({**content, "speaker": "speaker.third-person"}, ENGLISH)
    assert 0 < linked < alone < 1


@pytest.mark.parametrize(("right", "which"), [(True, "all"), (False, "none")])
def test_nothing_is_fitted_where_all_are_right_or_none(right: bool, which: str) -> None:
    with pytest.raises(FitError, match=f"{which} of 2 contents found are as annotated"):
        fitted([{"a": 1.0}, {"b": 1.0}], [right, right], 1.0)


@pytest.mark.model
def test_confidence_tells_right_quotes_better_than_weights_do() -> None:
    result = CliRunner().invoke(main, ["evaluate", str(NEWS), "--json"], obj=make_extractor)
    assert result.exit_code == 0, result.stderr
    figures: dict[str, Any] = json.loads(result.stdout)["systems"]["quotes"]["confidence"]
    assert figures["auc"] > figures["auc_of_weights"]
    assert figures["names"]["n"] > 300
    assert figures["names"]["ece"] < 0.1


@pytest.mark.model
def test_annotations_of_ones_own_make_a_calibration_that_is_used(tmp_path: Path) -> None:
    made = [tmp_path / "once.json", tmp_path / "again.json"]
    for path in made:
        result = CliRunner().invoke(main, ["calibrate", str(NEWS), "-o", str(path)])
        assert result.exit_code == 0, result.stderr
    assert made[0].read_bytes() == made[1].read_bytes()
    counted = read_calibration(made[0])
    assert 0 < counted.names.rules["speaker.name-exact"] < 1
    asked = ["evaluate", str(NEWS), "--json", "--calibration", str(made[0])]
    result = CliRunner().invoke(main, asked, obj=make_extractor)
    assert result.exit_code == 0, result.stderr
    figures = json.loads(result.stdout)["systems"]["quotes"]["confidence"]
    assert figures["ece"] < 0.06  # it was counted on these very articles
    promised = {row["promised"]: row["confidence"] for row in figures["kept"]}
    assert promised[0.9] == counted.threshold(0.9)


@pytest.mark.model
def test_without_judged_names_a_calibration_has_the_shares_of_the_package(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        shutil.copytree(NEWS / folder, tmp_path / "gold" / folder)
    path = tmp_path / "made.json"
    result = CliRunner().invoke(main, ["calibrate", str(tmp_path / "gold"), "-o", str(path)])
    assert result.exit_code == 0, result.stderr
    assert "gold: too few names to count, how sure names are is as the package" in result.stderr
    assert read_calibration(path).names == ENGLISH.calibration.names

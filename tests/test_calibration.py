"""A file of counts is checked number by number: whoever made it, a bad one is one line."""

from __future__ import annotations

import json
from importlib.resources import files
from math import inf, nan
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import write

from quotes.command.cli import main
from quotes.errors import LexiconError
from quotes.lexicon.counts.calibration import read_calibration
from quotes.lexicon.counts.weights import logistic


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"reported": {}}', "[" * 100_000])
def test_file_that_is_no_calibration_is_one_line(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "c.json", content)
    with pytest.raises(LexiconError, match=r"c\.json: not a calibration; make it anew"):
        read_calibration(path)


NOT_FINITE = "{} is not from -1000 to 1000"
CARRIED = files("quotes.lexicon").joinpath("en", "calibration.json").read_bytes()
RIGHT_NAMES = json.loads(CARRIED)["names"]["right"]


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("quotes:intercept", nan, NOT_FINITE.format("nan")),
        ("reported:intercept", -inf, NOT_FINITE.format("-inf")),
        ("reported:intercept", 10**400, NOT_FINITE.format("a number without end")),
        ("reported:intercept", "-1.2", "'-1.2' is no number"),
        ("reported:keep:listed", 1.5, "1.5 is not from 0 to 1"),
        ("reported:words:cue:weight", True, "True is no number"),
        ("reported:words:cue:kinds:verb speech:share", -0.1, "-0.1 is not from 0 to 1"),
        ("reported:words:cue:kinds:verb speech:words:say", [5, 6], "6 right of 5 is no count"),
        ("reported:circumstances:above:ROOT", None, "None is no number"),
        ("quotes:chance:all", [], "[] is no number"),
        ("names:cases", -2, f"{RIGHT_NAMES} right of -2 is no count"),
        ("names:rules:speaker.role", [0.5, 0], "0 right of 0.5 is no count"),
        ("names:circumstances:role:told", "1", "'1' is no number"),
        ("names:instead:named first near", [2, 3], "3 right of 2 is no count"),
        ("curve:0", ["0.2", "0.7", "1.0"], "'0.2' is no number"),
        ("curve:1", [0.1, 0.7, 1.0], "0.1 is no rise in confidence"),
    ],
)
def test_a_number_that_is_none_is_named_with_its_place(
    tmp_path: Path, place: str, value: object, message: str
) -> None:
    path = with_value(tmp_path / "c.json", place.split(":"), value)
    with pytest.raises(LexiconError) as caught:
        read_calibration(path)
    where, _, advice = str(caught.value).partition(f": {message}; ")
    part, *_ = place.split(":")
    assert where.startswith(f"{path}: {part}")
    assert advice == "mend it, or make the file anew with quotes calibrate"
    result = CliRunner().invoke(main, ["extract", "-", "--calibration", str(path)], input="A.")
    assert (result.exit_code, result.stderr) == (3, f"error: {caught.value}\n")


def with_value(path: Path, place: list[str], value: object) -> Path:
    """*path*, in it the calibration of the package with another value at a place."""
    file = json.loads(CARRIED)
    part = file
    for key in place[:-1]:
        part = part[int(key) if isinstance(part, list) else key]
    part[int(place[-1]) if isinstance(part, list) else place[-1]] = value
    return write(path, json.dumps(file))


def test_log_odds_of_any_size_are_a_probability() -> None:
    assert logistic(0) == 0.5
    assert (logistic(-5000), logistic(5000)) == (0, 1)

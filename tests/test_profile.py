"""The option --profile: the stages of a run, their times told at its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import make_marks_only, write

from quotes.command.cli import main
from quotes.command.options.asked import make_extractor
from quotes.command.terminal.profile import REST, STAGES, Profile

TEXT = "The mill will stay, Ada Ito told villagers. “We won’t sell,” she said."


def rows_of(table: str) -> dict[str, float]:
    """The seconds of each stage of a profile as it is told."""
    rows = [line.split(" s ")[0].rsplit(maxsplit=1) for line in table.splitlines()]
    return {name: float(seconds) for name, seconds in rows}


@pytest.mark.model
def test_profile_tells_the_seconds_of_each_stage_on_standard_error(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", f"{TEXT}\n" * 200)
    args = ["extract", str(tmp_path), "-q", "--profile"]
    result = CliRunner().invoke(main, args, obj=make_extractor)
    assert result.stdout.count("\n") == 400  # records only
    told = rows_of(result.stderr)
    assert [*told] == [*STAGES[:-1], REST, STAGES[-1], "all"]
    assert min(told[stage] for stage in ("load", "parse", "find", "attribute", "confidence")) > 0
    assert sum(told.values()) - told["all"] == pytest.approx(told["all"], abs=0.05)


def test_no_profile_is_told_unless_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    result = CliRunner().invoke(main, ["extract", str(tmp_path), "-q"], obj=make_marks_only)
    assert result.stderr == ""


def test_each_item_comes_through_and_its_making_is_timed() -> None:
    profile = Profile()
    assert list(profile.each("read", iter("abc"))) == ["a", "b", "c"]
    assert profile.seconds["read"] > 0
    assert {name for name, seconds in profile.seconds.items() if seconds} == {"read"}


def test_a_stage_that_fails_is_timed_and_its_error_goes_on() -> None:
    profile = Profile()
    with pytest.raises(KeyError), profile.timed("find"):
        raise KeyError
    assert profile.seconds["find"] > 0

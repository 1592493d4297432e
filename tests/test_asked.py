"""What a run asks of an extractor: one value, from the options to the settings that are stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from samples import ENGLISH, make_marks_only, write

from quotes.attribute.registry.file import read_registry
from quotes.command.extract import Inputs, settings_for
from quotes.command.options.sureness import Sureness
from quotes.pipeline.asked import ALL_KINDS, DEFAULT_ACTS, Asked
from quotes.pipeline.extractor import Extractor
from quotes.read.containers.json_lines import Fields

INPUTS = Inputs((), Fields())
ALL = Sureness()


def fingerprint(asked: Asked, inputs: Inputs = INPUTS, sureness: Sureness = ALL) -> str:
    """The fingerprint of a run."""
    return settings_for(asked, make_marks_only, inputs, sureness).fingerprint


def test_an_extractor_is_made_of_what_is_asked() -> None:
    asked = Asked(model="m", acts=["thought"], kinds=["direct"])
    assert (asked.acts, asked.kinds) == (("thought",), ("direct",))
    assert Extractor.of(asked).asked == Extractor("m", ["thought"], ["direct"]).asked == asked
    assert Extractor().asked == Asked(acts=DEFAULT_ACTS, kinds=ALL_KINDS, names="likely")
    assert Extractor(names="sure").asked == Asked(names="sure")


@pytest.mark.parametrize("asked", [{"acts": ["shout"]}, {"kinds": ["straight"]}])
def test_what_there_is_not_cannot_be_asked_for(asked: dict[str, list[str]]) -> None:
    (name,) = asked
    with pytest.raises(ValueError, match=f"^{name}: '{asked[name][0]}' is not one of "):
        Asked(**asked)  # type: ignore[arg-type]


def test_settings_are_others_when_anything_else_is_asked(tmp_path: Path) -> None:
    registry = read_registry(write(tmp_path / "s.csv", "id,name\n1,Ada Bello\n"))
    asked, curve = Asked(), ENGLISH.calibration.curve
    others = [
        fingerprint(replace(asked, model="m")),
        fingerprint(replace(asked, acts=("speech",))),
        fingerprint(replace(asked, kinds=("direct",))),
        fingerprint(replace(asked, names="all")),
        fingerprint(replace(asked, speakers=registry)),
        fingerprint(replace(asked, calibration=ENGLISH.calibration)),
        fingerprint(replace(asked, calibration=replace(ENGLISH.calibration, curve=curve[:1]))),
        fingerprint(asked, replace(INPUTS, max_chars=5000)),
        fingerprint(asked, sureness=Sureness(0.5)),
        fingerprint(asked, sureness=Sureness(0.5, tmp_path / "rest.jsonl")),
    ]
    assert fingerprint(asked) == fingerprint(Asked(), replace(INPUTS, paths=(tmp_path,)))
    assert len({fingerprint(asked), *others}) == 11

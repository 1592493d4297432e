"""What `quotes rules` shows is true: every rule of a stage makes the quote of its own example."""

from __future__ import annotations

import pytest
from samples import ENGLISH

from quotes.find.reported.table import WHOLE_NAMES, rule_of
from quotes.model import Article, Rule
from quotes.pipeline.extractor import Extractor
from quotes.pipeline.rules import all_rules, row_rules, stage_rules


@pytest.mark.model
@pytest.mark.parametrize("rule", stage_rules(), ids=lambda rule: rule.name)
def test_a_rule_makes_the_quote_of_its_example(rule: Rule, extractor: Extractor) -> None:
    if rule.name == "speaker.registry":
        pytest.skip("needs a list of speakers: tests/test_registry.py")
    text = rule.example.replace(" ¶ ", "\n")
    quotes = extractor.quotes(Article("example", text))
    parts = ("mark", "cue", "content", "source", "speaker")
    assert rule.name in {getattr(quote.rules, part) for quote in quotes for part in parts}


def test_names_say_stage_and_rule() -> None:
    assert all(len(rule.name.split(".")) == 2 for rule in stage_rules())
    assert all(len(rule.name.split(".")) == 3 for rule in row_rules(ENGLISH))


def test_no_name_comes_twice() -> None:
    names = [rule.name for rule in all_rules(ENGLISH)]
    assert sorted(set(names)) == sorted(names)


def test_every_frame_of_the_lexicon_goes_by_a_rule_that_is_shown() -> None:
    shown = {rule.name for rule in stage_rules()}
    rows = {row for rows in ENGLISH.cues.by_form.values() for row in rows}
    reported = {(row.pos, frame) for row in rows for frame in row.frames - {"quote"}}
    assert {rule_of(pos, frame) for pos, frame in reported} <= shown
    assert {f"reported.{name}" for name in WHOLE_NAMES.values()} <= shown

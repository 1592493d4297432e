"""What `quotes rules` shows is true: every rule of a stage makes the quote of its own example."""

from __future__ import annotations

import pytest
from samples import ENGLISH

from quotes.find.reported.frames.content import Shape
from quotes.find.reported.pattern import ANY_PREPOSITION
from quotes.find.reported.table import BY_PART
from quotes.lexicon.cues import PartOfSpeech
from quotes.model import Article, Rule
from quotes.pipeline.extractor import Extractor
from quotes.pipeline.rules import all_rules, row_rules, stage_rules

COMPLEMENTS = frozenset(shape.value for shape in Shape)
PREPOSITIONS = frozenset(
    (
        *("about", "against", "among", "around", "as", "at", "behind", "between", "by"),
        *("concerning", "for", "from", "in", "into", "like", "of", "on", "over", "regarding"),
        *("through", "to", "toward", "towards", "upon", "with"),
    )
)


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


def test_every_frame_of_the_lexicon_is_one_of_a_pattern() -> None:
    rows = {row for rows in ENGLISH.cues.by_form.values() for row in rows}
    listed = {(row.pos, frame) for row in rows for frame in row.frames - {"quote"}}
    assert {(pos, frame) for pos, frame in listed if not is_known(pos, frame)} == set()


def is_known(pos: PartOfSpeech, frame: str) -> bool:
    """Whether a pattern for this part of speech has the frame."""
    known = frozenset[str]().union(*(pattern.frames for pattern in BY_PART[pos]))
    stem, plus, rest = frame.partition("+")
    if ANY_PREPOSITION in known:
        known |= PREPOSITIONS
    return stem in known and (not plus or rest in COMPLEMENTS | PREPOSITIONS)

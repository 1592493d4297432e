"""Confidence is the measured share of the content's rule times the weight of the speaker's."""

from __future__ import annotations

from dataclasses import replace

from quotes.confidence import confidence, rule_weights
from quotes.model import Quote, Rules, Span

QUOTE = Quote((Span(0, 5),), (), "indirect", "speech", 0, Rules("reported.clause"))


def test_every_weight_is_a_share() -> None:
    assert all(0 <= weight <= 1 for weight in rule_weights().values())


def test_a_rule_that_is_seldom_right_makes_a_less_certain_quote() -> None:
    seldom = replace(QUOTE, rules=Rules("reported.impression"))
    assert confidence(seldom) < confidence(QUOTE) <= 1


def test_the_speaker_lowers_it_further() -> None:
    linked = replace(QUOTE, rules=Rules("reported.clause", speaker="speaker.third-person"))
    expected = rule_weights()["reported.clause"] * rule_weights()["speaker.third-person"]
    assert confidence(linked) == round(expected, 4) < confidence(QUOTE)

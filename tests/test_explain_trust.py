"""How far to trust a quote, and what to check before it is used, is told in plain words."""

from __future__ import annotations

import pytest
from samples import ENGLISH

from quotes.model import Article, Span
from quotes.parse.trees import parse
from quotes.pipeline.extractor import Extractor
from quotes.pipeline.rules import stage_rules
from quotes.show.explain.alternatives import beside
from quotes.show.explain.explain import TOPIC, explain
from quotes.show.explain.outdated import version_lines
from quotes.show.explain.phrases.rules import in_plain_words
from quotes.show.explain.reasons import reason_in_words
from quotes.show.explain.sentence_rest import rest_lines
from quotes.show.explain.trust import advice, trust_lines
from quotes.write.record import to_record

RULES = {"content": "reported.clause", "speaker": "speaker.name-exact"}


def record_with(**parts: object) -> dict[str, object]:
    """A record as far as the headline reads it, with some *parts* of it other."""
    plain = {"confidence": 0.95, "speakers": [], "rules": RULES, "flags": []}
    return {**plain, **parts}


def speaker_with(name: str | None, words: str, confidence: float) -> dict[str, object]:
    """A speaker as the headline reads one."""
    mention = {"text": words}
    return {"name": name, "confidence": confidence, "mention": mention, "candidates": []}


def test_headline_has_both_figures_and_the_advice_follows_the_lower() -> None:
    record = record_with(speakers=[speaker_with("Dover Mill Board", "It", 0.62)])
    assert list(trust_lines(record)) == [
        "Overall: about 95 in 100 that the words and their source are right; "
        "62 in 100 that “It” means Dover Mill Board.",
        "Advice: Doubtful: check it by eye.",
    ]


def test_headline_says_how_often_there_is_a_name_where_none_was_found() -> None:
    speakers = [speaker_with(None, "a miller", 0.78)]
    record = record_with(speakers=speakers, rules={**RULES, "speaker": "speaker.unnamed"})
    told = next(trust_lines(record))
    assert told.endswith(
        "we found no name for “a miller” (in 22 of 100 such cases there is one that we missed)."
    )


def test_headline_gives_no_figure_for_a_name_left_blank_for_doubt() -> None:
    speakers = [speaker_with(None, "she", 0.87)]
    record = record_with(speakers=speakers, rules={**RULES, "speaker": "speaker.third-person"})
    assert next(trust_lines(record)).endswith("; we found no name for “she”.")


def test_headline_says_who_a_speaker_without_a_name_may_be() -> None:
    others = [{"name": "Ada Bello", "confidence": 0.44}, {"name": "Leo Ito", "confidence": 0.3}]
    speaker = {**speaker_with(None, "she", 0.1), "candidates": others}
    record = record_with(speakers=[speaker], flags=["doubtful_speaker"])
    assert next(trust_lines(record)).endswith(
        "; no name is given for “she”: it may be Ada Bello (44 in 100) or Leo Ito (30 in 100)."
    )


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.9, "Reliable"),
        (0.896, "Reliable"),
        (0.89, "Likely right"),
        (0.74, "Doubtful"),
        (0.49, "More likely wrong"),
    ],
)
def test_advice_goes_by_bands(share: float, told: str) -> None:
    assert advice(share).startswith(told)


@pytest.mark.parametrize(
    ("words", "chosen", "told"),
    [
        ("the mill", "the mill by the river", "only [the mill]"),
        ("the mill by the river", "the mill", "also [by the river]"),
        ("the dam", "the mill", "[the dam]"),
    ],
)
def test_another_content_is_told_by_what_sets_it_apart(words: str, chosen: str, told: str) -> None:
    assert beside(words, chosen) == told


def test_reasons_are_told_without_characters_and_lengths() -> None:
    assert reason_in_words("ends", "", True, ENGLISH) == (
        "the words run to the end of the sentence or a pause"
    )
    assert reason_in_words("starts-pronoun", "it", False, ENGLISH) == "the source is only “it”"
    assert reason_in_words("starts-pronoun", "it", True, ENGLISH) is None


def test_every_rule_but_the_cues_has_a_plain_sentence() -> None:
    assert {
        rule.name for rule in stage_rules() if not in_plain_words(rule.name, "said", ENGLISH)
    } == set()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Ito said that the mill would close.", None),
        ("The mill would close, Ito said on Monday.", None),
        ("“We will not sell,” said Ito, who left.", None),
        ("Ito said that the mill would close while rain fell.", "while rain fell."),
    ],
)
def test_sentence_that_goes_on_is_warned_of(
    text: str, warned: str | None, extractor: Extractor
) -> None:
    article = Article("a", text)
    (quote,) = extractor.quotes(article)
    spans = [Span(quote.spans[-1].start, text.index(" while"))] if warned else list(quote.spans)
    told = [quote.cue.span] if quote.cue else []
    lines = list(rest_lines(text, parse(extractor.nlp, text, ENGLISH), spans[-1], told))
    expected = f"The sentence goes on after the quote: “{warned}” Check that the cut is fair."
    assert lines == ([expected] if warned else [])


@pytest.mark.model
def test_record_of_other_figures_is_warned_of(extractor: Extractor) -> None:
    article = Article("a", "Ada Ito said that the mill would stay.")
    (quote,) = extractor.quotes(article)
    record = to_record(article, quote)
    assert list(version_lines(record, article, quote)) == []
    (told,) = version_lines({**record, "confidence": 0.12}, article, quote)
    assert told.startswith("Warning: the record says 0.12, this version ")
    (told,) = version_lines({**record, "kind": "mixed"}, article, quote)
    assert told.startswith("Warning: this version has other kind than the record: ")


@pytest.mark.model
def test_topic_is_told_from_words(extractor: Extractor) -> None:
    article = Article("a", "Ada Ito criticised the plan.")
    (quote,) = extractor.quotes(article)
    lines = list(explain(to_record(article, quote), None, ENGLISH))
    assert f"This is {TOPIC}." in lines
    assert any("that what is spoken about and its source are right" in line for line in lines)


def test_headline_says_that_no_source_is_part_of_the_figure() -> None:
    told = next(trust_lines(record_with(confidence=0.81)))
    assert told == (
        "Overall: we found nobody who says it; "
        "about 81 in 100 that the words and the lack of a source are right."
    )

"""The library: what is asked for is what comes, and nonsense is refused."""

from __future__ import annotations

import pytest

import quotes
from quotes.model import Article
from quotes.pipeline.extractor import Extractor, chosen

TEXT = "“We won’t sell,” said Ada Ito. She believes that the mill is safe."


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"acts": ("speach",)}, "acts: 'speach' is not one of speech, document"),
        ({"acts": "shout"}, "acts: 'shout' is not one of"),
        ({"kinds": ("straight",)}, "kinds: 'straight' is not one of direct, mixed, indirect"),
    ],
)
def test_an_unknown_act_or_kind_is_refused(asked: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Extractor(**asked)  # type: ignore[arg-type]


@pytest.mark.model
def test_only_what_was_said_or_written_comes_unless_asked() -> None:
    assert [quote.act for quote in quotes.extract(TEXT)] == ["speech"]


@pytest.mark.model
def test_acts_and_kinds_asked_for_come(extractor: Extractor) -> None:
    found = extractor.quotes(Article("a", TEXT))
    assert [quote.act for quote in found] == ["speech", "thought"]
    assert [quote.act for quote in chosen(found, ("thought",), ("indirect",))] == ["thought"]
    assert chosen(found, ("thought",), ("direct",)) == ()


@pytest.mark.model
def test_a_quote_never_points_to_one_that_was_not_asked_for(extractor: Extractor) -> None:
    text = "Ada Ito thinks that the mill is safe. “It has stood for a hundred years.”"
    found = extractor.quotes(Article("a", text))
    assert [bool(quote.continues) for quote in found] == [False, True]
    (kept,) = chosen(found, ("speech",), ("direct",))
    assert kept.continues is None
    assert [speaker.name for speaker in kept.speakers] == ["Ada Ito"]

"""The work on one article: of which stage its failure is."""

from __future__ import annotations

import pytest

from quotes.pipeline.many.work import STAGES, stage_of


def trace_through(*modules: str) -> BaseException:
    """An error in the last of *modules*, each of which called the next."""

    def trip() -> None:
        raise ZeroDivisionError

    call = trip
    for module in reversed(modules):
        names = {"__name__": module, "below": call}
        exec("def call(): below()", names)
        call = names["call"]  # type: ignore[assignment]
    with pytest.raises(ZeroDivisionError) as raised:
        call()
    return raised.value


@pytest.mark.parametrize("stage", STAGES)
def test_failure_is_of_the_stage_whose_room_was_the_last_of_ours(stage: str) -> None:
    modules = ("quotes.find.finder", f"quotes.{stage}", f"quotes.{stage}.a.b", "quotes.lexicon.a")
    assert stage_of(trace_through(*modules, "spacy.find.a").__traceback__) == stage


def test_failure_outside_all_stages_is_of_the_rules() -> None:
    error = trace_through("quotes", "quotes.pipeline.confidence", "parse")
    assert stage_of(error.__traceback__) == "find"

"""How often a rule was right on annotated news, and shares as a reader is told them."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.lexicon.language import Language
from quotes.pipeline.rules import is_nameless
from quotes.write.record import Record

FEW = 10  # fewer cases than that are too few for a share


def how_often_right(rule: str, language: Language) -> str:
    """How often a rule was right on annotated news; empty if it was never counted."""
    if rule.startswith("speaker."):
        share = language.calibration.names.rules.get(rule)
        return "" if share is None else f"On annotated news: name right in {in_hundred(share)}."
    row = language.figures.get(rule)
    if row is None:
        return ""
    if row["n"] < FEW:
        return f"On annotated news: used only {times(int(row['n']))}, too few to tell."
    return (
        f"On annotated news: used {row['n']:,} times, content right in "
        f"{in_hundred(row['content'])}, content and source in {in_hundred(row['source'])}."
    )


def in_general(rule: str, language: Language) -> str:
    """The record of a rule on all annotated news, in short; empty if it was never counted."""
    if rule.startswith("speaker."):
        share = language.calibration.names.rules.get(rule)
        if share is not None and is_nameless(rule):
            return f"All such cases: a name all the same in {in_hundred(1 - share)}."
        right = "" if share is None else f"name right in {in_hundred(share)}"
    else:
        row = language.figures.get(rule)
        if row is None:
            return ""
        right = f"words and source right in {in_hundred(row['source'])}"
        if row["n"] < FEW:
            right = "too few to tell"
    return f"All such cases: {right}." if right else ""


def times(count: int) -> str:
    """A number of times in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def in_hundred(share: float) -> str:
    """A share out of a hundred, never quite all or none of them."""
    return f"{hundredths(share)} of 100"


def likely(share: float) -> str:
    """How likely something is: 87 in 100, never quite certain."""
    return f"{hundredths(share)} in 100"


def may_be(candidates: Iterable[Record]) -> str:
    """Who may be meant, each with how likely that is: Ada Bello (44 in 100) or Leo Ito (9 in …)."""
    return " or ".join(f"{each['name']} ({likely(each['confidence'])})" for each in candidates)


def hundredths(share: float) -> int:
    """How many in a hundred, from 1 to 99."""
    return min(99, max(1, round(100 * share)))

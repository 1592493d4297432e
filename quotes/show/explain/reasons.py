"""The reasons why a quote is as sure as it is: what helps and what hurts, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quotes.lexicon.counts.calibration import Calibration
from quotes.lexicon.counts.weights import Named
from quotes.lexicon.language import Language
from quotes.model import Quote
from quotes.pipeline.confidence import circumstances
from quotes.show.explain.found_again import FoundAgain

TOLD = 3  # reasons that help, and as many that hurt
USUAL = 0.85  # the share of right quotes from which a cue is as reliable as most
WEIGHTY = 0.1  # in log-odds: the least that makes a reason worth telling
KINDS = ("direct ", "mixed ", "indirect ")
NEAR, FAR = ("to 2", "to 10"), ("to 60", "to 150", "more")
FORMS = {"-": "no-source", "name": "name", "partial_name": "name"}
PATTERNS = ("content rule", "content and source rule", "source rule")
AFTER = {".": "ends", ";": "ends", "line": "ends", " ": "goes-on"}
LENGTHS = {
    **dict.fromkeys(("to 2", "to 10", "to 25"), "brief"),
    **dict.fromkeys(("to 150", "more"), "long"),
}
SPEAKERS = {"-": "no-source", "person": "person", "group": "group", "unknown": "unknown"}
Reason = tuple[str, str]  # its row in explanations.toml, and the word that it is about


def reason_lines(again: FoundAgain, language: Language) -> Iterator[str]:
    """What makes the quote surer than others of its kind, and what less sure."""
    quote, text = again.quote, again.article.text
    weights: defaultdict[Reason, float] = defaultdict(float)
    for asked in circumstances(quote, text, again.tree.span, language):
        reason = reason_of(asked, quote, text, language)
        if reason is not None:
            weights[reason] += beside_others(asked, again.calibration)
    weighed = sorted(weights.items(), key=lambda each: (-abs(each[1]), each[0]))
    for title, sign in (("Helps", 1), ("Hurts", -1)):
        told = [
            words
            for (reason, value), weight in weighed
            if sign * weight >= WEIGHTY
            and not (reason == "cue" and sign < 0 and is_usual(quote.rules.cue, language))
            and (words := reason_in_words(reason, value, sign > 0, language)) is not None
        ]
        if told:
            yield f"    {title}: {'; '.join(told[:TOLD])}."


def reason_in_words(reason: str, value: str, helps: bool, language: Language) -> str | None:
    """*reason* as what helps or hurts a quote; None if it makes no sense as such."""
    told: str | None = row_of(reason, language).get("helps" if helps else "hurts")
    return None if told is None else told.format(value)


def words_of(reason: str, language: Language) -> Sequence[str]:
    """The words of which *reason* is told, and which it names; empty if it is not about a word."""
    words: Sequence[str] = row_of(reason, language).get("words", ())
    return words


def row_of(reason: str, language: Language) -> Mapping[str, Any]:
    """What explanations.toml has on *reason*; empty if it says nothing to a reader."""
    row: Mapping[str, Any] = language.explanations["reason"].get(reason, {})
    return row


def is_usual(cue: str | None, language: Language) -> bool:
    """Whether the rule of a cue is right so often that it says nothing against a quote."""
    row = None if cue is None else language.figures.get(cue)
    return row is not None and row["source"] >= USUAL


def reason_of(asked: Named, quote: Quote, text: str, language: Language) -> Reason | None:
    """The reason that a circumstance is to a reader; None if it is none.

    Several circumstances may be the same reason: their weights add up.
    """
    name, value = asked
    for kind in KINDS:
        value = value.removeprefix(kind)
    if name in PATTERNS:
        if quote.source is None:
            return ("no-source", "")
        if name == "source rule":
            return "found", ""
        # reported words have a chance of their own, beside which the pattern says little
        return ("pattern", "") if quote.chance is None else None
    if name in ("cue", "content rule and cue"):
        return ("no-cue", "") if quote.cue is None else ("cue", quote.cue.span.of(text))
    if name in ("content and cue", "source and cue"):
        return None if name == "content and cue" and is_parted(quote) else place_of(name, value)
    simple = simple_reason(name, value, quote, language)
    return None if simple is None else (simple, value if words_of(simple, language) else "")


def is_parted(quote: Quote) -> bool:
    """Whether the source stands between content and cue, so that their distance means nothing."""
    if quote.cue is None or quote.source is None:
        return False
    return quote.span.end <= quote.source.start < quote.cue.span.start


def place_of(name: str, value: str) -> Reason | None:
    """What is said about where the content or the source stands beside the cue."""
    _, _, far = value.partition(", ")
    of = "" if name == "content and cue" else "source-"
    if far == "around":
        return ("around", "") if not of else None
    if far in NEAR:
        return f"{of}near", ""
    return (f"{of}far", "") if far in FAR else None


def simple_reason(name: str, value: str, quote: Quote, language: Language) -> str | None:
    """The reason that a circumstance gives by itself."""
    match name:
        case "mention":
            return FORMS.get(value, value)
        case "length":
            return LENGTHS.get(value)
        case "after":
            # after a direct quote comes a mark or its source, which says nothing of the cut
            before_cue = quote.cue is not None and quote.cue.span.start >= quote.span.end
            return None if quote.kind == "direct" or before_cue else AFTER.get(value)
        case "goes on":
            return "continues" if value == "True" else None
        case "first word":
            return "that" if value in words_of("that", language) else None
        case "speaker":
            return SPEAKERS.get(value)
        case "source begins":
            return "starts-pronoun" if value in words_of("starts-pronoun", language) else None
        case "paragraph":
            return "paragraph-long" if value in ("to 512", "to 1024") else None
        case "act" | "flag":
            return value
    return None


def beside_others(asked: Named, calibration: Calibration) -> float:
    """How much more a circumstance speaks for a quote than others of its name would, in log-odds.

    The others are those for quotes of the same kind.
    """
    name, value = asked
    kind = next((kind for kind in KINDS if value.startswith(kind)), "")
    table = calibration.quotes.circumstances.get(name, {})
    others = [w for v, w in table.items() if v.startswith(kind)]
    return table.get(value, 0.0) - sum(others) / max(1, len(others))

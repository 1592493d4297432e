"""Why a quote is as sure as it is: what speaks for it and what against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.confidence import circumstances
from quotes.lexicon.calibration import Calibration
from quotes.lexicon.weights import Named
from quotes.model import Article, Quote, Span

TOLD = 3  # circumstances for it, and as many against
WEIGHTY = 0.1  # in log-odds, from which a circumstance is worth a word
# What is asked about a quote, as quotes/confidence.py calls it, in plain words.
ASKED = {
    "content rule": "how the content was found ({})",
    "content and source rule": "how content and source were found together ({})",
    "content rule and cue": "this cue with such a content ({})",
    "source rule": "how the source was found ({})",
    "marks": "the quotation marks ({})",
    "act": "what was done ({})",
    "mention": "what names the source ({})",
    "length": "its length ({})",
    "pieces": "in how many pieces it stands ({})",
    "parts in marks": "how many of its parts stand in marks ({})",
    "goes on": "whether it goes on from another quote ({})",
    "before": "the character before it ({})",
    "first word": "its first word ({})",
    "last": "the character at its end ({})",
    "after": "the character after it ({})",
    "cue": "the cue ({})",
    "content and cue": "where the content stands to the cue ({})",
    "source and cue": "where the source stands to the cue ({})",
    "source": "what the source looks like ({})",
    "flag": "a remark ({})",
    "paragraph": "how long its paragraph is ({})",
    "speaker": "what sort of speaker it is ({})",
    "source begins": "how the source begins ({})",
}
KINDS = ("direct ", "mixed ", "indirect ")
CHARACTERS_OF, DISTANCES_OF = ("before", "last", "after"), ("content and cue", "source and cue")
CHARACTERS = {"w": "a letter", "line": "the end of a line", "-": "none"}
SHAPES = {
    "capital": "a capital first",
    "small": "a small letter first",
    "comma": "a comma in it",
    "plain": "no comma",
}
SHAPE = re.compile(r"to \d+|\S+")
NOTHING = {"None": "none", "-": "none"}  # what stands where a quote has no such part


def confidence_lines(
    quote: Quote, article: Article, paragraph: Span, calibration: Calibration
) -> Iterator[str]:
    """What makes the quote surer than others of its kind, and what less sure."""
    asked = {each for each in circumstances(quote, article.text, paragraph) if each[1] != "False"}
    weighed = sorted(((beside_others(each, calibration), each) for each in asked), reverse=True)
    yield from side(
        "Surer than others because of", [n for weight, n in weighed if weight >= WEIGHTY][:TOLD]
    )
    less = [n for weight, n in weighed[::-1] if weight <= -WEIGHTY][:TOLD]
    yield from side("Less sure than others because of", less)


def beside_others(asked: Named, calibration: Calibration) -> float:
    """How much more a circumstance speaks for a quote than the others that could be in its place.

    In log-odds: those of the same name, for quotes of the same kind.
    """
    name, value = asked
    kind = next((kind for kind in KINDS if value.startswith(kind)), "")
    table = calibration.quotes.circumstances.get(name, {})
    others = [w for v, w in table.items() if v.startswith(kind)]
    return table.get(value, 0.0) - sum(others) / max(1, len(others))


def side(title: str, told: list[Named]) -> Iterator[str]:
    """What speaks for a quote or against it, on one line."""
    if told:
        yield f"    {title}: {'; '.join(map(in_words, told))}."


def in_words(asked: Named) -> str:
    """A circumstance in plain words."""
    name, value = asked
    for kind in KINDS:
        value = value.removeprefix(kind)
    if name in CHARACTERS_OF:
        value = CHARACTERS.get(value, "a space" if value.isspace() else value)
    elif name in DISTANCES_OF:
        side, _, far = value.partition(", ")
        value = f"{side} it, {size(far)} away" if far != "around" else "around it"
    elif name == "source":
        value = ", ".join(SHAPES.get(word) or size(word) for word in SHAPE.findall(value))
    elif name in ("length", "paragraph"):
        value = size(value)
    elif name == "first word":
        value = "none of the usual ones" if value == "-" else value
    else:
        value = " ".join(NOTHING.get(word, word) for word in value.replace("_", " ").split(" "))
    return ASKED.get(name, f"{name} ({{}})").format(value)


def size(value: str) -> str:
    """A length in words: to 10, more."""
    return "over 150 characters" if value == "more" else f"up {value} characters"

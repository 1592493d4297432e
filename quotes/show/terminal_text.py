"""An article as people read it: what was said, by whom, and which rules say so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quotes.lexicon.language import read_language
from quotes.model import Article, Quote, Span, Speaker
from quotes.parse.paragraphs import find_paragraphs
from quotes.write.escape import escaped, one_line

Figures = Mapping[str, Mapping[str, Any]]  # what was counted of each rule on annotated news
# Styles of a terminal for content, cue, source and the notes below a paragraph.
STYLES = {"q": "green", "c": "yellow", "s": "blue", "note": "dim"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in one style, harmless to a terminal."""

    text: str
    style: str = ""  # a key of STYLES, or none for the article's own words
    bracket: bool = False  # stands in for the colours where there are none


@dataclass(frozen=True, slots=True)
class Label:
    """A part of a quote: q content, c cue, s source, and the quote's number from 1."""

    span: Span
    part: str
    number: int


def to_segments(
    article: Article, quotes: Sequence[Quote], rules: bool = False
) -> Iterator[tuple[Segment, ...]]:
    """Each paragraph of *article*, and after it each note on a quote that starts in it."""
    figures = read_language(article.language).figures if rules else None
    paragraphs = find_paragraphs(article.text)
    starts = [paragraph.start for paragraph in paragraphs]
    labels: list[list[Label]] = [[] for _ in paragraphs]
    notes: list[list[str]] = [[] for _ in paragraphs]
    for number, quote in enumerate(quotes, start=1):
        notes[max(0, bisect_right(starts, quote.span.start) - 1)].extend(
            to_notes(article.text, quote, number, figures)
        )
        for label in labels_of(quote, number):
            first = max(0, bisect_right(starts, label.span.start) - 1)
            for index in range(first, bisect_right(starts, label.span.end - 1)):
                labels[index].append(label)
    for paragraph, inside, below in zip(paragraphs, labels, notes, strict=True):
        yield tuple(cut(article.text, paragraph, inside))
        yield from ((Segment(note, "note"),) for note in below)
        yield (Segment(""),)


def labels_of(quote: Quote, number: int) -> Iterator[Label]:
    """The parts of *quote*, content first."""
    yield from (Label(span, "q", number) for span in quote.spans)
    if quote.cue is not None:
        yield Label(quote.cue.span, "c", number)
    if quote.source is not None:
        yield Label(quote.source, "s", number)


def cut(text: str, paragraph: Span, labels: Sequence[Label]) -> Iterator[Segment]:
    """*paragraph* cut wherever a label starts or ends, with brackets there: [q1 …] [c1 said]."""
    inside = [
        Label(Span(max(label.span.start, paragraph.start), end), label.part, label.number)
        for label in labels
        if (end := min(label.span.end, paragraph.end)) > max(label.span.start, paragraph.start)
    ]
    places = {paragraph.start, paragraph.end}
    places.update(place for label in inside for place in (label.span.start, label.span.end))
    for here, there in pairwise(sorted(places)):
        opening = sorted(
            (label for label in inside if label.span.start == here),
            key=lambda label: (-label.span.end, label.part != "q", label.number),
        )
        for label in opening:
            yield Segment(f"[{label.part}{label.number} ", label.part, bracket=True)
        words = escaped(text[here:there].replace("\r\n", "\n"))
        yield Segment(words, style_at(Span(here, there), inside))
        closing = sum(label.span.end == there for label in inside)
        yield Segment("]" * closing, bracket=True)


def style_at(span: Span, labels: Sequence[Label]) -> str:
    """The style of the shortest part around *span*; a cue or a source goes before a content."""
    around = [label for label in labels if label.span.covers(span)]
    if not around:
        return ""
    return min(
        around, key=lambda label: (label.part == "q", label.span.end - label.span.start)
    ).part


def to_notes(text: str, quote: Quote, number: int, figures: Figures | None) -> Iterator[str]:
    """The lines on one quote: what it is and who said it; with *figures*, which rules say so."""
    speakers = ", ".join(to_name(text, speaker) for speaker in quote.speakers) or "nobody found"
    negated = "not " if quote.cue is not None and quote.cue.negated else ""
    flags = f" [{', '.join(quote.flags)}]" if quote.flags else ""
    yield one_line(f"    {number} {quote.kind}, {negated}{quote.act}: {speakers}{flags}")
    if figures is not None:
        names = (
            quote.rules.mark,
            quote.rules.cue,
            quote.rules.content,
            quote.rules.source,
            quote.rules.speaker,
        )
        told = (with_share(name, figures) for name in names if name is not None)
        yield one_line(f"      {', '.join(told)}; confidence {quote.confidence:.2f}")


def with_share(rule: str, figures: Figures) -> str:
    """The name of a rule, with the share of right quotes among those it made if that is known."""
    row = figures.get(rule)
    return rule if row is None else f"{rule} (right in {row['source']:.0%} of {row['n']:,})"


def to_name(text: str, speaker: Speaker) -> str:
    """The speaker's name, or else the words that stand for it, with the role if there is one."""
    words = "unknown" if speaker.mention is None else speaker.mention.span.of(text)
    name = f"{speaker.name or words} ({speaker.role or speaker.type})"
    if speaker.name is not None or not speaker.candidates:
        return name
    others = " or ".join(f"{each.name} ({each.confidence:.0%})" for each in speaker.candidates)
    return f"{name}, may be {others}"

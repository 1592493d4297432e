"""Articles too long to parse at once: worked on in pieces, places counted in the whole article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from quotes.model import Article, Quote, Span, Speaker
from quotes.parse.paragraphs import find_paragraphs

# Code points of an article that are parsed at once: memory grows with them. The longest news
# articles have half of it; what is longer is a book or many articles in one file.
MAX_CHARS = 200_000
CUT = "cut_article"  # the flag of a quote whose article was cut: its speakers come from one piece


class QuoteFinder(Protocol):
    """What finds the quotes of an article."""

    def quotes(self, article: Article) -> tuple[Quote, ...]:
        """The quotes of *article* in the order of the text."""


def find_in_pieces(
    article: Article, extractor: QuoteFinder, max_chars: int = MAX_CHARS
) -> Iterator[Quote]:
    """The quotes of *article*, which is cut between paragraphs if over *max_chars* long."""
    if len(article.text) <= max_chars:
        yield from extractor.quotes(article)
        return
    paragraphs = entities = 0
    for piece in cut(article.text, max_chars):
        text = piece.of(article.text)
        names: dict[str, str] = {}  # speakers are not followed from piece to piece
        for quote in extractor.quotes(replace(article, text=text)):
            for entity in entities_of(quote):
                if entity not in names:
                    entities += 1
                    names[entity] = f"e{entities}"
            yield moved(quote, piece.start, paragraphs, names)
        paragraphs += len(find_paragraphs(text))


def cut(text: str, max_chars: int) -> Iterator[Span]:
    """*text* in pieces of at most *max_chars*: cut at a blank line, else a line, else a space."""
    start = 0
    while len(text) - start > max_chars:
        window = text[start : start + max_chars]
        places = (window.rfind(end) + len(end) for end in ("\n\n", "\n\r\n", "\n", "\r", " "))
        end = start + next((p for p in places if p > max_chars // 2), max_chars)
        yield Span(start, end)
        start = end
    if start < len(text):
        yield Span(start, len(text))


def entities_of(quote: Quote) -> Iterator[str]:
    """The entities that the speakers of *quote* are or may be."""
    for speaker in quote.speakers:
        if speaker.entity is not None:
            yield speaker.entity
        yield from (candidate.entity for candidate in speaker.candidates)


def moved(quote: Quote, by: int, paragraphs: int, entities: dict[str, str]) -> Quote:
    """*quote* with its places counted from *by* characters and *paragraphs* earlier."""

    def shift(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    def shift_all(spans: tuple[Span, ...] | None) -> tuple[Span, ...] | None:
        return None if spans is None else tuple(map(shift, spans))

    def shift_speaker(speaker: Speaker) -> Speaker:
        mention, entity = speaker.mention, speaker.entity
        return replace(
            speaker,
            mention=mention and replace(mention, span=shift(mention.span)),
            evidence=speaker.evidence and shift(speaker.evidence),
            entity=entity and entities[entity],
            candidates=tuple(replace(c, entity=entities[c.entity]) for c in speaker.candidates),
        )

    return replace(
        quote,
        spans=tuple(map(shift, quote.spans)),
        quoted=tuple(map(shift, quote.quoted)),
        paragraph=quote.paragraph + paragraphs,
        cue=quote.cue and replace(quote.cue, span=shift(quote.cue.span)),
        source=quote.source and shift(quote.source),
        continues=shift_all(quote.continues),
        nested_in=shift_all(quote.nested_in),
        speakers=tuple(map(shift_speaker, quote.speakers)),
        flags=(*quote.flags, CUT),
    )

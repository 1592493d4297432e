"""An article as words: what is compared, so that marks and commas at an edge make no difference."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from quotes.lexicon.language import Language
from quotes.model import Kind, Span

Numbers = frozenset[int]  # of words in the article, from 0

WORD = re.compile(r"\w+(?:['’]\w+)?")
# What opens or closes a quotation, and the line feed, which ends any. The order matters: a doubled
# mark is one.
MARK = re.compile("\n|“|``|”|\"|''|’’|‘‘")
OPENING = ("“", "``")
CLOSING = ("”", "\n")
DIRECT = 0.9  # the share of words in marks from which a content is direct


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The words of an article, by number: where they stand, what they say, what is in marks."""

    language: Language
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]  # in lower case
    quoted: Numbers  # those in quotation marks
    runs: tuple[Numbers, ...]  # those of each stretch in marks; a stretch may hold none

    def within(self, spans: Iterable[Span]) -> Numbers:
        """The words of which a character is in one of *spans*."""
        return frozenset(
            word
            for span in spans
            for word in range(
                bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
            )
        )

    def kind(self, content: Collection[int]) -> Kind:
        """The kind of a *content*, which has a word at least, by its share of words in marks."""
        share = sum(word in self.quoted for word in content) / len(content)
        if share >= DIRECT:
            return "direct"
        return "mixed" if share else "indirect"


def to_words(text: str, language: Language) -> ArticleWords:
    """The words of *text*, an article in *language*."""
    found = list(WORD.finditer(text))
    starts = tuple(word.start() for word in found)
    ends = tuple(word.end() for word in found)
    forms = tuple(word[0].lower() for word in found)
    bare = ArticleWords(language, starts, ends, forms, frozenset(), ())
    runs = tuple(quoted_runs(text))
    # A word that begins before the mark is not in it, though a part of it may be.
    quoted = (
        word
        for run in runs
        for word in range(bisect_left(starts, run.start), bisect_left(starts, run.end))
    )
    inside = tuple(bare.within([run]) for run in runs)
    return ArticleWords(language, starts, ends, forms, frozenset(quoted), inside)


def quoted_runs(text: str) -> Iterator[Span]:
    """The unbroken stretches in quotation marks, marks left out; none runs over a line's end."""
    inside, start = False, 0
    for mark in MARK.finditer(text):
        if inside and mark.start() > start:
            yield Span(start, mark.start())
        start = mark.end()
        inside = mark[0] in OPENING or (mark[0] not in CLOSING and not inside)
    if inside and start < len(text):
        yield Span(start, len(text))

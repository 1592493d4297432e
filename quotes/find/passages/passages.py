"""Quotes over more than one paragraph: reopened marks, introductions, a speaker who goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from quotes.find.candidate import Candidate, ContentRule
from quotes.find.marks.bounds import is_sentence_like, word_count
from quotes.find.paragraph import Paragraph
from quotes.find.passages.continued import (
    UTTERED,
    extended,
    going_on,
    is_direct,
    reach_of,
    replace_in,
)
from quotes.find.passages.layout import find_headline, find_introduction
from quotes.lexicon.thresholds import LONE_SENTENCE_WORDS, QUOTED_PARAGRAPH_SHARE
from quotes.model import Marked
from quotes.parse.tree import Tree

ENDS = frozenset(".!?…,—–-")  # of a sentence in marks that is a whole one
Pieces = tuple[list[Candidate], list[Marked]]  # its quotes, and the marked sentences without a cue


def join_paragraphs(text: str, paragraphs: list[Paragraph], found: list[Pieces]) -> list[Candidate]:
    """The quotes of all paragraphs, those that run over a paragraph break joined."""
    done: list[Candidate] = []
    for number, (paragraph, (quotes, orphans)) in enumerate(zip(paragraphs, found, strict=True)):
        headline = None if is_turn(quotes) else find_headline(text, paragraph)
        if headline is not None and not orphans:
            quotes = [headline]
        introduced: Candidate | None = None
        if orphans and not quotes and number > 0:
            introduced = find_introduction(paragraphs[number - 1])
        for orphan in orphans:
            before = previous(done, quotes, number, orphan)
            if before is not None and orphan.reopens and before.marked:
                replace_in(done, before, extended(before, orphan))
            elif introduced is not None:
                introduced = introduce(introduced, orphan)
            elif before is not None and goes_on(
                text, before, orphan, (paragraphs[max(0, number - 1)], paragraph)
            ):
                done.append(going_on(before, orphan))
            elif stands_by_itself(paragraph.tree, orphan):
                done.append(without_speaker(orphan))
        if introduced is not None and introduced.marked:
            done.append(introduced)
        if done and quotes and reaches_back(done[-1], quotes[0], number):
            last = done.pop()
            quotes = [joined_quote(last, quotes[0]), *quotes[1:]]
        done.extend(quotes)
    return done


def is_turn(quotes: list[Candidate]) -> bool:
    """Whether the paragraph is a line of a transcript."""
    return any(quote.rule.is_turn for quote in quotes)


def reaches_back(last: Candidate, first: Candidate, number: int) -> bool:
    """Whether a quote left open without a cue is told whose it is in the next paragraph."""
    return (
        last.cue is None
        and last.continues is None
        and number - paragraph_of(last) == 1
        and bool(first.marked)
        and min(first.marked, key=lambda m: m.span).reopens
    )


def joined_quote(last: Candidate, first: Candidate) -> Candidate:
    """One quote of two paragraphs: the cue and source of *first*, the words of both."""
    spans = tuple(sorted((*last.spans, *first.spans)))
    return first._replace(
        paragraph=last.paragraph, spans=spans, marked=(*last.marked, *first.marked)
    )


def introduce(introduced: Candidate, marked: Marked) -> Candidate:
    """The quote that the paragraph before introduces, with one more stretch in marks."""
    if not introduced.marked:
        return introduced._replace(
            paragraph=marked.paragraph, spans=(marked.span,), marked=(marked,)
        )
    return extended(introduced, marked)


def previous(
    done: list[Candidate], quotes: list[Candidate], number: int, orphan: Marked
) -> Candidate | None:
    """The last quote of the paragraph before, if this one has none of its own."""
    if quotes:
        return None
    recent = takewhile(lambda f: number - paragraph_of(f) <= 1, reversed(done))
    near = [f for f in recent if f.spans[-1].start < orphan.span.start]
    outer = [f for f in near if not any(is_within(f, other) for other in near if other is not f)]
    return max(outer, key=reach_of, default=None)


def is_within(found: Candidate, other: Candidate) -> bool:
    """Whether a quote stands in another one: “I said that it was late.”"""
    return all(any(span.covers(own) for span in other.spans) for own in found.spans)


def paragraph_of(found: Candidate) -> int:
    """The number of the paragraph in which the quote ends."""
    return max([found.paragraph, *(m.paragraph for m in found.marked)])


def goes_on(text: str, before: Candidate, orphan: Marked, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a quoted paragraph without a cue is more of what the one before says.

    *paragraphs* are the one before and its own. Either a direct quote goes on (“...,” she said. ¶
    “We open in May.”) or reported speech ends the paragraph before (Ito says that the mill is
    ready. ¶ “We open in May.”).
    """
    last, paragraph = paragraphs
    opens = orphan.span.start == paragraph.tree.starts[0]
    if not (orphan.closed or opens) or not mostly_quoted(text, paragraph):
        return False
    reported = opens and last is not paragraph and ends_with(last.tree, before)
    return is_direct(text, before) or reported


def ends_with(tree: Tree, before: Candidate) -> bool:
    """Whether the last sentence of a paragraph tells *before*: Ito says that the mill is ready."""
    if before.cue is None or before.act not in UTTERED or before.rule.of_noun:
        return False
    cue = bisect_left(tree.starts, before.cue.span.start)
    return cue < len(tree) and tree.root[cue] == tree.root[-1] and before.source is not None


def mostly_quoted(text: str, paragraph: Paragraph) -> bool:
    """Whether nearly all words of the paragraph stand in marks."""
    total = word_count(text, paragraph.tree.span)
    return sum(word_count(text, m.span) for m in paragraph.marked) >= QUOTED_PARAGRAPH_SHARE * total


def stands_by_itself(tree: Tree, marked: Marked) -> bool:
    """Whether the marks hold a sentence to its end, and no slogan: it is a quote, whoever's."""
    ended = marked.inner is not None and marked.inner.of(tree.text)[-1:] in ENDS
    long = word_count(tree.text, marked.span) >= LONE_SENTENCE_WORDS
    return ended and long and is_sentence_like(tree, marked)


def without_speaker(marked: Marked) -> Candidate:
    """A quote that nothing in reach gives to anyone."""
    return Candidate(
        paragraph=marked.paragraph,
        spans=(marked.span,),
        rule=NO_CUE,
        act="speech",
        marked=(marked,),
        flags=("no_speaker",),
    )


NO_CUE = ContentRule(
    "direct.no-cue", "The talks ended at noon. “Nobody should expect a quick answer here.”"
)
RULES = (NO_CUE,)

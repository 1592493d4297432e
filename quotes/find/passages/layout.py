"""Quotes that the layout alone gives to their speakers: transcripts, introductions, headlines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from quotes.find.candidate import Candidate, ContentRule
from quotes.find.direct.beside_sources import main_subject, with_source
from quotes.find.marks.bounds import trim
from quotes.find.paragraph import Paragraph
from quotes.find.sources.table import LABEL as LABEL_SOURCE
from quotes.find.sources.table import SUBJECT, Source
from quotes.find.sources.words import source_words
from quotes.lexicon.thresholds import (
    LEAST_HEADLINE,
    LONGEST_HEADLINE,
    LONGEST_LABEL,
    TURN_NEIGHBOURS,
)
from quotes.model import TURN_RULE, Cue, Span

# REED: … / MS. REED: … / Q: … / Anna Reed: …
LABEL = re.compile(
    r"""(?:["“”]|'')?  # a transcript may be quoted as a whole: “REED: …
    (?P<name>
        [A-Z][A-Z.'’\-]*(?:[ \u00a0][A-Z][A-Z.'’\-]*){0,4}  # REED, MS. REED, Q
        | (?:[A-Z][\w.'’\-]*[ \u00a0]){0,4}[A-Z][\w.'’\-]*  # Anna Reed
    )
    (?:[ \u00a0]?\([^()\n]{1,60}\))?  # Anna Reed (chair)
    (?P<colon>:)[ \u00a0]*(?=\S)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of a transcript: who is named before the colon, and what follows it."""

    name: Span
    colon: Span
    words: Span


def find_turns(text: str, paragraphs: list[Paragraph]) -> dict[int, Turn]:
    """The turns of a transcript or interview by the numbers of their paragraphs.

    A single `Name: …` may be a headline or a list, so a label counts only if it comes twice or is
    one of several in a row.
    """
    turns: dict[int, Turn] = {}
    for number, paragraph in enumerate(paragraphs):
        match = LABEL.match(text, paragraph.tree.span.start, paragraph.tree.span.end)
        words = trim_turn(text, match.end(), paragraph.tree.span.end) if match else None
        if match and words:
            turns[number] = Turn(Span(*match.span("name")), Span(*match.span("colon")), words)
    counts = Counter(turn.name.of(text) for turn in turns.values())
    return {
        number: turn
        for number, turn in turns.items()
        if (counts[turn.name.of(text)] > 1 and has_neighbour(turns, number))
        or (is_label(turn.name.of(text)) and has_neighbour(turns, number))
    }


def has_neighbour(turns: dict[int, Turn], number: int) -> bool:
    """Whether one of the two paragraphs before or after is a turn too."""
    return any(number + step in turns for step in TURN_NEIGHBOURS)


def is_label(name: str) -> bool:
    """Whether *name* is written as transcripts write names: in capitals, or Q and A."""
    return name.isupper()


def trim_turn(text: str, start: int, end: int) -> Span | None:
    """The words of a turn without the white space around them, or a mark that nothing opened."""
    words = text[start:end].strip()
    if words[-1:] in ('"', "”") and not any(mark in words[:-1] for mark in '"“'):
        words = words[:-1].rstrip()
    if not words:
        return None
    begin = text.index(words, start)
    return Span(begin, begin + len(words))


def turn_candidate(paragraph: Paragraph, turn: Turn) -> Candidate:
    """REED: We will not sell."""
    inside = tuple(m for m in paragraph.marked if turn.words.covers(m.span))
    return Candidate(
        paragraph=paragraph.tree.index,
        spans=(turn.words,),
        rule=TURN,
        act="speech",
        cue=Cue(turn.colon, ":", "speech", TURN.name),
        source=turn.name,
        source_rule=LABEL_SOURCE,
        marked=inside,
    )


def find_headline(text: str, paragraph: Paragraph) -> Candidate | None:
    """Ada Ito: Mill will stay in village hands"""
    tree = paragraph.tree
    if (
        (tree.words[-1] in (".", "!", "?") and tree.index > 0)
        or len(tree) > LONGEST_HEADLINE
        or paragraph.marked
    ):
        return None
    colons = [t for t, word in enumerate(tree.words) if word == ":"]
    if (
        len(colons) != 1
        or not 0 < colons[0] <= LONGEST_LABEL
        or len(tree) - colons[0] < LEAST_HEADLINE
    ):
        return None
    colon = colons[0]
    label = range(colon)
    named = all(tree.tags[t].startswith(("NNP", "POS")) for t in label)
    if not (named or colon == 1) or tree.in_list(colon - 1, "layout", "kickers"):
        return None
    if not named and not tree.in_list(0, "layout", "headline-sources"):
        return None
    if not any(tree.tags[t].startswith(("VB", "MD")) for t in range(colon + 1, len(tree))):
        return None
    content = trim(tree, tree.span_of(colon + 1, len(tree) - 1))
    if content is None:
        return None
    return Candidate(
        paragraph=tree.index,
        spans=(content,),
        rule=HEADLINE,
        act="speech",
        cue=Cue(tree.span_of(colon, colon), ":", "speech", HEADLINE.name),
        source=tree.span_of(0, colon - 1),
        source_rule=LABEL_SOURCE,
    )


def find_introduction(before: Paragraph) -> Candidate | None:
    """Ito put it bluntly: ¶ “We will not sell.” — the cue and source of the paragraph before."""
    tree = before.tree
    last = len(tree) - 1
    if last < 1 or tree.words[last] != ":":
        return None
    start = last
    while start > 0 and tree.tags[start - 1] != ".":
        start -= 1
    colon = Cue(tree.span_of(last, last), ":", "speech", INTRODUCTION.name)
    found = Candidate(tree.index, (colon.span,), INTRODUCTION, "speech", cue=colon)
    heads = [
        head
        for token, head in before.heads.items()
        if token >= start and head.row.takes_quote and head.row.pos == "verb"
    ]
    beside = with_source(before, heads[-1], None) if heads else None
    if beside is not None and beside.source is not None:
        return found._replace(
            act=beside.act,
            cue=beside.cue,
            source=beside.source,
            source_rule=beside.source_rule,
        )
    subject = main_subject(tree, start, last)
    if subject is None:
        return found
    source = Source(subject, SUBJECT)
    words_of = source_words(tree, source, colon.span, [])
    return found._replace(source=words_of, source_rule=source.rule if words_of else None)


TURN = ContentRule(TURN_RULE, "REED: We will not sell. ¶ ITO: Not even now?", is_turn=True)
HEADLINE = ContentRule("layout.headline", "Ada Ito: Mill will stay in village hands")
INTRODUCTION = ContentRule("layout.introduction", "Ito put it bluntly: ¶ “We will not sell.”")
RULES = (TURN, HEADLINE, INTRODUCTION)

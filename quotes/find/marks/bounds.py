"""The exact bounds of a content: what is trimmed, and how whole quotation marks are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from quotes.lexicon.language import Language
from quotes.lexicon.thresholds import (
    DIRECT_SHARE,
    ENDED_SENTENCE_WORDS,
    LONGEST_TITLE,
    SENTENCE_WORDS,
)
from quotes.model import Kind, Marked, Span
from quotes.parse.tree import Tree

WORD = re.compile(r"\w+(?:['’]\w+)?")
LETTER = re.compile(r"\w")
LEADING = " \t\r\n\u00a0,;:.!?—–-…―)]}*_"
TRAILING = " \t\r\n\u00a0,;:.—–-―([{*_"


def trim(tree: Tree, span: Span) -> Span | None:
    """*span* without the white space and punctuation at its ends that belong to the sentence."""
    text, start, end = tree.text, span.start, span.end
    while start < end and text[start] in LEADING:
        start += 1
    while end > start and text[end - 1] in TRAILING and not is_abbreviation(tree, start, end):
        end -= 1
    if start < end and text[end - 1] in ")]" and not re.search(r"[(\[]", text[start:end]):
        end -= 1
    elif start < end and text[start] in "([" and not re.search(r"[)\]]", text[start:end]):
        start += 1
    if not WORD.search(text, start, end):
        return None
    return Span(start, end)


def is_abbreviation(tree: Tree, start: int, end: int) -> bool:
    """Whether the full stop before *end* is part of a word: U.S., Corp., Jr."""
    if tree.text[end - 1] not in ".\n":
        return False
    return abbreviation(tree.language).search(tree.text[max(start, end - 6) : end]) is not None


@cache
def abbreviation(language: Language) -> re.Pattern[str]:
    """What ends in a full stop of its own: a capital, or one of the language's abbreviations."""
    words = "|".join(map(re.escape, sorted(language.words("abbreviation", "stops"))))
    return re.compile(rf"\b(?:[A-Z]|{words})\.$")


def joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """*spans* in text order, those with only white space or nothing between them made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not text[out[-1].end : span.start].strip()):
            if text[out[-1].end : span.start].count("\n") == 0:
                out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
                continue
            if span.start < out[-1].end:
                continue
        out.append(span)
    return tuple(out)


def minus(span: Span, cuts: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of *span* without the stretches *cuts*."""
    rest = [span]
    for cut in cuts:
        pieces = []
        for piece in rest:
            if not piece.overlaps(cut):
                pieces.append(piece)
                continue
            if piece.start < cut.start:
                pieces.append(Span(piece.start, cut.start))
            if cut.end < piece.end:
                pieces.append(Span(cut.end, piece.end))
        rest = pieces
    return tuple(rest)


def word_count(text: str, span: Span) -> int:
    """The number of words in *span*."""
    return len(WORD.findall(text, span.start, span.end))


def quoted_parts(spans: Iterable[Span], marked: Iterable[Marked]) -> tuple[Span, ...]:
    """The stretches of *marked* that lie in *spans*, marks included."""
    pieces = tuple(spans)
    return tuple(
        Span(max(m.span.start, s.start), min(m.span.end, s.end))
        for m in marked
        for s in pieces
        if m.span.overlaps(s)
    )


def kind_of(text: str, spans: tuple[Span, ...], quoted: tuple[Span, ...]) -> Kind:
    """Direct if it begins and ends in marks with nine tenths of its words; mixed if any word is."""
    if not any(WORD.search(text, span.start, span.end) for span in quoted):
        return "indirect"
    if quoted == spans:
        return "direct"
    # The mill “has been growing for years”: the subject is the writer's, however long the rest is
    framed = any(q.start == spans[0].start for q in quoted) and any(
        q.end == spans[-1].end for q in quoted
    )
    if not framed:
        return "mixed"
    inside = sum(word_count(text, span) for span in quoted)
    total = sum(word_count(text, span) for span in spans)
    return "direct" if inside >= DIRECT_SHARE * total else "mixed"


def is_sentence_like(tree: Tree, marked: Marked) -> bool:
    """Whether the words in marks read as a sentence: a capital first, four words or an end mark."""
    inner = marked.inner
    if inner is None:
        return False
    quoted = inner.of(tree.text)
    first = LETTER.search(quoted)
    if first is None or not (first.group().isupper() or first.group().isdigit()):
        return False
    found = WORD.findall(quoted)
    ends = quoted.rstrip("\"'”’» ")[-1:] in ".,!?…—–-"
    return len(found) >= (ENDED_SENTENCE_WORDS if ends else SENTENCE_WORDS) and not are_title_case(
        found, tree.language
    )


def is_title_case(quoted: str, language: Language) -> bool:
    """Whether the words of *quoted* have capitals, small ones apart, as titles of works do."""
    return are_title_case(WORD.findall(quoted), language)


def are_title_case(found: Sequence[str], language: Language) -> bool:
    """Whether the words *found* have capitals, small ones apart, as titles of works do."""
    if not 0 < len(found) <= LONGEST_TITLE:
        return False
    small = language.words("layout", "small-in-titles")
    weighty = [w for w in found if w not in small]
    return bool(weighty) and not any(w[0].islower() for w in weighty)

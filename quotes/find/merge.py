"""One paragraph's quotes: the outermost contents, with the quotation marks that are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotes.find.boundaries import is_sentence_like, minus, trim
from quotes.find.carried import carry
from quotes.find.found import Found
from quotes.find.ownership import own_marks, with_marks
from quotes.find.page import Page
from quotes.find.reported import find_reported
from quotes.lexicon.weights import Weights
from quotes.model import Marked, Span

BY_AUTHOR = re.compile(r",? by [^\W\d_a-zß-öø-ÿ]")


def find_in_paragraph(page: Page, weights: Weights) -> tuple[list[Found], list[Marked]]:
    """The quotes of a paragraph in text order, and the sentences in marks that no cue owns."""
    text = page.tree.text
    found = outermost(
        text, find_reported(page.tree, tuple(page.heads.values()), page.quoted, weights)
    )
    owners, cued = own_marks(page, found)
    made = [
        with_marks(text, f, [m for m, owner in owners.items() if owner == n])
        for n, f in enumerate(found)
        if not holds_cue(f, cued)
    ]
    made.extend(cued)
    owned = {m for f in made for m in f.marked}
    orphans = [
        m
        for m in page.marked
        if m not in owned
        and (is_sentence_like(text, m) or m.reopens or is_brief(page, m, made))
        and not is_work(text, m)
    ]
    kept, left = carry(text, made, orphans)
    return sorted(outermost(text, kept), key=lambda f: f.spans), left


def is_work(text: str, marked: Marked) -> bool:
    """Whether the marks hold the title of a work: “We Won't Sell,” by Ada Ito"""
    return BY_AUTHOR.match(text, marked.span.end) is not None


def is_brief(page: Page, marked: Marked, quotes: list[Found]) -> bool:
    """Whether one word in marks is a sentence that goes on: “No,” Ito said. “Never.”"""
    text, inner = page.tree.text, marked.inner
    if inner is None or not any(f.marked for f in quotes):
        return False
    before = text[page.tree.span.start : marked.span.start].rstrip()
    return text[inner.end - 1] in ".!?" and before[-1:] in (".", "!", "?", "”", '"', "’")


def holds_cue(found: Found, cued: list[Found]) -> bool:
    """Whether the cue of a direct quote stands in the content: the content gives way to it."""
    return any(c.cue is not None and s.overlaps(c.cue.span) for c in cued for s in found.spans)


def outermost(text: str, found: Iterable[Found]) -> list[Found]:
    """Those of *found* whose cue stands in no other's content, the highest in the tree first."""
    kept: list[Found] = []
    for candidate in sorted(found, key=lambda f: (f.depth, f.spans)):
        cue = candidate.cue
        if any((cue is not None and span.overlaps(cue.span)) for k in kept for span in k.spans):
            continue
        taken = [s for k in kept for s in k.spans]
        taken += [k.cue.span for k in kept if k.cue is not None]
        free = tuple(p for s in candidate.spans for p in left_of(text, s, taken))
        if free == candidate.spans:
            kept.append(candidate)
        elif free and sum(s.end - s.start for s in free) * 2 > sum(
            s.end - s.start for s in candidate.spans
        ):
            kept.append(candidate._replace(spans=free))
    return kept


def left_of(text: str, span: Span, taken: list[Span]) -> Iterator[Span]:
    """What is left of *span* without *taken*, in pieces without white space at their ends."""
    pieces = minus(span, taken)
    if pieces == (span,):
        yield span
        return
    yield from (trimmed for piece in pieces if (trimmed := trim(text, piece)) is not None)

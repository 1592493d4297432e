"""One paragraph's quotes: the outermost contents, with the quotation marks that are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quotes.find.candidate import Candidate
from quotes.find.cues import CueHead
from quotes.find.marks.bounds import is_sentence_like, minus, trim
from quotes.find.paragraph import Paragraph
from quotes.find.passages.continued import continue_quotes
from quotes.find.passages.ownership import own_marks, with_marks
from quotes.find.reported.reported import find_reported, least_depth
from quotes.lexicon.counts.weights import Weights
from quotes.lexicon.language import Language
from quotes.lexicon.thresholds import KEPT_SHARE
from quotes.model import Marked, Span
from quotes.parse.tree import Tree


def find_in_paragraph(
    paragraph: Paragraph, weights: Weights
) -> tuple[list[Candidate], list[Marked]]:
    """The quotes of a paragraph in text order, and the sentences in marks that no cue owns."""
    found = outermost_reported(paragraph, weights)
    owners, cued = own_marks(paragraph, found)
    made = [
        with_marks(paragraph.tree, f, [m for m, owner in owners.items() if owner == n])
        for n, f in enumerate(found)
        if not holds_cue(f, cued)
    ]
    made.extend(cued)
    owned = {m for f in made for m in f.marked}
    orphans = [
        m
        for m in paragraph.marked
        if m not in owned
        and (is_sentence_like(paragraph.tree, m) or m.reopens or is_brief(paragraph, m, made))
        and not is_work(paragraph.tree, m)
    ]
    kept, left = continue_quotes(paragraph.tree, made, orphans)
    return sorted(outermost(paragraph.tree, kept), key=lambda f: f.spans), left


def is_work(tree: Tree, marked: Marked) -> bool:
    """Whether the marks hold the title of a work: “We Won't Sell,” by Ada Ito"""
    return byline(tree.language).match(tree.text, marked.span.end) is not None


@cache
def byline(language: Language) -> re.Pattern[str]:
    """What follows the title of a work: , by Ada Ito"""
    words = "|".join(map(re.escape, sorted(language.words("preposition", "byline"))))
    return re.compile(rf",? (?:{words}) [^\W\d_a-zß-öø-ÿ]")


def is_brief(paragraph: Paragraph, marked: Marked, quotes: list[Candidate]) -> bool:
    """Whether one word in marks is a sentence that goes on: “No,” Ito said. “Never.”"""
    text, inner = paragraph.tree.text, marked.inner
    if inner is None or not any(f.marked for f in quotes):
        return False
    before = text[paragraph.tree.span.start : marked.span.start].rstrip()
    return text[inner.end - 1] in ".!?" and before[-1:] in (".", "!", "?", "”", '"', "’")


def holds_cue(found: Candidate, cued: list[Candidate]) -> bool:
    """Whether the cue of a direct quote stands in the content: the content gives way to it."""
    return any(c.cue is not None and s.overlaps(c.cue.span) for c in cued for s in found.spans)


def outermost_reported(paragraph: Paragraph, weights: Weights) -> list[Candidate]:
    """The reported contents whose cue stands in no other's, the highest in the tree first.

    A cue in a content that is kept already is not asked for its own, which is a quarter of them.
    """
    tree = paragraph.tree
    kept: list[Candidate] = []
    waiting: dict[int, Candidate] = {}  # by cue: what a cue still to come may yet go before
    for least, token in sorted((least_depth(tree, h), t) for t, h in paragraph.heads.items()):
        if settled := [t for t in sorted(waiting) if waiting[t].depth < least]:
            kept = outermost(tree, [waiting.pop(t) for t in settled], kept)
        if any(s.start <= tree.starts[token] < s.end for k in kept for s in k.spans):
            continue
        head = paragraph.heads[token]
        if lends_its_subject(paragraph, head, weights):
            continue
        if (found := find_reported(tree, head, paragraph.quoted, weights)) is not None:
            waiting[token] = found
    return outermost(tree, [waiting[t] for t in sorted(waiting)], kept)


def lends_its_subject(paragraph: Paragraph, verb: CueHead, weights: Weights) -> bool:
    """Whether the verb only lends a noun its subject: The bank issued a warning that …"""
    if verb.row.pos != "verb" or not paragraph.tree.in_list(verb.token, "verb", "light"):
        return False
    noun = paragraph.tree.child(verb.token, "dobj")
    if noun is None or noun not in paragraph.heads:
        return False
    found = find_reported(paragraph.tree, paragraph.heads[noun], paragraph.quoted, weights)
    return found is not None and found.rule.of_noun


def outermost(
    tree: Tree, found: Iterable[Candidate], above: Iterable[Candidate] = ()
) -> list[Candidate]:
    """Those of *found* whose cue stands in no other's content, the highest in the tree first.

    Those *above* come before them all, and are kept.
    """
    kept = list(above)
    for candidate in sorted(found, key=lambda f: (f.depth, f.spans)):
        cue = candidate.cue
        if any((cue is not None and span.overlaps(cue.span)) for k in kept for span in k.spans):
            continue
        taken = [s for k in kept for s in k.spans]
        taken += [k.cue.span for k in kept if k.cue is not None]
        free = tuple(p for s in candidate.spans for p in left_of(tree, s, taken))
        if free == candidate.spans:
            kept.append(candidate)
        elif free and length(free) > KEPT_SHARE * length(candidate.spans):
            kept.append(candidate._replace(spans=free))
    return kept


def length(spans: Iterable[Span]) -> int:
    """How many characters *spans* cover."""
    return sum(span.end - span.start for span in spans)


def left_of(tree: Tree, span: Span, taken: list[Span]) -> Iterator[Span]:
    """What is left of *span* without *taken*, in pieces without white space at their ends."""
    pieces = minus(span, taken)
    if pieces == (span,):
        yield span
        return
    yield from (trimmed for piece in pieces if (trimmed := trim(tree, piece)) is not None)

"""The stage as a whole: from the trees of an article to its quotes, speakers not yet linked."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.candidate import Candidate
from quotes.find.direct.nested import find_nested
from quotes.find.marks.bounds import kind_of, minus, quoted_parts
from quotes.find.marks.pairing import find_marks
from quotes.find.marks.unclosed import reopened, shorten
from quotes.find.paragraph import Paragraph, make_paragraph
from quotes.find.passages.layout import find_turns, turn_candidate
from quotes.find.passages.merge import find_in_paragraph
from quotes.find.passages.passages import join_paragraphs
from quotes.lexicon.counts.weights import Weights
from quotes.lexicon.thresholds import MOST_MARKS
from quotes.model import Kind, Marked, Quote, Rules
from quotes.parse.tree import Tree


def find_quotes(text: str, trees: tuple[Tree, ...], weights: Weights) -> tuple[Quote, ...]:
    """The quotes of an article in text order, each with its cue and the words of its source.

    *weights* choose among the contents that the frames propose.
    """
    if not trees:
        return ()
    marked = find_marks(text, tuple(tree.span for tree in trees), trees[0].language.marks)
    paragraphs = list(to_paragraphs(trees, marked))
    turns = find_turns(text, paragraphs)
    found = [
        ([turn_candidate(paragraph, turns[number])], [])
        if number in turns
        else find_in_paragraph(paragraph, weights)
        for number, paragraph in enumerate(paragraphs)
    ]
    joined = join_paragraphs(text, paragraphs, found)
    nested = find_nested(text, trees, marked, joined)
    quotes = sorted((*joined, *nested), key=lambda f: f.spans)
    kept = (without_overlaps(candidate) for candidate in quotes)
    return tuple(to_quote(text, candidate) for candidate in kept if candidate is not None)


def paragraphs_of(text: str, trees: tuple[Tree, ...]) -> list[Paragraph]:
    """The paragraphs of an article, each with what stands in outer marks in it."""
    if not trees:
        return []
    marks = trees[0].language.marks
    return list(to_paragraphs(trees, find_marks(text, tuple(tree.span for tree in trees), marks)))


def to_paragraphs(trees: tuple[Tree, ...], marked: tuple[Marked, ...]) -> Iterator[Paragraph]:
    """The paragraphs with the outer ones of the stretches in marks."""
    outer: dict[int, list[Marked]] = {}
    left_open = reopened(tuple(m for m in marked if m.depth == 0))
    for stretch in marked:
        if stretch.depth == 0:
            kept = stretch if stretch in left_open else shorten(stretch, trees[stretch.paragraph])
            here = outer.setdefault(stretch.paragraph, [])
            if not here or here[-1].span.end <= kept.span.start:
                here.append(kept)
    for number, tree in enumerate(trees):
        stretches = outer.get(number, [])
        yield make_paragraph(tree, tuple(stretches) if len(stretches) <= MOST_MARKS else ())


def without_overlaps(found: Candidate) -> Candidate | None:
    """*found* less a cue within its content and a source within it; None if no content is left.

    Only the parse of a table or a program puts them there.
    """
    if found.cue is not None and any(found.cue.span.overlaps(s) for s in found.spans):
        spans = tuple(p for s in found.spans for p in minus(s, [found.cue.span]))
        marked = tuple(m for m in found.marked if any(s.covers(m.span) for s in spans))
        if not spans:
            return None
        found = found._replace(spans=spans, marked=marked)
    if found.source is not None and any(found.source.overlaps(s) for s in found.spans):
        return found._replace(source=None, source_rule=None)
    return found


def to_quote(text: str, found: Candidate) -> Quote:
    """The quote of a content whose marks and bounds are settled."""
    quoted = quoted_parts(found.spans, found.marked)
    # a turn of a transcript is direct though it stands in no marks
    is_turn = found.rule.is_turn
    kind: Kind = "direct" if is_turn else kind_of(text, found.spans, quoted)
    flags = found.flags
    if any(not m.closed for m in found.marked):
        flags = (*flags, "unclosed_mark")
    return Quote(
        spans=found.spans,
        quoted=quoted,
        kind=kind,
        act=found.act,
        paragraph=found.paragraph,
        rules=Rules(
            content=found.rule.name,
            mark=found.marked[0].rule if found.marked and not is_turn else None,
            cue=found.cue.rule if found.cue else None,
            source=found.source_rule.name if found.source_rule else None,
        ),
        cue=found.cue,
        source=found.source,
        continues=found.continues,
        nested_in=found.nested_in,
        flags=flags,
        chance=found.chance,
        is_turn=is_turn,
        impersonal=found.rule.impersonal,
    )

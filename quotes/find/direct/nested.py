"""Quotes within quotes: words in inner marks whose own cue and source stand in the outer quote."""

from __future__ import annotations

from dataclasses import replace

from quotes.find.candidate import Candidate, ContentRule
from quotes.find.direct.direct import direct_quote, find_beside
from quotes.find.marks.bounds import is_sentence_like
from quotes.find.paragraph import Paragraph, make_paragraph
from quotes.model import Marked, Span
from quotes.parse.tree import Tree


def find_nested(
    text: str, trees: tuple[Tree, ...], marked: tuple[Marked, ...], outer_quotes: list[Candidate]
) -> list[Candidate]:
    """The quotes in inner marks that say who is quoted.

    “He told me, ‘Leave the keys,’” Ito said.
    """
    found: list[Candidate] = []
    inner = [m for m in marked if m.depth > 0 and is_sentence_like(trees[m.paragraph], m)]
    for stretch in inner:
        holder = next(
            (q for q in outer_quotes if any(s.covers(stretch.span) for s in q.spans)), None
        )
        if holder is None:
            continue
        tree = trees[stretch.paragraph]
        alone = within(make_paragraph(tree, (stretch,)), holder.spans)
        cued_by = find_beside(alone, 0) if alone.marked else None
        if cued_by is None or cued_by[1].source is None:
            continue
        _, beside = cued_by
        said_by = (beside.cue.span, cued_by[1].source)
        if any(all(s.covers(part) for part in said_by) for s in holder.spans):
            quote = direct_quote(NESTED, beside, stretch)
            found.append(quote._replace(nested_in=holder.spans))
    return found


def within(paragraph: Paragraph, spans: tuple[Span, ...]) -> Paragraph:
    """*paragraph* with all tokens outside *spans* closed off, as if they stood in other marks."""
    tree = paragraph.tree
    inside = tuple(
        number
        if any(s.covers(tree.span_of(token, token)) for s in spans)
        else len(paragraph.marked)
        for token, number in enumerate(paragraph.inside)
    )
    return replace(paragraph, inside=inside)


NESTED = ContentRule("direct.nested", "“He told me, ‘Leave the keys,’” Ito said.")
RULES = (NESTED,)

"""The stage as a whole: from the trees of an article to its quotes, speakers not yet linked."""

from __future__ import annotations

from quotes.find.boundaries import kind_of, quoted_parts
from quotes.find.found import Found
from quotes.find.marks import find_marks, outer
from quotes.find.merge import find_in_paragraph, make_page
from quotes.find.passages import join_paragraphs
from quotes.model import Marked, Quote, Rules, Span
from quotes.tree import Tree


def find_quotes(text: str, trees: tuple[Tree, ...]) -> tuple[Quote, ...]:
    """The quotes of an article in text order, each with its cue and the words of its source."""
    marked = tuple(outer(find_marks(text, tuple(tree.span for tree in trees))))
    by_paragraph: dict[int, list[Marked]] = {}
    for stretch in marked:
        by_paragraph.setdefault(stretch.paragraph, []).append(stretch)
    pages = [
        make_page(tree, tuple(by_paragraph.get(number, ()))) for number, tree in enumerate(trees)
    ]
    found = join_paragraphs(text, pages, [find_in_paragraph(page) for page in pages])
    return tuple(to_quote(text, f) for f in sorted(found, key=lambda f: f.spans))


def to_quote(text: str, found: Found) -> Quote:
    """The quote that *found* makes, its spans in order and whole."""
    spans = found.spans
    quoted = quoted_parts(spans, found.marked)
    kind = kind_of(text, spans, quoted)
    flags = found.flags
    if any(not m.closed for m in found.marked):
        flags = (*flags, "unclosed_mark")
    return Quote(
        spans=spans,
        quoted=quoted,
        kind=kind,
        act=found.act,
        paragraph=found.paragraph,
        rules=Rules(
            content=found.rule,
            mark=found.marked[0].rule if found.marked else None,
            cue=found.cue.rule if found.cue else None,
            source=found.source_rule,
        ),
        cue=found.cue,
        source=found.source,
        continues=found.continues,
        nested_in=found.nested_in,
        flags=flags,
    )

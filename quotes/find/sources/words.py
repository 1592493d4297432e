"""The words that name a source: what hangs on its head, less the cue and the content."""

from __future__ import annotations

from quotes.find.grammar.clause import Piece
from quotes.find.marks.bounds import minus, trim
from quotes.find.sources.table import Source
from quotes.model import Span
from quotes.parse.dateline import past_dateline
from quotes.parse.tree import Tree


def source_words(tree: Tree, source: Source, cue: Span, contents: list[Span]) -> Span | None:
    """The words that hang on the head of the source, less the cue and the content."""
    head = past_dateline(tree, source.head)
    first, last = whole_words(tree, *own_words(tree, head))
    span = tree.span_of(first, last)
    head_span = tree.span_of(head, head)
    cuts = [cue]
    # a subject that is itself inside the content cannot be its source
    for content in contents:
        if content.covers(head_span):
            if content.covers(span):
                continue
        else:
            cuts.append(content)
    pieces = [p for p in minus(span, cuts) if p.covers(head_span)]
    if not pieces:
        return None
    return trim_source(tree, pieces[0])


def own_words(tree: Tree, head: int) -> Piece:
    """The stretch that hangs on *head*, less a phrase or a dateline before it.

    In a statement, Ito; EASTERBY, England — Ito
    """
    first, last = tree.left[head], tree.right[head]
    for token in range(head + 1, last):
        opens = tree.words[token] == "," and tree.tags[token + 1] == "VBG"
        if opens and tree.right[token + 1] >= last - (tree.words[last] == ","):
            last = token - 1  # Ito, speaking in Oslo, said …
            break
    while first < head and tree.in_list(first, "adverb", "times"):
        if tree.deps[first] == "compound" and tree.heads[first] == first + 1:
            break  # June Holt, 71, said …
        first += 1  # On Saturday Ito said …
    for token in range(head - 1, first, -1):
        if tree.words[token] in ("—", "–", "--", "―") or (
            tree.words[token] == "," and tree.tags[first] in ("IN", "VBG", "VBN", "RB")
        ):
            return token + 1, last
    return first, last


def whole_words(tree: Tree, first: int, last: int) -> Piece:
    """The stretch with the rest of a hyphened word that the parser cut: co-author, non-profit."""
    while first > 1 and tree.words[first - 1] == "-" and tree.ends[first - 1] == tree.starts[first]:
        first = tree.left[first - 2]
    while (
        last + 2 < len(tree)
        and tree.words[last + 1] == "-"
        and tree.ends[last] == tree.starts[last + 1]
    ):
        last = tree.right[last + 2] if tree.left[last + 2] > last else last + 2
    return first, last


def trim_source(tree: Tree, span: Span) -> Span | None:
    """*span* without the punctuation and white space around it, closing brackets apart."""
    text, trimmed = tree.text, trim(tree, span)
    if trimmed is None:
        return None
    if (
        trimmed.end < span.end
        and text[trimmed.end] in ")]"
        and text[trimmed.start : trimmed.end].count("(") == 1
    ):
        return Span(trimmed.start, trimmed.end + 1)
    return trimmed

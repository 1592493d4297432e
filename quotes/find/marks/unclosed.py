"""Marks that were never closed: where the speech in them ends and the writer goes on.

“He is making light of it, said Ito. She asked for a trap.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from quotes.lexicon.thresholds import UNCLOSED_SOURCE
from quotes.model import Marked, Span
from quotes.parse.tree import Tree


def shorten(marked: Marked, tree: Tree) -> Marked:
    """*marked*, if it was never closed, cut at the comma before the first verb of saying."""
    if marked.closed:
        return marked
    inside = [t for t in range(len(tree)) if tree.starts[t] > marked.span.start]
    for comma in inside:
        if tree.words[comma] == "," and is_cue_next(tree, comma):
            span = Span(marked.span.start, tree.ends[comma])
            return replace(marked, span=span, inner=Span(span.start + 1, span.end))
    return marked


def is_cue_next(tree: Tree, comma: int) -> bool:
    """Whether a verb of saying and its subject follow: , said Ito / , Ito said / , Ms. Ito said."""
    for verb in range(comma + 1, min(comma + UNCLOSED_SOURCE, len(tree))):
        row = tree.language.cues.row(tree.lower[verb], "verb")
        if row is None or not row.takes_quote or tree.tags[verb] not in ("VBD", "VBZ"):
            continue
        if any(c > verb and tree.deps[c] == "ccomp" for c in tree.children[verb]):
            return False
        between = range(comma + 1, verb)
        return all(tree.tags[t].startswith(("NN", "PRP", "DT")) for t in between)
    return False


def reopened(marked: tuple[Marked, ...]) -> frozenset[Marked]:
    """Those of *marked* that the next paragraph goes on from: they were left open on purpose."""
    return frozenset(a for a, b in pairwise(marked) if b.reopens)

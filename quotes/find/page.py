"""A paragraph as the rules of direct speech see it: its tree, its marks, its possible cues."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.find.cues import CueHead, find_cue_heads
from quotes.model import Marked
from quotes.tree import Tree


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph with what stands in marks in it, as the rules of this file see it."""

    tree: Tree
    marked: tuple[Marked, ...]  # outer ones only
    inside: tuple[int, ...]  # for each token the number of the marks that it stands in, or -1
    quoted: frozenset[int]  # the tokens in marks
    heads: dict[int, CueHead]  # the possible cues outside the marks


def make_page(tree: Tree, marked: tuple[Marked, ...]) -> Page:
    """The paragraph with its outer marks and the possible cues outside them."""
    inside = [-1] * len(tree)
    for number, stretch in enumerate(marked):
        for token in range(len(tree)):
            if tree.starts[token] < stretch.span.end and tree.ends[token] > stretch.span.start:
                inside[token] = number
    quoted = frozenset(t for t, n in enumerate(inside) if n >= 0)
    heads = find_cue_heads(tree, quoted)
    seen = tuple(m for n, m in enumerate(marked) if n in set(inside))
    if len(seen) < len(marked):  # a stretch without a token of its own cannot be linked
        return make_page(tree, seen)
    return Page(tree, marked, tuple(inside), quoted, {head.token: head for head in heads})


def tokens_of(page: Page, number: int) -> tuple[int, int]:
    """The first and last token of the stretch *number*, marks included."""
    inside = [t for t, n in enumerate(page.inside) if n == number]
    return inside[0], inside[-1]

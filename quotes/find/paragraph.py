"""A paragraph as all finding rules see it: its tree, its marks, its possible cues."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from quotes.find.cues import CueHead, find_cue_heads
from quotes.model import Marked
from quotes.parse.tree import Tree


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its stretches in quotation marks and the possible cues around them."""

    tree: Tree
    marked: tuple[Marked, ...]  # outer ones only
    inside: tuple[int, ...]  # for each token the number of the marks that it stands in, or -1
    quoted: frozenset[int]  # the tokens in marks
    ranges: tuple[tuple[int, int], ...]  # the first and last token of each stretch in marks
    heads: dict[int, CueHead]  # the possible cues outside the marks


def make_paragraph(tree: Tree, marked: tuple[Marked, ...]) -> Paragraph:
    """The paragraph with its outer marks and the possible cues outside them."""
    inside = [-1] * len(tree)
    seen: list[Marked] = []
    ranges: list[tuple[int, int]] = []
    for stretch in marked:
        first = bisect_right(tree.ends, stretch.span.start)
        last = bisect_left(tree.starts, stretch.span.end) - 1
        if first > last:  # a stretch without a token of its own cannot be linked
            continue
        inside[first : last + 1] = [len(seen)] * (last + 1 - first)
        seen.append(stretch)
        ranges.append((first, last))
    quoted = frozenset(token for first, last in ranges for token in range(first, last + 1))
    heads = {head.token: head for head in find_cue_heads(tree, quoted)}
    return Paragraph(tree, tuple(seen), tuple(inside), quoted, tuple(ranges), heads)


def tokens_of(paragraph: Paragraph, number: int) -> tuple[int, int]:
    """The first and last token of the stretch *number*, marks included."""
    return paragraph.ranges[number]

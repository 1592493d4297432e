"""A tree is built from plain tuples, and knows its subtrees."""

from __future__ import annotations

import pytest
from samples import ENGLISH

from quotes.model import Span
from quotes.parse.tree import Tree


def tree_of(words: str, heads: tuple[int, ...], deps: str) -> Tree:
    """The tree of *words*, parted by single spaces."""
    parts = tuple(words.split())
    starts, place = [], 0
    for word in parts:
        starts.append(place)
        place += len(word) + 1
    ends = tuple(s + len(w) for s, w in zip(starts, parts, strict=True))
    tags = ("NN",) * len(parts)
    whole = Span(0, len(words))
    return Tree(
        0, whole, words, ENGLISH, parts, tags, tuple(deps.split()), heads, tuple(starts), ends
    )


SAID = tree_of("Ito said the mill closed", (1, 1, 3, 4, 1), "nsubj ROOT det nsubj ccomp")


def test_a_subtree_reaches_from_edge_to_edge() -> None:
    assert (SAID.left[4], SAID.right[4]) == (2, 4)
    assert SAID.span_of(2, 4).of(SAID.text) == "the mill closed"


def test_children_are_found_by_their_labels() -> None:
    assert SAID.child(1, "ccomp") == 4
    assert SAID.child(1, "dobj") is None
    assert list(SAID.child_of(4, ("nsubj", "det"))) == [3]


def test_every_token_knows_the_root_of_its_sentence() -> None:
    assert SAID.root == (1, 1, 1, 1, 1)
    assert list(SAID.ancestors(2)) == [3, 4, 1]


def test_heads_that_run_in_a_loop_are_refused() -> None:
    with pytest.raises(ValueError, match="must not form a loop"):
        tree_of("a b", (1, 0), "dep dep")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"got start={start}, end={end}"):
        Span(start, end)

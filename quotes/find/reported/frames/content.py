"""A content as a function proposes it to a cue, before anything is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from quotes.find.grammar.clause import Piece, is_finite, is_infinitive
from quotes.parse.tree import Tree


class Shape(Enum):
    """What a content is by its grammar; the value is the frame that stands for it in cue.toml."""

    CLAUSE = "clause"  # that the mill would close
    INFINITIVE = "infinitive"  # to keep the mill open
    GERUND = "gerund"  # selling the mill
    COMPLEMENT = "complement"  # the bridge open
    OBJECT_TO = "object+to"  # the council to wait
    AS_CLAUSE = "as-clause"  # …, as Ito argued


class Content(NamedTuple):
    """The pieces of a content, the frame they came by, and how far the cue reaches."""

    frame: str  # what cue.toml and the counted weights call it: data, which no rule takes apart
    pieces: tuple[Piece, ...]
    cue_end: int  # the last token of the cue: its head, a particle or a preposition
    shape: Shape | None = None  # tells the rule where a pattern has several
    own_source: int | None = None  # the head of the source where the frame alone can tell it
    impersonal: bool = False  # nobody says it, though others of the pattern: It is clear that …
    active: str | None = None  # of a passive: the frame that it turns round


Contents = Callable[[Tree, int], Iterator[Content]]


def shaped(shape: Shape, pieces: tuple[Piece, ...], cue_end: int) -> Content:
    """A content whose frame is its shape."""
    return Content(shape.value, pieces, cue_end, shape)


def complement_shape(tree: Tree, verb: int) -> Shape:
    """The shape of a clausal complement headed by *verb*."""
    if is_infinitive(tree, verb):
        return Shape.INFINITIVE
    if is_finite(tree, verb) or any(tree.deps[c] == "mark" for c in tree.children[verb]):
        return Shape.CLAUSE
    if tree.tags[verb] == "VBG":
        return Shape.GERUND
    if tree.tags[verb].startswith("VB"):
        return Shape.CLAUSE
    return Shape.COMPLEMENT

"""The complements of a cue as the frames give them, and what all frames ask of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from quotes.lexicon.cues import CueRow
from quotes.parse.tree import Tree

Piece = tuple[int, int]  # the first and the last token of a stretch


class Content(NamedTuple):
    """The pieces of a content, the frame they came by, and how far the cue reaches."""

    frame: str
    pieces: tuple[Piece, ...]
    cue_end: int  # the last token of the cue: its head, a particle or a preposition
    own_source: int | None = None  # the head of the source where the frame alone can tell it
    no_source: bool = False  # the frame has no place for a source: it seems that …


Contents = Callable[[Tree, int], Iterator[Content]]


class Frame(NamedTuple):
    """A frame with all that is asked before it: most cues have nothing that most frames need."""

    contents: Contents
    labels: frozenset[str]  # the cue or a child of it has one of them; none: it need not
    row: str  # what the cue's row must have; "" if any cue may have the frame


def frame(contents: Contents, *labels: str, row: str = "") -> Frame:
    """A frame that needs one of *labels* at the cue or below it, and *row* in the cue's row."""
    return Frame(contents, frozenset(labels), row)


def frames_at(tree: Tree, cue: int, row: CueRow, frames: Iterable[Frame]) -> list[Contents]:
    """Those of *frames* that can give the cue a content."""
    labels = [tree.deps[cue], *[tree.deps[child] for child in tree.children[cue]]]
    return [
        contents
        for contents, needed, listed in frames
        if (not needed or not needed.isdisjoint(labels)) and (not listed or listed in row.frames)
    ]


def governed(tree: Tree, prep: int) -> int | None:
    """What a preposition governs, unless it is a time: a statement on Tuesday."""
    head = tree.child(prep, "pobj", "pcomp")
    return None if head is None or tree.in_list(head, "adverb", "times") else head


def whole(tree: Tree, token: int) -> Piece:
    """The stretch that hangs on *token*."""
    return tree.left[token], tree.right[token]


def without(tree: Tree, head: int, cut: Piece) -> tuple[Piece, ...]:
    """The stretch that hangs on *head*, less the stretch *cut*."""
    left, right = whole(tree, head)
    first, last = cut
    if last < left or first > right:
        return ((left, right),)
    return tuple(p for p in ((left, first - 1), (last + 1, right)) if p[0] <= p[1])


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether *verb* has `to` before it."""
    return any(tree.tags[c] == "TO" for c in tree.children[verb] if c < verb)


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether *verb* or an auxiliary of it carries a tense."""
    return tree.tags[verb] in ("VBD", "VBZ", "VBP", "MD") or any(
        tree.tags[c] in ("VBD", "VBZ", "VBP", "MD") and tree.deps[c] in ("aux", "auxpass")
        for c in tree.children[verb]
    )


def complement_frame(tree: Tree, verb: int) -> str:
    """The name of the frame that a clausal complement headed by *verb* makes."""
    if is_infinitive(tree, verb):
        return "infinitive"
    if is_finite(tree, verb) or any(tree.deps[c] == "mark" for c in tree.children[verb]):
        return "clause"
    if tree.tags[verb] == "VBG":
        return "gerund"
    if tree.tags[verb].startswith("VB"):
        return "clause"
    return "complement"


def opens_quote(tree: Tree, verb: int) -> bool:
    """Whether marks or a colon follow: Ito said Bello had come and shouted: “Pay up.”

    Who shouts is then told by the clause that the verb stands in.
    """
    return any(word[0] in ":,\"“‘'«„" for word in tree.words[verb + 1 : verb + 2])


def is_that_clause(tree: Tree, verb: int) -> bool:
    """Whether the parser's relative clause is complete in itself: a warning that prices fell."""
    first = tree.left[verb]
    if tree.lower[first] != "that" or tree.heads[first] != verb:
        return False
    subjects = [c for c in tree.child_of(verb, ("nsubj", "nsubjpass")) if c != first]
    rest = [c for c in tree.child_of(verb, ("dobj", "attr", "acomp", "ccomp")) if c != first]
    return bool(subjects) and (bool(rest) or tree.deps[first] in ("nsubj", "nsubjpass", "mark"))


def cue_end(tree: Tree, cue: int, before: int) -> int:
    """The last token of the cue: its head, or a particle of it that stands before *before*."""
    particles = [c for c in tree.child_of(cue, ("prt",)) if cue < c < before]
    return particles[-1] if particles else cue

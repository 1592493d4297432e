"""What the rules are asked and what they answer: a part of a source, and who it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotes.attribute.scene.notes import Note
from quotes.lexicon.thresholds import MOST_IN_QUESTION
from quotes.model import Span


class Part(NamedTuple):
    """One of the speakers that a source names: "Ito and Bello" has two parts."""

    place: int  # of the tree among the article's trees
    head: int
    first: int
    last: int
    start: int  # of the head, in the article
    sentence: float
    excluded: tuple[Span, ...] = ()  # the quote's own content


Ranked = tuple[tuple[float, int], ...]  # how much speaks for an entity, and the entity


class Answer(NamedTuple):
    """Who a part is, and what follows from that for the rest of the article.

    No entities: nobody is named, and no other rule is asked. `form` is that of the mention, as in
    model.Form; `flag` is one of those in the schema of records.
    """

    entities: tuple[int, ...]
    form: str
    flag: str | None = None
    same_as: tuple[Part, ...] = ()  # other parts, that are whoever is meant by this one
    notes: tuple[Note, ...] = ()
    ranked: Ranked = ()  # those in question, the most present first; () if nobody was weighed


class Undecided(NamedTuple):
    """No answer, as those in question are too close: the part is left to the rules below."""

    ranked: Ranked


def foremost(ranked: Sequence[tuple[float, int]]) -> Ranked:
    """The first few of those in question, who are worth a reader's look."""
    return tuple(ranked[:MOST_IN_QUESTION])

"""What the rules are asked and what they answer: a part of a source, and who it is."""

from __future__ import annotations

from typing import NamedTuple

from quotes.attribute.scene.notes import Note
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

"""What reading an article has noted so far; `note` alone writes here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from quotes.attribute.registry.registry import Listed
from quotes.attribute.scene.discourse import Discourse, Seen
from quotes.attribute.scene.notes import (
    Called,
    Described,
    Gendered,
    NewEntity,
    Note,
    SpeaksFor,
    Turn,
)
from quotes.model import SpeakerType


@dataclass(slots=True)
class Memory:
    """What is known beyond the facts, as far as the article has been read."""

    discourse: Discourse
    genders: dict[int, str]  # of all entities: "m", "f", "n" for bodies, or ""
    listed: dict[int, Listed]  # the rows of entities in the user's list
    types: dict[int, SpeakerType] = field(default_factory=dict)  # of entities without a name
    plural: set[int] = field(default_factory=set)  # those of them that are many
    things: set[int] = field(default_factory=set)  # those that no word says are persons or bodies
    described: dict[str, int] = field(default_factory=dict)  # whom a noun stood for last
    called: Counter[tuple[str, int]] = field(default_factory=Counter)  # uses of a word for one
    turns: list[Turn] = field(default_factory=list)
    principals: dict[int, int] = field(default_factory=dict)  # for whom spokesmen speak


def note(memory: Memory, *notes: Note) -> None:
    """Puts *notes* into the memory, in their order."""
    for each in notes:
        WRITERS[type(each)](memory, each)


def add_seen(memory: Memory, seen: Seen) -> None:
    """Puts into the memory who is named or meant; in the order of the text, or nearly so."""
    memory.discourse.seen.append(seen)
    if len(seen.entities) > 1:
        memory.discourse.joint.append(seen)


def add_turn(memory: Memory, turn: Turn) -> None:
    """Puts a line of an interview into the memory."""
    memory.turns.append(turn)


def add_entity(memory: Memory, new: NewEntity) -> None:
    """Puts a new entity into the memory, and by which nouns it went."""
    for text in new.texts:
        memory.described[text] = new.number
    memory.types[new.number] = new.type
    memory.genders[new.number] = new.gender
    if new.many:
        memory.plural.add(new.number)
    if new.is_thing:
        memory.things.add(new.number)
    if new.row is not None:
        memory.listed[new.number] = new.row


def add_described(memory: Memory, described: Described) -> None:
    """Puts into the memory by which nouns an entity went."""
    for text in described.texts:
        memory.described[text] = described.entity


def add_called(memory: Memory, called: Called) -> None:
    """Counts one more use of a word for an entity."""
    memory.called[called] += 1


def add_gender(memory: Memory, gendered: Gendered) -> None:
    """Puts into the memory what is told of an entity's gender."""
    memory.genders[gendered.entity] = gendered.gender


def add_principal(memory: Memory, said: SpeaksFor) -> None:
    """Puts into the memory for whom an entity speaks."""
    memory.principals[said.entity] = said.principal


# How each kind of note is written down.
WRITERS: dict[type[Note], Callable[[Memory, Any], None]] = {
    Seen: add_seen,
    Turn: add_turn,
    NewEntity: add_entity,
    Described: add_described,
    Called: add_called,
    Gendered: add_gender,
    SpeaksFor: add_principal,
}

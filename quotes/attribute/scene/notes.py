"""What reading an article concludes and notes, each as a value: see memory.note."""

from __future__ import annotations

from typing import NamedTuple

from quotes.attribute.registry.registry import Listed
from quotes.attribute.scene.discourse import Seen
from quotes.model import SpeakerType


class NewEntity(NamedTuple):
    """A speaker whom the article does not name."""

    number: int
    type: SpeakerType
    gender: str
    texts: tuple[str, ...] = ()  # by which it goes: *a senior official*, an *official*
    many: bool = False
    is_thing: bool = False  # no word says that it is a person or a body
    row: Listed | None = None  # of the user's list, if it is there


class Described(NamedTuple):
    """An entity without a name is called so once more: *the official*."""

    entity: int
    texts: tuple[str, ...]


class Called(NamedTuple):
    """A bare name or the noun of a body has stood for an entity: *Bello*, *the company*."""

    word: str
    entity: int


class Gendered(NamedTuple):
    """A pronoun has told an entity's gender."""

    entity: int
    gender: str


class SpeaksFor(NamedTuple):
    """An entity speaks for another."""

    entity: int
    principal: int


class Turn(NamedTuple):
    """A line of an interview: its tree's place, and who speaks."""

    place: int
    entity: int
    asks: bool
    lettered: bool  # begins with Q or A, not with a name


Note = NewEntity | Described | Called | Gendered | SpeaksFor | Turn | Seen

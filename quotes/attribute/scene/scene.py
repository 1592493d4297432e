"""All that the linking rules see of an article: trees, names, entities, and who was spoken of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotes.attribute.entities.entities import Entity
from quotes.attribute.entities.listing import Listing, listed_gender
from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.registry.registry import Listed
from quotes.attribute.scene.discourse import Discourse
from quotes.lexicon.names import NameLexicon
from quotes.model import Span, SpeakerType
from quotes.parse.tree import Tree

# How much of its weight the subject of a clause keeps, by what the clause is to its sentence.
CLAUSES = {"relcl": 0.55, "acl": 0.6, "advcl": 0.8, "ccomp": 0.75, "pcomp": 0.7, "csubj": 0.7}


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
    """Who a part is."""

    entities: tuple[int, ...]
    form: str
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of an interview: its tree's place, and who speaks."""

    place: int
    entity: int
    asks: bool
    lettered: bool  # begins with Q or A, not with a name


@dataclass(slots=True)
class Scene:
    """The article while its speakers are linked; `entities` and `discourse` grow along the text."""

    words: NameLexicon
    trees: Sequence[Tree]
    mentions: list[NameMention]
    groups: list[list[int]]  # for each mention the entities it may be, the likeliest first
    entities: list[Entity]
    discourse: Discourse
    sentences: list[dict[int, float]]  # for each tree the number of the sentence of each root
    headlines: frozenset[int]  # the places of the trees that are headlines
    at_token: list[dict[int, int]]  # for each tree its tokens to the mentions they are part of
    by_role: dict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    by_age: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_head: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    called: dict[tuple[str, int], int] = field(default_factory=Counter)  # uses of a noun for one
    name_of_part: dict[tuple[int, int, int, int], int | None] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    unnamed: dict[str, int] = field(default_factory=dict)
    types: dict[int, SpeakerType] = field(default_factory=dict)  # of entities without a name
    persons: list[Entity] = field(default_factory=list)  # the oftenest named first
    plural: set[int] = field(default_factory=set)  # those of them that are many
    things: set[int] = field(default_factory=set)  # those that no word says are persons or bodies
    genders: dict[int, str] = field(default_factory=dict)  # of those that only the text tells
    listing: Listing | None = None
    listed: dict[int, Listed] = field(default_factory=dict)  # the rows of entities in the list
    principals: dict[int, int] = field(default_factory=dict)  # for whom spokesmen speak

    def sentence_of(self, place: int, token: int) -> float:
        """The number of the token's sentence in the article."""
        return self.sentences[place][self.trees[place].root[token]]

    def place_of(self, start: int) -> int:
        """The tree that a place of the text lies in."""
        at = bisect_right(self.trees, start, key=lambda tree: tree.span.start) - 1
        return max(0, at)

    def mention_at(self, place: int, token: int) -> int | None:
        """The mention that the token is part of; None if it is in none."""
        return self.at_token[place].get(token)

    def entity_at(self, place: int, token: int | None) -> int | None:
        """The one entity that the name at the token may be of; None if it is none, or several's."""
        index = None if token is None else self.mention_at(place, token)
        groups = () if index is None else self.groups[index]
        return groups[0] if len(groups) == 1 else None

    def mentions_in(self, place: int, first: int, last: int) -> list[int]:
        """The mentions that lie whole between two tokens, in order."""
        tokens = self.at_token[place]
        found = dict.fromkeys(tokens[t] for t in range(first, last + 1) if t in tokens)
        return [
            index
            for index in found
            if first <= self.mentions[index].name.first and self.mentions[index].name.last <= last
        ]

    def gender(self, entity: int) -> str:
        """What is known of an entity's gender: "m", "f", "n" for bodies, or ""."""
        return self.genders.get(entity, "")

    def clause_weight(self, place: int, token: int) -> float:
        """How much the clause of a subject counts: a main clause more than one within another."""
        tree = self.trees[place]
        return CLAUSES.get(tree.deps[tree.heads[token]], 1.0)

    def is_person(self, entity: int) -> bool:
        """Whether the entity is a person with a name."""
        return self.is_named(entity) and self.entities[entity].kind == "person"

    def is_named(self, entity: int) -> bool:
        """Whether the article names the entity."""
        return entity < len(self.entities)

    def has_name(self, entity: int) -> bool:
        """Whether the article or the list of speakers has a name for the entity."""
        return self.is_named(entity) or entity in self.listed

    def name_of(self, entity: int) -> str | None:
        """The name of the entity in the list of speakers or else the fullest in the article."""
        if entity in self.listed:
            return self.listed[entity].name
        return self.entities[entity].name if self.is_named(entity) else None

    def entity_of(self, row: Listed) -> int:
        """The entity of a row of the list, a new one if the article does not name it."""
        known = next((e for e, other in self.listed.items() if other.id == row.id), None)
        if known is None:
            known = self.new_entity(row.type or "unknown")
            self.listed[known] = row
            self.genders[known] = listed_gender(row, self.words)
        return known

    def new_entity(self, kind: SpeakerType) -> int:
        """The number of a new entity that the article does not name."""
        number = len(self.entities) + len(self.types)
        self.types[number] = kind
        return number

"""What an article tells before anyone is linked: its trees, its names, and whose these are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotes.attribute.entities.entities import Entity
from quotes.attribute.entities.listing import Listing
from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.scene.voices import Voices
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import CLAUSES
from quotes.parse.tree import Tree


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Facts:
    """All that does not change while the speakers of an article are linked."""

    lexicon: NameLexicon
    trees: Sequence[Tree]
    mentions: Sequence[NameMention]
    groups: Sequence[Sequence[int]]  # for each mention the entities it may be, the likeliest first
    entities: Sequence[Entity]
    sentences: Sequence[Mapping[int, float]]  # for each tree, by root; see building.py
    headlines: frozenset[int]  # the places of the trees that are headlines
    at_token: Sequence[Mapping[int, int]]  # for each tree its tokens to the mentions they are in
    by_role: Mapping[str, Sequence[int]]  # entities by what they are
    by_age: Mapping[str, Sequence[int]]
    by_head: Mapping[str, Sequence[int]]  # bodies by their noun
    persons: Sequence[Entity]  # the oftenest named first
    voices: Voices
    torn: Mapping[int, str]  # the trees that begin within a word; see torn.py
    listing: Listing | None = None
    # what naming.find_name has found: the same question has the same answer, so this is no memory
    names_found: dict[tuple[int, int, int, int], int | None] = field(default_factory=dict)

    def sentence_of(self, place: int, token: int) -> float:
        """The number of the token's sentence in the article."""
        return self.sentences[place][self.trees[place].root[token]]

    def place_of(self, start: int) -> int:
        """The place of the tree in which what starts at *start* lies."""
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

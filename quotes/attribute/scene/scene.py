"""What the rules see of an article: its facts, and what reading it has noted so far."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.attribute.scene.facts import Facts
from quotes.attribute.scene.memory import Memory


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Scene(Facts):
    """The facts of an article with what has been noted so far; rules only look at it."""

    memory: Memory

    def gender(self, entity: int) -> str:
        """What is known of an entity's gender: "m", "f", "n" for bodies, or ""."""
        return self.memory.genders.get(entity, "")

    def has_name(self, entity: int) -> bool:
        """Whether the article or the list of speakers has a name for the entity."""
        return self.is_named(entity) or entity in self.memory.listed

    def name_of(self, entity: int) -> str | None:
        """The name of the entity in the list of speakers or else the fullest in the article."""
        if entity in self.memory.listed:
            return self.memory.listed[entity].name
        return self.entities[entity].name if self.is_named(entity) else None

    def new_number(self) -> int:
        """The number that the next entity without a name in the article has."""
        return len(self.entities) + len(self.memory.types)

"""Which persons the sources of an article's quotes name: who speaks in it, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quotes.attribute.entities.entities import Entity
from quotes.attribute.entities.mentions import NameMention
from quotes.model import Span


@dataclass(frozen=True, slots=True)
class Voices:
    """The persons whom sources name; starts are places in the text."""

    named: Sequence[tuple[int, int]] = ()  # the start of each name, and whose it is, in order
    at: Mapping[int, Collection[int]] = field(default_factory=dict)  # the persons by their tree
    first: Mapping[int, int] = field(default_factory=dict)  # of each person the first start


def to_voices(
    mentions: Sequence[NameMention],
    groups: Sequence[Sequence[int]],
    entities: Sequence[Entity],
    sources: Sequence[Span],
) -> Voices:
    """The persons named in *sources*, the words that name the sources of the quotes."""
    named = list(within(mentions, groups, entities, sources))
    at: dict[int, set[int]] = defaultdict(set)
    for place, _, entity in named:
        at[place].add(entity)
    first = {entity: start for _, start, entity in reversed(named)}
    return Voices(tuple((start, entity) for _, start, entity in named), dict(at), first)


def within(
    mentions: Sequence[NameMention],
    groups: Sequence[Sequence[int]],
    entities: Sequence[Entity],
    sources: Sequence[Span],
) -> Iterator[tuple[int, int, int]]:
    """The tree and the start of each name of a person in *sources*, and whose it is."""
    ordered = sorted(sources)
    starts = [span.start for span in ordered]
    for mention, found in zip(mentions, groups, strict=True):
        at = bisect_right(starts, mention.start) - 1
        inside = at >= 0 and mention.start < ordered[at].end
        if inside and len(found) == 1 and entities[found[0]].kind == "person":
            yield mention.tree, mention.start, found[0]

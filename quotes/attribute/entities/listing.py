"""Finds which names of an article are in the user's list of speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quotes.attribute.entities.groups import Grouping
from quotes.attribute.names.splitting import NameKind
from quotes.attribute.registry.registry import Listed, Registry
from quotes.lexicon.names import NameLexicon, fold
from quotes.model import SpeakerType

KINDS: dict[SpeakerType, NameKind] = {
    "person": "person",
    "organization": "organization",
    "group": "organization",
    "publication": "publication",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of speakers and the day on which the article appeared."""

    registry: Registry
    day: date | None


def find_groups(state: Grouping, listing: Listing) -> dict[int, Listed]:
    """The rows of the groups of mentions that are in the list."""
    rows = ((number, row_of(state, number, listing)) for number in range(len(state.groups)))
    return {number: row for number, row in rows if row is not None}


def row_of(state: Grouping, number: int, listing: Listing) -> Listed | None:
    """The row of a group by its fullest name, by another of its names, or by a like one."""
    members, full = state.groups[number], state.full[number]
    registry, day = listing.registry, listing.day
    for text in names_of(state, number):
        if row := registry.named(text, day):
            return row
    kind = "person" if any(m.name.kind == "person" for m in members) else members[0].name.kind
    text = next((m.text for m in members if m.name.words == full), " ".join(full))
    return registry.alike(text, kind, day, state.lexicon)


def names_of(state: Grouping, number: int) -> Iterator[str]:
    """The names of a group, the fullest first; no surname of one who has a first name too."""
    members, full = state.groups[number], state.full[number]
    person = any(m.name.kind == "person" for m in members)
    texts = dict.fromkeys(m.text for m in members if m.name.words == full)
    texts |= dict.fromkeys(
        m.text for m in members if not person or len(m.name.words) > 1 or len(full) == 1
    )
    yield from texts
    yield from (m.name.acronym for m in members if m.name.acronym)


def merge(state: Grouping, found: list[list[int]], rows: dict[int, Listed]) -> frozenset[int]:
    """The groups that are now part of another of the same row; *found* and *state* follow."""
    first: dict[str, int] = {}
    same = {number: first.setdefault(row.id, number) for number, row in sorted(rows.items())}
    gone = frozenset(number for number, kept in same.items() if number != kept)
    for number in sorted(gone):
        kept = same[number]
        state.groups[kept].extend(state.groups[number])
        state.genders[kept].update(state.genders[number])
        if len(state.full[number]) > len(state.full[kept]):
            state.full[kept] = state.full[number]
    for index, groups in enumerate(found):
        if gone.intersection(groups):
            found[index] = list(dict.fromkeys(same.get(number, number) for number in groups))
    return gone


def listed_gender(row: Listed, lexicon: NameLexicon) -> str:
    """The gender of one who is in the list: "n" for bodies, else what the first name says."""
    if row.type in ("organization", "group", "publication"):
        return "n"
    gender = lexicon.first_names.get(fold(row.name.split()[0]), "")
    return "" if gender == "u" else gender

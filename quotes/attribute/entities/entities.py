"""The entities of an article: each person or body with all that its names say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from quotes.attribute.entities.groups import Grouping
from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.names.roles import Role
from quotes.attribute.names.same_name import body_noun
from quotes.attribute.names.splitting import NameKind
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import MOST_ROLES
from quotes.model import Span, SpeakerType


@dataclass(frozen=True, slots=True)
class Entity:
    """One possible speaker: every name that the article gives it."""

    number: int
    name: str  # the fullest, without title or role
    kind: NameKind
    gender: str  # "m", "f", or "" if no name, title or role says it
    words: tuple[str, ...]  # of the fullest name, folded
    roles: tuple[Role, ...]
    start: int  # where it is first named
    evidence: Span  # where the name stands
    count: int  # how often it is named
    noun: str  # of a body the noun that stands for it: the ministry
    ages: frozenset[str] = frozenset()  # in figures
    is_articled: bool = False  # the Bello Cup

    @property
    def type(self) -> SpeakerType:
        """What kind of speaker the record calls it."""
        if self.kind == "person":
            return "person"
        if self.kind == "publication":
            return "publication"
        return "organization" if self.kind in ("organization", "place") else "unknown"


def to_entities(state: Grouping) -> list[Entity]:
    """The groups as frozen values, in the order in which they were made."""
    return [to_entity(number, state) for number in range(len(state.groups))]


def to_entity(number: int, state: Grouping) -> Entity:
    """One group as a frozen value."""
    members, full = state.groups[number], state.full[number]
    written = [m for m in members if m.name.words == full]
    # MOSCOW, of a dateline, is Moscow; NATO is NATO
    plain = [m for m in written if not m.text.isupper()] or [m for m in written if len(full) == 1]
    roles = dict.fromkeys(role for m in members for role in m.roles)
    few = tuple(islice(roles, MOST_ROLES))
    named = (plain or written or members)[0]
    return Entity(
        number=number,
        name=state.called.get(number, named.text),
        kind=group_kind(members, few, state.lexicon),
        gender=state.gender(number) or role_gender(few, state.lexicon),
        words=full,
        roles=few,
        start=min(m.start for m in members),
        evidence=Span(named.start, named.end),
        count=len(members),
        noun=body_noun(full, state.lexicon, named.text),
        ages=frozenset(m.age for m in members if m.age),
        is_articled=any(m.articled for m in members),
    )


def group_kind(
    members: Sequence[NameMention], roles: Sequence[Role], lexicon: NameLexicon
) -> NameKind:
    """What the names of a group say it is; a title makes a person, a body's word a body."""
    kinds = [m.name.kind for m in members]
    bodies, papers = kinds.count("organization"), kinds.count("publication")
    if bodies + papers and not any(m.name.titles for m in members):
        return "publication" if papers > bodies else "organization"
    if "person" in kinds or any(role.noun not in lexicon.either_roles for role in roles):
        return "person"
    if "place" in kinds or 2 * sum(m.located for m in members) > len(members):
        return "place"
    text = members[0].text.replace(".", "")
    longest = max((m.name.words for m in members), key=len)
    if len(longest) == 1 and text.isupper() and len(text) > 1:
        return "organization"
    # Xan Bello ... Bello: what goes by its last word is a person
    named_short = any(
        m.name.words == longest[-len(m.name.words) :] != longest
        or (len(m.name.words) == 1 < len(longest) and is_misspelt(m, longest[-1]))
        for m in members
    )
    articled = any(m.articled and m.name.words == longest for m in members)
    known = longest[0] in lexicon.lands_and_people or longest[-1] in lexicon.places
    if 2 <= len(longest) <= 4 and named_short and not known and not articled:
        return "person"
    return max(dict.fromkeys(kinds), key=kinds.count)


def is_misspelt(mention: NameMention, last: str) -> bool:
    """Whether a lone word is the surname with a letter wrong."""
    return not mention.text.isupper() and mention.name.words[0][:1] == last[:1]


def role_gender(roles: Sequence[Role], lexicon: NameLexicon) -> str:
    """The gender that a role says: spokeswoman, husband."""
    for role in roles:
        for word in (*role.text.lower().split(), role.noun):
            word = word.strip(",;")
            if gender := lexicon.role_gender.get(word) or lexicon.kin.get(word):
                return gender
    return ""

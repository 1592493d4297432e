"""The small words by which names and nouns say who is meant, from names.toml."""

from __future__ import annotations

from dataclasses import dataclass
from keyword import iskeyword
from typing import Any

from quotes.errors import LexiconError


@dataclass(frozen=True, eq=False, slots=True)
class SmallWords:
    """A field a list of names.toml, which says of each what it is for."""

    and_: frozenset[str]
    or_: frozenset[str]
    of: frozenset[str]
    the: frozenset[str]
    possessive: frozenset[str]
    links: frozenset[str]
    stray: frozenset[str]
    joining: frozenset[str]
    elided: frozenset[str]
    carrying_on: frozenset[str]
    joining_friends: frozenset[str]
    after_hyphen: frozenset[str]
    locating: frozenset[str]
    years_old: tuple[str, ...]
    aged: frozenset[str]
    being: frozenset[str]
    named: frozenset[str]
    known_by: frozenset[str]
    going_by: frozenset[str]
    name_nouns: frozenset[str]
    naming: frozenset[str]

    generations: frozenset[str]
    learned: frozenset[str]
    learned_roles: frozenset[str]
    heads: frozenset[str]
    passers_by: frozenset[str]
    surname_roles: frozenset[str]
    ranks: frozenset[str]
    lesser: frozenset[str]
    agent_endings: tuple[str, ...]
    no_trades: frozenset[str]
    marital: frozenset[str]
    wifely: frozenset[str]
    married: frozenset[str]
    owning: frozenset[str]
    spoken_by: frozenset[str]
    fields: frozenset[str]
    whole_fields: frozenset[str]
    with_field: frozenset[str]
    officers: frozenset[str]
    binding: frozenset[str]
    office_of: frozenset[str]
    office_at: frozenset[str]
    office_with: frozenset[str]
    office_in: frozenset[str]
    role_joints: frozenset[str]
    past: frozenset[str]
    to_come: frozenset[str]
    any: frozenset[str]
    one_of_many: frozenset[str]
    one: frozenset[str]
    speaking_for: frozenset[str]
    by: frozenset[str]
    sent_by: frozenset[str]
    representing: frozenset[str]
    represents: frozenset[str]
    representing_openers: frozenset[str]
    heads_of_state: frozenset[tuple[str, ...]]
    anyone: frozenset[str]
    of_the_scene: frozenset[str]
    young: frozenset[str]
    neutral: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    couples: frozenset[str]
    teams: frozenset[str]
    trios: frozenset[str]
    two: frozenset[str]

    many: frozenset[str]
    saints: frozenset[str]
    founders: frozenset[str]
    numbering: frozenset[str]
    spellings: frozenset[str]
    firms: frozenset[str]
    firm_ends: frozenset[str]
    platforms: frozenset[str]
    of_the_state: frozenset[str]
    sites: frozenset[str]
    site_endings: tuple[str, ...]
    based: tuple[str, ...]
    utterances: frozenset[str]
    bodies: frozenset[str]
    this: frozenset[str]

    definite: frozenset[str]
    pointing: frozenset[str]
    empty: frozenset[str]
    unheard: frozenset[str]
    examples: frozenset[str]
    such: frozenset[str]
    as_: frozenset[str]
    articles: frozenset[str]

    personal: frozenset[str]
    who: frozenset[str]
    whose: frozenset[str]
    singular: frozenset[str]
    narrative: frozenset[str]
    single: frozenset[str]
    to: frozenset[str]
    according: frozenset[str]
    participle_endings: frozenset[str]

    question: frozenset[str]
    answer: frozenset[str]


def small_words(tables: dict[str, Any]) -> SmallWords:
    """The lists of all *tables* of names.toml; LexiconError at one missing, repeated or unknown."""
    lists: dict[str, Any] = {}
    for name, table in tables.items():
        for key, words in table.items() if isinstance(table, dict) else ():
            if (field := field_of(key)) in lists:
                message = f"[{name}] {key}: another table has this list; rename one"
                raise LexiconError(f"names.toml: {message}")
            lists[field] = read_list(field, words)
    fields = SmallWords.__slots__
    if missing := [field for field in fields if field not in lists]:
        key = missing[0].rstrip("_").replace("_", "-")
        raise LexiconError(f"names.toml: no list {key}; add it")
    if unknown := [field for field in lists if field not in fields]:
        message = f"give {unknown[0]} a field of SmallWords in lexicon/small_words.py"
        raise LexiconError(f"names.toml: {message}")
    return SmallWords(**lists)


def read_list(field: str, words: list[str]) -> frozenset[Any] | tuple[str, ...]:
    """A list as its field keeps it.

    Endings and *years old* in order, *heads of state* as phrases, all others as a set.
    """
    if field == "years_old":
        return tuple(words[0].split())
    if field in ("agent_endings", "site_endings", "based"):
        return tuple(words)
    if field == "heads_of_state":
        return frozenset(tuple(phrase.split()) for phrase in words)
    return frozenset(words)


def field_of(key: str) -> str:
    """The field that a list is read into: Python keeps some words for itself."""
    name = key.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name

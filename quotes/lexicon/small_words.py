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

    generations: frozenset[str]
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
    role_joints: frozenset[str]
    past: frozenset[str]
    to_come: frozenset[str]
    any: frozenset[str]
    one_of_many: frozenset[str]
    speaking_for: frozenset[str]
    by: frozenset[str]
    representing: frozenset[str]
    represents: frozenset[str]
    representing_openers: frozenset[str]
    heads_of_state: frozenset[tuple[str, ...]]
    young: frozenset[str]
    neutral: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    couples: frozenset[str]
    trios: frozenset[str]
    two: frozenset[str]

    many: frozenset[str]
    saints: frozenset[str]
    founders: frozenset[str]
    numbering: frozenset[str]
    spellings: frozenset[str]
    firms: frozenset[str]
    this: frozenset[str]

    definite: frozenset[str]
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
    """The lists of all *tables* of names.toml."""
    lists: dict[str, Any] = {}
    for table in tables.values():
        if isinstance(table, dict):
            for key, words in table.items():
                lists[field_of(key)] = words
    read: dict[str, Any] = {name: frozenset(words) for name, words in lists.items()}
    # two lists are of phrases: any of several, and the one that stands before a name
    read["heads_of_state"] = frozenset(tuple(phrase.split()) for phrase in lists["heads_of_state"])
    read["years_old"] = tuple(lists["years_old"][0].split())
    try:
        return SmallWords(**read)
    except TypeError as error:
        message = "give each list a field of SmallWords in lexicon/small_words.py"
        raise LexiconError(f"names.toml: {error}; {message}") from error


def field_of(key: str) -> str:
    """The field that a list is read into: Python keeps some words for itself."""
    name = key.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name

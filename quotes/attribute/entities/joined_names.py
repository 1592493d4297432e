"""Puts the names of an article together: which of them are one person or body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotes.attribute.entities.groups import Grouping, group_body, group_full
from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.entities.short_names import ends_like_firm, group_short, is_heir
from quotes.attribute.names.same_name import person_words
from quotes.lexicon.names import NameLexicon, fold
from quotes.lexicon.thresholds import KIN_NEAR


@cache
def owner_pattern(lexicon: NameLexicon) -> re.Pattern[str]:
    """What finds a word in the genitive: *Bello's* son."""
    endings = sorted(map(re.escape, lexicon.small.possessive))
    return re.compile(rf"(\w+)(?:{'|'.join(endings)}) ")


def group(state: Grouping, mentions: Sequence[NameMention]) -> list[list[int]]:
    """For each mention the numbers of the groups that it may belong to, the likeliest first.

    Full names come first, so that "Bello" in the first line finds the "Ada Bello" of the third.
    """
    found: list[list[int]] = [[] for _ in mentions]
    later: list[int] = []
    titled = {m.name.words[-1] for m in mentions if m.name.titles}
    for index, mention in enumerate(mentions):
        mention = clipped(mention, titled)
        kind, words = mention.name.kind, person_words(mention.name.words, state.lexicon)
        if kind == "role" or not words:
            continue
        if kind in ("organization", "publication"):
            found[index] = [group_body(state, mention)]
        elif mention.name.surname is not None:
            later.append(index)
        elif is_whole(mention, words, state.lexicon):
            found[index] = [group_full(state, mention, words)]
        else:
            later.append(index)
    # "the Bellos' daughter, Ada" has to be known before "Ms. Bello" is met, and "Mr. Bello" tells
    # more than "Bello"
    heirs = {i: name for i in later if (name := family_name(state, mentions, i))}
    for index in sorted(later, key=lambda i: (i not in heirs, not mentions[i].name.gender, i)):
        found[index] = group_short(state, mentions[index])
        if index in heirs and len(found[index]) == 1:
            state.heirs[heirs[index]].update(found[index])
    return found


def is_whole(mention: NameMention, words: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether a name is one of two or more words that is a person's or may be one."""
    short = is_given(mention) or is_heir(words, lexicon)
    return len(words) > 1 and mention.name.kind != "place" and not mention.headline and not short


def is_given(mention: NameMention) -> bool:
    """Whether a name may be a given name of two parts alone: *Anne-Marie* said so."""
    return len(mention.name.words) == 2 and "-" in mention.text and " " not in mention.text


def family_name(state: Grouping, mentions: Sequence[NameMention], index: int) -> str | None:
    """The surname of one who is named by a first name as somebody's kin: Bello's son, Leo."""
    mention = mentions[index]
    if len(mention.name.words) != 1 or mention.name.titles:
        return None
    lexicon = state.lexicon
    said = [r.text for r in mention.roles if r.noun in lexicon.same_family]
    if not said:
        return None
    owner = owner_pattern(lexicon)
    owners = [fold(found[1]) for text in said if (found := owner.search(text))]
    opening = (text.partition(" ")[0].lower() for text in said if " " in text)
    if pronoun := next((word for word in opening if word in lexicon.small.owning), None):
        gender = lexicon.pronouns[pronoun].gender
        before = (
            m for m in reversed(mentions[max(0, index - KIN_NEAR) : index]) if fits(m, gender)
        )
        owners += [m.name.words[-1] for m in before][:1]
    endings = ("", *lexicon.plural_endings)
    names = (word.removesuffix(ending) for word in owners for ending in endings)
    return next((name for name in names if state.by_last.get(name)), None)


def fits(mention: NameMention, gender: str) -> bool:
    """Whether a name is a person's of a gender who has a surname: Hugh Bello; *his* wife, Ada."""
    name = mention.name
    return name.gender == gender != "" and (len(name.words) > 1 or bool(name.titles))


def clipped(mention: NameMention, titled: set[str]) -> NameMention:
    """The mention without the words that follow a person's name in a title.

    Ada Bello Mill Day, in an article with Ms. Bello
    """
    name = mention.name
    if name.kind != "unknown" or len(name.words) < 3 or name.words[1] not in titled:
        return mention
    text = " ".join(mention.text.split()[:2])
    return mention._replace(name=name._replace(words=name.words[:2], kind="person"), text=text)


def known_words(state: Grouping) -> set[tuple[str, ...]]:
    """The names that a headline may use: all full ones, and each surname and short form."""
    persons = [person_words(words, state.lexicon) for words in state.full]
    full = {*state.full, *persons}
    full.update(
        (words[-1],)
        for number, words in enumerate(persons)
        if len(words) > 1 and state.groups[number][0].name.kind in ("person", "unknown")
    )
    firms = ((word,) for word, numbers in state.by_opening.items() if any_firm(state, numbers))
    return full | set(state.by_key) | set(firms)


def any_firm(state: Grouping, numbers: Sequence[int]) -> bool:
    """Whether one of the groups has a firm's name, which may go by its first word."""
    return any(ends_like_firm(state, number) for number in numbers)

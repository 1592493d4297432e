"""Puts the names of an article together: which of them are one person or body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.lexicon import Words
from quotes.attribute.mentions import NameMention
from quotes.attribute.same import (
    body_key,
    body_noun,
    initials,
    person_words,
    same_body,
    same_person,
)

LATEST = 12  # groups of one surname or noun that a new name is compared with, the latest ones
NUMBERED = frozenset(("jr", "sr", "junior", "ii", "iii"))


class Grouping:
    """Groups of mentions while they are put together; grows in `group` alone."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.groups: list[list[NameMention]] = []
        self.full: list[tuple[str, ...]] = []  # the words that stand for each group
        self.genders: list[Counter[str]] = []
        self.nouns: list[set[str]] = []  # what each group is said to be
        self.by_last: dict[str, list[int]] = defaultdict(list)
        self.by_first: dict[str, list[int]] = defaultdict(list)
        self.by_noun: dict[str, list[int]] = defaultdict(list)
        self.by_opening: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[tuple[str, ...], int] = {}

    def open(self, mention: NameMention) -> int:
        """The number of a new group that holds *mention*."""
        number = len(self.groups)
        self.groups.append([])
        self.full.append(mention.name.words)
        self.genders.append(Counter())
        self.nouns.append(set())
        return self.join(number, mention)

    def join(self, number: int, mention: NameMention) -> int:
        """*number*, the group of which *mention* now is a part."""
        self.groups[number].append(mention)
        if mention.name.gender:
            self.genders[number][mention.name.gender] += 1
        self.nouns[number].update(role.noun for role in mention.roles)
        return number

    def gender(self, number: int) -> str:
        """The gender that most names and titles of a group say, "" if none does."""
        votes = self.genders[number].most_common(1)
        return votes[0][0] if votes else ""


def group(state: Grouping, mentions: Sequence[NameMention]) -> list[list[int]]:
    """For each mention the numbers of the groups that it may belong to, the likeliest first.

    Full names come first, so that "Bello" in the first line finds the "Ada Bello" of the third.
    """
    found: list[list[int]] = [[] for _ in mentions]
    later: list[int] = []
    titled = {m.name.words[-1] for m in mentions if m.name.titles}
    for index, mention in enumerate(mentions):
        mention = clipped(mention, titled)
        kind, words = mention.name.kind, person_words(mention.name.words, state.words)
        if kind == "role" or not words:
            continue
        if kind in ("organization", "publication"):
            found[index] = [group_body(state, mention)]
        elif mention.name.surname is not None:
            later.append(index)
        elif len(words) > 1 and kind != "place" and not mention.headline:
            found[index] = [group_full(state, mention, words)]
        else:
            later.append(index)
    # "Mr. Bello" tells more than "Bello", so it comes first
    for index in sorted(later, key=lambda i: (not mentions[i].name.gender, i)):
        found[index] = group_short(state, mentions[index])
    return found


def clipped(mention: NameMention, titled: set[str]) -> NameMention:
    """The mention without the words that follow a person's name in a title.

    Ada Bello Mill Day, in an article with Ms. Bello
    """
    name = mention.name
    if name.kind != "unknown" or len(name.words) < 3 or name.words[1] not in titled:
        return mention
    text = " ".join(mention.text.split()[:2])
    return replace(mention, name=replace(name, words=name.words[:2], kind="person"), text=text)


def known_words(state: Grouping) -> set[tuple[str, ...]]:
    """The names that a headline may use: all full ones, and each surname and short form."""
    full = set(state.full)
    full.update(person_words(words, state.words) for words in state.full)
    full.update(
        (words[-1],)
        for number, words in enumerate(state.full)
        if len(words) > 1 and state.groups[number][0].name.kind in ("person", "unknown")
    )
    return full | set(state.by_key)


def group_full(state: Grouping, mention: NameMention, words: tuple[str, ...]) -> int:
    """The group of a name of two or more words that is a person's or may be one."""
    name = mention.name
    for number in state.by_last[words[-1]][-LATEST:]:
        full = state.full[number]
        other = person_words(full, state.words)
        # Leo Bello Jr. is not Leo Bello
        numbered = {name.words[-1], full[-1]} & NUMBERED and name.words[-1] != full[-1]
        if numbered and other[0] == words[0]:
            continue
        genders = {name.gender, state.gender(number)} - {""}
        if len(genders) > 1 and other[0] != words[0]:
            continue
        if same_person(other, words, state.words):
            if len(name.words) > len(full):
                state.full[number] = name.words
            return state.join(number, mention)
    number = state.open(mention)
    state.by_last[words[-1]].append(number)
    state.by_first[words[0]].append(number)
    if len(words) > 2:
        state.by_opening[words[0]].append(number)
    return number


def group_body(state: Grouping, mention: NameMention) -> int:
    """The group of a body's name."""
    name = mention.name
    key = body_key(name.words, state.words)
    noun = body_noun(key, state.words)
    number = state.by_key.get(key)
    if number is None:
        alike = (
            n
            for n in reversed(state.by_noun[noun][-LATEST:])
            if same_body(body_key(state.full[n], state.words), key)
        )
        number = next(alike, None)
    if number is None:
        number = state.open(mention)
        state.by_noun[noun].append(number)
        state.by_opening[key[0]].append(number)
        for letters in initials(name.words, key, state.words):
            state.by_key.setdefault((letters,), number)
    else:
        state.join(number, mention)
        if len(key) > len(body_key(state.full[number], state.words)):
            state.full[number] = name.words
    state.by_key[key] = number
    if name.acronym:
        state.by_key[name.acronym,] = number
    return number


def group_short(state: Grouping, mention: NameMention) -> list[int]:
    """The groups that a single word, or a name in a headline, may belong to."""
    name, lexicon = mention.name, state.words
    words = person_words(name.words, lexicon)
    if name.surname is not None:
        if words[0] not in state.by_last:  # Ada and Leo Bello; but Bello and Leo Ito
            return [group_full(state, mention, words)]
        words = words[:1]
    if name.kind == "place":
        text = " ".join(words)
        return [keyed(state, mention, ("place", lexicon.countries.get(text, text)))]
    candidates = [
        n
        for n in state.by_last.get(words[-1], ())[-LATEST:]
        if len(words) == 1 or same_person(person_words(state.full[n], lexicon), words, lexicon)
    ]
    candidates = narrowed(state, mention, candidates)
    if not candidates and len(words) == 1:
        candidates = otherwise_called(state, mention, words[0])[-LATEST:]
    if len(candidates) == 1:
        number = state.join(candidates[0], mention)
        if len(state.full[number]) == 1 < len(words) and not mention.text.isupper():
            state.full[number] = name.words
    return candidates or [keyed(state, mention, words)]


def otherwise_called(state: Grouping, mention: NameMention, word: str) -> list[int]:
    """The groups that a word names though it is no surname.

    NATO; Ada, of Ada Bello; Mr. Bello, of Bello Ki-moon; Bello, of Bello Pharmaceuticals
    """
    acronym = (word.replace(".", ""),)
    if mention.text.isupper() and acronym in state.by_key:
        return [state.by_key[acronym]]
    firsts = state.by_first.get(word, [])
    if mention.name.titles and mention.name.titles[-1] not in state.words.first_name_titles:
        return [
            n
            for n in firsts
            if word not in state.words.first_names or "-" in state.groups[n][0].text
        ]
    return firsts or [n for n in state.by_opening.get(word, []) if is_firm(state, n)]


def is_firm(state: Grouping, number: int) -> bool:
    """Whether a group is a body that may go by its first word: Bello Pharmaceuticals."""
    return state.groups[number][0].name.kind == "organization" and (
        state.full[number][-1] not in state.words.named_by_owner
    )


def narrowed(state: Grouping, mention: NameMention, candidates: list[int]) -> list[int]:
    """Those of the persons of one surname whom the title before the name fits.

    Mr. Bello is not Ada Bello
    """
    titles = mention.name.titles
    if not titles or not candidates:
        return candidates
    if gender := mention.name.gender:
        candidates = [n for n in candidates if state.gender(n) in (gender, "")]
    wanted = {state.words.roles.get(r, r) for t in titles if (r := state.words.titles.get(t))}
    if wanted and len(candidates) > 1:
        fitting = [n for n in candidates if wanted & state.nouns[n]]
        lone = [n for n in candidates if len(state.full[n]) == 1]
        plain = [n for n in candidates if not state.nouns[n]]
        candidates = fitting or lone or plain or candidates
    return candidates


def keyed(state: Grouping, mention: NameMention, key: tuple[str, ...]) -> int:
    """The group of exactly these words, a new one if there is none."""
    if key in state.by_key and not mention.name.titles:
        return state.join(state.by_key[key], mention)
    number = state.open(mention)
    state.by_key[key] = number
    if mention.name.kind in ("person", "unknown"):
        state.by_last[key[-1]].append(number)
    return number

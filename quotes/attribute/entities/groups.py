"""Groups of names that each mean one person or body, and which group a full name joins."""

from __future__ import annotations

from collections import Counter, defaultdict

from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.names.same_name import (
    body_key,
    body_noun,
    initials,
    person_words,
    same_body,
    same_person,
)
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import GROUPS_LATEST


class Grouping:
    """Groups of mentions while they are put together; grows in `group` alone."""

    def __init__(self, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self.groups: list[list[NameMention]] = []
        self.full: list[tuple[str, ...]] = []  # the words that stand for each group
        self.genders: list[Counter[str]] = []
        self.nouns: list[set[str]] = []  # what each group is said to be
        self.titles: list[set[str]] = []
        self.by_last: dict[str, list[int]] = defaultdict(list)
        self.by_first: dict[str, list[int]] = defaultdict(list)
        self.by_noun: dict[str, list[int]] = defaultdict(list)
        self.by_opening: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[tuple[str, ...], int] = {}
        self.misspelt: dict[str, set[int]] | None = None  # long surnames less a letter, when asked
        self.called: dict[int, str] = {}  # the names of those whose surname another name tells
        self.heirs: dict[str, set[int]] = defaultdict(set)  # who bears a surname as kin of others

    def open(self, mention: NameMention) -> int:
        """The number of a new group that holds *mention*."""
        number = len(self.groups)
        self.groups.append([])
        self.full.append(mention.name.words)
        self.genders.append(Counter())
        self.nouns.append(set())
        self.titles.append(set())
        return self.join(number, mention)

    def join(self, number: int, mention: NameMention) -> int:
        """*number*, the group of which *mention* now is a part."""
        self.groups[number].append(mention)
        # Warren is a man's first name, but not where it is the surname of Ada Warren
        surname = len(mention.name.words) == 1 < len(self.full[number])
        if mention.name.gender and (mention.name.titles or not surname):
            self.genders[number][mention.name.gender] += 1
        self.nouns[number].update([role.noun for role in mention.roles])
        self.titles[number].update(mention.name.titles)
        return number

    def gender(self, number: int) -> str:
        """The gender that most names and titles of a group say, "" if none does."""
        votes = self.genders[number]
        return max(votes, key=votes.__getitem__) if votes else ""


def group_full(state: Grouping, mention: NameMention, words: tuple[str, ...]) -> int:
    """The group of a name of two or more words that is a person's or may be one."""
    name = mention.name
    for number in state.by_last[words[-1]][-GROUPS_LATEST:]:
        full = state.full[number]
        other = person_words(full, state.lexicon)
        # Leo Bello Jr. is not Leo Bello
        generations = state.lexicon.small.generations
        numbered = {name.words[-1], full[-1]} & generations and name.words[-1] != full[-1]
        if numbered and other[0] == words[0]:
            continue
        genders = {name.gender, state.gender(number)} - {""}
        if len(genders) > 1 and other[0] != words[0]:
            continue
        if same_person(other, words, state.lexicon):
            if len(name.words) > len(full):
                state.full[number] = name.words
            return state.join(number, mention)
    number = state.open(mention)
    state.by_last[words[-1]].append(number)
    state.by_first[words[0]].append(number)
    if len(words) > 2:
        state.by_opening[words[0]].append(number)
        if name.kind == "unknown":  # the Dover Mill Operator, DMO
            state.by_key.setdefault(("".join(w[0] for w in words),), number)
    return number


def group_body(state: Grouping, mention: NameMention) -> int:
    """The group of a body's name."""
    name = mention.name
    key = body_key(name.words, state.lexicon)
    noun = body_noun(key, state.lexicon)
    number = state.by_key.get(key)
    if number is None:
        alike = (
            n
            for n in reversed(state.by_noun[noun][-GROUPS_LATEST:])
            if same_body(body_key(state.full[n], state.lexicon), key)
        )
        number = next(alike, None)
    if number is None:
        number = state.open(mention)
        state.by_noun[noun].append(number)
        state.by_opening[key[0]].append(number)
        for letters in initials(name.words, key, state.lexicon):
            state.by_key.setdefault((letters,), number)
    else:
        state.join(number, mention)
        known = body_key(state.full[number], state.lexicon)
        if (len(key), len(name.words)) > (len(known), len(state.full[number])):
            state.full[number] = name.words
    state.by_key[key] = number
    if name.acronym:
        state.by_key[name.acronym,] = number
    return number

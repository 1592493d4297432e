"""From the names of an article to its entities: which names are one person or body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.attribute.lexicon import Words
from quotes.attribute.mentions import NameMention, Role
from quotes.attribute.names import LINKS, NameKind
from quotes.model import SpeakerType

LATEST = 20  # bodies of one head noun that a new name is compared with
SMALL = frozenset(("the", "of", "for", "and", "'s", "’s", "s"))


@dataclass(frozen=True, slots=True)
class Entity:
    """One possible speaker: every name that the article gives it."""

    number: int
    name: str  # the fullest, without title or role
    kind: NameKind
    gender: str  # "m", "f", or "" if nothing says
    words: tuple[str, ...]  # of the fullest name, folded
    roles: tuple[Role, ...]
    start: int  # where it is first named

    @property
    def type(self) -> SpeakerType:
        """What kind of speaker the record calls it."""
        if self.kind in ("person", "organization", "publication"):
            return self.kind  # type: ignore[return-value]
        if self.kind == "place":
            return "organization"
        return "unknown"


class Grouping:
    """Groups of mentions while they are put together; used by `group` alone."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.groups: list[list[NameMention]] = []
        self.full: list[tuple[str, ...]] = []  # the words that stand for each group
        self.by_last: dict[str, list[int]] = defaultdict(list)
        self.by_first: dict[str, list[int]] = defaultdict(list)
        self.by_body: dict[str, list[int]] = defaultdict(list)
        self.by_opening: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[tuple[str, ...], int] = {}

    def add(self, mention: NameMention) -> int:
        """A new group for *mention*; its number."""
        number = len(self.groups)
        self.groups.append([mention])
        self.full.append(mention.name.words)
        return number


def person_words(words: Sequence[str], lexicon: Words) -> tuple[str, ...]:
    """The words of a person's name without Jr. and the like."""
    kept = tuple(w for w in words if w not in LINKS)
    return kept[:-1] if len(kept) > 2 and kept[-1] in lexicon.suffixes else kept


def body_key(words: Sequence[str], lexicon: Words) -> tuple[str, ...]:
    """The words of a body's name that count: countries by their names, no Corp., no small words."""
    kept = [lexicon.countries.get(w, w) for w in words if w not in SMALL]
    kept = [lexicon.org_heads.get(w, w) if w in ("centre", "center", "organisation") else w for w in kept]
    while len(kept) > 1 and kept[-1] in lexicon.firm_suffixes:
        kept.pop()
    return tuple(kept)


def same_first(one: str, other: str, lexicon: Words) -> bool:
    """Whether two first names can be one person's: equal, an initial, a short form."""
    if one == other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if len(short) == 1 or "." in short:
        return long[:1] == short[:1]
    known = lexicon.short_names
    return long in known.get(short, ()) or short in known.get(long, ()) or bool(
        set(known.get(short, ())) & set(known.get(long, ()))
    )


def same_person(one: Sequence[str], other: Sequence[str], lexicon: Words) -> bool:
    """Whether two names of two or more words can be one person's.

    Ada Bello = Ada M. Bello; Bello Ito is not Ada Ito; Bello Ito = Ada Bello Ito
    """
    if one[-1] != other[-1]:
        return False
    short, long = sorted((one, other), key=len)
    return same_first(one[0], other[0], lexicon) or tuple(long[-len(short) :]) == tuple(short)


def same_body(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two keys are one body's: equal, or the shorter's words all in the longer's, head alike."""
    short, long = sorted((one, other), key=len)
    return tuple(short) == tuple(long) or (
        len(short) > 1 and short[-1] == long[-1] and set(short) <= set(long)
    )


def group(mentions: Sequence[NameMention], lexicon: Words) -> tuple[list[list[int]], Grouping]:
    """For each mention the numbers of the groups that it may belong to, the likeliest first."""
    state = Grouping(lexicon)
    found: list[list[int]] = [[] for _ in mentions]
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].headline, i))
    later: list[int] = []
    for index in order:
        mention = mentions[index]
        kind, words = mention.name.kind, person_words(mention.name.words, lexicon)
        if kind == "role" or not words:
            continue
        if kind in ("organization", "publication"):
            found[index] = [group_body(state, mention)]
        elif len(words) > 1 and kind != "place" and not mention.headline:
            found[index] = [group_full(state, mention, words)]
        else:
            later.append(index)
    for index in later:
        found[index] = group_short(state, mentions[index])
    return found, state


def group_full(state: Grouping, mention: NameMention, words: tuple[str, ...]) -> int:
    """The group of a name of two or more words that is a person's or may be one."""
    suffix = mention.name.words[-1] in ("jr", "sr", "junior", "ii", "iii")
    for number in state.by_last[words[-1]]:
        first = state.groups[number][0]
        other = person_words(state.full[number], state.words)
        if suffix and state.full[number][-1] != mention.name.words[-1] and same_first(
            other[0], words[0], state.words
        ) and len(state.groups[number]) > 0:
            continue
        if first.name.gender and mention.name.gender and first.name.gender != mention.name.gender:
            if other[0] != words[0]:
                continue
        if same_person(other, words, state.words):
            state.groups[number].append(mention)
            if len(mention.name.words) > len(state.full[number]):
                state.full[number] = mention.name.words
            return number
    number = state.add(mention)
    state.by_last[words[-1]].append(number)
    state.by_first[words[0]].append(number)
    if len(words) > 2:
        state.by_opening[words[0]].append(number)
    return number


def group_body(state: Grouping, mention: NameMention) -> int:
    """The group of a body's name."""
    key = body_key(mention.name.words, state.words)
    if (number := state.by_key.get(key)) is not None:
        state.groups[number].append(mention)
        return number
    for number in reversed(state.by_body[key[-1]][-LATEST:]):
        if same_body(body_key(state.full[number], state.words), key):
            state.groups[number].append(mention)
            if len(key) > len(body_key(state.full[number], state.words)):
                state.full[number] = mention.name.words
            state.by_key[key] = number
            return number
    number = state.add(mention)
    state.by_key[key] = number
    state.by_body[key[-1]].append(number)
    state.by_opening[key[0]].append(number)
    letters = "".join(w[0] for w in key)
    if len(letters) > 2:
        state.by_key.setdefault((letters,), number)
    every = "".join(w[0] for w in mention.name.words if w not in ("the",))
    if len(every) > 2:
        state.by_key.setdefault((every,), number)
    return number


def group_short(state: Grouping, mention: NameMention) -> list[int]:
    """The groups that a single word, or a name in a headline, may belong to."""
    name, lexicon = mention.name, state.words
    words = person_words(name.words, lexicon)
    text = " ".join(words)
    if name.kind == "place":
        return [keyed(state, mention, ("place", lexicon.countries.get(text, text)))]
    candidates = [
        n for n in state.by_last.get(words[-1], ())
        if len(words) == 1 or same_person(person_words(state.full[n], lexicon), words, lexicon)
    ]
    if len(candidates) > 1:
        candidates = narrowed(state, mention, candidates)
    acronym = name.words[0].replace(".", "") if len(name.words) == 1 else ""
    if not candidates and len(words) == 1:
        if mention.text.isupper() and (acronym,) in state.by_key:
            candidates = [state.by_key[acronym,]]
        elif name.titles:
            candidates = []
        elif words[0] in state.by_first:
            candidates = state.by_first[words[0]]
        else:
            candidates = [n for n in state.by_opening.get(words[0], ()) if is_firm(state, n)]
    if len(candidates) == 1:
        state.groups[candidates[0]].append(mention)
    if candidates:
        return list(candidates)
    return [keyed(state, mention, words)]


def is_firm(state: Grouping, number: int) -> bool:
    """Whether a group is a body that may go by its first word: Bello Pharmaceuticals."""
    return state.groups[number][0].name.kind == "organization" and (
        state.full[number][-1] not in state.words.named_by_owner
    )


def narrowed(state: Grouping, mention: NameMention, candidates: list[int]) -> list[int]:
    """Those of several persons of one surname whom the title before the name fits."""
    gender, titles = mention.name.gender, {t for t in mention.name.titles if state.words.titles.get(t)}
    if gender and mention.name.titles:
        fitting = [n for n in candidates if group_gender(state.groups[n]) in (gender, "")]
        candidates = fitting or candidates
    if titles:
        wanted = {state.words.titles[t] for t in titles}
        fitting = [
            n for n in candidates
            if wanted & {role.noun for m in state.groups[n] for role in m.roles}
        ]
        candidates = fitting or candidates
    return candidates


def group_gender(mentions: Iterable[NameMention]) -> str:
    """The gender that most of the mentions' names and titles say."""
    votes = Counter(m.name.gender for m in mentions if m.name.gender)
    return votes.most_common(1)[0][0] if votes else ""


def keyed(state: Grouping, mention: NameMention, key: tuple[str, ...]) -> int:
    """The group of exactly these words, a new one if there is none."""
    if key in state.by_key and not mention.name.titles:
        number = state.by_key[key]
        state.groups[number].append(mention)
        return number
    number = state.add(mention)
    state.by_key[key] = number
    if mention.name.kind in ("person", "unknown"):
        state.by_last[key[-1]].append(number)
    return number

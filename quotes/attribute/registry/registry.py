"""The user's list of speakers: who goes by a name, and who held an office on a day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from quotes.attribute.names.same_name import body_key, person_words, same_person
from quotes.lexicon.names import NameLexicon, fold
from quotes.model import SpeakerType

WORD = re.compile(r"[^\W_]+")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST, LAST = date.min, date.max
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: SpeakerType | None = None
    role: str | None = None
    valid_from: date | None = None  # None: since ever
    valid_to: date | None = None  # None: still
    line: int = 0  # in the file, from 1
    more: tuple[tuple[str, Any], ...] = ()  # the columns that linking does not read

    def holds(self, day: date | None) -> bool:
        """Whether the row is valid on *day*; for an unknown day only if it always is."""
        if day is None:
            return self.valid_from is None is self.valid_to
        return (self.valid_from or FIRST) <= day <= (self.valid_to or LAST)

    def overlaps(self, other: Listed) -> bool:
        """Whether there is a day on which both rows are valid."""
        return (self.valid_from or FIRST) <= (other.valid_to or LAST) and (
            other.valid_from or FIRST
        ) <= (self.valid_to or LAST)


def key_of(text: str) -> Key:
    """The folded words of a name, however it is spaced and dotted."""
    return tuple(WORD.findall(" ".join(map(fold, text.split()))))


def day_of(published: str | None) -> date | None:
    """The day that a date of publication starts with; None if it does not start with one."""
    match = ISO_DATE.match(published or "")
    try:
        return date.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Indexes:
    """The rows of a list by forms of their names and roles, as one language tells them."""

    by_body: Mapping[Key, tuple[Listed, ...]]  # those that are no persons, by the words that count
    by_last: Mapping[Key, tuple[Listed, ...]]  # those that may be persons, by their last word
    by_role: Mapping[frozenset[str], tuple[Listed, ...]]


class Registry:
    """The rows of a list by what they go by; `warnings` has a line for each unusable alias."""

    def __init__(self, rows: Iterable[Listed], source: str = "speakers") -> None:
        self.rows = tuple(rows)
        self.source = source
        self.by_name: dict[Key, tuple[Listed, ...]] = {}
        self.indexed: dict[NameLexicon, Indexes] = {}
        found: dict[Key, list[Listed]] = defaultdict(list)
        for row in self.rows:
            for key in dict.fromkeys(key_of(name) for name in (row.name, *row.aliases)):
                if key:
                    found[key].append(row)
        warnings = []
        for key, sharing in found.items():
            if clash := first_clash(sharing):
                warnings.append(to_warning(source, key, *clash))
            else:
                self.by_name[key] = tuple(sharing)
        self.warnings = tuple(warnings)

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """How many words the longest of the names has that begin with each word."""
        found: dict[str, int] = defaultdict(int)
        for key in self.by_name:
            found[key[0]] = max(found[key[0]], len(key))
        return found

    def indexes(self, lexicon: NameLexicon) -> Indexes:
        """The rows by forms of their names and roles, made once for each language."""
        if lexicon not in self.indexed:
            self.indexed[lexicon] = make_indexes(self, lexicon)
        return self.indexed[lexicon]

    def named(self, text: str, day: date | None) -> Listed | None:
        """Who goes by exactly this name; by the day if several have gone by it."""
        return the_one(self.by_name.get(key_of(text), ()), day)

    def alike(self, text: str, kind: str, day: date | None, lexicon: NameLexicon) -> Listed | None:
        """Who goes by a name that is another form of this one: Ada M. Bello, Hartwell Corp."""
        key, indexes = key_of(text), self.indexes(lexicon)
        if kind != "person":
            found = the_one(indexes.by_body.get(body_key(key, lexicon), ()), day)
            if found is not None or kind != "unknown":
                return found
        name = person_words(key, lexicon)
        if len(name) < 2:
            return None
        rows = tuple(
            row
            for row in indexes.by_last.get(name[-1:], ())
            if any(
                len(other) > 1 and same_person(name, other, lexicon)
                for each in (row.name, *row.aliases)
                if (other := person_words(key_of(each), lexicon))
            )
        )
        return the_one(rows, day)

    def in_role(self, text: str, day: date | None, lexicon: NameLexicon) -> Listed | None:
        """Who held the office that the words name on the day: the Polish prime minister."""
        rows = self.indexes(lexicon).by_role.get(role_key(text, lexicon), ())
        holding = rows if day is None else tuple(row for row in rows if row.holds(day))
        return holding[0] if len({row.id for row in holding}) == 1 else None


def make_indexes(registry: Registry, lexicon: NameLexicon) -> Indexes:
    """The rows of a list by what the words of one language make of their names and roles."""
    bodies, persons = defaultdict[Key, list[Listed]](list), defaultdict[Key, list[Listed]](list)
    offices = defaultdict[frozenset[str], list[Listed]](list)
    for key, rows in registry.by_name.items():
        for row in rows:
            if row.type != "person":
                bodies[body_key(key, lexicon)].append(row)
            if row.type in ("person", None):
                persons[person_words(key, lexicon)[-1:]].append(row)
    for row in registry.rows:
        if row.role and (role := role_key(row.role, lexicon)):
            offices[role].append(row)
    return Indexes(
        by_body={key: tuple(dict.fromkeys(rows)) for key, rows in bodies.items()},
        by_last={key: tuple(dict.fromkeys(rows)) for key, rows in persons.items()},
        by_role={role: tuple(rows) for role, rows in offices.items()},
    )


def the_one(rows: Sequence[Listed], day: date | None) -> Listed | None:
    """The one row of all that go by a name, or the one that is valid on the day."""
    if len({row.id for row in rows}) > 1:
        rows = [row for row in rows if row.holds(day)]
    return rows[0] if len({row.id for row in rows}) == 1 else None


def first_clash(rows: Sequence[Listed]) -> tuple[Listed, Listed] | None:
    """Two rows of one name whose times overlap, so that no day tells them apart."""
    latest: Listed | None = None
    for row in sorted(rows, key=lambda r: r.valid_from or FIRST):
        if latest is not None and row.overlaps(latest) and row.id != latest.id:
            return (latest, row) if latest.line < row.line else (row, latest)
        if latest is None or (row.valid_to or LAST) > (latest.valid_to or LAST):
            latest = row
    return None


def to_warning(source: str, key: Key, one: Listed, other: Listed) -> str:
    """The line on a name that two rows share."""
    spelt = next(n for n in (other.name, *other.aliases) if key_of(n) == key)
    return (
        f"{source}:{other.line}: {spelt!r} is {other.id} and also {one.id} (line {one.line}); it "
        "will name neither, unless their valid_from and valid_to are made not to overlap"
    )


def role_key(text: str, lexicon: NameLexicon) -> frozenset[str]:
    """The words of an office that count: the Polish prime minister = prime minister of Poland."""
    folded = (lexicon.countries.get(word, word) for word in key_of(text))
    return frozenset(lexicon.roles.get(word, word) for word in folded) - lexicon.small.unheard


def find_listed(words: Sequence[str], registry: Registry) -> Iterator[tuple[int, int]]:
    """The first and last of the words of each listed name with a capital, in order."""
    first = 0
    while first < len(words):
        last = last_of(words, first, registry) if any(map(str.isupper, words[first])) else None
        if last is not None:
            yield first, last
        first = first + 1 if last is None else last + 1


def last_of(words: Sequence[str], first: int, registry: Registry) -> int | None:
    """The last word of the longest listed name that starts at *first*; None if none does."""
    found, last = key_of(words[first]), None
    longest = registry.longest.get(found[0], 0) if found else 0
    if found in registry.by_name:
        last = first
    for token in range(first + 1, len(words)):
        if len(found) >= longest:
            break
        if more := key_of(words[token]):
            found += more
            last = token if found in registry.by_name else last
    return last

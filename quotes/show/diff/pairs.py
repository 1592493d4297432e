"""Pairs the quotes of one article in a new run with those in an old one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quotes.write.record import Record

OVERLAP = 0.3  # the least share of characters in common of two versions of a quote
ALIKE = 0.6  # the least likeness of the words, where the article's text has changed


@dataclass(frozen=True, slots=True)
class Pair:
    """A quote of an old run and the same quote in a new one; None where a run did not find it."""

    old: Record | None
    new: Record | None


def pair_up(old: Sequence[Record], new: Sequence[Record]) -> list[Pair]:
    """The records of one article in pairs, in the order of the new run; those lost come last.

    In an unchanged article a quote keeps its id. If the text has changed, words are compared and
    not places.
    """
    by_id = {record["id"]: record for record in old}
    of_new = {record["id"]: by_id[record["id"]] for record in new if record["id"] in by_id}
    left = [record for record in old if record["id"] not in of_new]
    come = [record for record in new if record["id"] not in of_new]
    texts = {record["document"]["sha256"] for record in (*old, *new)}
    likeness = overlap if len(texts) == 1 else alike
    for one, other in matched(left, come, likeness):
        of_new[other["id"]] = one
    taken = {record["id"] for record in of_new.values()}
    pairs = [Pair(of_new.get(record["id"]), record) for record in new]
    return pairs + [Pair(record, None) for record in left if record["id"] not in taken]


def matched(
    old: Sequence[Record], new: Sequence[Record], likeness: Callable[[Record, Record], float]
) -> list[tuple[Record, Record]]:
    """The records that are most alike, one to one."""
    pairs = [
        (like, -i, -j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (like := likeness(one, other)) > 0
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in found and -j not in taken:
            found[-i] = -j
            taken.add(-j)
    return [(old[i], new[j]) for i, j in found.items()]


def overlap(old: Record, new: Record) -> float:
    """The share of the characters of either content that are in both; 0 if it is too small.

    The spans of one content do not overlap, so no character counts twice.
    """
    one, other = places(old), places(new)
    shared = sum(
        max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other
    )
    length = sum(end - start for start, end in (*one, *other))
    share = shared / (length - shared)
    return share if share >= OVERLAP else 0.0


def places(record: Record) -> list[tuple[int, int]]:
    """The start and end of each span of the content."""
    return [(span["start"], span["end"]) for span in record["content"]["spans"]]


def alike(old: Record, new: Record) -> float:
    """How alike the words of two contents are, 1 if they are the same; 0 if they are too unlike."""
    one, other = old["content"]["text"].split(), new["content"]["text"].split()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0

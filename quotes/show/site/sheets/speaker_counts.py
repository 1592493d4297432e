"""Counts for a page: who speaks on its sheets, how often and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from quotes.model import Kind
from quotes.show.site.sheets.sheet import Sheet
from quotes.write.database.rows import day_of
from quotes.write.record import Record

NOBODY = "Nobody found"
KINDS = get_args(Kind)


@dataclass(slots=True)
class Voice:
    """A speaker as a page counts them: by name, or by the user's list of speakers."""

    key: str
    name: str
    role: str | None = None
    named: bool = True
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of a page."""

    voices: tuple[Voice, ...]  # the most quoted first
    kinds: dict[str, int]
    days: dict[date, int]  # quotes by day of publication; empty without dates
    quotes: int
    sheets: int


def keys_of(record: Record, sheet: int) -> list[tuple[str, str]]:
    """Key and name of each speaker of *record*, which stands on the sheet at place *sheet*."""
    found = []
    for speaker in record["speakers"]:
        mention = (speaker["mention"] or {}).get("text")
        if speaker["registry_id"] is not None:
            found.append((f"id {speaker['registry_id']}", speaker["name"] or mention or NOBODY))
        elif speaker["name"] is not None:
            found.append((f"name {speaker['name']}", speaker["name"]))
        else:  # who is never named is known within the article only
            key = speaker["entity"] or mention or "?"
            found.append((f"in {sheet} {key}", mention or NOBODY))
    return found or [("nobody", NOBODY)]


def count(sheets: Iterable[Sheet]) -> Tally:
    """The counts of *sheets*."""
    voices: dict[str, Voice] = {}
    kinds, days = Counter[str](), Counter[date]()
    place, quotes = -1, 0
    for place, sheet in enumerate(sheets):
        day = day_of(sheet.published)
        for record in sheet.records:
            quotes += 1
            kinds[record["kind"]] += 1
            if day is not None:
                days[day] += 1
            add(voices, record, place)
    ranked = sorted(voices.values(), key=lambda v: (not v.named, -v.quotes, v.name))
    return Tally(
        tuple(ranked), {k: kinds[k] for k in KINDS}, dict(sorted(days.items())), quotes, place + 1
    )


def add(voices: dict[str, Voice], record: Record, place: int) -> None:
    """Count *record* for each of its speakers."""
    speakers: Sequence[Record | None] = record["speakers"] or [None]
    for speaker, (key, name) in zip(speakers, keys_of(record, place), strict=True):
        voice = voices.get(key)
        if voice is None:
            named = speaker is not None and speaker["name"] is not None
            voice = voices[key] = Voice(key, name, named=named)
        if speaker is not None and voice.role is None:
            voice.role = speaker["role"]
        voice.quotes += 1

"""The notes on quotes that a page shows beside the text: who, how, which rules, how sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.show.site.sheets.marked_text import Paragraph, to_paragraphs
from quotes.show.site.sheets.sheet import Sheet
from quotes.show.site.sheets.speaker_counts import keys_of
from quotes.write.record import Record


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker of a quote, as the note on it says."""

    name: str
    voice: int  # the place among the voices of the page, from 0; -1 if it is not counted there
    named: bool
    about: str  # the words at the quote, type and role, for whom: whatever is there
    confidence: float | None  # that of the attribution alone, where the record has it
    candidates: tuple[tuple[str, float], ...] = ()  # others who may be meant, and how likely


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a quote."""

    number: int  # in its article, from 1
    id: str
    kind: str
    act: str
    cue: str | None
    negated: bool
    whose: tuple[Who, ...]
    confidence: float
    rules: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    nested_in: int | None  # the number of the quote around it
    continues: int | None

    @property
    def voices(self) -> str:
        """The places of its voices, as the value of an HTML attribute."""
        return " ".join(str(who.voice) for who in self.whose)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet ready for its template."""

    place: int  # among the sheets of the page, from 0
    sheet: Sheet
    paragraphs: tuple[Paragraph, ...]
    notes: Mapping[int, Note]


def to_page(sheet: Sheet, place: int, voices: Mapping[str, int]) -> Page:
    """*sheet*, at *place* on a page that counts *voices*: their place by their key."""
    numbers = {record["id"]: number for number, record in enumerate(sheet.records, start=1)}
    notes = {
        number: to_note(record, number, place, voices, numbers)
        for number, record in enumerate(sheet.records, start=1)
    }
    return Page(place, sheet, tuple(to_paragraphs(sheet)), notes)


def to_note(
    record: Record, number: int, place: int, voices: Mapping[str, int], numbers: Mapping[str, int]
) -> Note:
    """The note on *record*."""
    cue = record["cue"]
    return Note(
        number=number,
        id=record["id"],
        kind=record["kind"],
        act=record["act"],
        cue=cue and cue["text"],
        negated=bool(cue and cue["negated"]),
        whose=to_whose(record, place, voices),
        confidence=record["confidence"],
        rules=tuple((role, name) for role, name in record["rules"].items() if name is not None),
        flags=tuple(record["flags"]),
        nested_in=numbers.get(record["nested_in"]),
        continues=numbers.get(record["continues"]),
    )


def to_whose(record: Record, place: int, voices: Mapping[str, int]) -> tuple[Who, ...]:
    """Who speaks in *record*; one entry for nobody if no speaker was found."""
    keys = keys_of(record, place)
    speakers = record["speakers"] or [None]
    return tuple(
        Who(
            name=name,
            voice=voices.get(key, -1),
            named=speaker is not None and speaker["name"] is not None,
            about=to_about(speaker, name),
            confidence=None if speaker is None else speaker.get("confidence"),
            candidates=() if speaker is None else to_candidates(speaker),
        )
        for speaker, (key, name) in zip(speakers, keys, strict=True)
    )


def to_candidates(speaker: Record) -> tuple[tuple[str, float], ...]:
    """Who else may be a speaker, and how likely; an older record has nobody."""
    return tuple((each["name"], each["confidence"]) for each in speaker.get("candidates", ()))


def to_about(speaker: Record | None, name: str) -> str:
    """What a record says about a speaker, apart from the name."""
    if speaker is None:
        return ""
    words = (speaker["mention"] or {}).get("text")
    parts = [
        f"“{words}”" if words not in (None, name) else None,
        None if speaker["type"] == "unknown" else speaker["type"],
        speaker["role"],
        speaker["for"] and f"for {speaker['for']}",
        speaker["registry_id"] and f"listed as {speaker['registry_id']}",
    ]
    return ", ".join(part for part in parts if part)

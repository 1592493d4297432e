"""A text cut wherever a quote, a cue or a source begins or ends, as these may overlap."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quotes.model import Span
from quotes.show.site.sheets.sheet import Passage, Sheet
from quotes.write.escape import CONTROL, escaped
from quotes.write.record import Record

SPELT = re.compile(rf"\r\n|{CONTROL.pattern}")  # what is not as long when shown as in the text
Part = Literal["content", "cue", "source"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a quote in the text."""

    span: Span
    part: Part
    number: int  # of the quote in its article, from 1


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text to which the same marks apply, harmless but for HTML."""

    text: str
    marks: tuple[Mark, ...]
    starts: tuple[int, ...] = ()  # the numbers of the quotes whose content starts here
    place: int = 0  # where it starts in the article
    length: int = 0  # in the article, where a control character is not spelt out

    def numbers(self, part: Part) -> tuple[int, ...]:
        """The quotes of which this is a *part*, the outermost first."""
        return tuple(mark.number for mark in self.marks if mark.part == part)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage cut at its marks, and the quotes that begin in it."""

    segments: tuple[Segment, ...]
    numbers: tuple[int, ...]
    start: int
    cut: bool


def to_paragraphs(sheet: Sheet) -> Iterator[Paragraph]:
    """The passages of a sheet with their marks."""
    starts = [passage.start for passage in sheet.passages]
    inside: list[list[Mark]] = [[] for _ in starts]
    numbers: list[list[int]] = [[] for _ in starts]
    for number, record in enumerate(sheet.records, start=1):
        for mark in marks_of(record, number):
            first = max(0, bisect_right(starts, mark.span.start) - 1)
            for index in range(first, bisect_right(starts, mark.span.end - 1)):
                inside[index].append(mark)
        first = record["content"]["spans"][0]["start"]
        numbers[max(0, bisect_right(starts, first) - 1)].append(number)
    for passage, marks, own in zip(sheet.passages, inside, numbers, strict=True):
        yield Paragraph(tuple(cut(passage, marks)), tuple(own), passage.start, passage.cut)


def marks_of(record: Record, number: int) -> Iterator[Mark]:
    """The marks of a quote: its content, its cue, the words that name its source."""
    for span in record["content"]["spans"]:
        yield Mark(Span(span["start"], span["end"]), "content", number)
    if (cue := record["cue"]) is not None:
        yield Mark(Span(cue["start"], cue["end"]), "cue", number)
    for speaker in record["speakers"]:
        if (mention := speaker["mention"]) is not None:
            yield Mark(Span(mention["start"], mention["end"]), "source", number)


def cut(passage: Passage, marks: Sequence[Mark]) -> Iterator[Segment]:
    """*passage* cut wherever a mark starts or ends, so that marks may overlap in any way."""
    places = {passage.start, passage.end}
    for mark in marks:
        places.update(p for p in (mark.span.start, mark.span.end) if passage.start < p)
    for spelt in SPELT.finditer(passage.text):  # by itself, so that places beside it can be told
        places.update(passage.start + place for place in spelt.span())
    inside = sorted(place for place in places if place <= passage.end)
    outer = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.number))
    firsts = {}
    for mark in reversed(outer):
        if mark.part == "content":
            firsts[mark.number] = max(mark.span.start, passage.start)
    for here, there in pairwise(inside):
        words = passage.text[here - passage.start : there - passage.start]
        around = tuple(m for m in outer if m.span.start <= here and there <= m.span.end)
        starting = tuple(number for number, first in firsts.items() if first == here)
        yield Segment(escaped(words.replace("\r\n", "\n")), around, starting, here, len(words))

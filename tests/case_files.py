"""The lines of the case files in cases/ and linking/, in the notation that markup.py describes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from markup import names, read, write

from quotes.model import Quote

SPEAKERS = " = "
BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a case file."""

    path: Path
    number: int
    sign: str
    marked: str  # the sentence with its tags
    speakers: tuple[str, ...] | None  # None if the line does not say who

    @property
    def rule(self) -> str:
        """What the file is named for: in cases/ a rule."""
        return self.path.stem

    @property
    def place(self) -> str:
        """Where the case stands, as an editor wants it."""
        return f"{self.path.name}:{self.number}"

    @property
    def text(self) -> str:
        """The sentence without its tags."""
        return read(self.marked)[0]

    @property
    def line(self) -> str:
        """The line as it stands in its file, without the sign."""
        return with_speakers(self.marked, self.speakers)

    def line_of(self, quotes: Sequence[Quote]) -> str:
        """The line that would say that *quotes* come out."""
        speakers = None if self.speakers is None else names(quotes)
        return with_speakers(write(self.text, quotes), speakers)


def with_speakers(marked: str, speakers: Sequence[str] | None) -> str:
    """*marked*, and after it who said each of its quotes."""
    return marked if speakers is None else marked + SPEAKERS + BETWEEN.join(speakers)


def files_in(folder: str) -> list[Path]:
    """The case files in a folder beside this module."""
    return sorted((Path(__file__).parent / folder).glob("*.txt"))


def read_folder(folder: str) -> tuple[Case, ...]:
    """The cases of all files in a folder beside this module."""
    return tuple(case for path in files_in(folder) for case in read_cases(path))


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file; a line that is no case, comment or empty line is a ValueError."""
    cases: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        sign, _, said = line.partition(" ")
        if not line or sign == "#":
            continue
        marked, equals, speakers = said.partition(SPEAKERS)
        names = tuple(speakers.split(BETWEEN)) if equals else None
        case = Case(path, number, sign, marked, names)
        try:
            check(case)
        except ValueError as error:
            raise ValueError(f"{case.place}: {error}") from error
        cases.append(case)
    return tuple(cases)


def check(case: Case) -> None:
    """A ValueError if *case* is not written as it should be."""
    if case.sign not in ("+", "-", "?") or not case.line:
        raise ValueError("begin the line with '+ ', '- ', '? ' or '# '")
    if case.line != case.line.strip():
        raise ValueError("white space around the sentence")
    text, quotes = read(case.marked)
    if case.sign != "?" and bool(quotes) != (case.sign == "+"):
        raise ValueError("'+' has tags, '-' has none")
    if write(text, quotes) != case.marked:
        raise ValueError(f"number quotes as they appear: {write(text, quotes)}")
    if quotes and quotes[0].continues:
        raise ValueError("<q1+> goes on from nothing")
    if case.speakers is None:
        return
    if any(not name or "<" in name or "=" in name for name in case.speakers):
        raise ValueError("only speakers follow ' = ', which stands once in a line")
    if len(case.speakers) != len(quotes):
        raise ValueError(f"{len(case.speakers)} speakers are given for {len(quotes)} quotes")


def params(cases: Iterable[Case], signs: str = "+-?") -> list[object]:
    """The cases with one of *signs* as pytest wants them: `?` must fail, until it heals."""
    miss = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known miss")
    return [
        pytest.param(case, id=case.place, marks=[miss] if case.sign == "?" else [])
        for case in cases
        if case.sign in signs
    ]

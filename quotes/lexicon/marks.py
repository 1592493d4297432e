"""The quotation marks of a language as frozen values: see marks.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from quotes.lexicon.load import read_table


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """A style of quotation marks: what opens it and what closes it, the usual mark first."""

    name: str
    open: tuple[str, ...]
    close: tuple[str, ...]
    single: bool = False  # its marks are also apostrophes


@dataclass(frozen=True, eq=False)
class MarkLexicon:
    """All styles of quotation marks, and the words that begin with an apostrophe."""

    styles: tuple[MarkStyle, ...]
    elisions: frozenset[str]
    contractions: frozenset[str]  # what follows an apostrophe at the end of a word: it’s
    plural: str  # the letters that a plural ends in: the ’80s, the states’ rights

    def opening(self, mark: str) -> MarkStyle | None:
        """The first style that *mark* opens; None if it opens none."""
        return next((style for style in self.styles if mark in style.open), None)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern that matches every mark, the longest first."""
        marks = {mark for style in self.styles for mark in style.open + style.close}
        return re.compile("|".join(map(re.escape, sorted(marks, key=lambda m: (-len(m), m)))))

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that marks are made of."""
        return frozenset("".join(m for style in self.styles for m in style.open + style.close))


def mark_lexicon(language: str) -> MarkLexicon:
    """The quotation marks of a language; LexiconError if its table cannot be read."""
    table = read_table("marks", language)
    return MarkLexicon(
        styles=tuple(
            MarkStyle(
                f"mark.{name}", tuple(row["open"]), tuple(row["close"]), row.get("single", False)
            )
            for name, row in table["mark"].items()
        ),
        elisions=frozenset(table["apostrophe"]["elisions"]),
        contractions=frozenset(table["apostrophe"]["contractions"]),
        plural=table["apostrophe"]["plural"],
    )

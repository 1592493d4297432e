"""The cues of a language as frozen values: see cue.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from quotes.lexicon.load import read_table
from quotes.model import Act

PartOfSpeech = Literal["verb", "noun", "adjective", "adverb", "preposition"]


@dataclass(frozen=True, slots=True)
class CueRow:
    """A word that can say that something is said, and the complements it says so with."""

    lemma: str
    pos: PartOfSpeech
    act: Act
    forms: frozenset[str]
    frames: frozenset[str]

    @property
    def rule(self) -> str:
        """The name of the row as a rule."""
        return f"cue.{self.pos}.{self.lemma}"

    @property
    def takes_quote(self) -> bool:
        """Whether words in quotation marks may go with it: “No,” said Ito."""
        return "quote" in self.frames

    @property
    def takes_clause(self) -> bool:
        """Whether a clause may go with it: Ito said that the mill would close."""
        return "clause" in self.frames


@dataclass(frozen=True, eq=False, slots=True)
class CueLexicon:
    """The rows of every part of speech by the forms of their words, in lower case."""

    by_form: dict[str, tuple[CueRow, ...]]
    by_part: dict[PartOfSpeech, dict[str, CueRow]]  # the first row of each form

    def row(self, form: str, pos: PartOfSpeech) -> CueRow | None:
        """The row of *form*, lower-cased, as a *pos*; None if there is none."""
        return self.by_part[pos].get(form)


def cue_lexicon(language: str) -> CueLexicon:
    """The cues of a language; LexiconError if its table cannot be read."""
    table = read_table("cue", language)
    by_form: dict[str, tuple[CueRow, ...]] = {}
    by_part: dict[PartOfSpeech, dict[str, CueRow]] = {pos: {} for pos in get_args(PartOfSpeech)}
    for pos, rows in by_part.items():
        for lemma, row in table.get(pos, {}).items():
            made = CueRow(
                lemma=lemma,
                pos=pos,
                act=row["act"],
                forms=frozenset(row["forms"].split()),
                frames=frozenset(row["frames"].split()),
            )
            for form in made.forms:
                by_form[form] = (*by_form.get(form, ()), made)
                rows.setdefault(form, made)
    return CueLexicon(by_form, by_part)

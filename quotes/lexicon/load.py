"""The lexicon as frozen values, read once from the TOML files of a language and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from quotes.errors import LexiconError
from quotes.model import Act

PartOfSpeech = Literal["verb", "noun", "adjective", "adverb", "preposition"]


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """A style of quotation marks: what opens it and what closes it, the usual mark first."""

    name: str
    open: tuple[str, ...]
    close: tuple[str, ...]
    single: bool = False  # its marks are also apostrophes


@dataclass(frozen=True, slots=True)
class MarkLexicon:
    """All styles of quotation marks, and the words that begin with an apostrophe."""

    styles: tuple[MarkStyle, ...]
    elisions: frozenset[str]


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


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The rows of every part of speech by the forms of their words, in lower case."""

    by_form: dict[str, tuple[CueRow, ...]]
    by_part: dict[PartOfSpeech, dict[str, CueRow]]  # the first row of each form

    def row(self, form: str, pos: PartOfSpeech) -> CueRow | None:
        """The row of *form*, lower-cased, as a *pos*; None if there is none."""
        return self.by_part[pos].get(form)


def read_table(name: str, language: str = "en") -> dict[str, Any]:
    """The tables of a file of the lexicon; LexiconError if it is missing or not TOML."""
    path = files("quotes.lexicon").joinpath(language, f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"{language}/{name}.toml: not found; reinstall the package") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{language}/{name}.toml: {error}; mend the file") from error


@cache
def mark_lexicon(language: str = "en") -> MarkLexicon:
    """The quotation marks of a language."""
    table = read_table("marks", language)
    return MarkLexicon(
        styles=tuple(
            MarkStyle(
                f"mark.{name}", tuple(row["open"]), tuple(row["close"]), row.get("single", False)
            )
            for name, row in table["mark"].items()
        ),
        elisions=frozenset(table["apostrophe"]["elisions"]),
    )


@cache
def cue_lexicon(language: str = "en") -> CueLexicon:
    """The cues of a language."""
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


@cache
def words(table: str, key: str, language: str = "en") -> frozenset[str]:
    """The list *key* of the file grammar.toml's table *table*."""
    return frozenset(read_table("grammar", language)[table][key])

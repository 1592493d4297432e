"""The words of a language that evaluations count by: measure.toml as a frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quotes.lexicon.language import Language
from quotes.lexicon.load import read_table


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Every list of measure.toml."""

    speech: frozenset[str]  # words that say that something is uttered
    irregular: frozenset[str]  # forms of them that no ending makes
    endings: Mapping[str, Sequence[str]]  # of inflected forms, to what the word has instead
    weak: frozenset[str]  # words that two sources may share without being the same
    titles: frozenset[str]  # words that make no difference between two names


@cache
def counted_words(language: Language) -> CountedWords:
    """The lists of a language, read at the first call."""
    tables = read_table("measure", language.code)
    return CountedWords(
        speech=frozenset(tables["speech"]["words"].split()),
        irregular=frozenset(tables["speech"]["irregular"].split()),
        endings=tables["speech"]["endings"],
        weak=frozenset(tables["sources"]["weak"].split()),
        titles=frozenset(tables["names"]["titles"].split()),
    )

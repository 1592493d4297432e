"""All that one language brings: read once, then carried by the extractor and by every tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from quotes.errors import LexiconError
from quotes.lexicon.counts.calibration import Calibration, carried_calibration
from quotes.lexicon.counts.figures import carried_figures
from quotes.lexicon.cues import CueLexicon, cue_lexicon
from quotes.lexicon.load import folder_of, read_table
from quotes.lexicon.marks import MarkLexicon, mark_lexicon
from quotes.lexicon.names import NameLexicon, name_lexicon


class WordLists(dict[str, frozenset[str]]):
    """The lists of a table of grammar.toml; LexiconError at one that is not there."""

    def __init__(self, language: str, table: str, lists: Mapping[str, Iterable[str]]) -> None:
        super().__init__((key, frozenset(words)) for key, words in lists.items())
        self.place = f"{language}/grammar.toml: [{table}]"

    def __missing__(self, key: str) -> frozenset[str]:
        raise LexiconError(f"{self.place} has no list {key}; add it")


class Grammar(dict[str, WordLists]):
    """The tables of grammar.toml; LexiconError at one that is not there."""

    def __init__(self, language: str, tables: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        super().__init__((name, WordLists(language, name, tables[name])) for name in tables)
        self.place = f"{language}/grammar.toml"

    def __missing__(self, table: str) -> WordLists:
        raise LexiconError(f"{self.place} has no table [{table}]; add it")


@dataclass(frozen=True, eq=False)
class Language:
    """The lexicon of one language; each table is read when it is first asked for, and kept."""

    code: str  # the name of its folder: en
    name: str
    models: tuple[str, ...]  # spaCy pipelines, the one to be preferred first
    scheme: str  # how their tags and labels are read

    @cached_property
    def cues(self) -> CueLexicon:
        """The words that say that something is said."""
        return cue_lexicon(self.code)

    @cached_property
    def marks(self) -> MarkLexicon:
        """The quotation marks."""
        return mark_lexicon(self.code)

    @cached_property
    def names(self) -> NameLexicon:
        """The words of names, titles, roles and bodies."""
        return name_lexicon(self.code)

    @cached_property
    def noun_classes(self) -> Mapping[str, str]:
        """What a common noun, in both numbers, stands for: a `person`, a `body` or a `document`."""
        bodies, roles, kin = (
            read_table(name, self.code) for name in ("organizations", "roles", "kin")
        )
        classes = dict.fromkeys(bodies["document"], "document")
        classes |= dict.fromkeys(bodies["head"], "body")
        classes |= dict.fromkeys((*roles["role"], *kin["kin"]), "person")
        endings = self.words("noun", "plural-endings")
        plurals = {noun + end: kind for noun, kind in classes.items() for end in endings}
        return plurals | classes

    @cached_property
    def grammar(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """The words of closed classes, by table and key of grammar.toml."""
        return Grammar(self.code, read_table("grammar", self.code))

    def words(self, table: str, key: str) -> frozenset[str]:
        """The list *key* of the table *table* of grammar.toml; LexiconError if there is none."""
        return self.grammar[table][key]

    @cached_property
    def calibration(self) -> Calibration:
        """What was counted on annotated news, as the package carries it."""
        return carried_calibration(self.code)

    @cached_property
    def figures(self) -> Mapping[str, Mapping[str, Any]]:
        """How often each rule fires on annotated news, and how often rightly."""
        return carried_figures(self.code)

    @cached_property
    def explanations(self) -> Mapping[str, Any]:
        """What rules and reasons mean to a reader: explanations.toml."""
        return read_table("explanations", self.code)


@cache
def read_language(code: str) -> Language:
    """The language with this code, the same value at each call; LexiconError if there is none."""
    folder_of(code)
    file = read_table("language", code)
    return Language(code, file["name"], tuple(file["models"]), file["scheme"])

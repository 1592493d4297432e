"""A name as the audit reads it, and what the lexicon says of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samples import ENGLISH

from quotes.lexicon.names import fold

LEXICON = ENGLISH.names


def listed(words: str) -> frozenset[str]:
    """The words in *words*."""
    return frozenset(words.split())


SMALL = listed("of and & the for in at on to by with from a an or nor but as that")
# Words with a capital that are no part of the name behind them.
ARTICLES = listed("The A An In At But And")
OFFICERS = listed("officer chief head lead deputy vice co-founder tem manager")
# Nouns for one who does something, in the lexicon or not: an entomologist, a stockbroker.
DOER = re.compile(r"(?:ist|er|or|ian|man|woman)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a record, and the place from which it was taken."""

    name: str
    type: str = "person"
    text: str = ""  # the article's; empty if it is not at hand
    start: int = 0  # of the name in the text
    end: int = 0  # 0 if the name stands nowhere in the text as it is

    @property
    def words(self) -> list[str]:
        """The words of the name, in lower case without full stops."""
        return [fold(word.strip(",")) for word in self.name.split()]

    @property
    def before(self) -> str:
        """What stands before the name on its line."""
        return self.text[: self.start].rpartition("\n")[2] if self.end else ""

    @property
    def after(self) -> str:
        """What stands behind the name on its line."""
        return self.text[self.end :].partition("\n")[0] if self.end else ""

    def stands_alone(self, words: str) -> bool:
        """Whether *words* stand in the article without capitals beside them, as a name does."""
        behind = r"[,.]? (?!and |of |for )[a-z]"
        places = re.finditer(rf"(?:(\S+)[ \n]+)?\b{re.escape(words)}{behind}", self.text)
        return any(not place[1] or is_apart(place[1]) for place in places)


def is_apart(word: str) -> bool:
    """Whether a name may begin behind *word*, which is no part of it."""
    if not word[0].isupper():
        return word not in ("and", "&", "of")
    return word in ARTICLES or fold(word) in LEXICON.titles or not word[-1].isalnum()


def plain(words: str) -> list[str]:
    """The words in *words*, in lower case, without marks and genitives at their ends."""
    return [fold(re.sub(r"['’]s?$", "", word.strip(",;:"))) for word in words.split()]


def is_first_name(word: str) -> bool:
    """Whether *word* is known to be a first name and nothing that bodies or roles are called."""
    return word in LEXICON.first_names and not (is_role(word) or is_body(word))


def is_role(word: str) -> bool:
    """Whether *word* says what a person is."""
    return word in LEXICON.roles or word in OFFICERS or bool(LEXICON.titles.get(word))


def is_body(word: str) -> bool:
    """Whether the names of bodies end in *word*."""
    return word in LEXICON.org_heads or word in LEXICON.firm_suffixes or word in LEXICON.body_nouns


def is_land(words: Sequence[str]) -> bool:
    """Whether *words* are a country, a place or its people."""
    joined = " ".join(words)
    return joined in LEXICON.lands_and_people or joined in LEXICON.lands


def ends_body(word: str) -> bool:
    """Whether *word* may end the name of a body: Mills, Ministry, Ghana."""
    return is_body(word) or is_land([word])


def is_person(words: Sequence[str]) -> bool:
    """Whether *words* are a first name and a surname."""
    return len(words) == 2 and is_first_name(words[0]) and not ends_body(words[1])

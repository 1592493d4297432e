"""How much each circumstance speaks for a reported content, as counted on annotated news.

The chance that a content is right is a logistic function of a sum. Each circumstance adds a weight
of its own. Each word that decides adds the log-odds of the share of its cases that were right,
drawn to the share of its kind of words, the more the fewer its cases.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.lexicon.counts.numbers import counts, share, weight, weights

KEPT = ("listed", "unlisted", "marked")
LEAST = -700.0  # log-odds whose odds are nothing that a number can hold
NONE: Mapping[str, float] = {}  # the weights of a circumstance that was never met
PULL = 3.0  # how many cases the share of its kind counts for beside a word's own

Named = tuple[str, str]  # a circumstance and its value: ("source", "he")
Word = tuple[str, str, str]  # a table, the kind of word and the word: ("cue", "verb speech", "say")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each circumstance and each word adds to the log-odds that a content is right."""

    listed: float  # the least chance with which a content is kept whose frame the lexicon lists
    unlisted: float  # the least chance of one whose frame it does not list
    marked: float  # the least chance of one with words in marks, which are somebody's for certain
    intercept: float
    circumstances: Mapping[str, Mapping[str, float]]  # by name and value
    kinds: Mapping[tuple[str, str], float]  # by table and kind: what a word never met adds
    words: Mapping[Word, float]

    def threshold(self, listed: bool, marked: bool) -> float:
        """The least chance with which a content is kept."""
        if marked:
            return self.marked
        return self.listed if listed else self.unlisted

    def chance(self, named: Iterable[Named], words: Iterable[Word]) -> float:
        """The chance, 0 to 1, that a content under these circumstances is right."""
        total, tables = self.intercept, self.circumstances
        for name, value in named:
            total += tables.get(name, NONE).get(value, 0.0)
        for word in words:
            known = self.words.get(word)
            total += self.kinds.get(word[:2], 0.0) if known is None else known
        return logistic(total)


def logistic(total: float) -> float:
    """The probability, 0 to 1, whose log-odds are *total*."""
    return 1 / (1 + math.exp(-total)) if total > LEAST else 0.0


def drawn(cases: int, right: int, share: float) -> float:
    """The log-odds of the share of right cases of a word whose kind has *share* right ones."""
    return log_odds((right + PULL * share) / (cases + PULL))


def log_odds(share: float) -> float:
    """The log-odds of *share*, which no count makes quite certain."""
    share = min(0.995, max(0.005, share))
    return math.log(share / (1 - share))


def to_weights(file: Mapping[str, Any]) -> Weights:
    """The weights in the part `reported` of a file.

    KeyError, TypeError or ValueError if there are none, NumberError at a number that is none.
    """
    kinds: dict[tuple[str, str], float] = {}
    words: dict[Word, float] = {}
    for table, rows in file["words"].items():
        slope = weight(rows["weight"], f"reported.words.{table}.weight")
        for kind, row in rows["kinds"].items():
            where = f"reported.words.{table}.kinds.{kind}"
            of_kind = share(row["share"], f"{where}.share")
            kinds[table, kind] = slope * log_odds(of_kind)
            for word, (cases, right) in row["words"].items():
                known = counts(cases, right, f"{where}.words.{word}")
                words[table, kind, word] = slope * drawn(*known, of_kind)
    keep = {name: share(file["keep"][name], f"reported.keep.{name}") for name in KEPT}
    intercept = weight(file["intercept"], "reported.intercept")
    named = weights(file["circumstances"], "reported.circumstances")
    return Weights(**keep, intercept=intercept, circumstances=named, kinds=kinds, words=words)

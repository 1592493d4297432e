"""What was counted on annotated news, from the one file that `quotes calibrate` writes.

It has four parts: `reported`, the weights by which contents are chosen; `quotes`, from which a
quote's confidence comes; `names`, from which that of a name comes, and how often names were right
by the rule that chose them; and `curve`, how precise quotes of at least some confidence are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from quotes.errors import LexiconError
from quotes.lexicon.counts.numbers import NumberError, counts, share, weight, weights
from quotes.lexicon.counts.weights import NONE, Named, Weights, log_odds, logistic, to_weights

FILE = "calibration.json"
PULL = 10.0  # how many cases the usual share counts for beside those of a rule or a place
RARE_RULE = 10  # names by a rule: of fewer the odds know nothing
SUREST_NAME = 0.99  # no count of a few thousand names bears more
ANY_CANDIDATE = 0.25  # the share of right ones among candidates of whom nothing was counted


@dataclass(frozen=True, slots=True)
class Odds:
    """What each circumstance of a quote, or of a name, adds to the log-odds that it is right."""

    intercept: float
    chance: Mapping[str, float]  # by kind and rule, for each unit of the chance's log-odds
    circumstances: Mapping[str, Mapping[str, float]]  # by name and value

    def share(
        self, named: Iterable[Named], chance: float | None = None, slopes: Iterable[str] = ()
    ) -> float:
        """The probability, 0 to 1, that what has these circumstances is right.

        *chance* is that of a reported content, and *slopes* are what it counts for.
        """
        told, tables = 0.0, self.circumstances
        for name, value in named:
            told += tables.get(name, NONE).get(value, 0.0)
        total = self.intercept + told
        if chance is not None:
            total += log_odds(chance) * sum(self.chance.get(slope, 0.0) for slope in slopes)
        return logistic(total)


@dataclass(frozen=True, slots=True)
class NameOdds:
    """How sure the names are, by what tells so, and who it is if it is not the one chosen."""

    rules: Mapping[str, float]  # the share of right names by the rule of the speaker
    rare: Mapping[str, float]  # those of rules too rarely counted to be told from others by odds
    usual: float  # the share of right names, whatever the rule
    odds: Odds
    instead: Mapping[str, float]  # where the answer was wrong: shares of right candidates, by place

    def most(self, rule: str) -> float:
        """The surest that a name by *rule* can be, 0 to 1: few counted cases prove little."""
        bound = self.usual if rule not in self.rules else self.rare.get(rule, SUREST_NAME)
        return min(bound, SUREST_NAME)


@dataclass(frozen=True, slots=True)
class Step:
    """What holds for the quotes of at least a confidence."""

    confidence: float
    precision: float  # the share of them that are right
    kept: float  # the share of all right ones that they are


@dataclass(frozen=True, slots=True)
class Calibration:
    """All that was counted on annotated news."""

    weights: Weights
    quotes: Odds
    names: NameOdds
    curve: tuple[Step, ...]  # by rising confidence

    def threshold(self, precision: float) -> float | None:
        """The least confidence from which *precision* was reached; None if it never was."""
        return next((s.confidence for s in self.curve if s.precision >= precision), None)


def carried_calibration(language: str) -> Calibration:
    """The calibration that the package carries; LexiconError if the file is missing or broken."""
    return parsed(f"{language}/{FILE}", partial(carried_bytes, language))


def carried_bytes(language: str) -> bytes:
    """The file of the calibration that the package carries; OSError if it is missing."""
    return files("quotes.lexicon").joinpath(language, FILE).read_bytes()


def read_calibration(path: Path) -> Calibration:
    """The calibration in the file *path*; LexiconError if it holds none."""
    return parsed(str(path), path.read_bytes)


def parsed(name: str, read: Any) -> Calibration:
    """The calibration in what *read* gives; LexiconError, which says *name*, if there is none."""
    try:
        return to_calibration(json.loads(read()))
    except OSError as error:
        raise LexiconError(
            f"{name}: {error.strerror or error}; name a file that is there"
        ) from error
    except NumberError as error:
        message = "mend it, or make the file anew with quotes calibrate"
        raise LexiconError(f"{name}: {error}; {message}") from error
    except (ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
        message = "not a calibration; make it anew with quotes calibrate"
        raise LexiconError(f"{name}: {message}") from error


def to_calibration(file: Mapping[str, Any]) -> Calibration:
    """The calibration in a file.

    KeyError, TypeError or ValueError if it is none, NumberError at a number that is none.
    """
    return Calibration(
        weights=to_weights(file["reported"]),
        quotes=to_odds(file["quotes"], "quotes"),
        names=to_name_odds(file["names"]),
        curve=to_curve(file["curve"]),
    )


def to_name_odds(part: Mapping[str, Any]) -> NameOdds:
    """The odds in the part `names` of a file."""
    all_cases, all_right = counts(part["cases"], part["right"], "names")
    any_name = (all_right + 1) / (all_cases + 2)
    rules = drawn_shares(part["rules"], any_name, "names.rules")
    return NameOdds(
        rules=rules,
        rare={name: rules[name] for name, (cases, _) in part["rules"].items() if cases < RARE_RULE},
        usual=any_name,
        odds=to_odds(part, "names"),
        instead=drawn_shares(part["instead"], ANY_CANDIDATE, "names.instead"),
    )


def drawn_shares(rows: Mapping[str, tuple[Any, Any]], usual: float, where: str) -> dict[str, float]:
    """The share of right cases in each row, drawn to the *usual* one, the more the fewer it has."""
    counted = {name: counts(*row, f"{where}.{name}") for name, row in rows.items()}
    return {name: (r + PULL * usual) / (n + PULL) for name, (n, r) in counted.items()}


def to_odds(part: Mapping[str, Any], where: str) -> Odds:
    """The odds in a part of a file, which is named in errors as *where*."""
    return Odds(
        weight(part["intercept"], f"{where}.intercept"),
        {slope: weight(w, f"{where}.chance.{slope}") for slope, w in part["chance"].items()},
        weights(part["circumstances"], f"{where}.circumstances"),
    )


def to_curve(rows: Iterable[Iterable[Any]]) -> tuple[Step, ...]:
    """The steps in the part `curve` of a file."""
    steps = tuple(
        Step(*(share(each, f"curve[{place}]") for each in row)) for place, row in enumerate(rows)
    )
    for place, (one, next_) in enumerate(pairwise(steps), start=1):
        if next_.confidence <= one.confidence:
            raise NumberError(f"curve[{place}]: {next_.confidence} is no rise in confidence")
    return steps

"""What was counted on annotated news, from the one file that `quotes calibrate` writes.

It has four parts: `reported`, the weights by which contents are chosen; `quotes`, from which a
quote's confidence comes; `names`, how often the name was right by the rule that chose it; and
`curve`, how precise quotes of at least some confidence are.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from quotes.errors import LexiconError
from quotes.lexicon.weights import NONE, Named, Weights, log_odds, to_weights

FILE = "calibration.json"
PULL = 10.0  # how many cases the share of all names counts for beside a rule's own


@dataclass(frozen=True, slots=True)
class Odds:
    """What each circumstance of a quote adds to the log-odds that content and source are right."""

    intercept: float
    chance: Mapping[str, float]  # by kind and rule, for each unit of the chance's log-odds
    circumstances: Mapping[str, Mapping[str, float]]  # by name and value

    def share(self, named: Iterable[Named], chance: float | None, slopes: Iterable[str]) -> float:
        """The probability, 0 to 1, that a quote under these circumstances is right.

        *chance* is that of a reported content, and *slopes* are what it counts for.
        """
        told, tables = 0.0, self.circumstances
        for name, value in named:
            told += tables.get(name, NONE).get(value, 0.0)
        total = self.intercept + told
        if chance is not None:
            total += log_odds(chance) * sum(self.chance.get(slope, 0.0) for slope in slopes)
        return 1 / (1 + math.exp(-total))


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
    names: Mapping[str, float]  # by the rule of the speaker
    any_name: float  # the share of right names of a rule never met
    curve: tuple[Step, ...]  # by rising confidence

    def threshold(self, precision: float) -> float | None:
        """The least confidence from which *precision* was reached; None if it never was."""
        return next((s.confidence for s in self.curve if s.precision >= precision), None)


@cache
def carried_calibration(language: str = "en") -> Calibration:
    """The calibration that the package carries; LexiconError if the file is missing or broken."""
    path = files("quotes.lexicon").joinpath(language, FILE)
    return parsed(f"{language}/{FILE}", path.read_bytes)


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
    except (ValueError, AttributeError, TypeError, KeyError) as error:
        message = "not a calibration; make it anew with quotes calibrate"
        raise LexiconError(f"{name}: {message}") from error


def to_calibration(file: Mapping[str, Any]) -> Calibration:
    """The calibration in a file; KeyError, TypeError or ValueError if it is none."""
    names = file["names"]
    any_name = (names["right"] + 1) / (names["cases"] + 2)
    return Calibration(
        weights=to_weights(file["reported"]),
        quotes=to_odds(file["quotes"]),
        names={
            rule: (right + PULL * any_name) / (cases + PULL)
            for rule, (cases, right) in names["rules"].items()
        },
        any_name=any_name,
        curve=tuple(Step(*step) for step in file["curve"]),
    )


def to_odds(part: Mapping[str, Any]) -> Odds:
    """The odds in the part `quotes` of a file."""
    weights = {name: dict(row.items()) for name, row in part["circumstances"].items()}
    return Odds(part["intercept"], part["chance"], weights)

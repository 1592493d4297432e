"""What a run asks of an extractor: the frozen value that options become.

The spaCy component imports this module, so it imports no rules.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from quotes.model import Act, Kind, known

if TYPE_CHECKING:
    from quotes.attribute.registry.registry import Registry
    from quotes.lexicon.counts.calibration import Calibration

Names = Literal["sure", "likely", "all"]  # which names are given: the sure ones, all but doubtful

ALL_ACTS: tuple[Act, ...] = get_args(Act)
ALL_KINDS: tuple[Kind, ...] = get_args(Kind)
ALL_NAMES: tuple[Names, ...] = get_args(Names)
DEFAULT_ACTS: tuple[Act, ...] = ("speech", "document")
DEFAULT_NAMES: Names = "likely"
DEFAULT_LANGUAGE = "en"  # the one place that says so, beside the field of an Article


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an extractor; ValueError at something that there is not."""

    language: str = DEFAULT_LANGUAGE  # its tables, and its model if none is named
    model: str | None = None  # None: the first of the language's that is installed
    acts: Collection[Act] = DEFAULT_ACTS
    kinds: Collection[Kind] = ALL_KINDS
    speakers: Registry | None = None  # the user's list
    calibration: Calibration | None = None  # None: that of the language
    names: Names = DEFAULT_NAMES

    def __post_init__(self) -> None:
        object.__setattr__(self, "acts", known("acts", self.acts, ALL_ACTS))
        object.__setattr__(self, "kinds", known("kinds", self.kinds, ALL_KINDS))
        known("names", self.names, ALL_NAMES)

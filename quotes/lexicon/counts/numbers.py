"""Checks that the values of a calibration, which may be a user's own, are numbers in range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LARGEST = 1000  # more than any weight that was ever fitted; NaN and infinity are not in the range
MOST = 10**9  # cases that anybody can have counted


class NumberError(ValueError):
    """A value that is no number in its range: where, what."""


def weight(value: Any, where: str) -> float:
    """*value*, which is added to log-odds or multiplies them; NumberError if it cannot be."""
    return number(value, where, -LARGEST, LARGEST)


def share(value: Any, where: str) -> float:
    """*value*, a share or a chance; NumberError if it is none."""
    return number(value, where, 0, 1)


def number(value: Any, where: str, least: float, most: float) -> float:
    """*value*; NumberError, which says *where*, if it is no number from *least* to *most*."""
    if type(value) is not float and type(value) is not int:  # True is an int by isinstance
        raise NumberError(f"{where}: {shown(value)} is no number")
    if not least <= value <= most:
        raise NumberError(f"{where}: {shown(value)} is not from {least:g} to {most:g}")
    return float(value)


def counts(cases: Any, right: Any, where: str) -> tuple[int, int]:
    """*cases* and how many of them were *right*; NumberError if they are no such counts."""
    whole = type(cases) is int and type(right) is int
    if not whole or not 0 <= right <= cases <= MOST:
        raise NumberError(f"{where}: {shown(right)} right of {shown(cases)} is no count")
    return cases, right


def weights(table: Mapping[str, Mapping[str, Any]], where: str) -> dict[str, dict[str, float]]:
    """The weights in *table* by circumstance, then value; NumberError if one is none."""
    return {
        name: {value: weight(w, f"{where}.{name}.{value}") for value, w in row.items()}
        for name, row in table.items()
    }


def shown(value: Any) -> str:
    """*value* as an error shows it: cut short, where it may be anything."""
    text = "a number without end" if isinstance(value, int) and abs(value) > MOST else repr(value)
    return text if len(text) <= 40 else f"{text[:40]} ..."

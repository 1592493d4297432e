"""How sure a record is, from the weights of the rules that made it."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from quotes.model import Quote


def confidence(quote: Quote, weights: Mapping[str, float]) -> float:
    """The product of the weights of the rules of *quote*, 0 to 1; a rule without one counts 1."""
    rules = quote.rules
    fired = (rules.mark, rules.cue, rules.content, rules.source, rules.speaker)
    # Four places: more would be noise, and the same on every machine.
    return round(prod(weights.get(name, 1.0) for name in fired if name is not None), 4)

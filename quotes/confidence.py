"""How sure a quote is, until it is measured case by case: what is known of the rules that made it.

The share of the content's rule is how often content and source were right on annotated news; the
weight of the speaker's rule is its author's estimate.
"""

from __future__ import annotations

from functools import cache

from quotes.lexicon.figures import carried_figures
from quotes.model import Quote
from quotes.rules import stage_rules

# A rule that fired less often than this has no share that means anything.
ENOUGH = 10


@cache
def rule_weights() -> dict[str, float]:
    """For each rule of a stage its measured share of right quotes, or else its weight, 0 to 1."""
    figures = carried_figures()
    return {
        rule.name: float(figures[rule.name]["source"])
        if rule.name in figures and figures[rule.name]["n"] >= ENOUGH
        else rule.weight
        for rule in stage_rules()
    }


def confidence(quote: Quote) -> float:
    """The share of the rule of the content times the weight of that of the speaker, 0 to 1."""
    weights = rule_weights()
    speaker = weights.get(quote.rules.speaker or "", 1.0)
    # Four places: more would be noise, and the same on every machine.
    return round(weights.get(quote.rules.content, 1.0) * speaker, 4)

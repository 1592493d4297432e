"""The plainest rival of confidence: the product of the weights of the rules that made a quote."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quotes.lexicon.language import Language
from quotes.pipeline.rules import stage_rules

LEAST_FIRED = 10  # of a rule whose measured share goes into the product


@cache
def rule_weights(language: Language) -> dict[str, float]:
    """For each rule of a stage its measured share of right quotes, or else its weight, 0 to 1."""
    figures = language.figures
    return {
        rule.name: float(figures[rule.name]["source"])
        if rule.name in figures and figures[rule.name]["n"] >= LEAST_FIRED
        else rule.weight
        for rule in stage_rules()
    }


def product_of_weights(rules: Mapping[str, str | None], language: Language) -> float:
    """The share of the content's rule times the weight of the speaker's."""
    weights = rule_weights(language)
    return weights.get(rules["content"] or "", 1.0) * weights.get(rules["speaker"] or "", 1.0)

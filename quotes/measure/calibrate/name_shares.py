"""How often the names are right, by the rule that chose them: counted on annotated speakers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from quotes.lexicon.counts.calibration import carried_bytes
from quotes.lexicon.language import Language
from quotes.measure.evaluate.article_words import to_words
from quotes.measure.evaluate.judge import ENOUGH, jaccard
from quotes.measure.gold.attributions import Attribution
from quotes.measure.gold.speakers import same_names
from quotes.model import Article, Quote


def count_names(
    article: Article,
    language: Language,
    quotes: Iterable[Quote],
    attributions: Iterable[Attribution],
    wanted: Mapping[str, tuple[str, ...]],
    counts: Counter[tuple[str, bool]],
) -> None:
    """Count for the attributions that are found whether their names are right, by rule.

    Unlike in an evaluation, which judges a quote with those that go on from it as one, each quote
    may be what is found: one that goes on from another has a rule of its own to be counted.
    """
    words = to_words(article.text, language)
    found = [(words.within(quote.spans), quote) for quote in quotes]
    for attribution in attributions:
        content = words.within(attribution.content)
        if attribution.id not in wanted or not content:
            continue
        near = max(found, key=lambda f: jaccard(f[0], content) if f[0] else 0.0, default=None)
        if near is None or not near[0] or jaccard(near[0], content) < ENOUGH:
            continue
        given = [s.name for s in near[1].speakers if s.name is not None]
        right = same_names(given, wanted[attribution.id], language)
        counts[near[1].rules.speaker or "", right] += 1


def carried_names(language: Language) -> dict[str, Any]:
    """The part `names` of the calibration that the package carries."""
    part: dict[str, Any] = json.loads(carried_bytes(language.code))["names"]
    return part


def to_file(counts: Counter[tuple[str, bool]]) -> dict[str, Any]:
    """The part `names` of a calibration."""
    rules = sorted({rule for rule, _ in counts if rule})
    cases = sum(counts.values())
    return {
        "cases": cases,
        "right": sum(count for (_, right), count in counts.items() if right),
        "rules": {
            rule: [counts[rule, True] + counts[rule, False], counts[rule, True]] for rule in rules
        },
    }

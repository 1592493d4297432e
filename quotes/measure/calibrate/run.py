"""The whole calibration on one page: annotated articles in, the file of four parts out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quotes.lexicon.counts.calibration import Odds, to_odds
from quotes.lexicon.counts.weights import Weights, to_weights
from quotes.lexicon.language import Language
from quotes.measure.calibrate.content_weights import fit
from quotes.measure.calibrate.examples import Example, examples
from quotes.measure.calibrate.name_odds import (
    FEWEST_NAMES,
    JudgedNames,
    carried_file,
    fit_names,
    judged_names,
)
from quotes.measure.calibrate.quote_odds import (
    Annotated,
    JudgedQuote,
    curve,
    fit_odds,
    judged_quotes,
)
from quotes.measure.gold.attributions import name_of
from quotes.measure.gold.speakers import Names
from quotes.pipeline.confidence import slopes
from quotes.pipeline.extractor import linked_quotes

FOLDS = 5  # parts of the articles, each judged by what the others gave

Named = tuple[Sequence[Annotated], Names]  # annotated articles, and who their speakers are


def calibrate(
    annotated: Sequence[Annotated], named: Iterable[Named], language: Language
) -> dict[str, Any]:
    """The file that *annotated* articles give, the part `names` from *named* ones."""
    shown = [e for one in annotated for e in examples(one[0].id, one[1], one[2])]
    reported = fit(shown)
    judged = list(cross_fitted(annotated, shown))
    return {
        "reported": reported,
        "quotes": fit_odds(judged),
        "names": odds_of_names(named, to_weights(reported), language),
        "curve": curve(cross_judged(judged)),
    }


def cross_fitted(annotated: Sequence[Annotated], shown: Sequence[Example]) -> Iterator[JudgedQuote]:
    """The quotes of each article, judged, by weights that were fitted without it."""
    fold = folds([article.id for article, _, _ in annotated])
    for number in range(FOLDS):
        weights = to_weights(fit([e for e in shown if fold[e.article] != number]))
        for one in annotated:
            if fold[one[0].id] == number:
                yield from judged_quotes(one, weights)


def cross_judged(judged: Sequence[JudgedQuote]) -> Iterator[tuple[float, JudgedQuote]]:
    """Each quote with the confidence that it has by the odds of the other articles."""
    fold = folds([each.article for each in judged])
    for number in range(FOLDS):
        odds: Odds = to_odds(
            fit_odds([each for each in judged if fold[each.article] != number]), "quotes"
        )
        for each in judged:
            if fold[each.article] == number:
                yield odds.share(each.circumstances, each.quote.chance, slopes(each.quote)), each


def folds(articles: Sequence[str]) -> Mapping[str, int]:
    """The part of each article."""
    return {article: number % FOLDS for number, article in enumerate(sorted(set(articles)))}


def calibrate_names(named: Iterable[Named], language: Language) -> dict[str, Any]:
    """The file of the package, its part `names` as *named* articles give it."""
    weights = language.calibration.weights
    return {**carried_file(language), "names": odds_of_names(named, weights, language)}


def odds_of_names(named: Iterable[Named], weights: Weights, language: Language) -> dict[str, Any]:
    """The part `names`; empty if too few names were judged to tell anything."""
    judged = [each for one, names in named for each in judged_in(one, names, weights)]
    return fit_names(judged, language) if len(judged) >= FEWEST_NAMES else {}


def judged_in(named: Sequence[Annotated], names: Names, weights: Weights) -> Iterator[JudgedNames]:
    """The quotes of articles that *weights* choose and whose speakers are known, judged."""
    for article, trees, attributions in named:
        wanted = names.get(name_of(article.id), {})
        if trees and wanted:
            quotes = linked_quotes(article, trees, weights)
            yield from judged_names(article, trees[0].language, quotes, attributions, wanted)


def to_text(file: Mapping[str, Any]) -> str:
    """The file as JSON, a weight or a row of counts a line, so that a difference can be read."""
    lines = json.dumps(file, ensure_ascii=False, indent=0)
    number = r"-?[\d.]+"
    rows = rf"\[\s+({number}),\s+({number})(?:,\s+({number}))?\s+\]"
    return re.sub(rows, lambda m: f"[{', '.join(filter(None, m.groups()))}]", lines) + "\n"

"""From quotes and annotations to confidence: a logistic regression, and the curve it gives.

Each article is judged by weights and odds that were fitted without it (cross-fitting), so that the
shares are those of articles never seen. Platt, Probabilistic outputs for support vector machines,
1999, fits a logistic to a score in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.lexicon.counts.weights import Named, Weights, log_odds
from quotes.measure.calibrate.logistic import row_of, table_of
from quotes.measure.evaluate.article_words import to_words
from quotes.measure.evaluate.claims import to_claims
from quotes.measure.evaluate.judge import judge
from quotes.measure.gold.attributions import Attribution
from quotes.model import Article, Quote
from quotes.parse.tree import Tree
from quotes.pipeline.asked import ALL_ACTS, DEFAULT_ACTS
from quotes.pipeline.confidence import circumstances, slopes
from quotes.pipeline.extractor import linked_quotes
from quotes.write.record import to_record

CHANCE = "chance"  # what a reported content is worth, a number and no circumstance
NOTHING = 0.02  # a weight that is not worth a line
LEAST_CASES = 10  # a circumstance met less often has no weight
INVERSE_PENALTY = 0.05  # scikit-learn's C: small values keep weights small
STEPS = [n / 200 for n in range(40, 199)]  # confidences at which the curve is told

Annotated = tuple[Article, tuple[Tree, ...], tuple[Attribution, ...]]


@dataclass(frozen=True, slots=True)
class JudgedQuote:
    """A quote of an article, its circumstances, and whether content and source were right."""

    article: str
    quote: Quote
    circumstances: tuple[Named, ...]
    right: bool


def judged_quotes(annotated: Annotated, weights: Weights) -> Iterator[JudgedQuote]:
    """The quotes of an article that *weights* choose, inner quotes apart, and if they are right.

    Annotators mark no quotes within quotes, so nothing can be told of those.
    """
    article, trees, attributions = annotated
    if not trees:
        return
    quotes = linked_quotes(article, trees, weights)
    by_spans = {quote.spans: quote for quote in quotes if quote.nested_in is None}
    words = to_words(article.text, trees[0].language)
    claims = to_claims([to_record(article, quote) for quote in by_spans.values()], ALL_ACTS)
    judged = judge(words, attributions, claims)
    for number, find in enumerate(judged.finds):
        right = judged.is_right(judged.gold_for(number), find)
        for piece in find.claim.pieces:
            quote = by_spans[piece.content]
            tree = trees[quote.paragraph]
            named = tuple(circumstances(quote, article.text, tree.span, tree.language))
            yield JudgedQuote(article.id, quote, named, right)


def fit_odds(judged: Sequence[JudgedQuote]) -> dict[str, Any]:
    """The part `quotes` of a calibration: what each circumstance adds to the log-odds."""
    met = Counter(named for each in judged for named in each.circumstances)
    rows = [row_of_quote(each, met) for each in judged]
    right = [each.right for each in judged]
    intercept, table = table_of(rows, right, INVERSE_PENALTY, NOTHING, (CHANCE,))
    chance = table.pop(CHANCE)
    return {"intercept": round(intercept, 3), "chance": chance, "circumstances": table}


def row_of_quote(each: JudgedQuote, met: Mapping[Named, int]) -> dict[str, float]:
    """The circumstances of a quote as numbers."""
    row = row_of(each.circumstances, met, LEAST_CASES)
    if each.quote.chance is not None:
        odds = log_odds(each.quote.chance)
        row |= {f"{CHANCE}\t{slope}": odds for slope in slopes(each.quote)}
    return row


def curve(judged: Iterable[tuple[float, JudgedQuote]]) -> list[tuple[float, float, float]]:
    """For rising confidences: the share of right quotes from there on, and of right ones kept.

    Of the acts that are looked for unless others are asked for; a confidence from which fewer than
    fifty quotes are left tells nothing.
    """
    pairs = [(share, each.right) for share, each in judged if each.quote.act in DEFAULT_ACTS]
    all_right = sum(right for _, right in pairs)
    rows = []
    for least in STEPS:
        kept = [right for share, right in pairs if share >= least]
        if len(kept) >= 50:
            precision, share = sum(kept) / len(kept), sum(kept) / max(1, all_right)
            rows.append((least, round(precision, 4), round(share, 4)))
    return rows

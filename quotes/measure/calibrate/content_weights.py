"""From examples to weights: a logistic regression over circumstances and counted words.

The words enter as the log-odds of their share of right cases. An example's own article, and an
eighth of the others, are left out of the counts that it is given, so that a word met once does not
seem to tell everything; the counts that are written hold all articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quotes.lexicon.counts.weights import Word, drawn, log_odds
from quotes.measure.calibrate.examples import Example
from quotes.measure.calibrate.logistic import fitted

WORD = "word"  # the name of what the tables of words tell, beside those of the circumstances
PARTS = 8  # parts of the articles, each judged by the counts of the others
LEAST_CASES = 10  # a circumstance met less often has no weight
LEAST_COUNT = 3  # a word met less often is not written
INVERSE_PENALTY = 0.1  # scikit-learn's C: small values keep weights small
NOTHING = 0.03  # a weight, or a word's distance from its kind, that is not worth a line
# The least chance with which a content is kept. Where the lexicon lists the frame, a grammarian
# has vouched for it; annotators leave some of these out, but they are reported speech.
KEEP = {"listed": 0.4, "unlisted": 0.46, "marked": 0.3}

Counts = dict[Word, tuple[int, int]]
Kind = tuple[str, str]


def count(examples: Iterable[Example]) -> tuple[Counts, dict[Kind, float]]:
    """The cases and the right ones of each word, and the share of right ones of each kind."""
    cases: Counter[Word] = Counter()
    right: Counter[Word] = Counter()
    by_kind: defaultdict[Kind, list[int]] = defaultdict(lambda: [0, 0])
    for example in examples:
        for word in example.words:
            cases[word] += 1
            right[word] += example.right
            by_kind[word[:2]][0] += 1
            by_kind[word[:2]][1] += example.right
    # one case in three, which is what all kinds together come to, before the first is counted
    shares = {kind: (r + 1) / (n + 3) for kind, (n, r) in by_kind.items()}
    return {word: (n, right[word]) for word, n in cases.items()}, shares


def word_values(
    example: Example, counts: Mapping[Word, tuple[int, int]], shares: Mapping[Kind, float]
) -> dict[str, float]:
    """By table, the log-odds that the words of an example have by these counts."""
    return {
        word[0]: drawn(*counts.get(word, (0, 0)), shares.get(word[:2], 1 / 3))
        for word in example.words
    }


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """The part `reported` of a calibration, which the examples make: see lexicon.counts.weights."""
    articles = sorted({example.article for example in examples})
    part = {article: number % PARTS for number, article in enumerate(articles)}
    others = [count(e for e in examples if part[e.article] != p) for p in range(PARTS)]
    met = Counter(named for example in examples for named in example.circumstances)
    rows = []
    for example in examples:
        values = word_values(example, *others[part[example.article]])
        row = {"\t".join(n): 1.0 for n in example.circumstances if met[n] >= LEAST_CASES}
        rows.append(row | {f"{WORD}\t{table}": value for table, value in values.items()})
    weights, intercept = fitted(rows, [example.right for example in examples], INVERSE_PENALTY)
    return to_file(examples, weights, intercept)


def to_file(
    examples: Sequence[Example], weights: Mapping[str, float], intercept: float
) -> dict[str, Any]:
    """The weights as they are written, what makes no difference left out."""
    named: dict[str, dict[str, float]] = {c: {} for e in examples for c, _ in e.circumstances}
    tables: dict[str, dict[str, Any]] = {}
    for key, weight in weights.items():
        name, value = key.split("\t")
        if name == WORD:
            tables[value] = {"weight": round(weight, 3), "kinds": {}}
        elif abs(weight) >= NOTHING:
            named[name][value] = round(weight, 2)
    counts, shares = count(examples)
    for (table, kind), share in sorted(shares.items()):
        tables[table]["kinds"][kind] = {"share": round(share, 3), "words": {}}
    for (table, kind, word), (cases, right) in sorted(counts.items()):
        row = tables[table]["kinds"][kind]
        apart = drawn(cases, right, row["share"]) - log_odds(row["share"])
        if cases >= LEAST_COUNT and abs(apart * tables[table]["weight"]) >= NOTHING:
            row["words"][word] = [cases, right]
    return {
        "keep": KEEP,
        "intercept": round(intercept, 3),
        "circumstances": named,
        "words": tables,
    }

"""A logistic regression in plain numbers: rows of named values in, a weight by name out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quotes.errors import QuotesError
from quotes.lexicon.counts.weights import Named

Row = Mapping[str, float]
Table = dict[str, dict[str, float]]  # weights by circumstance, then value


class FitError(QuotesError):
    """Nothing can be told from what was annotated."""


def fitted(
    rows: Sequence[Row], right: Sequence[bool], inverse_penalty: float
) -> tuple[dict[str, float], float]:
    """The weight of each name, in its order, and the intercept.

    *inverse_penalty* is scikit-learn's C: a small one keeps the weights small. FitError if all are
    right or none is: nothing tells them apart.
    """
    if len(set(right)) < 2:
        which = "all" if any(right) else "none"
        raise FitError(
            f"{which} of {len(rows)} contents found are as annotated, so nothing tells right from "
            "wrong; check that attributions/ belongs to text/, or annotate more"
        )
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    model = LogisticRegression(C=inverse_penalty, max_iter=2000)
    model.fit(vectorizer.fit_transform(rows), right)
    names = vectorizer.get_feature_names_out()
    weights = {name: float(w) for name, w in zip(names, model.coef_[0], strict=True)}
    return dict(sorted(weights.items())), float(model.intercept_[0])


def row_of(named: Iterable[Named], met: Mapping[Named, int], least_cases: int) -> dict[str, float]:
    """Circumstances as a row, without those *met* in fewer than *least_cases*."""
    return {"\t".join(each): 1.0 for each in named if met[each] >= least_cases}


def table_of(
    rows: Sequence[Row],
    right: Sequence[bool],
    inverse_penalty: float,
    nothing: float,
    numbers: Sequence[str] = (),
) -> tuple[float, Table]:
    """The intercept and the weights of circumstances, without those that are next to *nothing*.

    *numbers* are the names of what is no circumstance, whose weights are all kept.
    """
    weights, intercept = fitted(rows, right, inverse_penalty)
    table: Table = {number: {} for number in numbers}
    for key, weight in weights.items():
        name, value = key.split("\t")
        if name in numbers or abs(weight) >= nothing:
            table.setdefault(name, {})[value] = round(weight, 3)
    return intercept, table

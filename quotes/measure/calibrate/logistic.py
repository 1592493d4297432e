"""A logistic regression in plain numbers: rows of named values in, a weight by name out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.errors import QuotesError

Row = Mapping[str, float]


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

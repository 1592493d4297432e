"""A logistic regression in plain numbers: rows of named values in, a weight by name out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Row = Mapping[str, float]


def fitted(
    rows: Sequence[Row], right: Sequence[bool], inverse_penalty: float
) -> tuple[dict[str, float], float]:
    """The weight of each name, in its order, and the intercept.

    *inverse_penalty* is scikit-learn's C: a small one keeps the weights small.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    model = LogisticRegression(C=inverse_penalty, max_iter=2000)
    model.fit(vectorizer.fit_transform(rows), right)
    names = vectorizer.get_feature_names_out()
    weights = {name: float(w) for name, w in zip(names, model.coef_[0], strict=True)}
    return dict(sorted(weights.items())), float(model.intercept_[0])

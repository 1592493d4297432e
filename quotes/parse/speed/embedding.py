"""The model's first layers, which see single words: computed once for a word that recurs.

More than half of the words of a batch do, and these layers are a third of the model's work on them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.model import Model

# The layers of spaCy's `MultiHashEmbed`, by the first words of their names: features of words go
# in, vectors come out; those in the middle see a row of features each.
LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")


def embed_once(nlp: Language) -> int:
    """The number of embeddings in *nlp* that from now on skip the repetitions; none is no error."""
    models = [part.model for _, part in nlp.pipeline if hasattr(part, "model")]
    embeddings = [node for model in models for node in model.walk() if is_embedding(node)]
    for node in embeddings:
        node.layers[2:4] = [distinct(node.layers[2], node.layers[3])]
    return len(embeddings)


def is_embedding(node: Model[Any, Any]) -> bool:
    """Whether *node* is built as a `MultiHashEmbed`."""
    return tuple(layer.name.partition("(")[0] for layer in node.layers) == LAYERS


def distinct(*layers: Model[Any, Any]) -> Model[Any, Any]:
    """A layer that gives what *layers* give one after the other, for equal rows only once."""
    from thinc.model import Model

    return Model("distinct", forward, layers=layers)


def forward(model: Model[Any, Any], ragged: Any, is_train: bool) -> tuple[Any, Callable[..., Any]]:
    """What the layers of *model* give for the rows of *ragged*, and a refusal to be trained."""
    import numpy

    rows = numpy.ascontiguousarray(ragged.dataXd)
    as_bytes = rows.view(f"S{rows.strides[0]}").ravel()  # sorted much faster than rows of numbers
    _, first, where = numpy.unique(as_bytes, return_index=True, return_inverse=True)
    vectors = rows[first]
    for layer in model.layers:
        vectors = layer.predict(vectors)
    return type(ragged)(vectors[where], ragged.lengths), refuse_training


def refuse_training(*_: Any) -> Any:
    """Nothing: a model that skips repetitions cannot learn from them."""
    raise NotImplementedError("this model was loaded to find quotes; load it anew to train it")

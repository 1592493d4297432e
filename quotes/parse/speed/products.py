"""The matrix products, half of a parse: computed by the faster library at hand, on one thread."""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

from quotes.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

# The variable by which a user says which library it shall be.
VARIABLE = "QUOTES_BLAS"
# NumPy's own (OpenBLAS or Accelerate), or the one that comes with spaCy.
LIBRARIES = ("numpy", "blis")
# blis must be so many times as fast to be chosen: the choice shall not hang on noise.
CLEARLY = 1.2
# Rows and columns of the trial product: a short article in the inner layers of a small model.
TRIAL = (256, 288)


def use_fastest(nlp: Language) -> str:
    """The library that *nlp* computes its matrix products with from now on; ModelError if unknown.

    It is what VARIABLE says or the faster one in a trial of some milliseconds. A model on a
    graphics card, or with operations of its own, is left as it is; "" stands for that.
    """
    from thinc.backends import NumpyOps

    asked = os.environ.get(VARIABLE) or None
    if asked not in (None, *LIBRARIES):
        raise ModelError(f"{VARIABLE}={asked}: not one of {', '.join(LIBRARIES)}; set one or none")
    models = [part.model for _, part in nlp.pipeline if hasattr(part, "model")]
    layers = [layer for model in models for layer in model.walk()]
    if not layers or any(type(layer.ops) is not NumpyOps for layer in layers):
        return ""
    chosen = asked or fastest()
    ops = NumpyOps(use_blis=chosen == "blis")
    for layer in layers:
        layer.ops = ops
    return chosen


def fastest() -> str:
    """The faster library for a product as large as those of the model."""
    from thinc.backends import NumpyOps

    with one_thread():
        numpy, blis = (seconds(NumpyOps(use_blis=name == "blis")) for name in LIBRARIES)
    return "blis" if blis * CLEARLY < numpy else "numpy"


def seconds(ops: Any) -> float:
    """How long the trial product takes with *ops*, at its best of three."""
    rows, width = TRIAL
    left, right = ops.alloc2f(rows, width), ops.alloc2f(width, width)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        ops.gemm(left, right)
        times.append(time.perf_counter() - start)
    return min(times)


def one_thread() -> AbstractContextManager[Any]:
    """A stretch in which a matrix product is computed on one thread.

    A paragraph is too small to share: where other programs are at work too, the threads of one
    product wait for each other several times as long as they work.
    """
    limit: AbstractContextManager[Any] = controller().limit(limits=1, user_api="blas")
    return limit


@cache
def controller() -> Any:
    """What sets the number of threads of the libraries that are loaded when it is first called."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()

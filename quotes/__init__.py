"""Finds every direct, mixed and reported quote in news articles and who said it.

    >>> import quotes
    >>> [quote.kind for quote in quotes.extract("“We won’t sell,” said Ada Ito.")]
    ['direct']

Importing the package loads neither spaCy nor a model; the first extraction does.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotes.errors import QuotesError
    from quotes.model import Article, Cue, Quote, Span, Speaker
    from quotes.pipeline.extractor import Extractor, extract
    from quotes.write.record import to_record

HOMES = {
    "Article": "quotes.model",
    "Cue": "quotes.model",
    "Extractor": "quotes.pipeline.extractor",
    "Quote": "quotes.model",
    "QuotesError": "quotes.errors",
    "Span": "quotes.model",
    "Speaker": "quotes.model",
    "extract": "quotes.pipeline.extractor",
    "to_record": "quotes.write.record",
}

__all__ = [
    "Article",
    "Cue",
    "Extractor",
    "Quote",
    "QuotesError",
    "Span",
    "Speaker",
    "extract",
    "to_record",
]


def __dir__() -> list[str]:
    """The public names, imported or not, and what else the module holds."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    """The public name *name*, imported when it is first asked for."""
    if name not in HOMES:
        raise AttributeError(f"module 'quotes' has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)

"""A quote as the rules find it in its article now."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.lexicon.calibration import Calibration
from quotes.model import Article, Quote
from quotes.receipts.trace import Trace


@dataclass(frozen=True, slots=True)
class Rerun:
    """The article of a quote, the quote as the rules find it now, and what else they saw."""

    article: Article
    quote: Quote
    trace: Trace
    calibration: Calibration

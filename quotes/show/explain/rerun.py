"""A quote as the rules find it in its article now."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.lexicon.counts.calibration import Calibration
from quotes.model import Article, Quote
from quotes.show.explain.trace import Trace


@dataclass(frozen=True, slots=True)
class Rerun:
    """The article of a quote, the quote as the rules find it now, and what else they saw."""

    article: Article
    quote: Quote
    trace: Trace
    calibration: Calibration

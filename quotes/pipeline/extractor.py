"""The whole pipeline on one page: an article goes in, its quotes come out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Self

from quotes.attribute.speakers import link_speakers
from quotes.find.finder import find_quotes
from quotes.lexicon.language import read_language
from quotes.model import Act, Article, Kind, Quote
from quotes.parse.models import load_model
from quotes.parse.speed.vocabulary import is_full
from quotes.parse.tree import Tree
from quotes.parse.trees import parse
from quotes.pipeline.asked import ALL_KINDS, DEFAULT_ACTS, DEFAULT_NAMES, Asked, Names
from quotes.pipeline.confidence import with_confidence
from quotes.pipeline.names import with_names

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

    from quotes.attribute.registry.registry import Registry
    from quotes.attribute.speakers import Watcher
    from quotes.lexicon.counts.calibration import Calibration
    from quotes.lexicon.counts.weights import Weights
    from quotes.lexicon.language import Language

Timed = Callable[[str], AbstractContextManager[None]]  # from a stage's name to its stretch of work


def untimed(stage: str) -> AbstractContextManager[None]:
    """A stretch of work whose time nobody wants."""
    return nullcontext()


class Extractor:
    """Finds the quotes of many articles with one model, loaded when it is first needed.

    ValueError at an act, a kind or a choice of names that there is not.
    """

    def __init__(
        self,
        model: str | None = None,
        acts: Collection[Act] = DEFAULT_ACTS,
        kinds: Collection[Kind] = ALL_KINDS,
        speakers: Registry | None = None,
        calibration: Calibration | None = None,
        names: Names = DEFAULT_NAMES,
    ) -> None:
        self.asked = Asked(
            model=model,
            acts=acts,
            kinds=kinds,
            speakers=speakers,
            calibration=calibration,
            names=names,
        )
        self.timed: Timed = untimed

    @classmethod
    def of(cls, asked: Asked) -> Self:
        """An extractor of what is *asked*."""
        extractor = cls()
        extractor.asked = asked
        return extractor

    @cached_property
    def language(self) -> Language:
        """All that the rules know of the language."""
        return read_language(self.asked.language)

    @cached_property
    def nlp(self) -> Pipeline:
        """The language model; ModelError if there is none."""
        return load_model(self.language, self.asked.model)

    def quotes(self, article: Article) -> tuple[Quote, ...]:
        """The quotes of *article* in the order of the text, with their speakers."""
        with self.timed("parse"):
            trees = parse(self.nlp, article.text, self.language)
            if is_full(self.nlp):
                del self.nlp  # to be loaded anew for the next article
        return quotes_of(article, trees, self.asked, self.timed)


def quotes_of(
    article: Article,
    trees: tuple[Tree, ...],
    asked: Asked,
    timed: Timed = untimed,
    watcher: Watcher | None = None,
) -> tuple[Quote, ...]:
    """The quotes of a parsed article in the order of the text, with speakers and confidence.

    *watcher* looks on while speakers are linked.
    """
    if not trees:
        return ()
    language = trees[0].language
    calibration = asked.calibration or language.calibration
    linked = linked_quotes(article, trees, calibration.weights, asked.speakers, timed, watcher)
    with timed("confidence"):
        named = tuple(with_names(linked, calibration.names, asked.names))
        kept = chosen(named, asked.acts, asked.kinds)
        return tuple(
            with_confidence(quote, article.text, trees[quote.paragraph].span, calibration, language)
            for quote in kept
        )


def linked_quotes(
    article: Article,
    trees: tuple[Tree, ...],
    weights: Weights,
    speakers: Registry | None = None,
    timed: Timed = untimed,
    watcher: Watcher | None = None,
) -> tuple[Quote, ...]:
    """The quotes of every act that *weights* choose, with their speakers; *watcher* looks on."""
    with timed("find"):
        found = find_quotes(article.text, trees, weights)
    with timed("attribute"):
        return link_speakers(article, trees, found, speakers, watcher)


def chosen(
    quotes: tuple[Quote, ...], acts: Collection[Act], kinds: Collection[Kind]
) -> tuple[Quote, ...]:
    """Those of *quotes* that are asked for, none of them pointing to one that is not."""
    kept = [quote for quote in quotes if quote.act in acts and quote.kind in kinds]
    there = {None, *[quote.spans for quote in kept]}
    return tuple(
        quote
        if quote.continues in there and quote.nested_in in there
        else replace(
            quote,
            continues=quote.continues if quote.continues in there else None,
            nested_in=quote.nested_in if quote.nested_in in there else None,
        )
        for quote in kept
    )


@cache
def default_extractor() -> Extractor:
    """The extractor that `extract` uses, made once a process."""
    return Extractor()


def extract(text: str) -> list[Quote]:
    """The spoken and written quotes of *text* in the order of the text, with their speakers.

    The offsets are code points of *text*, half-open. ModelError if there is no language model.
    """
    return list(default_extractor().quotes(Article("text", text)))

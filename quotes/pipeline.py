"""The whole way on one page: an article goes in, its quotes come out."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from quotes.find.parse import load_model, parse
from quotes.model import Act, Article, Kind, Quote

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_ACTS: tuple[Act, ...] = ("speech", "document")
ALL_ACTS: tuple[Act, ...] = get_args(Act)
ALL_KINDS: tuple[Kind, ...] = get_args(Kind)


class Extractor:
    """Finds the quotes of many articles with one model, loaded when it is first needed."""

    def __init__(
        self,
        model: str | None = None,
        acts: Collection[Act] = DEFAULT_ACTS,
        kinds: Collection[Kind] = ALL_KINDS,
    ) -> None:
        self.model = model
        self.acts = frozenset(acts)
        self.kinds = frozenset(kinds)

    @cached_property
    def nlp(self) -> Language:
        """The language model; ModelError if there is none."""
        return load_model(self.model)

    def quotes(self, article: Article) -> tuple[Quote, ...]:
        """The quotes of *article* in the order of the text, with their speakers."""
        trees = parse(self.nlp, article.text)
        return ()


def extract(text: str) -> list[Quote]:
    """The spoken and written quotes of *text* in the order of the text, with their speakers."""
    return list(Extractor().quotes(Article("text", text)))

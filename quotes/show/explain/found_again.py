"""The quotes of an article found again as extract finds them, with notes of what else there was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotes.attribute.scene.discourse import InView
from quotes.attribute.scene.scene import Scene
from quotes.find.finder import paragraphs_of
from quotes.find.paragraph import Paragraph
from quotes.lexicon.counts.calibration import Calibration
from quotes.model import Article, Quote
from quotes.parse.tree import Tree
from quotes.pipeline.asked import Asked
from quotes.pipeline.extractor import quotes_of


@dataclass(slots=True)
class Notes:
    """What is noted while speakers are linked."""

    scene: Scene | None = None  # None if there was no quote to link
    views: dict[int, Sequence[InView]] = field(default_factory=dict)

    def see_scene(self, scene: Scene) -> None:
        """Keeps the scene in which the speakers are linked."""
        self.scene = scene

    def see_view(self, start: int, view: Sequence[InView]) -> None:
        """Keeps who was in view when a place of the text was first asked about."""
        self.views.setdefault(start, view)


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """A quote as the rules find it in its article now, and what else they had to choose from."""

    quote: Quote
    article: Article
    trees: tuple[Tree, ...]
    pages: Sequence[Paragraph]
    calibration: Calibration
    scene: Scene
    views: Mapping[int, Sequence[InView]]  # who was in view, by the place asked about

    @property
    def tree(self) -> Tree:
        """The paragraph in which the quote begins."""
        return self.trees[self.quote.paragraph]


def find_again(article: Article, trees: tuple[Tree, ...], asked: Asked) -> tuple[FoundAgain, ...]:
    """The quotes of a parsed *article* that are *asked* for, in the order of the text."""
    notes = Notes()
    quotes = quotes_of(article, trees, asked, watcher=notes)
    if notes.scene is None:
        return ()
    calibration = asked.calibration or trees[0].language.calibration
    pages = paragraphs_of(article.text, trees)
    seen = (article, trees, pages, calibration, notes.scene, notes.views)
    return tuple(FoundAgain(quote, *seen) for quote in quotes)

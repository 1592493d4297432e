"""The rules run once more on an article, with note taken of what they had to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.attribute.registry.registry import Registry
from quotes.attribute.scene.discourse import InView
from quotes.attribute.scene.scene import Scene
from quotes.find.finder import pages_of
from quotes.find.paragraph import Page
from quotes.lexicon.counts.calibration import Calibration
from quotes.model import Article, Quote
from quotes.parse.tree import Tree
from quotes.pipeline.confidence import with_confidence
from quotes.pipeline.extractor import linked_quotes


@dataclass(slots=True)
class Trace:
    """An article's quotes and all that was looked at to find and attribute them."""

    trees: tuple[Tree, ...]
    pages: list[Page]
    quotes: tuple[Quote, ...]
    scene: Scene | None = None
    views: dict[int, Sequence[InView]] = field(default_factory=dict)  # by the place asked about

    def see_scene(self, scene: Scene) -> None:
        """Keeps the scene in which the speakers are linked."""
        self.scene = scene

    def see_view(self, start: int, view: Sequence[InView]) -> None:
        """Keeps who was in view when a place of the text was first asked about."""
        self.views.setdefault(start, view)


def trace(
    article: Article,
    trees: tuple[Tree, ...],
    calibration: Calibration,
    registry: Registry | None = None,
) -> Trace:
    """What the rules do on a parsed *article*; the same as without anyone who watches."""
    done = Trace(trees, pages_of(article.text, trees), ())
    linked = linked_quotes(article, trees, calibration.weights, registry, watcher=done)
    done.quotes = tuple(
        with_confidence(quote, article.text, trees[quote.paragraph].span, calibration)
        for quote in linked
    )
    return done

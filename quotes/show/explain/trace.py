"""The rules run once more on an article, with note taken of what they had to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quotes.attribute.entities.listing import Listing
from quotes.attribute.reading import resolve_all
from quotes.attribute.registry.registry import Registry, day_of
from quotes.attribute.result import name_entities
from quotes.attribute.scene.discourse import Discourse
from quotes.attribute.scene.scene import Scene
from quotes.attribute.scene.setting import set_scene
from quotes.attribute.speakers import resolve
from quotes.find.finder import find_quotes, paragraphs_of
from quotes.find.paragraph import Paragraph
from quotes.lexicon.counts.calibration import Calibration
from quotes.model import Article, Quote, Span
from quotes.parse.tree import Tree
from quotes.pipeline.confidence import with_confidence


@dataclass(frozen=True, slots=True)
class InView:
    """Someone whom a pronoun or a noun could mean, and how well it fits."""

    entity: int
    presence: float  # how much the text before makes them the one talked about
    fit: float  # 0 if the words cannot mean them, to 1


@dataclass(slots=True)
class Trace:
    """An article's quotes and all that was looked at to find and attribute them."""

    trees: tuple[Tree, ...]
    pages: list[Paragraph]
    quotes: tuple[Quote, ...]
    scene: Scene | None = None
    views: dict[int, list[InView]] = field(default_factory=dict)  # by the place asked about


class WatchedDiscourse(Discourse):
    """Notes for each place that is asked about who was in view there."""

    def __init__(self, contents: Sequence[Span], views: dict[int, list[InView]]) -> None:
        super().__init__(contents)
        self.views = views

    def ranked(
        self,
        start: int,
        sentence: float,
        fits: Callable[[int], float],
        excluded: Sequence[Span] = (),
    ) -> list[tuple[float, int]]:
        """As Discourse.ranked."""
        if start not in self.views:
            everyone = super().ranked(start, sentence, lambda entity: 1.0, excluded)
            self.views[start] = [InView(e, presence, fits(e)) for presence, e in everyone]
        return super().ranked(start, sentence, fits, excluded)


def trace(
    article: Article,
    trees: tuple[Tree, ...],
    calibration: Calibration,
    registry: Registry | None = None,
) -> Trace:
    """What the rules do on a parsed *article*; the same as without anyone who watches."""
    found = find_quotes(article.text, trees, calibration.weights)
    done = Trace(trees, paragraphs_of(article.text, trees), ())
    linked: Sequence[Quote] = found
    if trees and found:
        contents = [span for quote in found for span in quote.quoted]
        listing = Listing(registry, day_of(article.published)) if registry else None
        scene = set_scene(trees, contents, trees[0].language.names, listing)
        scene.discourse = WatchedDiscourse(contents, done.views)
        answers = resolve_all(scene, found, resolve)
        linked = tuple(name_entities(scene, found, answers))
        done.scene = scene
    done.quotes = tuple(
        with_confidence(quote, article.text, trees[quote.paragraph].span, calibration)
        for quote in linked
    )
    return done

"""Links each quote to its speakers: who "he", "the ministry" and "Bello" are."""

from __future__ import annotations

from typing import Protocol

from quotes.attribute.entities.listing import Listing
from quotes.attribute.reading import resolve_all
from quotes.attribute.registry.registry import Registry, day_of
from quotes.attribute.result import name_entities
from quotes.attribute.scene.building import build_scene
from quotes.attribute.scene.discourse import Onlooker
from quotes.attribute.scene.scene import Scene
from quotes.model import Article, Quote
from quotes.parse.tree import Tree


class Watcher(Onlooker, Protocol):
    """Someone who looks on while an article's speakers are linked, and changes nothing."""

    def see_scene(self, scene: Scene) -> None:
        """Takes note of the scene before anything is linked; it grows while that is done."""


def link_speakers(
    article: Article,
    trees: tuple[Tree, ...],
    quotes: tuple[Quote, ...],
    registry: Registry | None = None,
    watcher: Watcher | None = None,
) -> tuple[Quote, ...]:
    """The quotes with who said each of them, and the rule that told; *registry* goes first."""
    if not trees or not quotes:
        return quotes
    contents = [span for quote in quotes for span in quote.quoted]
    listing = Listing(registry, day_of(article.published)) if registry else None
    sources = [quote.source for quote in quotes if quote.source is not None]
    scene = build_scene(trees, contents, trees[0].language.names, listing, watcher, sources)
    if watcher is not None:
        watcher.see_scene(scene)
    answers = resolve_all(scene, quotes)
    return tuple(name_entities(scene, quotes, answers))

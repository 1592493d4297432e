"""Links each quote to its speakers: who "he", "the ministry" and "Bello" are."""

from __future__ import annotations

from quotes.attribute.entities.listing import Listing
from quotes.attribute.reading import resolve_all
from quotes.attribute.registry.registry import Registry, day_of
from quotes.attribute.result import name_entities
from quotes.attribute.scene.setting import set_scene
from quotes.model import Article, Quote
from quotes.parse.tree import Tree


def link_speakers(
    article: Article,
    trees: tuple[Tree, ...],
    quotes: tuple[Quote, ...],
    registry: Registry | None = None,
) -> tuple[Quote, ...]:
    """The quotes with who said each of them, and the rule that told; *registry* goes first."""
    if not trees or not quotes:
        return quotes
    contents = [span for quote in quotes for span in quote.quoted]
    listing = Listing(registry, day_of(article.published)) if registry else None
    scene = set_scene(trees, contents, trees[0].language.names, listing)
    answers = resolve_all(scene, quotes)
    return tuple(name_entities(scene, quotes, answers))

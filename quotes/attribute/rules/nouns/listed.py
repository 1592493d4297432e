"""The rule for sources that the user's list of speakers names or has in an office."""

from __future__ import annotations

from quotes.attribute.entities.listing import listed_gender
from quotes.attribute.names.splitting import text_of
from quotes.attribute.registry.registry import Listed
from quotes.attribute.rules.nouns.offices import phrase_end, role
from quotes.attribute.rules.nouns.phrases import is_definite
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.notes import NewEntity
from quotes.attribute.scene.scene import Scene


def listed(part: Part, scene: Scene) -> Answer | None:
    """The prime minister said so: the one of the user's list, where the article shows no other."""
    listing, tree = scene.listing, scene.trees[part.place]
    noun = tree.tags[part.head] in ("NN", "NNP", "NNPS", "NNS")
    if listing is None or not noun or scene.mention_at(part.place, part.head) is not None:
        return None
    last = phrase_end(part, tree, scene.lexicon)
    text = text_of(tree, max(part.first, tree.left[part.head]), last)
    article, _, rest = text.partition(" ")
    opens = article[:1].lower() + article[1:] in scene.lexicon.small.the
    bare = rest if opens else text
    row = listing.registry.named(text, listing.day) or listing.registry.named(bare, listing.day)
    if row is None and (is_definite(part, scene) or tree.tags[part.head] == "NNP"):
        row = listing.registry.in_role(text, listing.day, scene.lexicon)
        own = role(part, scene) if row is not None else None
        if (
            isinstance(own, Answer)
            and own.entities
            and scene.memory.listed.get(own.entities[0]) != row
        ):
            return None
    return None if row is None else answer_of(row, scene)


def answer_of(row: Listed, scene: Scene) -> Answer:
    """The entity of a row of the list, a new one if the article does not name it."""
    known = next((e for e, other in scene.memory.listed.items() if other.id == row.id), None)
    if known is not None:
        return Answer((known,), "nominal")
    number, gender = scene.new_number(), listed_gender(row, scene.lexicon)
    new = NewEntity(number, row.type or "unknown", gender, row=row)
    return Answer((number,), "nominal", notes=(new,))

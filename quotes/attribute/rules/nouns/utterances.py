"""The rule for sources that are somebody's own words: Ito's speech said so, her letter says so."""

from __future__ import annotations

from quotes.attribute.rules.nouns.phrases import noun_of
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.scene import Scene
from quotes.attribute.sources.parts import part_at


def utterance(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello left. Her speech said the mill would stay. Bello's letter says so too."""
    if noun_of(part, scene) not in scene.lexicon.small.utterances:
        return None
    tree = scene.trees[part.place]
    owner = tree.child(part.head, "poss")
    if owner is None:
        return sender(part, scene)
    pronoun = scene.lexicon.pronouns.get(tree.lower[owner])
    known = scene.entity_at(part.place, owner)
    if known is None and (pronoun is None or pronoun.gender not in ("m", "f")):
        return None
    if known is not None and not scene.is_person(known):
        return None
    first = tree.left[owner] if known is not None else owner
    whose = part_at(scene, part.place, owner, first, owner, part.excluded)
    return Answer((), "nominal", same_as=(whose,))


def sender(part: Part, scene: Scene) -> Answer | None:
    """A post from Ada Bello says so; a reply by the mayor, Leo Ito, said so."""
    tree, small = scene.trees[part.place], scene.lexicon.small
    for prep in tree.child_of(part.head, ("prep", "agent")):
        by = tree.lower[prep] in small.by or tree.lower[prep] in small.sent_by
        whom = tree.child(prep, "pobj") if by else None
        entity = scene.entity_at(part.place, whom)
        if whom is not None and entity is not None and scene.is_person(entity):
            return Answer((entity,), "nominal")
    return None

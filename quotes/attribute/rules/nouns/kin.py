"""Rules for sources that are somebody's kin, lawyer or aide: his wife, Ito's lawyer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from quotes.attribute.rules.nouns.phrases import noun_of, owner_words
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.thresholds import ROLE_FEW


def kin(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello, a lawyer for Mr. Ito, filed the suit. Ito's lawyer said it would be heard."""
    noun = noun_of(part, scene)
    if noun not in scene.lexicon.kin and noun not in scene.lexicon.roles:
        return None
    tree = scene.trees[part.place]
    owner = tree.child(part.head, "poss")
    if owner is None or noun in scene.lexicon.plural_roles:
        return None
    kept = scene.lexicon.roles.get(noun, noun)
    nouns = dict.fromkeys((kept, noun))
    bearers = [e for each in nouns for e in islice(scene.by_role.get(each, ()), ROLE_FEW)]
    if not bearers:
        return namesake(part, scene, owner)
    index = scene.mention_at(part.place, owner)
    named = (
        {scene.mentions[index].name.words[-1]}
        if index is not None
        else owner_words(part, owner, scene)
    )
    fitting = [
        entity
        for entity in dict.fromkeys(bearers)
        if any(r.noun in (kept, noun) and r.about & named for r in scene.entities[entity].roles)
    ]
    if not fitting and index is None and is_sole_kin(bearers, nouns, scene):
        fitting = bearers[:1]
    if len(fitting) != 1 or named & set(scene.entities[fitting[0]].words[:1]):
        return None  # Ito's sister, Ada, left. Her sister is not Ada
    return Answer((fitting[0],), "nominal")


def is_sole_kin(bearers: Sequence[int], nouns: Collection[str], scene: Scene) -> bool:
    """Whether the article tells of one only who is somebody's kin so.

    *His uncle*, Leo Ito; later *the boy's uncle* is he too.
    """
    if len(set(bearers)) != 1 or scene.lexicon.same_family.isdisjoint(nouns):
        return False
    said = [role.about for role in scene.entities[bearers[0]].roles if role.noun in nouns]
    return any(not about.isdisjoint(scene.lexicon.small.owning) for about in said)


def namesake(part: Part, scene: Scene, owner: int) -> Answer | None:
    """Ada and Leo Bello fled the fire. Her husband said it was loud: the one of her surname."""
    noun = noun_of(part, scene)
    pronoun = scene.lexicon.pronouns.get(scene.trees[part.place].lower[owner])
    gender = scene.lexicon.kin.get(noun, "")
    if pronoun is None or not gender or noun not in scene.lexicon.same_family:
        return None

    def fits(entity: int) -> float:
        return float(scene.is_person(entity) and scene.gender(entity) == pronoun.gender)

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked:
        return None
    whose = scene.entities[ranked[0][1]]
    family = [
        e.number
        for e in scene.persons
        if e.number != whose.number and e.words[-1] == whose.words[-1] and len(e.words) > 1
    ]
    only = len(family) == 1 and scene.gender(family[0]) == gender
    return Answer((family[0],), "nominal") if only else None

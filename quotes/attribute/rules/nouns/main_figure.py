"""The rule for nouns that mean the one whom the article is about: the negotiator said so."""

from __future__ import annotations

from quotes.attribute.rules.nouns.epithets import clearly_first, is_plain, may_be_person
from quotes.attribute.rules.nouns.phrases import is_definite, noun_of
from quotes.attribute.scene.answer import Answer, Part, Undecided
from quotes.attribute.scene.discourse import lies_in
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.thresholds import EPITHET_PRESENT, LEADING


def main_figure(part: Part, scene: Scene) -> Answer | Undecided | None:
    """Ada Bello led the talks. Bello is 60. Bello went home. The negotiator said it was late.

    A noun for a person, said of nobody so far, means the one whom the article is about, if nobody
    else is nearly as present.
    """
    tree, lexicon, noun = scene.trees[part.place], scene.lexicon, noun_of(part, scene)
    if tree.tags[part.head] not in ("NN", "NNP") or not is_definite(part, scene):
        return None
    kept = lexicon.roles.get(noun, noun)
    new = noun in scene.memory.described or kept in lexicon.speaks_for or scene.by_role.get(kept)
    others = (lexicon.small.anyone, lexicon.small.of_the_scene, lexicon.body_nouns)
    anyone = any(noun in table for table in others)
    known = noun in lexicon.roles or noun in lexicon.epithets
    if new or anyone or not known or not is_plain(part, scene):
        return None
    gender = lexicon.role_gender.get(noun, "")

    def fits(entity: int) -> float:
        if not may_be_person(scene, entity) or noun in scene.entities[entity].words:
            return 0.0  # the bishop is not Bishop
        return 0.0 if gender and scene.gender(entity) not in (gender, "") else 1.0

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked or ranked[0][0] < EPITHET_PRESENT:
        return None
    if scene.entities[ranked[0][1]].count < LEADING or speaks_of(part, ranked[0][1], scene):
        return None
    return clearly_first(ranked)


def speaks_of(part: Part, entity: int, scene: Scene) -> bool:
    """Whether a quote calls someone by a pronoun, so that another says it: *she* would play."""
    tree, gender = scene.trees[part.place], scene.gender(entity)
    pronouns = (
        scene.lexicon.pronouns.get(tree.lower[token])
        for token, start in enumerate(tree.starts)
        if lies_in(start, part.excluded)
    )
    return any(p is not None and p.kind == "third" and p.gender == gender != "" for p in pronouns)

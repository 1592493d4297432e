"""The rule for nouns that mean the one whom the article is about: the negotiator said so."""

from __future__ import annotations

from quotes.attribute.names.offices import is_trade
from quotes.attribute.rules.nouns.epithets import clearly_first, is_plain, may_be_person
from quotes.attribute.rules.nouns.phrases import is_definite, noun_of
from quotes.attribute.scene.answer import Answer, Part, Undecided
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.thresholds import EPITHET_PRESENT, NAMED_TWICE


def main_figure(part: Part, scene: Scene) -> Answer | Undecided | None:
    """Ada Bello led the talks. Bello is 60. Bello went home. The negotiator said it was late.

    A noun for a person that the article has said of nobody is the one whom it is about, where
    nobody else is nearly as present.
    """
    tree, lexicon, noun = scene.trees[part.place], scene.lexicon, noun_of(part, scene)
    if tree.tags[part.head] not in ("NN", "NNP") or not is_definite(part, scene):
        return None
    kept = lexicon.roles.get(noun, noun)
    new = noun in scene.memory.described or kept in lexicon.speaks_for or scene.by_role.get(kept)
    others = (lexicon.small.anyone, lexicon.small.of_the_scene, lexicon.body_nouns)
    anyone = any(noun in table for table in others)
    if new or anyone or not is_trade(noun, lexicon) or not is_plain(part, scene):
        return None
    gender = lexicon.role_gender.get(noun, "")

    def fits(entity: int) -> float:
        if not may_be_person(scene, entity) or noun in scene.entities[entity].words:
            return 0.0  # the bishop is not Bishop
        return 0.0 if gender and scene.gender(entity) not in (gender, "") else 1.0

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked or ranked[0][0] < EPITHET_PRESENT:
        return None
    if scene.entities[ranked[0][1]].count < NAMED_TWICE:
        return None
    return clearly_first(ranked)

"""Asks the rules who is meant, and notes what follows from the answer."""

from __future__ import annotations

from quotes.attribute.rules.table import resolve
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.memory import note
from quotes.attribute.scene.scene import Scene


def ask(part: Part, scene: Scene) -> tuple[Answer, str]:
    """Who the part is, and the name of the rule that told."""
    answer, rule = resolve(part, scene)
    if answer.same_as:
        answer = followed(answer, scene)
    if answer.notes:
        note(scene.memory, *answer.notes)
    return answer, rule


def followed(answer: Answer, scene: Scene) -> Answer:
    """The answer with whoever the other parts are that it says are meant."""
    first, *others = answer.same_as
    meant, _ = ask(first, scene)
    more = (entity for part in others for entity in ask(part, scene)[0].entities)
    entities = (*meant.entities, *(entity for entity in more if entity not in meant.entities))
    return Answer(entities, answer.form, meant.flag)

"""Asks the rules who is meant, and notes what follows from the answer."""

from __future__ import annotations

from quotes.attribute.rules import naming, pronouns
from quotes.attribute.rules.nouns.phrases import tells_who
from quotes.attribute.rules.sourceless import IMPLIED, ImpliedRow
from quotes.attribute.rules.table import BY_HEAD, TABLE, Head
from quotes.attribute.scene.answer import Answer, Part, Ranked, Undecided
from quotes.attribute.scene.memory import note
from quotes.attribute.scene.scene import Scene
from quotes.model import Quote


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
    return Answer(entities, answer.form, meant.flag, ranked=meant.ranked)


def resolve(part: Part, scene: Scene) -> tuple[Answer, str]:
    """Who the part is, by the first rule that knows, and that rule's name."""
    close: Ranked = ()  # those between whom a rule could not decide
    for row in BY_HEAD[head_of(part, scene)]:
        answer = row.ask(part, scene)
        if isinstance(answer, Undecided):
            close = close or answer.ranked
        elif answer is not None:
            if close and not answer.ranked:
                answer = answer._replace(ranked=close)
            return answer, row.rule.name
    return Answer((), "nominal", ranked=close), TABLE[-1].rule.name


def head_of(part: Part, scene: Scene) -> Head:
    """What the part's head is: most nouns are no name and tell nothing of who is meant."""
    if pronouns.pronoun_of(part, scene):
        return "pronoun"
    word, small = scene.trees[part.place].words[part.head], scene.lexicon.small
    if word in small.question or word in small.answer:
        return "letter"
    if naming.name_index(part, scene) is not None:
        return "name"
    return "noun" if tells_who(part, scene) else "plain"


def implied_part(scene: Scene, quote: Quote) -> tuple[Part, ImpliedRow] | None:
    """Who the words around a quote without a source say speaks, and the rule; None if none do."""
    if quote.source is not None or quote.continues is not None:
        return None
    for row in IMPLIED:
        if (part := row.find(scene, quote)) is not None:
            return part, row
    return None

"""The rule for nouns in a report's first lines whose bearer is named only below them."""

from __future__ import annotations

from quotes.attribute.entities.entities import Entity
from quotes.attribute.names.offices import is_trade
from quotes.attribute.names.roles import compound_role
from quotes.attribute.rules.nouns.body_nouns import body_fit
from quotes.attribute.rules.nouns.epithets import bearers_of
from quotes.attribute.rules.nouns.phrases import around, noun_of
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.thresholds import (
    BODY_CLEARLY,
    FIRST_LINES,
    FIRST_LINES_OF_NEW,
    NAMED_NEXT,
    NAMED_WITHIN,
)


def foretold(part: Part, scene: Scene) -> Answer | None:
    """Lawyer says the mill is safe. ¶ Ada Bello, a lawyer, said so: the only one of the noun.

    Journalists call it a delayed identification: the first lines tell what the speaker is, the
    next ones who.
    """
    tree, noun = scene.trees[part.place], noun_of(part, scene)
    if part.sentence >= first_lines(part, scene) or tree.tags[part.head] not in ("NN", "NNP"):
        return None
    kept = scene.lexicon.roles.get(noun)
    if noun in scene.lexicon.plural_roles:
        return None
    if kept is None:
        return foretold_body(part, scene) or foretold_speaker(part, scene)
    kept = compound_role(tree, part.head, kept, scene.lexicon)
    return foretold_bearer(part, scene, kept) or foretold_speaker(part, scene)


def first_lines(part: Part, scene: Scene) -> int:
    """Within how many sentences a noun may be foretold: more if "a" says that someone is new."""
    tree = scene.trees[part.place]
    det = tree.child(part.head, "det")
    new = det is not None and tree.lower[det] in scene.lexicon.small.one_of_many
    return FIRST_LINES_OF_NEW if new else FIRST_LINES


def foretold_bearer(part: Part, scene: Scene, kept: str) -> Answer | None:
    """Lawyer says mill is safe. ¶ Ada Bello, a lawyer, said so: the only one of the noun."""
    bearers = set(bearers_of(kept, scene))
    for narrower in scene.lexicon.kinds.get(kept, ()):
        bearers.update(bearers_of(narrower, scene))
    if len(bearers) != 1:
        return None
    bearer = bearers.pop()
    found = scene.entities[bearer]
    below = part.start < found.start and scene.place_of(found.start) <= part.place + NAMED_WITHIN
    lands = around(part, scene) & scene.lexicon.lands
    about = frozenset().union(*(role.about for role in found.roles))
    fits = scene.is_person(bearer) and (not lands or bool(lands & about))
    named = below and fits and bearer not in named_beside(part, scene)
    return Answer((bearer,), "nominal") if named else None


def foretold_speaker(part: Part, scene: Scene) -> Answer | None:
    """A forecaster says rain is due. ¶ Ada Bello says it will stay: the only one to speak."""
    lexicon = scene.lexicon
    noun = noun_of(part, scene)
    somebody = is_trade(noun, lexicon) or noun in lexicon.kin
    if lexicon.roles.get(noun, noun) in lexicon.speaks_for:
        return None  # spokesmen mostly go without a name
    if not somebody or noun in lexicon.org_heads or is_one_of_all(part, scene):
        return None
    for paragraphs in (NAMED_WITHIN, NAMED_NEXT):
        below = (
            entity
            for start, entity in scene.voices.named
            if start > part.start and scene.place_of(start) <= part.place + paragraphs
        )
        likely = list(dict.fromkeys(below))
        if len(likely) == 1:
            break
    else:
        return None
    found = scene.entities[likely[0]]
    gender = lexicon.role_gender.get(noun) or lexicon.kin.get(noun, "")
    other = bool(gender) and scene.gender(found.number) not in (gender, "")
    known = found.number in named_beside(part, scene) or found.start < part.start
    if other or known or is_somebody_else(found, part, scene):
        return None
    return Answer((found.number,), "nominal")


def is_somebody_else(found: Entity, part: Part, scene: Scene) -> bool:
    """Whether what the article says of someone tells that a noun is another: a driver, the mayor.

    A doctor or professor may be a forecaster as well, and a member the head of an inquiry.
    """
    lexicon, noun = scene.lexicon, noun_of(part, scene)
    kept = compound_role(scene.trees[part.place], part.head, lexicon.roles.get(noun, noun), lexicon)
    own = {role.noun for role in found.roles} - lexicon.small.learned_roles
    same = kept in own or not own.isdisjoint(lexicon.kinds.get(kept, ()))
    if same:
        return False
    return bool(own and noun not in lexicon.small.heads) or noun in lexicon.small.passers_by


def is_one_of_all(part: Part, scene: Scene) -> bool:
    """Whether the words before a noun mean each of many: *every* member said so."""
    tree = scene.trees[part.place]
    before = tree.child_of(part.head, ("det",))
    several = scene.lexicon.small.any - scene.lexicon.small.one_of_many
    return any(tree.lower[token] in several for token in before)


def foretold_body(part: Part, scene: Scene) -> Answer | None:
    """Airline says sorry. ¶ Bello Airways said the flight was late: the only one of the noun."""
    noun, lexicon = noun_of(part, scene), scene.lexicon
    if scene.trees[part.place].child(part.head, "det", "poss") is not None:
        return None
    if not any(noun in table for table in (lexicon.org_heads, lexicon.stands_for, lexicon.trades)):
        return None
    fitting = [
        e for e in scene.entities if body_fit(scene, e.number, noun, frozenset()) >= BODY_CLEARLY
    ]
    if len(fitting) != 1 or fitting[0].number in named_beside(part, scene):
        return None
    start = fitting[0].start
    below = part.start < start and scene.place_of(start) <= part.place + NAMED_WITHIN
    return Answer((fitting[0].number,), "nominal") if below else None


def named_beside(part: Part, scene: Scene) -> set[int]:
    """Those named in the part's own sentence, who are others: Lawmaker wants *Bello* banned."""
    tree, tokens = scene.trees[part.place], scene.at_token[part.place]
    return {
        scene.groups[index][0]
        for token, index in tokens.items()
        if tree.root[token] == tree.root[part.head] and scene.groups[index]
    }

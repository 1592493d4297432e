"""Rules for sources that are pronouns."""

from __future__ import annotations

from collections.abc import Callable

from quotes.attribute.rules.naming import name_index
from quotes.attribute.scene.answer import Answer, Part, foremost
from quotes.attribute.scene.notes import Gendered
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import Pronoun
from quotes.lexicon.thresholds import (
    DECAY,
    DOING,
    PRONOUN_ALONE,
    PRONOUN_CLOSE,
    PRONOUN_EVEN,
    PRONOUN_FAINTEST,
    THEY_BODY,
    THEY_FARTHEST,
    THEY_LOOK_BACK,
    THEY_THINGS,
    THEY_UNKNOWN,
    THING,
    UNKNOWN_AS_BODY,
    UNKNOWN_AS_PERSON,
    UNNAMED_PERSON,
    UNSEXED,
    WHOLE_AS_PERSON,
)
from quotes.model import Span

PRONOUN_TAGS = frozenset(
    ("PRP", "PRP$", "WP", "WP$", "WDT", "DT", "PDT", "JJ", "CD", "NN", "NNS", "IN", "JJS", "RB")
)


def pronoun_of(part: Part, scene: Scene) -> Pronoun | None:
    """What is known of the pronoun at the part's head; None if it is none."""
    tree = scene.trees[part.place]
    if tree.tags[part.head] not in PRONOUN_TAGS:
        return None
    return scene.lexicon.pronouns.get(tree.lower[part.head])


def third_person(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello runs the mill. She said it would stay."""
    pronoun = pronoun_of(part, scene)
    if pronoun is None or pronoun.kind != "third" or pronoun.gender not in ("m", "f"):
        return None

    memory = scene.memory
    plural, genders, types = memory.plural, memory.genders, memory.types
    # “She has to go,” Bello said: whoever says so is someone else
    within = memory.discourse.in_quote(part.start)
    saying = scene.voices.at.get(part.place, ()) if within else ()

    def fits(entity: int) -> float:
        if entity in plural or entity in saying:
            return 0.0
        gender = genders.get(entity)
        if gender:
            return 1.0 if gender == pronoun.gender else 0.0
        if scene.is_named(entity):
            found = scene.entities[entity]
            if found.kind == "person":
                return UNSEXED
            whole = len(found.words) == 2 and not found.is_articled
            likely = WHOLE_AS_PERSON if whole else UNKNOWN_AS_PERSON
            return likely if found.kind == "unknown" else 0.0
        return UNNAMED_PERSON if types.get(entity) == "person" else 0.0

    if askers := asked_by(part, scene):
        part = part._replace(excluded=part.excluded + askers)
    answer = chosen(part, scene, fits)
    told = answer.entities and (answer.flag is not None or scene.gender(answer.entities[0]))
    if answer.entities and not told and is_alone(part, scene, fits):
        # who was "he" once is not "she" later
        return answer._replace(notes=(Gendered(answer.entities[0], pronoun.gender),))
    return answer


def asked_by(part: Part, scene: Scene) -> tuple[Span, ...]:
    """Who did to the pronoun what a participle says: asked *by the judge*, he said so."""
    tree = scene.trees[part.place]
    if tree.deps[part.head] != "nsubj":
        return ()
    clauses = tree.child_of(tree.heads[part.head], ("advcl",))
    agents = (tree.child(c, "agent") for c in clauses if tree.tags[c] == "VBN")
    return tuple(tree.span_of(a, tree.right[a]) for a in agents if a is not None)


def body(part: Part, scene: Scene) -> Answer | None:
    """The Bello Institute published a study. It said the mill would stay."""
    pronoun = pronoun_of(part, scene)
    if pronoun is None or pronoun.kind != "third" or pronoun.gender != "n":
        return None

    def fits(entity: int) -> float:
        if entity in scene.memory.plural:
            return 0.0
        if scene.gender(entity) == "n":
            return 1.0
        if scene.is_named(entity):
            return UNKNOWN_AS_BODY if scene.entities[entity].kind == "unknown" else 0.0
        # The decision was late. It sends a message: a thing may be meant, and no body
        known = scene.memory.types.get(entity)
        return THING if known == "unknown" else float(known in ("organization", "publication"))

    return chosen(part, scene, fits)


def plural(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello and Leo Ito own the mill. They said it would stay."""
    pronoun = pronoun_of(part, scene)
    if pronoun is None or pronoun.kind != "third" or pronoun.number not in ("many", "two"):
        return None
    best: tuple[float, tuple[int, ...]] = (0.0, ())
    scores: dict[int, float] = {}
    for seen in reversed(scene.memory.discourse.seen[-THEY_LOOK_BACK:]):
        if seen.start >= part.start or any(s.start <= seen.start < s.end for s in part.excluded):
            continue
        if part.sentence - seen.sentence > THEY_FARTHEST:
            break
        weight = seen.weight * DECAY ** (part.sentence - seen.sentence)
        first = seen.entities[0]
        if len(seen.entities) == 1 and first not in scene.memory.plural and not seen.many:
            weight *= body_share(first, scene) if seen.weight > DOING else 0.0
        if first in scene.memory.things:
            weight *= THEY_THINGS
        if weight > best[0]:
            best = (weight, seen.entities)
        for entity in seen.entities if weight > 0 else ():
            scores[entity] = max(weight, scores.get(entity, 0.0))
    ranked = foremost(sorted(((s, e) for e, s in scores.items()), reverse=True))
    return Answer(best[1], "pronoun", None if best[1] else "ambiguous_pronoun", ranked=ranked)


def body_share(entity: int, scene: Scene) -> float:
    """How well "they" fits one named body."""
    if scene.gender(entity) == "n":
        return THEY_BODY
    return (
        THEY_UNKNOWN if scene.is_named(entity) and scene.entities[entity].kind == "unknown" else 0.0
    )


def chosen(part: Part, scene: Scene, fits: Callable[[int], float]) -> Answer:
    """The most present entity that fits; none and a flag if nothing does."""
    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked or ranked[0][0] < PRONOUN_FAINTEST:
        only = len(ranked) == 1 and fits(ranked[0][1]) == 1.0 and scene.is_person(ranked[0][1])
        found = (ranked[0][1],) if only else ()
        return Answer(found, "pronoun", "ambiguous_pronoun", ranked=foremost(ranked))
    rival = ranked[1][0] / ranked[0][0] if len(ranked) > 1 else 0.0
    if rival > PRONOUN_EVEN:
        return Answer((), "pronoun", "ambiguous_pronoun", ranked=foremost(ranked))
    flag = "ambiguous_pronoun" if rival > PRONOUN_CLOSE else None
    return Answer((ranked[0][1],), "pronoun", flag, ranked=foremost(ranked))


def is_alone(part: Part, scene: Scene, fits: Callable[[int], float]) -> bool:
    """Whether nobody else who fits is nearly as present."""
    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    return len(ranked) < 2 or ranked[1][0] < PRONOUN_ALONE * ranked[0][0]


def open_pronoun(part: Part, scene: Scene) -> Answer | None:
    """Some said the mill would stay. We think so."""
    pronoun = pronoun_of(part, scene)
    if pronoun is None or (pronoun.number == "one" and name_index(part, scene) is not None):
        return None  # another, the painter Ada Bello
    return Answer((), "pronoun")

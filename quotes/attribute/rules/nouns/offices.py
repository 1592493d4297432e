"""Rules for sources that are the noun of an office: the president, the mayor of Dover."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.entities.entities import Entity
from quotes.attribute.names.capitals import PROPER
from quotes.attribute.names.roles import DONE, about, compound_role
from quotes.attribute.rules.nouns.phrases import around, is_definite, noun_of
from quotes.attribute.scene.answer import Answer, Part, Undecided, foremost
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import (
    FIT_NONE,
    FIT_SAID,
    FIT_SOLE,
    FIT_SOME,
    FIT_TOLD,
    ROLE_CLOSE,
    ROLE_FEW,
    ROLE_RIVAL,
)
from quotes.parse.tree import Tree

BODIES = frozenset(("organization", "publication"))


def role(part: Part, scene: Scene) -> Answer | Undecided | None:
    """Italy's president, Ada Bello, flew home. The Italian president said nothing had changed."""
    kept = role_of(part, scene)
    if not kept or not scene.by_role.get(kept):
        return None
    bearers = likely_bearers(kept, part, scene)
    if not bearers:
        return None
    wanted = (around(part, scene) | of_words(part, scene)) - set(kept.split())
    present = scene.memory.discourse.ranked(
        part.start, part.sentence, lambda e: float(scene.is_person(e)), part.excluded
    )
    sole = len(bearers) == 1
    ranked = sorted(
        (
            (score * role_fit(scene.entities[e], kept, wanted, sole, scene), e)
            for score, e in present
            if e in bearers
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] <= 0:
        return far_bearer(bearers, scene, kept, wanted)
    score, found = ranked[0]
    # Bello spoke. The senator said so: another senator, named long before, is hardly meant
    rivals = (s for s, e in present if e != found and not scene.entities[e].roles)
    if kept not in scene.lexicon.sole_roles and score < ROLE_RIVAL * next(rivals, 0.0):
        return Undecided(foremost(ranked))
    close = len(ranked) > 1 and ranked[1][0] > ROLE_CLOSE * score
    flag = "ambiguous_speaker" if close else None
    return Answer((found,), "nominal", flag, ranked=foremost(ranked))


def role_of(part: Part, scene: Scene) -> str | None:
    """The role, as the lexicon keeps it, that a definite noun says: the prime minister."""
    noun = noun_of(part, scene)
    kept = scene.lexicon.roles.get(noun) or scene.lexicon.titles.get(noun)
    tree = scene.trees[part.place]
    if not kept or noun in scene.lexicon.plural_roles:
        return None
    if not is_definite(part, scene) and (
        tree.tags[part.head] != "NNP" or is_anyone(part, tree, scene.lexicon)
    ):
        return None
    if any(
        tree.lower[t] in scene.lexicon.small.to_come for t in tree.child_of(part.head, ("amod",))
    ):
        return None  # the next president is not yet one
    return compound_role(tree, part.head, kept, scene.lexicon)


def likely_bearers(kept: str, part: Part, scene: Scene) -> list[int]:
    """Those of whom a role is told and who may be meant by the noun.

    Leaves out those who hold it no longer (or, for the *former* president, still do), who serve
    somebody else, or who hold it at another body.
    """
    found = list(scene.by_role[kept])
    if is_past(part, scene):
        found = [e for e in found if is_over(scene.entities[e], kept, scene.lexicon)]
    else:
        found = [e for e in found if not is_all_over(scene.entities[e], kept, scene.lexicon)]
    if (owner := owner_of(part, scene)) is not None:  # the mill's spokesman is not the union's
        found = [e for e in found if scene.memory.principals.get(e, owner) == owner]
    if (body := body_of(part, scene)) is not None:
        found = [e for e in found if not is_elsewhere(scene.entities[e], kept, body, scene)]
    return found


def is_anyone(part: Part, tree: Tree, lexicon: NameLexicon) -> bool:
    """Whether a word before the noun says that any may be meant: *one* Democrat said so.

    Not of a noun set beside a name: Ada Bello, a California Democrat
    """
    before = tree.child_of(part.head, ("det", "nummod"))
    return tree.deps[part.head] != "appos" and any(
        tree.lower[t] in lexicon.small.any for t in before
    )


def owner_of(part: Part, scene: Scene) -> int | None:
    """Whose the one called by a noun is, where that is a name: *Ito's* spokesman."""
    return scene.entity_at(part.place, scene.trees[part.place].child(part.head, "poss"))


def body_of(part: Part, scene: Scene) -> int | None:
    """The body that the noun of an office has before or after it: the *Bello Mills* chairman."""
    tree = scene.trees[part.place]
    tokens = [part.head - 1, tree.child(part.head, "poss")]
    if part.head + 2 < len(tree) and tree.lower[part.head + 1] in scene.lexicon.small.office_at:
        tokens.append(tree.right[part.head + 2])
    named = (scene.entity_at(part.place, token) for token in tokens)
    return next((e for e in named if e is not None and scene.entities[e].kind in BODIES), None)


def is_elsewhere(entity: Entity, noun: str, body: int, scene: Scene) -> bool:
    """Whether one who is *noun* is so at another body than *body*: Ada Bello, head of Ito plc."""
    about: set[str] = set()
    for role in entity.roles:
        about |= role.about if role.noun == noun else set()
    if about & set(scene.entities[body].words):
        return False
    likely = (e for e in scene.entities if e.kind in BODIES or e.kind == "unknown")
    others = (e for e in likely if e.number != body)
    return any(about >= set(other.words) for other in others)


def is_past(part: Part, scene: Scene) -> bool:
    """Whether an office is said to be held no more: the *former* president."""
    tree = scene.trees[part.place]
    return any(
        tree.lower[t] in scene.lexicon.small.past
        for t in tree.child_of(part.head, ("amod", "advmod"))
    )


def is_over(entity: Entity, noun: str, lexicon: NameLexicon) -> bool:
    """Whether one who is *noun* is somewhere said to have been so: not President Ada Bello."""
    return any(role.noun == noun and role.about & lexicon.small.past for role in entity.roles)


def is_all_over(entity: Entity, noun: str, lexicon: NameLexicon) -> bool:
    """Whether one who is *noun* is said to have been so wherever it is told: *former* mayor Ito."""
    said = [role.about for role in entity.roles if role.noun == noun]
    return bool(said) and not any(about.isdisjoint(lexicon.small.past) for about in said)


def far_bearer(
    bearers: Sequence[int], scene: Scene, kept: str, wanted: frozenset[str]
) -> Answer | None:
    """The only bearer of a role who fits, where none was named lately: the president."""
    if len(bearers) > ROLE_FEW or (kept not in scene.lexicon.sole_roles and not wanted):
        return None
    fitting = [e for e in bearers if role_fit(scene.entities[e], kept, wanted, False, scene) >= 1]
    return Answer((fitting[0],), "nominal") if len(fitting) == 1 else None


def role_fit(entity: Entity, noun: str, wanted: frozenset[str], sole: bool, scene: Scene) -> float:
    """How well one who is *noun* fits the words around the noun: 0 to 1.5."""
    if is_of_other_rank(entity, noun, wanted, scene.lexicon):
        return 0.0
    if not wanted:
        return 1.0
    everything: set[str] = set()
    for said in entity.roles:
        if said.noun == noun and wanted <= said.about:
            return FIT_SAID
        if said.noun == noun and said.token == DONE:  # who runs the mill is not the dam's owner
            return 0.0
        everything |= said.about
    if wanted <= everything:
        return FIT_TOLD
    # another country's president is another president
    lands = wanted & scene.lexicon.lands
    if lands and not lands & everything and everything & scene.lexicon.lands:
        return 0.0
    return FIT_SOLE if sole else FIT_SOME if wanted & everything else FIT_NONE


def is_of_other_rank(
    entity: Entity, noun: str, wanted: frozenset[str], lexicon: NameLexicon
) -> bool:
    """Whether the words before an office make it another's: the *deputy* leader is not the leader.

    Nor is the leader one of whom all that is said is that she is the deputy.
    """
    ranks = lexicon.small.lesser - set(noun.split())
    said = [role.about & ranks for role in entity.roles if role.noun == noun]
    return bool(said) and not any(about == wanted & ranks for about in said)


def of_words(part: Part, scene: Scene) -> frozenset[str]:
    """The names after the noun that say which one is meant: the mayor *of Dover*."""
    tree = scene.trees[part.place]
    tokens = range(part.head + 1, phrase_end(part, tree, scene.lexicon) + 1)
    names = (about(tree, range(t, t + 1), scene.lexicon) for t in tokens if tree.tags[t] in PROPER)
    return frozenset().union(*names)


def phrase_end(part: Part, tree: Tree, lexicon: NameLexicon) -> int:
    """The last word of a noun with its "of": the prime minister *of Poland*, who was ill."""
    after = part.head + 1
    if after <= part.last and tree.lower[after] in lexicon.small.office_with:
        return min(part.last, tree.right[after])
    return part.head

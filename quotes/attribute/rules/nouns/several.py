"""Rules for nouns that stand for several at once: the two women, critics like Ada Bello."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from quotes.attribute.rules.nouns.epithets import is_plain
from quotes.attribute.rules.nouns.phrases import is_definite, noun_of
from quotes.attribute.scene.answer import Answer, Part, Undecided, foremost
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import DOING_TOGETHER, JOINT_FARTHEST, JOINT_LATEST, THIRD_PRESENT
from quotes.parse.tree import Tree


def several(part: Part, scene: Scene) -> Answer | Undecided | None:
    """Ada Bello and Leo Ito met. The two senators said the mill would stay."""
    noun = noun_of(part, scene)
    pair = scene.lexicon.several.get(noun, False)
    if not (pair or noun in scene.lexicon.plural_roles) or not is_definite(part, scene):
        return None
    kept = scene.lexicon.roles.get(noun, noun)
    for seen in reversed(scene.memory.discourse.joint[-JOINT_LATEST:]):
        if seen.start >= part.start or (
            part.sentence - seen.sentence > JOINT_FARTHEST and not pair
        ):
            continue
        if not all(scene.is_person(entity) for entity in seen.entities):
            continue
        if noun in scene.lexicon.small.teams and not all(
            e in scene.voices.first for e in seen.entities
        ):
            continue  # the authors are not two of whom they wrote
        nouns = {role.noun for entity in seen.entities for role in scene.entities[entity].roles}
        acting = pair or is_two(part, scene) or seen.weight > DOING_TOGETHER
        if acting and (pair or noun in scene.lexicon.several or kept in nouns):
            return Answer(seen.entities, "nominal")
    small = scene.lexicon.small
    if pair and noun not in small.trios and (both := only_two(part, scene)):
        return Answer(both, "nominal")
    return two_present(
        part, scene, "m" if noun in small.men else "f" if noun in small.women else ""
    )


def only_two(part: Part, scene: Scene) -> tuple[int, ...]:
    """The two persons whom the article has named so far, if no others: *the pair*; () if not.

    A couple is no two men: who they are may not have been said.
    """
    before = (e.number for e in scene.persons if e.start < part.start)
    found = tuple(sorted(islice(before, 3)))
    alike = len({scene.gender(e) for e in found} - {""}) == 1 < len(found)
    couple = noun_of(part, scene) in scene.lexicon.small.couples
    return found if len(found) == 2 and is_plain(part, scene) and not (couple and alike) else ()


def is_two(part: Part, scene: Scene) -> bool:
    """Whether a word before a noun says that there are two: the *two* women."""
    tree, two = scene.trees[part.place], scene.lexicon.small.two
    return any(tree.lower[token] in two for token in range(part.first, part.head))


def two_present(part: Part, scene: Scene, gender: str) -> Answer | Undecided | None:
    """Ada Bello ran the mill. Then Eva Ito came. The two women did not speak for a year."""
    if not is_two(part, scene):
        return None

    def fits(entity: int) -> float:
        if not scene.is_named(entity) or scene.entities[entity].kind != "person":
            return 0.0
        return 1.0 if not gender or scene.gender(entity) == gender else 0.0

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if len(ranked) < 2:
        return None
    if len(ranked) > 2 and ranked[2][0] > THIRD_PRESENT * ranked[1][0]:
        return Undecided(foremost(ranked))
    both = tuple(sorted(entity for _, entity in ranked[:2]))
    return Answer(both, "nominal", "ambiguous_speaker", ranked=foremost(ranked))


def some_of(part: Part, scene: Scene) -> Answer | None:
    """A few of the critics, such as Ada Bello, say it will close."""
    tree = scene.trees[part.place]
    of = part.head + 1
    if of >= len(tree) or tree.lower[of] not in scene.lexicon.small.of:
        return None
    noun = tree.child(of, "pobj")
    if noun is None:
        return None
    return including(part._replace(head=noun, last=max(part.last, tree.right[noun])), scene)


def including(part: Part, scene: Scene) -> Answer | None:
    """Critics of the mill, like Ada Bello and Leo Ito, say it will close."""
    tree = scene.trees[part.place]
    if tree.tags[part.head] not in ("NNS", "NNPS"):
        return None
    small = scene.lexicon.small
    last = max(part.last, tree.right[part.head])  # the words of the source may end before them
    after = range(part.head + 1, last)
    opening = next((t for t in after if names_some(tree, t, scene.lexicon)), None)
    if opening is None:
        return None
    inside = scene.mentions_in(part.place, opening + 1, last)
    first = opening + (2 if tree.lower[opening + 1] in small.articles else 1)
    if not inside or scene.mentions[inside[0]].name.begin != first:
        return None
    named = [
        i
        for i in inside
        if scene.groups[i]
        and scene.mentions[i].name.kind in ("person", "organization", "publication")
        and not is_beside_person(scene, i, inside)
    ]
    found = tuple(dict.fromkeys(scene.groups[i][0] for i in named))
    return Answer(found, "nominal") if found else None


def is_beside_person(scene: Scene, index: int, inside: Sequence[int]) -> bool:
    """Whether a body's name stands before a person's, who is of it: *Bello Mills* head Ada Ito."""
    name = scene.mentions[index].name
    later = (scene.mentions[i].name for i in inside if scene.mentions[i].name.first > name.last)
    person = next((other for other in later if other.kind == "person"), None)
    if name.kind == "person" or person is None:
        return False
    between = scene.trees[scene.mentions[index].tree].lower[name.last + 1 : person.begin]
    return "," not in between and scene.lexicon.small.and_.isdisjoint(between)


def names_some(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether a word opens a row of examples: critics *like* Ada Bello, *such as* Ada Bello."""
    word, small = tree.lower[token], lexicon.small
    as_such = word in small.as_ and tree.lower[token - 1] in small.such
    return word in small.examples or as_such

"""Reads an article front to back and notes who is named, meant and quoted at each place."""

from __future__ import annotations

from collections.abc import Callable

from quotes.attribute import naming
from quotes.attribute.discourse import Seen
from quotes.attribute.parts import part_at, source_parts
from quotes.attribute.scene import Answer, Part, Scene
from quotes.model import Quote
from quotes.tree import Tree

Found = tuple[Part, Answer, str]  # a part of a source, who it is, and the rule that told
Resolve = Callable[[Part, Scene], tuple[Answer, str]]

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
# How much a place in the sentence makes a name the one talked about.
WEIGHTS = {
    "nsubj": 1.0,
    "nsubjpass": 0.95,
    "dobj": 0.6,
    "pobj": 0.5,
    "appos": 0.6,
    "poss": 0.5,
    "compound": 0.2,
    "npadvmod": 0.2,
}
SUBJECT, SPEAKER = 0.9, 1.3  # the same of a noun or pronoun that is a subject, and of a source
QUOTED = 0.35  # what being within quotation marks leaves of it


def resolve_all(
    scene: Scene, quotes: tuple[Quote, ...], resolve: Resolve
) -> dict[int, list[Found]]:
    """For each quote with a source who its parts are; reads the article front to back."""
    done: dict[int, list[Found]] = {}
    parts = [list(source_parts(scene, quote)) if quote.source else [] for quote in quotes]
    covered = {(part.place, part.head) for found in parts for part in found}
    steps = [(found[0].start, 1, number, 0) for number, found in enumerate(parts) if found]
    steps += [
        (mention.start, 0, index, 0)
        for index, mention in enumerate(scene.mentions)
        if scene.groups[index]
    ]
    steps += [
        (tree.starts[token], 2, place, token)
        for place, tree in enumerate(scene.trees)
        for token, dep in enumerate(tree.deps)
        if dep in SUBJECTS and is_narrative(tree, token) and (place, token) not in covered
    ]
    for _, kind, one, other in sorted(steps):
        if kind == 0:
            see_name(scene, one)
        elif kind == 1:
            done[one] = resolve_source(scene, parts[one], resolve)
        else:
            see_subject(scene, one, other, resolve)
    return done


def is_narrative(tree: Tree, token: int) -> bool:
    """Whether a subject is a pronoun or noun that may stand for someone."""
    tag = tree.tags[token]
    return tag in ("NN", "NNS") or (tag == "PRP" and tree.lower[token] in ("he", "she"))


def see_name(scene: Scene, index: int) -> None:
    """Notes that a name is here."""
    mention = scene.mentions[index]
    tree = scene.trees[mention.tree]
    if len(scene.groups[index]) == 1:
        entity = scene.groups[index][0]
    else:
        part = part_at(scene, mention.tree, mention.head, mention.name.first, mention.name.last)
        answer = naming.name_shared(part, scene)
        if answer is None or not answer.entities:
            return
        entity = answer.entities[0]
    dep, top = tree.deps[mention.head], mention.head
    while tree.deps[top] in ("conj", "appos") and tree.heads[top] < top:
        top = tree.heads[top]
    weight = WEIGHTS.get(tree.deps[top], 0.4)
    if tree.deps[top] in SUBJECTS:
        weight *= scene.clause_weight(mention.tree, top)
    if mention.headline or (mention.name.kind == "place" and weight < 0.9):
        weight *= 0.5
    if scene.discourse.in_quote(mention.start):
        weight *= QUOTED
    sentence = scene.sentence_of(mention.tree, mention.head)
    scene.discourse.add(Seen(mention.start, (entity,), sentence, weight))
    # Bello and Ito: they
    before = scene.mention_at(mention.tree, tree.heads[mention.head]) if dep == "conj" else None
    if before is not None and before != index and len(scene.groups[before]) == 1:
        pair = (scene.groups[before][0], entity)
        scene.discourse.add(Seen(mention.start, pair, sentence, weight))


def see_subject(scene: Scene, place: int, token: int, resolve: Resolve) -> None:
    """Notes whom the subject of a clause stands for."""
    tree = scene.trees[place]
    part = part_at(scene, place, token, tree.left[token], tree.right[token])
    if naming.name_index(part, scene) is not None:
        return
    answer, _ = resolve(part, scene)
    if answer.entities:
        weight = SUBJECT * scene.clause_weight(place, token)
        if scene.discourse.in_quote(part.start):
            weight *= QUOTED
        scene.discourse.add(Seen(part.start, answer.entities, part.sentence, weight))


def resolve_source(scene: Scene, parts: list[Part], resolve: Resolve) -> list[Found]:
    """Who each part of a source is; notes them as speakers."""
    found = []
    for part in parts:
        answer, rule = resolve(part, scene)
        found.append((part, answer, rule))
    together = tuple(e for _, answer, _ in found for e in answer.entities)
    if together:
        scene.discourse.add(Seen(parts[0].start, together, parts[0].sentence, SPEAKER))
    return found

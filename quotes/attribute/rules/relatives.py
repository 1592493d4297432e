"""The rule for sources that are relative pronouns: Ada Bello, *who* said so."""

from __future__ import annotations

from quotes.attribute.rules.pronouns import pronoun_of
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.scene import Scene
from quotes.attribute.sources.parts import part_at
from quotes.lexicon.names import NameLexicon
from quotes.parse.tree import Tree


def relative(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello, who said the mill would stay, left."""
    pronoun = pronoun_of(part, scene)
    if pronoun is None or pronoun.kind != "relative":
        return None
    head = relative_head(part, scene)
    if head is None or head >= part.head:
        return Answer((), "pronoun", "ambiguous_pronoun")
    place, tree = part.place, scene.trees[part.place]
    antecedent = part_at(scene, place, head, tree.left[head], part.head - 1, part.excluded)
    if pronoun_of(antecedent, scene):
        return Answer((), "pronoun")
    others = (part_at(scene, place, t, t, t) for t in also_meant(part, scene, head))
    return Answer((), "pronoun", same_as=(antecedent, *others))


def relative_head(part: Part, scene: Scene) -> int | None:
    """The noun that the clause of a relative pronoun goes with; None if there is none."""
    tree = scene.trees[part.place]
    before = part.head - 1
    while before > 0 and tree.words[before] in (",", "–", "—"):
        before -= 1
    head = before if before >= 0 and tree.tags[before].startswith("NN") else None
    for ancestor in (part.head, *tree.ancestors(part.head)):
        if tree.deps[ancestor] == "relcl":
            head = tree.heads[ancestor]
            break
    # China and Japan, the two largest buyers, which ...: the noun set beside is the names before it
    while head is not None and tree.deps[head] == "appos" and tree.heads[head] < head:
        head = tree.heads[head]
    if head is None or tree.lower[part.head] not in scene.lexicon.small.personal:
        return head
    # actors like Ada Bello, Leo Ito and Eva Sato, who joked: the last of a row is meant
    if is_person(scene, part.place, before) and before > head:
        return before
    return person_above(scene, part.place, head)


def also_meant(part: Part, scene: Scene, head: int) -> tuple[int, ...]:
    """The other one of two whom a relative clause goes with: Bello and Ito, who have sold, ...

    Only where the parse hangs the clause on the first of them, and its verb is not singular.
    """
    tree = scene.trees[part.place]
    if tree.deps[head] == "conj":
        first = tree.heads[head]
        others = [c for c in tree.child_of(first, ("conj",)) if c < part.head]
        clause = next((a for a in tree.ancestors(part.head) if tree.deps[a] == "relcl"), None)
        if others != [head] or clause is None or tree.heads[clause] != first:
            return ()
        return () if is_singular(tree, clause, scene.lexicon) else (first,)
    others = [c for c in tree.child_of(head, ("conj",)) if c < part.head]
    clause = next(
        (a for a in (part.head, *tree.ancestors(part.head)) if tree.deps[a] == "relcl"), None
    )
    if len(others) != 1 or clause is None or is_singular(tree, clause, scene.lexicon):
        return ()
    return (others[0],) if tree.tags[others[0]].startswith("NNP") else ()


def is_singular(tree: Tree, verb: int, lexicon: NameLexicon) -> bool:
    """Whether a verb or its auxiliary says that its subject is one."""
    verbs = (verb, *tree.child_of(verb, ("aux", "auxpass")))
    return any(tree.tags[v] == "VBZ" or tree.lower[v] in lexicon.small.singular for v in verbs)


def is_person(scene: Scene, place: int, token: int) -> bool:
    """Whether the token is part of a person's name."""
    index = scene.mention_at(place, token)
    groups = scene.groups[index] if index is not None else []
    return bool(groups) and scene.entities[groups[0]].kind == "person"


def person_above(scene: Scene, place: int, token: int) -> int:
    """The noun that *token* belongs to where a person is meant, else *token*.

    Ada Bello, 59, of Ashton, who ...; the nominee for president, who ...
    """
    tree = scene.trees[place]
    if is_person(scene, place, token) or tree.child(token, "det", "poss") is not None:
        return token
    if tree.tags[token] in ("NNS", "NNPS"):
        return token
    for above in tree.ancestors(token):
        if above < token and (
            is_person(scene, place, above) or tree.lower[above] in scene.lexicon.roles
        ):
            return above
        if tree.tags[above][0] not in "NIC":
            break
    return token

"""For whom a speaker speaks: a spokesman for the mill, her lawyer, its report."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribute.asking import ask
from quotes.attribute.names.roles import compound_role
from quotes.attribute.rules.nouns.body_nouns import meant_body
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.memory import note
from quotes.attribute.scene.notes import SpeaksFor
from quotes.attribute.scene.scene import Scene
from quotes.attribute.sources.parts import part_at
from quotes.lexicon.names import fold


def principal_of(scene: Scene, place: int, token: int) -> int | None:
    """The entity with a name for whom the one called by the noun at *token* speaks."""
    tree = scene.trees[place]
    noun = speaking_noun(scene, place, token)
    if noun is None:
        return None
    closely = scene.lexicon.speaks_for.get(noun, True)  # a document is always somebody's
    first = token - noun.count(" ")
    if closely and (found := body_before(scene, place, first)) is not None:
        return found if scene.has_name(found) else None
    for owner, owns in owners(scene, place, token):
        found = scene.entity_at(place, owner)
        if found is None:
            part = part_at(scene, place, owner, tree.left[owner], tree.right[owner])
            answer, _ = ask(part, scene)
            found = answer.entities[0] if len(answer.entities) == 1 and not answer.flag else None
        # the bank's agent may be an agent of anything; Ito's agent speaks for him
        if found is not None and scene.has_name(found):
            return found if closely or not owns or scene.gender(found) != "n" else None
    return None


def speaking_noun(scene: Scene, place: int, token: int) -> str | None:
    """The noun at *token*, as the lexicon keeps it, if what it names speaks for others."""
    tree, lexicon = scene.trees[place], scene.lexicon
    word = fold(tree.words[token])
    noun = lexicon.roles.get(word) or lexicon.titles.get(word) or word
    noun = compound_role(tree, token, noun, lexicon)
    return noun if noun in lexicon.speaks_for or word in lexicon.documents else None


def body_before(scene: Scene, place: int, token: int) -> int | None:
    """Who is named right before the noun that starts at *token*: *Corvane* spokeswoman Ada Bello.

    a *ministry* spokesman, after one ministry has been named
    """
    before = token - 1
    if before < 0:
        return None
    if scene.mention_at(place, before) is not None:
        return scene.entity_at(place, before)
    noun = scene.trees[place].lower[before]
    if noun not in scene.lexicon.org_heads and noun not in scene.lexicon.stands_for:
        return None
    answer = meant_body(part_at(scene, place, before, before, before), scene, noun, frozenset())
    if answer is None:
        return None
    note(scene.memory, *answer.notes)
    return None if answer.flag else answer.entities[0]


def owners(scene: Scene, place: int, token: int) -> Iterator[tuple[int, bool]]:
    """The words that may say for whom, and whether each is a possessor: *her* lawyer."""
    tree, small = scene.trees[place], scene.lexicon.small
    heads = [token]
    if tree.deps[token] in ("compound", "nmod") and tree.heads[token] > token:
        heads.append(tree.heads[token])  # Ito's spokesman Leo Bello
    for head in heads:
        owner = tree.child(head, "poss")
        if owner is not None and owner < token:
            yield owner, True
    after = token + 1
    by = tree.child(token, "prep", "agent")
    if by is not None and tree.lower[by] in small.by:  # a study by the mill
        child = tree.child(by, "pobj")
        if child is not None:
            yield child, False
    if after < len(tree) and tree.lower[after] in small.speaking_for:
        child = tree.child(after, "pobj")
        if child is not None:
            yield child, False
    elif after < len(tree):
        verb = after + (tree.lower[after] in small.representing_openers)
        known = small.representing if verb == after else small.represents
        if verb < len(tree) and tree.lower[verb] in known:
            child = tree.child(verb, "dobj")
            if child is not None:
                yield child, False


def note_principals(scene: Scene, index: int) -> None:
    """Notes for whom the one whom a mention names speaks, if its roles say so."""
    mention, entity = scene.mentions[index], scene.groups[index][0]
    for role in mention.roles:
        if role.noun in scene.lexicon.speaks_for and role.token >= 0:
            note_principal(scene, entity, mention.tree, role.token)


def note_unnamed(scene: Scene, part: Part, answer: Answer) -> None:
    """Notes for whom a speaker without a name speaks: *a spokesman for the mill*."""
    if len(answer.entities) == 1 and speaking_noun(scene, part.place, part.head):
        note_principal(scene, answer.entities[0], part.place, part.head)


def note_principal(scene: Scene, entity: int, place: int, token: int) -> None:
    """Notes for whom an entity, called by the noun at *token*, speaks, if it is not known."""
    if entity in scene.memory.principals:
        return
    found = principal_of(scene, place, token)
    if found is not None and found != entity:
        note(scene.memory, SpeaksFor(entity, found))

"""The rule for nouns whose bearer the article never names: a senior official, critics, a report."""

from __future__ import annotations

from quotes.attribute.rules.nouns.epithets import is_epithet
from quotes.attribute.rules.nouns.phrases import is_definite, noun_of
from quotes.attribute.scene.answer import Answer, Part, Ranked, foremost
from quotes.attribute.scene.notes import Described, NewEntity
from quotes.attribute.scene.scene import Scene
from quotes.model import SpeakerType


def unnamed(part: Part, scene: Scene) -> Answer | None:
    """A senior official said the mill would stay. The official gave no date."""
    tree = scene.trees[part.place]
    noun = noun_of(part, scene)
    left = max(part.first, tree.left[part.head])
    right = min(part.last, tree.right[part.head])
    small = scene.lexicon.small
    idle, possessive = small.empty, small.possessive
    said = [w for w in tree.lower[left : right + 1] if w not in idle and w not in possessive]
    text = " ".join(said) or noun
    known = scene.memory.described.get(text)
    if is_definite(part, scene):
        known = scene.memory.described.get(noun) if known is None else known
    elif tree.child(part.head, "det") is not None and tree.tags[part.head] == "NN":
        known = None  # a woman ... a woman: two women
    if known is not None:
        notes = (Described(known, (text, noun)),)
        return Answer((known,), "nominal", notes=notes, ranked=may_be_meant(part, scene))
    new = new_entity(part, scene, noun, text)
    return Answer((new.number,), "nominal", notes=(new,), ranked=may_be_meant(part, scene))


def may_be_meant(part: Part, scene: Scene) -> Ranked:
    """Who may be meant after all by "the" with a noun for a person: *the keeper*."""
    tree = scene.trees[part.place]
    owned = tree.child(part.head, "poss") is not None
    if tree.tags[part.head] != "NN" or owned or not is_definite(part, scene):
        return ()
    if unnamed_type(part, scene) != "person":
        return ()
    return foremost(
        scene.memory.discourse.ranked(
            part.start, part.sentence, lambda e: float(scene.is_person(e)), part.excluded
        )
    )


def new_entity(part: Part, scene: Scene, noun: str, text: str) -> NewEntity:
    """Whom a noun stands for who has not been spoken of before."""
    kind, lexicon = unnamed_type(part, scene), scene.lexicon
    many = scene.trees[part.place].tags[part.head] in ("NNS", "NNPS")
    gender = lexicon.role_gender.get(noun) or lexicon.kin.get(noun, "")
    if kind in ("organization", "publication"):
        gender = "n"
    is_thing = many and not is_animate(noun, scene)
    return NewEntity(scene.new_number(), kind, gender, (text, noun), many, is_thing)


def unnamed_type(part: Part, scene: Scene) -> SpeakerType:
    """What kind of speaker a noun without a name is."""
    if is_epithet(part, scene):
        return "person"
    noun = noun_of(part, scene)
    tree = scene.trees[part.place]
    if tree.tags[part.head] in ("NNS", "NNPS") and noun not in scene.lexicon.documents:
        return "group"
    if noun in scene.lexicon.documents:
        return "publication"
    if noun in scene.lexicon.roles or noun in scene.lexicon.kin or noun in scene.lexicon.titles:
        return "person"
    if noun in scene.lexicon.org_heads or noun in scene.lexicon.stands_for:
        return "organization"
    return "unknown"


def is_animate(noun: str, scene: Scene) -> bool:
    """Whether a plural noun is known for persons or bodies: officials, families, companies."""
    lexicon = scene.lexicon
    endings = ("", *lexicon.plural_endings)
    singular = {noun.removesuffix(ending) for ending in endings}
    for ending, usual in lexicon.replaced_endings.items():
        if noun.endswith(ending):
            singular.add(noun.removesuffix(ending) + usual)
    known = (lexicon.roles, lexicon.several, lexicon.people, lexicon.kin, lexicon.org_heads)
    return any(form in table for form in singular for table in known)

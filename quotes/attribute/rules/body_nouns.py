"""Rules for sources that are nouns: of bodies, of some who are named, and of no one named."""

from __future__ import annotations

from itertools import islice

from quotes.attribute.entities.entities import Entity
from quotes.attribute.rules.epithets import is_epithet
from quotes.attribute.rules.nouns import (
    around,
    is_definite,
    noun_of,
    owner_words,
    proper_around,
)
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.notes import Called, Described, NewEntity
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import NameLexicon
from quotes.model import SpeakerType
from quotes.parse.tree import Tree

LATELY, CLEARLY = 20, 0.8  # mentions, and fit, of a body that "this" may mean
AGAIN = 2.5  # how much more a noun means one for whom it stood before
FEW = 12  # bodies of a noun among which one that was not named lately is looked for
FAINTEST = 0.02  # presence of a body that a noun may still mean


def including(part: Part, scene: Scene) -> Answer | None:
    """Critics of the mill, like Ada Bello and Leo Ito, say it will close."""
    tree = scene.trees[part.place]
    if tree.tags[part.head] not in ("NNS", "NNPS"):
        return None
    small = scene.lexicon.small
    after = range(part.head + 1, part.last)
    opening = next((t for t in after if names_some(tree, t, scene.lexicon)), None)
    if opening is None:
        return None
    inside = scene.mentions_in(part.place, opening + 1, part.last)
    first = opening + (2 if tree.lower[opening + 1] in small.articles else 1)
    if not inside or scene.mentions[inside[0]].name.begin != first:
        return None
    named = [
        i
        for i in inside
        if scene.groups[i] and scene.mentions[i].name.kind in ("person", "organization")
    ]
    found = tuple(dict.fromkeys(scene.groups[i][0] for i in named))
    return Answer(found, "nominal") if found else None


def names_some(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether a word opens a row of examples: critics *like* Ada Bello, *such as* Ada Bello."""
    word, small = tree.lower[token], lexicon.small
    as_such = word in small.as_ and tree.lower[token - 1] in small.such
    return word in small.examples or as_such


def body_head(part: Part, scene: Scene) -> Answer | None:
    """Poland's Defence Ministry sent a note. The ministry said it was the last."""
    noun, tree = noun_of(part, scene), scene.trees[part.place]
    lexicon = scene.lexicon
    known = (lexicon.org_heads, lexicon.stands_for, lexicon.named_by_owner, lexicon.trades)
    if tree.tags[part.head] in ("NNS", "NNPS") or not any(noun in table for table in known):
        return None
    if not is_definite(part, scene):
        return foretold(part, scene)
    if (
        noun in lexicon.documents
        and noun in lexicon.publications
        and tree.words[part.head].islower()
    ):
        return None  # a school's Facebook post; the Dover Post is "the Post"
    if (named := named_by_noun(part, scene)) is not None:
        return named
    wanted = around(part, scene)
    if noun in lexicon.trades or noun in lexicon.bare:  # the homewares chain, the mining company
        wanted &= proper_around(part, scene)
    if (det := tree.child(part.head, "det")) is not None and tree.lower[det] in lexicon.small.this:
        return latest_body(part, scene, noun, wanted)
    owner = tree.child(part.head, "poss")
    if owner is not None and tree.lower[owner] in scene.lexicon.pronouns:  # her campaign
        wanted = frozenset(owner_words(part, owner, scene))
    return meant_body(part, scene, noun, wanted)


def meant_body(part: Part, scene: Scene, noun: str, wanted: frozenset[str]) -> Answer | None:
    """The most present body that a definite noun, with the words around it, may stand for."""

    def fits(entity: int) -> float:
        # once the company, it mostly stays the company, whichever other one is named
        again = AGAIN if scene.memory.called[noun, entity] else 1.0
        return body_fit(scene, entity, noun, wanted) * again

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked or ranked[0][0] < FAINTEST:
        return far_body(part, scene, noun, wanted)
    if body_fit(scene, ranked[0][1], noun, wanted) < CLEARLY:
        firm = sole_firm(part, scene, noun, wanted)
        if firm is not None:
            return Answer((firm,), "nominal")
    close = len(ranked) > 1 and ranked[1][0] > 0.85 * ranked[0][0]
    flag, found = "ambiguous_speaker" if close else None, ranked[0][1]
    return Answer((found,), "nominal", flag, notes=(Called(noun, found),))


def sole_firm(part: Part, scene: Scene, noun: str, wanted: frozenset[str]) -> int | None:
    """The only firm that is named again and again: Bello plc, not the Fells, is the company."""
    before = (e for e in scene.entities if e.start < part.start and e.count > 1)
    firms = (e.number for e in before if e.words[-1] in scene.lexicon.firm_suffixes)
    found = tuple(islice((e for e in firms if body_fit(scene, e, noun, wanted) >= CLEARLY), 2))
    return found[0] if len(found) == 1 else None


def is_firm(scene: Scene, entity: Entity) -> bool:
    """Whether a name says that it is a firm's: Bello plc; Bello & Ito."""
    return entity.words[-1] in scene.lexicon.firm_suffixes or "&" in entity.name


def latest_body(part: Part, scene: Scene, noun: str, wanted: frozenset[str]) -> Answer | None:
    """The body named last: The Dover poll and then the Leeds poll came. *This poll* says so."""
    for seen in reversed(scene.memory.discourse.seen[-LATELY:]):
        if seen.start < part.start and body_fit(scene, seen.entities[0], noun, wanted) >= CLEARLY:
            return Answer((seen.entities[0],), "nominal")
    return None


def far_body(part: Part, scene: Scene, noun: str, wanted: frozenset[str]) -> Answer | None:
    """The only body of the noun that was named before, however long ago.

    Or of a noun that it stands for: the Federation of Millers ... the union
    """
    kept = scene.lexicon.org_heads.get(noun, noun)
    wider = () if kept in scene.lexicon.documents else scene.lexicon.stands_for.get(kept, ())
    for heads in ((kept,), wider):
        named = (n for h in heads for n in scene.by_head.get(h, ()))
        before = (n for n in named if scene.entities[n].start < part.start)
        fitting = [n for n in islice(before, FEW) if body_fit(scene, n, noun, wanted) >= CLEARLY]
        if fitting:
            return Answer((fitting[0],), "nominal") if len(fitting) == 1 else None
    return None


def body_fit(scene: Scene, entity: int, noun: str, wanted: frozenset[str]) -> float:
    """How well a noun, with the words around it, may stand for an entity: 0 to 1."""
    lexicon = scene.lexicon
    found = scene.entities[entity] if scene.is_named(entity) else None
    if found is None or found.kind not in ("organization", "publication", "unknown"):
        return 0.0
    if noun in lexicon.lettered and found.name.isupper() and not wanted & lexicon.lands:
        return 0.25  # the space agency
    if wanted and not wanted & {lexicon.countries.get(w, w) for w in found.words}:
        return 0.0
    kept = lexicon.org_heads.get(noun, noun)
    if found.noun == kept:
        return 1.0
    if found.noun in lexicon.stands_for.get(kept, ()):
        return 0.8
    if is_firm(scene, found) and (noun in lexicon.bare or noun in lexicon.trades):
        return 0.8
    if noun in lexicon.trades:
        return 0.6 if found.noun in lexicon.firm_nouns else 0.0
    if noun in lexicon.bare:
        return 0.3 if found.kind == "unknown" and len(found.words) <= 3 else 0.0
    return 0.0


def named_by_noun(part: Part, scene: Scene) -> Answer | None:
    """The Bello Daily newspaper said the mill would stay."""
    index = scene.mention_at(part.place, part.head - 1)
    if index is None or scene.mentions[index].name.kind in ("place", "people", "role", "person"):
        return None
    if scene.trees[part.place].heads[scene.mentions[index].head] != part.head:
        return None
    found = scene.groups[index]
    if len(found) != 1 or scene.is_person(found[0]):
        return None
    return Answer((found[0],), "name")


def foretold(part: Part, scene: Scene) -> Answer | None:
    """A Senate panel voted to close it. ... The Senate Rivers Committee met on Friday.

    What a first sentence calls by its kind is named below; only a body that shares a word fits.
    """
    noun = noun_of(part, scene)
    if part.sentence > 3:
        return None
    kept = scene.lexicon.org_heads.get(noun, noun)
    heads = {kept} | scene.lexicon.stands_for.get(kept, frozenset())
    wanted = around(part, scene)
    fitting = [
        e.number
        for head in heads
        for n in scene.by_head.get(head, ())
        for e in [scene.entities[n]]
        if wanted & set(e.words)
    ]
    return Answer((fitting[0],), "nominal") if len(fitting) == 1 else None


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


def unnamed(part: Part, scene: Scene) -> Answer | None:
    """A senior official said the mill would stay. The official gave no date."""
    tree = scene.trees[part.place]
    noun = noun_of(part, scene)
    left = max(part.first, tree.left[part.head])
    right = min(part.last, tree.right[part.head])
    small = scene.lexicon.small
    said = [
        w
        for w in tree.lower[left : right + 1]
        if w not in small.empty and w not in small.possessive
    ]
    text = " ".join(said) or noun
    known = scene.memory.described.get(text)
    if is_definite(part, scene):
        known = scene.memory.described.get(noun) if known is None else known
    elif tree.child(part.head, "det") is not None and tree.tags[part.head] == "NN":
        known = None  # a woman ... a woman: two women
    if known is not None:
        return Answer((known,), "nominal", notes=(Described(known, (text, noun)),))
    new = new_entity(part, scene, noun)
    return Answer((new.number,), "nominal", notes=(new, Described(new.number, (text, noun))))


def new_entity(part: Part, scene: Scene, noun: str) -> NewEntity:
    """Whom a noun stands for who has not been spoken of before."""
    kind, lexicon = unnamed_type(part, scene), scene.lexicon
    many = scene.trees[part.place].tags[part.head] in ("NNS", "NNPS")
    gender = lexicon.role_gender.get(noun) or lexicon.kin.get(noun, "")
    if kind in ("organization", "publication"):
        gender = "n"
    is_thing = many and not is_animate(noun, scene)
    return NewEntity(scene.new_number(), kind, gender, many, is_thing)

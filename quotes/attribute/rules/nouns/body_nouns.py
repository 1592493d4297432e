"""The rule for sources that are the noun of a body: the ministry, the company, her campaign."""

from __future__ import annotations

from itertools import islice

from quotes.attribute.entities.entities import Entity
from quotes.attribute.rules.nouns.phrases import (
    around,
    is_definite,
    noun_of,
    owner_words,
    proper_around,
)
from quotes.attribute.scene.answer import Answer, Part, foremost
from quotes.attribute.scene.notes import Called
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.thresholds import (
    BODY_AGAIN,
    BODY_CLEARLY,
    BODY_CLOSE,
    BODY_FAINTEST,
    BODY_FEW,
    BODY_LATELY,
    FIRST_LINES,
    FIT_BARE,
    FIT_LETTERED,
    FIT_STANDS_FOR,
    FIT_TRADE,
)


def body_head(part: Part, scene: Scene) -> Answer | None:
    """Poland's Defence Ministry sent a note. The ministry said it was the last."""
    noun, tree = noun_of(part, scene), scene.trees[part.place]
    lexicon = scene.lexicon
    if noun not in lexicon.body_nouns or tree.tags[part.head] in ("NNS", "NNPS"):
        return None
    if not is_definite(part, scene):
        return body_sharing_word(part, scene)
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
        again = BODY_AGAIN if scene.memory.called[noun, entity] else 1.0
        return body_fit(scene, entity, noun, wanted) * again

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked or ranked[0][0] < BODY_FAINTEST:
        return far_body(part, scene, noun, wanted)
    if body_fit(scene, ranked[0][1], noun, wanted) < BODY_CLEARLY:
        firm = sole_firm(part, scene, noun, wanted)
        if firm is not None:
            return Answer((firm,), "nominal", ranked=foremost(ranked))
    close = len(ranked) > 1 and ranked[1][0] > BODY_CLOSE * ranked[0][0]
    flag, found = "ambiguous_speaker" if close else None, ranked[0][1]
    notes = (Called(noun, found),)
    return Answer((found,), "nominal", flag, notes=notes, ranked=foremost(ranked))


def sole_firm(part: Part, scene: Scene, noun: str, wanted: frozenset[str]) -> int | None:
    """The only firm that is named again and again: Bello plc, not the Fells, is the company."""
    before = (e for e in scene.entities if e.start < part.start and e.count > 1)
    firms = (e.number for e in before if e.words[-1] in scene.lexicon.firm_suffixes)
    found = tuple(islice((e for e in firms if body_fit(scene, e, noun, wanted) >= BODY_CLEARLY), 2))
    return found[0] if len(found) == 1 else None


def is_firm(scene: Scene, entity: Entity) -> bool:
    """Whether a name says that it is a firm's: Bello plc; Bello & Ito."""
    return entity.words[-1] in scene.lexicon.firm_suffixes or "&" in entity.name


def latest_body(part: Part, scene: Scene, noun: str, wanted: frozenset[str]) -> Answer | None:
    """The body named last: The Dover poll and then the Leeds poll came. *This poll* says so."""
    for seen in reversed(scene.memory.discourse.seen[-BODY_LATELY:]):
        if (
            seen.start < part.start
            and body_fit(scene, seen.entities[0], noun, wanted) >= BODY_CLEARLY
        ):
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
        fitting = [
            n for n in islice(before, BODY_FEW) if body_fit(scene, n, noun, wanted) >= BODY_CLEARLY
        ]
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
        return FIT_LETTERED  # the space agency
    if wanted and not wanted & {lexicon.countries.get(w, w) for w in found.words}:
        return 0.0
    kept = lexicon.org_heads.get(noun, noun)
    if found.noun == kept:
        return 1.0
    if noun in lexicon.small.sites and found.name.lower().endswith(lexicon.small.site_endings):
        return 1.0
    if found.noun in lexicon.stands_for.get(kept, ()):
        return FIT_STANDS_FOR
    if is_firm(scene, found) and (noun in lexicon.bare or noun in lexicon.trades):
        return FIT_STANDS_FOR
    if noun in lexicon.trades:
        return FIT_TRADE if found.noun in lexicon.firm_nouns else 0.0
    if noun in lexicon.bare:
        open_kind = found.kind == "unknown" or found.name.isupper()  # AWB: the company
        return FIT_BARE if open_kind and len(found.words) <= 3 else 0.0
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


def body_sharing_word(part: Part, scene: Scene) -> Answer | None:
    """A Senate panel voted to close it. ... The Senate Rivers Committee met on Friday.

    What a first sentence calls by its kind is named below; only a body that shares a word fits.
    """
    noun = noun_of(part, scene)
    if part.sentence > FIRST_LINES:
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

"""Rules for sources that say what a person is: the president, her lawyer, the two women."""

from __future__ import annotations

from itertools import islice

from quotes.attribute.entities import Entity
from quotes.attribute.epithets import is_plain
from quotes.attribute.names import text_of
from quotes.attribute.nouns import around, is_definite, noun_of, owner_words
from quotes.attribute.roles import DONE, about, compound_role
from quotes.attribute.runs import PROPER
from quotes.attribute.scene import Answer, Part, Scene
from quotes.tree import Tree

LATEST, FAR = 8, 10  # joint mentions, and sentences, that "the two men" may look back
FEW = 12  # bearers of a role among whom one who was not named lately is looked for


def role(part: Part, scene: Scene) -> Answer | None:
    """Italy's president, Ada Bello, flew home. The Italian president said nothing had changed."""
    kept = role_of(part, scene)
    bearers = scene.by_role.get(kept) if kept else None
    if not kept or not bearers:
        return None
    wanted = (around(part, scene) | of_words(part, scene)) - set(kept.split())
    present = scene.discourse.ranked(
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
        return far_bearer(scene, kept, wanted)
    score, found = ranked[0]
    # Bello spoke. The senator said so: another senator, named long before, is hardly meant
    rivals = (s for s, e in present if e != found and not scene.entities[e].roles)
    if kept not in scene.words.sole_roles and score < 0.5 * next(rivals, 0.0):
        return None
    close = len(ranked) > 1 and ranked[1][0] > 0.8 * score
    return Answer((found,), "nominal", "ambiguous_speaker" if close else None)


def role_of(part: Part, scene: Scene) -> str | None:
    """The role, as the lexicon keeps it, that a definite noun says: the prime minister."""
    noun = noun_of(part, scene)
    kept = scene.words.roles.get(noun) or scene.words.titles.get(noun)
    tree = scene.trees[part.place]
    if not kept or noun in scene.words.plural_roles:
        return None
    if not is_definite(part, scene) and tree.tags[part.head] != "NNP":
        return None
    return compound_role(tree, part.head, kept, scene.words)


def far_bearer(scene: Scene, kept: str, wanted: frozenset[str]) -> Answer | None:
    """The only bearer of a role who fits, where none was named lately: the president."""
    bearers = scene.by_role[kept]
    if len(bearers) > FEW or (kept not in scene.words.sole_roles and not wanted):
        return None
    fitting = [e for e in bearers if role_fit(scene.entities[e], kept, wanted, False, scene) >= 1]
    return Answer((fitting[0],), "nominal") if len(fitting) == 1 else None


def role_fit(entity: Entity, noun: str, wanted: frozenset[str], sole: bool, scene: Scene) -> float:
    """How well one who is *noun* fits the words around the noun: 0 to 1.5."""
    if not wanted:
        return 1.0
    everything: set[str] = set()
    for said in entity.roles:
        if said.noun == noun and wanted <= said.about:
            return 1.5
        if said.noun == noun and said.token == DONE:  # who runs the mill is not the dam's owner
            return 0.0
        everything |= said.about
    if wanted <= everything:
        return 1.2
    # another country's president is another president
    lands = wanted & scene.words.lands
    if lands and not lands & everything and everything & scene.words.lands:
        return 0.0
    return 0.8 if sole else 0.5 if wanted & everything else 0.25


def listed(part: Part, scene: Scene) -> Answer | None:
    """The prime minister said so: the one of the user's list, where the article shows no other."""
    listing, tree = scene.listing, scene.trees[part.place]
    noun = tree.tags[part.head] in ("NN", "NNP", "NNPS", "NNS")
    if listing is None or not noun or scene.mention_at(part.place, part.head) is not None:
        return None
    last = phrase_end(part, tree)
    text = text_of(tree, max(part.first, tree.left[part.head]), last)
    row = listing.registry.named(text, listing.day) or listing.registry.named(
        text.removeprefix("the ").removeprefix("The "), listing.day
    )
    if row is None and (is_definite(part, scene) or tree.tags[part.head] == "NNP"):
        row = listing.registry.in_role(text, listing.day)
        own = role(part, scene) if row is not None else None
        if own is not None and own.entities and scene.listed.get(own.entities[0]) != row:
            return None
    return None if row is None else Answer((scene.entity_of(row),), "nominal")


def of_words(part: Part, scene: Scene) -> frozenset[str]:
    """The names after the noun that say which one is meant: the mayor *of Dover*."""
    tree = scene.trees[part.place]
    tokens = range(part.head + 1, phrase_end(part, tree) + 1)
    names = (about(tree, range(t, t + 1), scene.words) for t in tokens if tree.tags[t] in PROPER)
    return frozenset().union(*names)


def phrase_end(part: Part, tree: Tree) -> int:
    """The last word of a noun with its "of": the prime minister *of Poland*, who was ill."""
    after = part.head + 1
    if after <= part.last and tree.lower[after] in ("of", "for"):
        return min(part.last, tree.right[after])
    return part.head


def kin(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello, a lawyer for Mr. Ito, filed the suit. Ito's lawyer said it would be heard."""
    noun = noun_of(part, scene)
    if noun not in scene.words.kin and noun not in scene.words.roles:
        return None
    tree = scene.trees[part.place]
    owner = tree.child(part.head, "poss")
    if owner is None or noun in scene.words.plural_roles:
        return None
    kept = scene.words.roles.get(noun, noun)
    nouns = dict.fromkeys((kept, noun))
    bearers = [e for each in nouns for e in islice(scene.by_role.get(each, ()), FEW)]
    if not bearers:
        return namesake(part, scene, owner)
    index = scene.mention_at(part.place, owner)
    named = (
        {scene.mentions[index].name.words[-1]}
        if index is not None
        else owner_words(part, owner, scene)
    )
    fitting = [
        entity
        for entity in dict.fromkeys(bearers)
        if any(r.noun in (kept, noun) and r.about & named for r in scene.entities[entity].roles)
    ]
    if len(fitting) != 1 or named & set(scene.entities[fitting[0]].words[:1]):
        return None  # Ito's sister, Ada, left. Her sister is not Ada
    return Answer((fitting[0],), "nominal")


def namesake(part: Part, scene: Scene, owner: int) -> Answer | None:
    """Ada and Leo Bello fled the fire. Her husband said it was loud: the one of her surname."""
    noun = noun_of(part, scene)
    pronoun = scene.words.pronouns.get(scene.trees[part.place].lower[owner])
    gender = scene.words.kin.get(noun, "")
    if pronoun is None or not gender or noun not in scene.words.same_family:
        return None

    def fits(entity: int) -> float:
        return float(scene.is_person(entity) and scene.gender(entity) == pronoun.gender)

    ranked = scene.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked:
        return None
    whose = scene.entities[ranked[0][1]]
    family = [
        e.number
        for e in scene.persons
        if e.number != whose.number and e.words[-1] == whose.words[-1] and len(e.words) > 1
    ]
    only = len(family) == 1 and scene.gender(family[0]) == gender
    return Answer((family[0],), "nominal") if only else None


def several(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello and Leo Ito met. The two senators said the mill would stay."""
    noun = noun_of(part, scene)
    pair = scene.words.several.get(noun, False)
    if not (pair or noun in scene.words.plural_roles) or not is_definite(part, scene):
        return None
    kept = scene.words.roles.get(noun, noun)
    for seen in reversed(scene.discourse.joint[-LATEST:]):
        if seen.start >= part.start or (part.sentence - seen.sentence > FAR and not pair):
            continue
        if not all(scene.is_person(entity) for entity in seen.entities):
            continue
        nouns = {role.noun for entity in seen.entities for role in scene.entities[entity].roles}
        if pair or noun in scene.words.several or kept in nouns:
            return Answer(seen.entities, "nominal")
    if pair and noun != "trio" and (both := only_two(part, scene)):
        return Answer(both, "nominal")
    return two_present(part, scene, "m" if noun == "men" else "f" if noun == "women" else "")


def only_two(part: Part, scene: Scene) -> tuple[int, ...]:
    """The two persons whom the article has named so far, if no others: *the pair*; () if not.

    A couple is no two men: who they are may not have been said.
    """
    before = (e.number for e in scene.persons if e.start < part.start)
    found = tuple(sorted(islice(before, 3)))
    alike = len({scene.gender(e) for e in found} - {""}) == 1 < len(found)
    couple = noun_of(part, scene) == "couple"
    return found if len(found) == 2 and is_plain(part, scene) and not (couple and alike) else ()


def two_present(part: Part, scene: Scene, gender: str) -> Answer | None:
    """Ada Bello ran the mill. Then Eva Ito came. The two women did not speak for a year."""
    tree = scene.trees[part.place]
    if not any(tree.lower[t] in ("two", "both") for t in range(part.first, part.head)):
        return None

    def fits(entity: int) -> float:
        if not scene.is_named(entity) or scene.entities[entity].kind != "person":
            return 0.0
        return 1.0 if not gender or scene.gender(entity) == gender else 0.0

    ranked = scene.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][0] > 0.5 * ranked[1][0]):
        return None
    return Answer(tuple(sorted(entity for _, entity in ranked[:2])), "nominal", "ambiguous_speaker")

"""Rules for nouns that the article never gave to anyone: the 26-year-old, the officer, the Dane."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.attribute.rules.nouns.ages_and_peoples import (
    age_of,
    hyphenated,
    is_second_word,
    land_of,
)
from quotes.attribute.rules.nouns.phrases import around
from quotes.attribute.scene.answer import Answer, Part, Undecided, foremost
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import NameLexicon, fold
from quotes.lexicon.thresholds import (
    EPITHET_FAINTER,
    EPITHET_PRESENT,
    EPITHET_RIVAL,
    LEADING,
)
from quotes.parse.tree import Tree

TEENS = frozenset(map(str, range(13, 20)))


def kind(part: Part, scene: Scene) -> Answer | Undecided | None:
    """Inspector Ada Bello leads the search. The officer said it would go on."""
    if not is_plain(part, scene):
        return None
    noun = wide_noun(part, scene)
    narrower = scene.lexicon.kinds.get(noun)
    # an official ... the official: whoever it is, without a name
    if narrower is None or noun in scene.memory.described:
        return None
    bearers = {entity for role in narrower for entity in bearers_of(role, scene)}
    lands = around(part, scene) & scene.lexicon.lands

    def fits(entity: int) -> float:
        if entity not in bearers:
            return 0.0
        own = frozenset().union(*(role.about for role in scene.entities[entity].roles))
        elsewhere = lands and own & scene.lexicon.lands and not lands & own
        return 0.0 if elsewhere else 1.0

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked:
        return None
    return clearly_first(ranked)


def clearly_first(ranked: Sequence[tuple[float, int]]) -> Answer | Undecided:
    """The most present of those in question, if no other is nearly so."""
    if len(ranked) > 1 and ranked[1][0] > EPITHET_RIVAL * ranked[0][0]:
        return Undecided(foremost(ranked))
    return Answer((ranked[0][1],), "nominal", ranked=foremost(ranked))


def wide_noun(part: Part, scene: Scene) -> str:
    """The noun as the lexicon has it, an office of state with what it is head of."""
    tree = scene.trees[part.place]
    if is_head_of_state(tree, part.head, scene.lexicon):
        return " ".join(tree.lower[part.head : part.head + 3])
    noun = fold(hyphenated(tree, part.head))
    return scene.lexicon.roles.get(noun, noun)


def is_head_of_state(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether the noun is the first word of an office of state of three: *head* of state."""
    return tree.lower[token : token + 3] in lexicon.small.heads_of_state


def bearers_of(role: str, scene: Scene) -> Iterator[int]:
    """Those who bear a role; of two words one may only be said beside the other."""
    yield from scene.by_role.get(role, ())
    beside, _, noun = role.rpartition(" ")
    for entity in scene.by_role.get(noun, ()) if beside else ():
        said = scene.entities[entity].roles
        if any(each.noun == noun and beside in each.about for each in said):
            yield entity


def epithet(part: Part, scene: Scene) -> Answer | Undecided | None:
    """Ada Bello lost the match. The 26-year-old said she was tired."""
    tree, lexicon = scene.trees[part.place], scene.lexicon
    if not is_plain(part, scene) or not is_epithet(part, scene):
        return None
    noun = fold(hyphenated(tree, part.head))
    age, land = age_of(tree, part, lexicon), land_of(tree, part.head, lexicon)
    told = of_age(part, scene, age)
    if len(told) == 1:
        return Answer((told[0],), "nominal")
    genders = (lexicon.role_gender, lexicon.kin, lexicon.countrymen)
    gender = next((found for table in genders if (found := table.get(noun))), "")
    least = 1 if lexicon.epithets.get(noun, True) else LEADING

    def fits(entity: int) -> float:
        if not may_be_person(scene, entity):
            return 0.0
        if age and scene.entities[entity].ages and not told:
            return 0.0
        if gender and scene.gender(entity) not in (gender, ""):
            return 0.0
        said = scene.entities[entity].roles
        if land is not None or age:
            lands = {w for role in said for w in role.about} & lexicon.lands
            return 0.0 if land and lands and land not in lands else 1.0
        neutral = (lexicon.small.neutral, lexicon.kin)
        return float(all(any(role.noun in table for table in neutral) for role in said))

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if not ranked or ranked[0][0] < (
        EPITHET_PRESENT if land is None and not age else EPITHET_FAINTER
    ):
        return None
    if scene.entities[ranked[0][1]].count < least:
        return None
    return clearly_first(ranked)


def of_age(part: Part, scene: Scene, age: str) -> list[int]:
    """Those named before whose age the article tells, or who are as young: the teenager Ada."""
    told = [e for e in scene.by_age.get(age, ()) if scene.entities[e].start < part.start]
    if told or age not in TEENS:
        return told
    young = scene.lexicon.small.young
    return [e for role in young for e in bearers_of(role, scene) if precedes(scene, e, part)]


def precedes(scene: Scene, entity: int, part: Part) -> bool:
    """Whether someone without a known age is named before the part."""
    found = scene.entities[entity]
    return found.start < part.start and not found.ages


def may_be_person(scene: Scene, entity: int) -> bool:
    """Whether an entity is a person by name, or by all that is known: *Xan Bello* left."""
    if not scene.is_named(entity):
        return False
    found = scene.entities[entity]
    return found.kind == "person" or (found.kind == "unknown" and len(found.words) == 2)


def is_epithet(part: Part, scene: Scene) -> bool:
    """Whether a singular noun tells an age, a people or what the lexicon has as an epithet."""
    tree, lexicon = scene.trees[part.place], scene.lexicon
    if tree.tags[part.head] in ("NNS", "NNPS"):
        return False
    noun = fold(hyphenated(tree, part.head))
    if noun in lexicon.documents or noun in lexicon.body_nouns:
        return False  # the 10-year-old lawsuit
    land = land_of(tree, part.head, lexicon)
    told = noun in lexicon.epithets or land is not None or bool(age_of(tree, part, lexicon))
    is_new = noun in lexicon.roles and noun not in scene.memory.described
    return told or (is_new and is_portrayed(part, scene))


def is_portrayed(part: Part, scene: Scene) -> bool:
    """Whether a word before the noun tells of a life: the *retired* driver; nobody new has one."""
    tree = scene.trees[part.place]
    return any(
        tree.lower[t] in scene.lexicon.portraying for t in tree.child_of(part.head, ("amod",))
    )


def is_plain(part: Part, scene: Scene) -> bool:
    """Whether a noun is one, has "the" and no words that tell of someone new.

    The singer, who was ill, said so; not the singer *from Dover*, the *Dover* singer
    """
    tree, head = scene.trees[part.place], part.head
    first = tree.left[head]
    the = scene.lexicon.small.the
    definite = not the.isdisjoint(tree.lower[max(0, first - 1) : first + 1])
    if tree.tags[head] in ("NNS", "NNPS") or not definite:
        return False
    for child in tree.children[head]:
        if child > head:
            closed = tree.words[tree.left[child] - 1] == ","
            whole = is_head_of_state(tree, head, scene.lexicon) and child == head + 1
            if tree.deps[child] in ("prep", "relcl", "acl") and not (closed or whole):
                return False
        elif child == head - 1 and is_second_word(tree, head, scene.lexicon):
            continue
        elif tree.deps[child] == "poss" or (
            tree.tags[child] == "NNP" and fold(tree.words[child]) not in scene.lexicon.countries
        ):
            return tree.words[child + 1] == "-"  # the *Anglo*-Dane
    return True

"""What the rules for nouns ask of a source: its noun, whether it is definite, what is around it."""

from __future__ import annotations

from quotes.attribute.names.offices import is_trade
from quotes.attribute.names.roles import about
from quotes.attribute.scene.answer import Part
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import fold


def is_definite(part: Part, scene: Scene) -> bool:
    """Whether the noun points at someone the reader knows: the president, her lawyer."""
    tree = scene.trees[part.place]
    for child in tree.children[part.head]:
        if child < part.head and tree.deps[child] in ("det", "poss"):
            return tree.deps[child] == "poss" or tree.lower[child] in scene.lexicon.small.definite
    # uncil said so: the article before a singular noun is lost too
    torn = tree.left[part.head] == 0 and part.place in scene.torn
    return torn and tree.tags[part.head] in ("NN", "NNP")


def noun_of(part: Part, scene: Scene) -> str:
    """The part's noun, folded; whole where its first letters are lost."""
    whole = scene.torn.get(part.place, "") if part.head == 0 else ""
    return whole or fold(scene.trees[part.place].words[part.head])


def tells_who(part: Part, scene: Scene) -> bool:
    """Whether a noun may tell who is meant: the *minister*, the 34-year-old native; not rain."""
    tree, head = scene.trees[part.place], part.head
    word = noun_of(part, scene)
    if word in scene.lexicon.telling or is_trade(word, scene.lexicon):
        return True
    return "-" in tree.words[tree.left[head] : head + 2]


def around(part: Part, scene: Scene) -> frozenset[str]:
    """The words before and of the noun that say which one is meant: the *Polish* president."""
    tree = scene.trees[part.place]
    left = max(part.first, tree.left[part.head])
    tokens = range(left, part.head)
    return about(tree, tokens, scene.lexicon) - scene.lexicon.small.empty


def proper_around(part: Part, scene: Scene) -> frozenset[str]:
    """Those of the words before a noun that are names or say a country: the *Dutch* brewer."""
    tree = scene.trees[part.place]
    left = max(part.first, tree.left[part.head])
    return frozenset().union(
        *(
            about(tree, range(token, token + 1), scene.lexicon)
            for token in range(left, part.head)
            if tree.words[token][0].isupper()
            and tree.lower[token] not in scene.lexicon.small.the
            and tree.words[token + 1] != "-"  # the Dover-based firm
        )
    )


def owner_words(part: Part, owner: int, scene: Scene) -> set[str]:
    """The words by which a role may say whose it is, for "his" lawyer and "the mill's" owner."""
    tree = scene.trees[part.place]
    pronoun = scene.lexicon.pronouns.get(tree.lower[owner])
    if pronoun is None:
        return {fold(tree.words[owner])}
    ranked = scene.memory.discourse.ranked(
        part.start,
        part.sentence,
        lambda e: 1.0 if scene.is_named(e) and scene.gender(e) in (pronoun.gender, "") else 0.0,
        part.excluded,
    )
    return (
        {scene.entities[ranked[0][1]].words[-1], tree.lower[owner]}
        if ranked
        else {tree.lower[owner]}
    )

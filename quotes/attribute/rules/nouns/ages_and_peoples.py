"""What a noun itself tells: an age, a people, a word of several parts."""

from __future__ import annotations

from quotes.attribute.scene.answer import Part
from quotes.lexicon.names import NameLexicon, fold
from quotes.parse.tree import Tree


def hyphenated(tree: Tree, token: int) -> str:
    """The word that a token is part of, read over hyphens: left-*hander*."""
    if "-" not in tree.words[max(0, token - 1) : token + 2]:
        return tree.words[token]
    first = last = token
    while (
        first > 1
        and tree.words[first - 1] == "-"
        and tree.ends[first - 2] + 1 == tree.starts[first]
    ):
        first -= 2
    while (
        last + 2 < len(tree)
        and tree.words[last + 1] == "-"
        and (tree.ends[last] + 1 == tree.starts[last + 2])
    ):
        last += 2
    return tree.text[tree.starts[first] : tree.ends[last]]


def age_of(tree: Tree, part: Part, lexicon: NameLexicon) -> str:
    """The age that a noun tells, in figures: the *34*-year-old; "" if it tells none."""
    words, years_old = tree.lower[tree.left[part.head] : part.head + 1], lexicon.small.years_old
    length = len(years_old)
    for at in range(len(words) - length):
        if words[at + 1 : at + 1 + length] == years_old:
            return words[at]
    return ""


def land_of(tree: Tree, token: int, lexicon: NameLexicon) -> str | None:
    """The country of one of a people, "" if it is not known which; None if it is none."""
    noun = fold(tree.words[token])
    if noun in lexicon.countrymen:
        return ""
    if is_second_word(tree, token, lexicon):  # the South African
        noun = f"{fold(tree.words[token - 1])} {noun}"
    return lexicon.countries.get(noun) if noun in lexicon.adjectives else None


def is_second_word(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether a word ends the name of a people of two words: South *African*."""
    return (
        token > 0 and " ".join(map(fold, tree.words[token - 1 : token + 1])) in lexicon.adjectives
    )

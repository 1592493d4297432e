"""Names that capitals alone do not show: Poland's Defence Ministry, the Bello campaign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.attribute.names.capitals import PROPER
from quotes.attribute.names.same_name import body_noun
from quotes.attribute.names.splitting import Name, text_of
from quotes.lexicon.names import NameLexicon
from quotes.parse.tree import Tree

NOUNS = frozenset(("NN", "NNS", *PROPER))


def find_definitions(tree: Tree) -> Iterator[tuple[int, tuple[int, str]]]:
    """The bracket before an acronym, the first word of what it stands for, and the acronym.

    The Alliance to Mend Our Schools (AMOS)  gives  (, Alliance and amos
    """
    if "(" not in tree.words:
        return
    for token in range(2, len(tree) - 2):
        letters = tree.words[token + 1]
        if tree.words[token] != "(" or not (letters.isupper() and 2 <= len(letters) <= 8):
            continue
        left, at, begin = len(letters) - 1, token - 1, token - 1
        while at >= max(0, token - 2 * len(letters)) and left >= 0:
            word = tree.words[at]
            if word[0].upper() == letters[left] and (word[0].isupper() or left > 0):
                left, begin = left - 1, at
            elif word[0].isupper():
                break
            at -= 1
        if left < 0 and tree.words[begin][0].isupper():
            yield token, (begin, letters.lower())


def is_other_name(tree: Tree, name: Name, letters: Name, lexicon: NameLexicon) -> bool:
    """Whether a name goes on with the letters that stand for it: Friends of Mills, or *FOM*."""
    between = tree.lower[name.last + 1 : letters.begin]
    text = tree.words[letters.first]
    short = len(letters.words) == 1 and text.isupper() and len(text) > 1
    joined = len(between) == 2 and between[0] == "," and between[1] in lexicon.small.or_
    return short and joined and name.kind not in ("person", "place") and len(name.words) > 1


def with_owner(tree: Tree, name: Name, before: Sequence[Name], lexicon: NameLexicon) -> Name:
    """*name* with the country that owns it: Poland's Defence Ministry is one name.

    A body of the state; Poland's Millers' Union has a name of its own.
    """
    if name.kind != "organization" or not before or name.begin < 2:
        return name
    owner = before[-1]
    if (
        tree.lower[name.begin - 1] in lexicon.small.possessive
        and owner.last == name.begin - 2
        and owner.kind in ("place", "organization")
        and owner.first == owner.begin
        and body_noun(name.words, lexicon) in lexicon.small.of_the_state
    ):
        return name._replace(first=owner.first, begin=owner.first, words=owner.words + name.words)
    return name


def owned_body(tree: Tree, name: Name, lexicon: NameLexicon) -> Name | None:
    """The body that a common noun makes of the name before it; None if there is none.

    the Bello campaign, Bello's campaign, the Dover Post opinion poll, the Polish foreign ministry
    """
    if name.titles:
        return None
    token = name.last + 1
    if token < len(tree) and tree.lower[token] in lexicon.small.possessive:
        token += 1
    for noun in range(token, min(token + 3, len(tree))):
        if tree.lower[noun] in lexicon.named_by_owner and tree.tags[noun] == "NN":
            if (
                noun + 1 < len(tree)
                and tree.tags[noun + 1] in NOUNS
                and tree.heads[noun] == noun + 1
                and tree.lower[noun + 1] not in lexicon.roles  # the Bello campaign spokesman
            ):
                return None
            inner = tree.heads[name.last] == noun or noun == token
            owner = name.words[-1:] if name.kind == "person" else name.words
            between = tuple(w for w in tree.lower[token:noun] if w not in lexicon.election)
            if not inner:
                return None
            return Name(
                name.first, noun, name.first, (*owner, *between, tree.lower[noun]), "organization"
            )
        if not (tree.words[noun].islower() and tree.tags[noun] in ("NN", "JJ")):
            return None
    return None


def written_as(tree: Tree, name: Name, lexicon: NameLexicon) -> str:
    """The name as the record gives it: a campaign goes by its owner's surname alone."""
    whole = text_of(tree, name.first, name.last)
    if name.surname is not None:
        return f"{whole} {tree.words[name.surname]}"
    owner = name.last - name.first
    if name.kind == "organization" and tree.words[name.last].islower() and owner:
        marks = [
            t for t in range(name.first, name.last) if tree.lower[t] in lexicon.small.possessive
        ]
        own = (marks[-1] if marks else name.last) - 1
        while own > name.first and tree.words[own].islower():
            own -= 1  # the Bello presidential campaign
        if (
            (marks or len(name.words) < owner + 1)
            and not tree.words[own].isupper()
            and len(name.words) == 2
        ):
            return f"{tree.words[own]} {tree.words[name.last]}"
    return whole

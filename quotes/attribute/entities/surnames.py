"""Surnames that are words for something else as well: Ada Bishop, Leo Holland, Eva Lane."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.names.same_name import person_words
from quotes.attribute.names.splitting import Name, name_gender
from quotes.lexicon.names import NameLexicon
from quotes.parse.tree import Tree

ELSE = frozenset(("role", "place", "organization"))  # what a surname is a word for as well
WITHIN = frozenset(("compound", "amod", "nmod"))


def as_surnames(
    mentions: Sequence[NameMention], trees: Sequence[Tree], lexicon: NameLexicon
) -> list[NameMention]:
    """*mentions* in which a word that the article has as a surname names its bearer.

    Leo Holland left. *Holland* said so. Ada Bishop left. *Bishop* said so; not: the bishop, nor
    in Holland, nor a word before the first Holland is met. Eva Lane left. *Lane* said so: a lane
    would have an article, so that Eva Lane is no street.
    """
    lone = [is_bare(mention, trees[mention.tree], lexicon) for mention in mentions]
    bare = {mention.name.words[0] for mention in compress(mentions, lone)}
    if not bare:
        return list(mentions)
    borne: set[str] = set()  # the surnames met so far
    found = []
    for mention, alone in zip(mentions, lone, strict=True):
        name = mention.name
        if name.words[-1] in bare and is_like_place(mention, lexicon):
            name = name._replace(kind="person", gender=name_gender(name.words, (), lexicon))
        elif alone and name.words[0] in borne and name.kind in ELSE:
            name = name._replace(kind="unknown")
        if bears_surname(name):
            borne.add(person_words(name.words, lexicon)[-1])
        found.append(mention if name is mention.name else mention._replace(name=name))
    return found


def bears_surname(name: Name) -> bool:
    """Whether the last word of a name is a person's surname, or may be one."""
    if name.kind == "person" and name.titles:
        return True
    return len(name.words) > 1 and name.kind in ("person", "unknown")


def is_bare(mention: NameMention, tree: Tree, lexicon: NameLexicon) -> bool:
    """Whether one word without an article stands where a person's surname may."""
    head, name = mention.head, mention.name
    if len(name.words) > 1 or name.titles or tree.tags[head] != "NNP" or mention.located:
        return False
    if tree.deps[head] in WITHIN or tree.child(head, "det", "poss", "amod") is not None:
        return False
    if name.kind == "role" or tree.deps[head] in ("nsubj", "nsubjpass"):
        return True
    return tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] in lexicon.small.spoken_by


def is_like_place(mention: NameMention, lexicon: NameLexicon) -> bool:
    """Whether a first name stands before a word that places and persons bear: Eva *Lane*."""
    name = mention.name
    if len(name.words) != 2 or name.kind not in ("place", "organization"):
        return False
    first, last = name.words
    known = last in lexicon.place_heads or last in lexicon.surnames
    return known and first in lexicon.first_names and first not in lexicon.places

"""Whether a word is written like a part of a name."""

from __future__ import annotations

import re

from quotes.lexicon.names import NameLexicon
from quotes.parse.tree import Tree

PROPER = frozenset(("NNP", "NNPS"))
CAPITALISED = frozenset(("NN", "NNS", "JJ", "VBG", "VBN", "FW", "CD", "RB", "JJR", "JJS", "VB"))
UNLIKE_NAMES = re.compile(r"[<>=@_#:$(]|www|http")  # a web address
HANDLE = re.compile(r"@[A-Za-z]\w+")
DOTTED = re.compile(r"(?:[A-Z]\.){3,}[A-Z]?")
ENDS_SENTENCE = frozenset(
    (".", "?", "!", ":", '"', "“", "''", "``", "‘", "—", "–", "--", "…", "•", "*", ";")
)
MARKS = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))


def opens_sentence(tree: Tree, token: int) -> bool:
    """Whether a capital at *token* says nothing because a sentence or a quote begins there."""
    return token == 0 or tree.words[token - 1] in ENDS_SENTENCE


def is_name_word(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether the word is written and tagged as (a part of) a name."""
    word = tree.words[token]
    if not word[0].isupper():
        return not word.islower() and (is_handle(word) or is_brand(tree, token))
    if tree.lower[token].rstrip(".") in lexicon.calendar:
        return begins_name(tree, token, lexicon)
    if not word.isalpha() and (UNLIKE_NAMES.search(word) or is_partisan(word, lexicon)):
        return False
    if len(word) == 1 and token + 1 < len(tree) and tree.words[token + 1] == "-":  # R-Ohio
        return False
    if len(word) == 1 and tree.lower[token] in lexicon.pronouns:  # I
        return False
    tag = tree.tags[token]
    if "." in word and DOTTED.fullmatch(word):  # the N.B.C.
        return True
    if tag in PROPER or (tag == "ADD" and "/" not in word):  # BelloMills.com
        return not (word.isupper() and len(word) == 1 and opens_sentence(tree, token))
    if tag not in CAPITALISED:
        return False
    return not opens_sentence(tree, token) or tree.lower[token] in lexicon.first_names


def is_handle(word: str) -> bool:
    """Whether a word is somebody's name on a platform: @AdaBello."""
    return HANDLE.fullmatch(word) is not None


def is_brand(tree: Tree, token: int) -> bool:
    """Whether a word is a name that begins small: belloScore, eBello."""
    word = tree.words[token]
    noun = tree.tags[token] in ("NN", "NNP", "NNS")
    return noun and word.isalpha() and word[0].islower() and any(c.isupper() for c in word[1:4])


def is_partisan(word: str, lexicon: NameLexicon) -> bool:
    """Whether a word begins with the letter of a party: Ada Bello, *D-Mont.*"""
    return word[1:2] == "-" and word[0].lower() in lexicon.parties


def begins_name(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether a month is a first name: *June* Bello, 71, said; not: in *June* Bello said."""
    surname = token + 1
    if tree.lower[token] not in lexicon.first_names or surname >= len(tree):
        return False
    doubled = surname + 2 if tree.words[surname + 1 : surname + 2] == ("-",) else surname
    bound = tree.deps[token] == "compound" and tree.heads[token] in (surname, doubled)
    bound = bound and tree.tags[surname] == "NNP"
    after_preposition = token > 0 and tree.tags[token - 1] == "IN"
    return bound and not after_preposition and tree.lower[surname] not in lexicon.calendar

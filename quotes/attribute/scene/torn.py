"""Paragraphs whose first letters are lost, as drop capitals are in many texts: *uncil* said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from quotes.lexicon.thresholds import TORN_LONG, TORN_RARE
from quotes.parse.tree import Tree


def torn_words(trees: Sequence[Tree], headlines: Collection[int]) -> dict[int, str]:
    """The places of the trees that begin within a word, each with the whole word in lower case.

    The whole word is the commonest of the article that ends so; "" if none does. Nothing is torn
    where the article has the piece as a word, nor where most paragraphs begin small.
    """
    begun = {
        place: tree.lower[0]
        for place, tree in enumerate(trees)
        if tree.words[0].islower() and tree.words[0].isalpha() and place not in headlines
    }
    if not begun or TORN_RARE * len(begun) > len(trees):
        return {}
    words = Counter(word for tree in trees for word in tree.lower[1:] if word.isalpha())
    return {place: whole_word(piece, words) for place, piece in begun.items() if piece not in words}


def whole_word(piece: str, words: Counter[str]) -> str:
    """The commonest of *words* that ends with *piece*, "" if none does."""
    if len(piece) < TORN_LONG:
        return ""
    longer = ((count, word) for word, count in words.items() if word.endswith(piece))
    return max(longer, default=(0, ""))[1]

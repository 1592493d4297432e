"""From a paragraph's tree to the stretches of its words that are written like a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.attribute.names.capitals import is_name_word
from quotes.attribute.names.joints import joins, number_after
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import LONGEST_NAME
from quotes.parse.tree import Tree

UNUSUAL = re.compile(r"@|[a-z][A-Z]")  # in @AdaBello and belloScore, and in McBello


def find_runs(tree: Tree, lexicon: NameLexicon) -> Iterator[tuple[int, int]]:
    """The first and last token of each stretch of name words, in order."""
    end, last = len(tree), -1
    for token in likely(tree):
        if token <= last or not is_name_word(tree, token, lexicon):
            continue
        first = last = token
        while last + 1 < end and last - first < LONGEST_NAME:
            if is_name_word(tree, last + 1, lexicon):
                last += 1
                continue
            if tree.words[last + 1] in lexicon.small_suffixes:  # Bello Water *plc*
                last += 1
                break
            if (number := number_after(tree, last, lexicon)) is not None:
                last = number
                continue
            joined = joins(tree, first, last + 1, lexicon)
            if joined == last:
                break
            last = joined + 1
        yield first, last


def likely(tree: Tree) -> Sequence[int]:
    """The words that may begin a name: those with a capital, @AdaBello and belloScore."""
    if UNUSUAL.search(tree.text, tree.span.start, tree.span.end) is None:
        return tree.capitals
    small = [
        token
        for token, word in enumerate(tree.words)
        if not word.islower() and (word[0] == "@" or word[0].islower())
    ]
    return sorted((*tree.capitals, *small))

"""The place and day before the first sentence of a report."""

from __future__ import annotations

from quotes.lexicon.thresholds import LONGEST_DATELINE
from quotes.parse.tree import Tree

DASHES = frozenset(("--", "—", "–", "-", "_"))


def dateline_end(tree: Tree) -> int:
    """The first word after a dateline: LONDON, Jan. 5 -- *Ada Bello*; 0 if there is none.

    Its place is in capitals, or an agency stands in brackets: London (AFP) – *Ada Bello*.
    """
    for token in range(1, min(LONGEST_DATELINE, len(tree) - 1)):
        if tree.words[token] in DASHES and tree.ends[token - 1] < tree.starts[token]:
            told = in_capitals(tree) or names_agency(tree, token)
            return token + 1 if told and not tree.words[token + 1][0].islower() else 0
        if tree.words[token].islower():
            return 0
    return 0


def in_capitals(tree: Tree) -> bool:
    """Whether the paragraph begins with a word in capitals, or two short ones: LA PAZ, ST. IVES."""
    words = [word for word in tree.words[:3] if word != "."][:2]
    return bool(words) and words[0].isupper() and any(w.isupper() and len(w) > 2 for w in words)


def names_agency(tree: Tree, dash: int) -> bool:
    """Whether one word in brackets stands before a dash: (AFP) –; not a party, (D) –."""
    if dash < 3:
        return False
    before, agency, after = tree.words[dash - 3 : dash]
    return (before, after) == ("(", ")") and agency[0].isupper() and len(agency) > 1


def past_dateline(tree: Tree, head: int) -> int:
    """*head*, or what hangs on it after a dateline that the parser takes for the noun.

    EASTERBY — *Ito* and Bello made a call for calm
    """
    after = dateline_end(tree) if tree.left[head] == 0 else 0
    if not head < after:
        return head
    return next((child for child in tree.children[head] if child >= after), head)

"""The place and day before the first sentence of a report."""

from __future__ import annotations

from quotes.tree import Tree

DASHES = frozenset(("--", "—", "–", "-"))
LONGEST = 12  # words


def dateline_end(tree: Tree) -> int:
    """The first word after a dateline: LONDON, Jan. 5 -- *Ada Bello*; 0 if there is none."""
    if not tree.words[0].isupper() or len(tree.words[0]) < 3:
        return 0
    for token in range(1, min(LONGEST, len(tree) - 1)):
        if tree.words[token] in DASHES and tree.ends[token - 1] < tree.starts[token]:
            return token + 1 if not tree.words[token + 1][0].islower() else 0
        if tree.words[token].islower():
            return 0
    return 0


def past_dateline(tree: Tree, head: int) -> int:
    """*head*, or what hangs on it after a dateline that the parser takes for the noun.

    EASTERBY — *Ito* and Bello made a call for calm
    """
    after = dateline_end(tree) if tree.left[head] == 0 else 0
    if not head < after:
        return head
    return next((child for child in tree.children[head] if child >= after), head)

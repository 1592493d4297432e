"""The clause that a phrase set into it speaks of: according to Ito; in Ito's view; in a poll."""

from __future__ import annotations

from quotes.find.reported.content import whole
from quotes.parse.tree import Tree


def governed_clause(tree: Tree, cue: int) -> int:
    """The head of the clause that `according to` is about: the sentence if a comma sets it off."""
    first, last = whole(tree, cue)
    root = tree.root[cue]
    ends = all(not tree.words[t][0].isalnum() for t in range(last + 1, tree.right[root] + 1))
    begins = first == tree.left[root] or tree.words[first - 1] == ","
    if root != cue and begins and ends:
        return root
    head = tree.heads[cue]
    # the phrase may hang on a noun of the clause; the clause is meant
    nominal = ("dobj", "pobj", "prep", "attr", "nsubj", "appos", "conj", "amod", "acomp")
    while tree.deps[head] in nominal and tree.heads[head] != head:
        if tree.deps[head] == "conj" and tree.tags[head].startswith("VB"):
            break
        head = tree.heads[head]
    return head

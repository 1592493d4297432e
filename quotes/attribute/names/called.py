"""What a name is given to by a participle: a firm *called* Bello Ito, a man *named* Xan Bello."""

from __future__ import annotations

from quotes.parse.tree import Tree

NAMING = frozenset(("called", "named", "dubbed"))


def noun_called(tree: Tree, begin: int) -> int | None:
    """The singular noun that is called by the name which begins at *begin*; None if none is."""
    verb = begin - 1
    if verb < 1 or tree.lower[verb] not in NAMING or tree.deps[verb] != "acl":
        return None
    noun = tree.heads[verb]
    return noun if noun == verb - 1 and tree.tags[noun] == "NN" else None

"""What nouns and adjectives say: the claim that …; Ito's view is that …; she is sure that …"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.content import Content, Frame, complement_frame, whole
from quotes.lexicon.load import words
from quotes.tree import Tree


def noun_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """the claim that the mill would close; Ito's promise to stay; her criticism of the plan"""
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("acl", "ccomp", "xcomp", "relcl"):
            frame = complement_frame(tree, child)
            marked = any(
                tree.deps[c] == "mark" and tree.lower[c] == "that" for c in tree.children[child]
            )
            if frame == "infinitive" or (frame == "clause" and marked):
                yield Content(frame, (whole(tree, child),), cue)
        elif tree.deps[child] == "prep":
            head = tree.child(child, "pobj", "pcomp")
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)


def noun_copula(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito's view is that the mill will close."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "nsubj" or tree.lower[verb] not in words("verb", "copulas"):
        return
    for child in tree.children[verb]:
        if child > verb and tree.deps[child] in ("ccomp", "xcomp", "acomp", "attr"):
            frame = complement_frame(tree, child)
            if frame in ("clause", "infinitive"):
                yield Content(f"is+{frame}", (whole(tree, child),), verb)


def adjective_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito was adamant that the mill would close; she is confident of success."""
    if tree.deps[cue] not in ("acomp", "oprd", "attr", "ROOT", "conj", "advcl", "amod"):
        return
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("ccomp", "xcomp", "advcl"):
            yield Content(complement_frame(tree, child), (whole(tree, child),), cue)
        elif tree.deps[child] == "prep":
            head = tree.child(child, "pobj", "pcomp")
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)


NOUN_FRAMES: tuple[Frame, ...] = (noun_complement, noun_copula)
ADJECTIVE_FRAMES: tuple[Frame, ...] = (adjective_complement,)

"""What is said where the subject of the cue says nothing: passives, clefts, impressions."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.grammar.clause import phrase
from quotes.find.reported.frames.content import Content, Shape, complement_shape
from quotes.parse.tree import Tree


def passive_subject(tree: Tree, cue: int) -> Iterator[Content]:
    """The council was accused of delay by Ito; the mill is expected to close."""
    subject = tree.child(cue, "nsubjpass")
    if subject is None or tree.tags[cue] != "VBN":
        return
    empty = tree.in_list(subject, "clause", "empty-subjects")
    if empty or tree.in_list(cue, "verb", "addressed"):
        return  # It is understood that …; Ito was told that …
    pieces = [phrase(tree, subject)]
    rest = ""
    for child in sorted(
        tree.children[cue], key=lambda c: not tree.in_list(c, "preposition", "role")
    ):
        if child < cue or tree.deps[child] in ("agent", "punct", "npadvmod", "advmod"):
            continue
        if tree.deps[child] in ("xcomp", "oprd", "ccomp", "attr", "acomp"):
            shape = complement_shape(tree, child)
            if shape is Shape.CLAUSE:
                return  # Ito was asked why the mill had closed: whom one asks is not asked about
            rest = shape.value
            pieces.append(phrase(tree, child))
            break
        if tree.deps[child] == "prep":
            role = tree.in_list(child, "preposition", "role")
            if role and tree.child(child, "pcomp") is not None:
                return  # Ito was quoted as saying that …: it is she who says
            pieces.append(phrase(tree, child))
            rest = tree.lower[child]
            break
    by = swallowed_agent(tree, cue, pieces[-1]) if len(pieces) > 1 else None
    agent = tree.child(by, "pobj") if by is not None else None
    if by is not None:
        pieces[-1] = (pieces[-1][0], by - 1)
    if len(pieces) > 1:
        turned = f"object+{rest}"
        yield Content(f"passive+{rest}", tuple(pieces), cue, own_source=agent, active=turned)
    yield Content("passive", (pieces[0],), cue, own_source=agent, active="object")


def swallowed_agent(tree: Tree, cue: int, piece: tuple[int, int]) -> int | None:
    """The `by` at the end of the last phrase: The goal was described as a fluke by the coach."""
    if tree.child(cue, "agent") is not None:
        return None
    first, last = piece
    return next(
        (
            t
            for t in range(first + 1, last)
            if tree.in_list(t, "preposition", "agent")
            and tree.right[t] == last
            and tree.deps[t] in ("prep", "agent")
        ),
        None,
    )


def cleft(tree: Tree, cue: int) -> Iterator[Content]:
    """What Ito said was that the mill would close; all she wants is to stay."""
    noun = tree.heads[cue]
    if tree.deps[cue] not in ("csubj", "relcl") or tree.tags[cue] == "VBN":
        return
    verb = tree.heads[noun] if tree.deps[cue] == "relcl" else noun
    if not tree.in_list(verb, "verb", "copulas") or verb < cue:
        return
    if tree.deps[cue] == "relcl" and tree.deps[noun] != "nsubj":
        return
    for child in tree.child_of(verb, ("ccomp", "xcomp", "advcl")):
        if child > verb:
            shape = complement_shape(tree, child)
            yield Content(f"is+{shape.value}", (phrase(tree, child),), verb, shape)


def impression(tree: Tree, cue: int) -> Iterator[Content]:
    """The mill seems to be closing."""
    subject = tree.child(cue, "nsubj")
    rest = [
        c
        for c in tree.children[cue]
        if c > cue and tree.deps[c] in ("xcomp", "oprd", "acomp", "ccomp", "advcl", "attr")
    ]
    if subject is None or not rest or subject > cue:
        return
    last = (tree.left[rest[0]], tree.right[rest[0]])
    empty = tree.in_list(subject, "clause", "empty-subjects")
    pieces = (last,) if empty else (phrase(tree, subject), last)
    yield Content("impression", pieces, cue)

"""What a verb says something about or of: objects and prepositional phrases."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.grammar.clause import Piece, cue_end, is_infinitive, object_of, phrase
from quotes.find.reported.frames.content import Content, Shape, shaped
from quotes.parse.tree import Tree


def direct_object(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito criticised the plan; he accused the council of delay; she called him a liar."""
    head = tree.child(cue, "dobj")
    end = cue_end(tree, cue, len(tree))
    if head is None:
        named = tree.child(cue, "oprd")
        if named is not None and named > cue and tree.child(named, "appos") is not None:
            # Ito called the mayor “a puppet in a chain”: one phrase to the parser
            yield Content("object+complement", (phrase(tree, named),), end)
        return
    if tree.in_list(head, "noun", "utterances"):
        return
    if head < cue:  # the plan, which Ito criticised; the ban, which he described as harsh
        for child in tree.child_of(cue, ("prep",)):
            yield object_with(tree, child, (phrase(tree, head), phrase(tree, child)), end)
        yield Content("object", (phrase(tree, head),), end)
        return
    # Ito described herself on her page as a miller: `as` goes with the object, whatever is between
    for child in sorted(
        tree.children[cue], key=lambda c: not tree.in_list(c, "preposition", "role")
    ):
        if child <= head or tree.left[child] < tree.right[head]:
            continue
        both = ((tree.left[head], tree.right[child]),)
        if tree.deps[child] == "prep":
            yield object_with(tree, child, both, end)
        elif tree.deps[child] in ("oprd", "acomp", "attr"):
            yield Content("object+complement", both, end)
        elif tree.deps[child] == "advcl" and tree.tags[child] == "VBG":
            if tree.words[tree.left[child] - 1] == ",":
                continue  # Ito rejected the idea, pointing out that …
            yield Content("object+gerund", both, end)
        else:
            continue
        break
    for child in tree.child_of(head, ("prep",)):
        # the parser hangs `of delay` on the council: he accused the council of delay
        yield object_with(tree, child, (phrase(tree, head),), end)
    yield Content("object", (phrase(tree, head),), end)


def object_with(tree: Tree, prep: int, pieces: tuple[Piece, ...], end: int) -> Content:
    """The content that is an object and a phrase with the preposition *prep*."""
    if tree.in_list(prep, "preposition", "addressee"):
        return shaped(Shape.OBJECT_TO, pieces, end)
    return Content(f"object+{tree.lower[prep]}", pieces, end)


def prepositional_object(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito talked about the mill; she insisted on seeing it; he warned against a sale."""
    for prep in tree.children[cue]:
        if tree.deps[prep] != "prep" or prep < cue:
            continue
        head = object_of(tree, prep)
        if head is not None:
            last = max(tree.right[head], tree.right[prep])
            for other in tree.child_of(cue, ("prep",)):
                # Ito referred to the plan as a disaster
                if tree.in_list(other, "preposition", "role") and tree.left[other] == last + 1:
                    last = tree.right[other]
            for other in tree.child_of(cue, ("xcomp", "advcl")):
                # Ito called on the council to wait
                if other > last and is_infinitive(tree, other) and tree.left[other] == last + 1:
                    both = ((tree.left[head], tree.right[other]),)
                    yield Content(f"{tree.lower[prep]}+infinitive", both, prep)
            yield Content(tree.lower[prep], ((tree.left[head], last),), prep)


def wished_for(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito called for the mill to be saved."""
    for child in tree.child_of(cue, ("advcl", "ccomp", "xcomp")):
        first = tree.left[child]
        wish = tree.in_list(first, "clause", "wish")
        if child > cue and wish and is_infinitive(tree, child):
            yield Content(tree.lower[first], ((first + 1, tree.right[child]),), first)

"""What nouns say: the claim that …; Ito's view is that …; criticism of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.grammar.clause import is_that_clause, object_of, phrase
from quotes.find.grammar.shared_subjects import any_subject
from quotes.find.reported.frames.content import Content, Shape, complement_shape, shaped
from quotes.parse.tree import Tree


def noun_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """the claim that the mill would close; Ito's promise to stay; her criticism of the plan"""
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("acl", "ccomp", "xcomp", "relcl"):
            shape = complement_shape(tree, child)
            marked = any(
                tree.deps[c] == "mark" and tree.in_list(c, "clause", "that")
                for c in tree.children[child]
            )
            if shape is Shape.INFINITIVE or (shape is Shape.CLAUSE and marked):
                yield shaped(shape, (phrase(tree, child),), cue)
            elif tree.deps[child] == "relcl" and is_that_clause(tree, child):
                yield shaped(Shape.CLAUSE, (phrase(tree, child),), cue)
        elif tree.deps[child] == "prep":
            head = object_of(tree, child)
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)


def beside_verb(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito threw her support behind the mill; they paid tribute to the crew."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "dobj" or not tree.tags[verb].startswith("VB"):
        return
    for prep in tree.child_of(verb, ("prep", "dative")):
        head = object_of(tree, prep) if prep > cue else None
        if head is not None:
            yield Content(tree.lower[prep], ((tree.left[head], tree.right[prep]),), prep)


def received(tree: Tree, cue: int) -> Iterator[Content]:
    """The plan drew criticism from villagers; he faced opposition from the council."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "dobj" or not tree.in_list(verb, "verb", "receiving"):
        return
    subject = any_subject(tree, verb)
    after = [c for t in (cue, verb) for c in tree.child_of(t, ("prep", "agent")) if c > cue]
    author = next(
        (c for c in after if tree.in_list(c, "noun", "giving-prepositions")),
        None,
    )
    giver = None if author is None else tree.child(author, "pobj", "pcomp")
    if subject is not None and giver is not None and tree.right[subject] < verb:
        yield Content("received", (phrase(tree, subject),), cue, own_source=giver)


def noun_copula(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito's view is that the mill will close."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "nsubj" or not tree.in_list(verb, "verb", "copulas"):
        return
    for child in tree.children[verb]:
        if child > verb and tree.deps[child] in ("ccomp", "xcomp", "acomp", "attr"):
            shape = complement_shape(tree, child)
            if shape in (Shape.CLAUSE, Shape.INFINITIVE):
                yield Content(f"is+{shape.value}", (phrase(tree, child),), verb, shape)


def noun_colon(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito's argument: only a new council can save the mill."""
    colon = cue + 1
    if colon + 2 >= len(tree) or tree.words[colon] != ":" or tree.child(cue, "poss") is None:
        return
    last = colon + 1
    while last + 1 < len(tree) and tree.tags[last] != ".":
        last += 1
    yield Content("is+clause", ((colon + 1, last),), colon, Shape.CLAUSE)

"""What adjectives say: she is sure that …; it is clear that …; critical of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.grammar.clause import object_of, phrase
from quotes.find.grammar.shared_subjects import any_subject
from quotes.find.reported.frames.content import Content, Shape, complement_shape, shaped
from quotes.parse.tree import Tree


def adjective_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito was adamant that the mill would close; she is confident of success."""
    if tree.deps[cue] not in ("acomp", "oprd", "attr", "ROOT", "conj", "advcl", "amod"):
        return
    impersonal = is_impersonal(tree, cue)
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("ccomp", "xcomp", "advcl"):
            content = shaped(complement_shape(tree, child), (phrase(tree, child),), cue)
            yield content._replace(impersonal=impersonal)
        elif tree.deps[child] == "prep":
            head = object_of(tree, child)
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)
    if tree.deps[cue] == "acomp":  # the parser may hang the clause on the verb instead
        for child in tree.child_of(tree.heads[cue], ("ccomp", "xcomp")):
            if child > cue:
                content = shaped(complement_shape(tree, child), (phrase(tree, child),), cue)
                yield content._replace(impersonal=impersonal)


def made_clear(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito made it clear that the mill would close; Ito has made clear why."""
    verb = tree.heads[cue]
    if tree.deps[cue] not in ("ccomp", "oprd", "acomp") or verb > cue:
        return
    if not tree.in_list(verb, "verb", "making"):
        return
    for child in (*tree.children[cue], *tree.children[verb]):
        clausal = tree.deps[child] in ("ccomp", "advcl", "csubj") and child > cue
        if clausal and tree.in_list(tree.left[child], "clause", "openers"):
            yield shaped(Shape.CLAUSE, (phrase(tree, child),), cue)


def as_to(tree: Tree, cue: int) -> Iterator[Content]:
    """There was speculation all week as to whether the mill would close: about it.

    "As to" and a question go with the noun or adjective that asks, whatever stands between them.
    """
    words = tree.language.words
    role, addressee = words("preposition", "role"), words("preposition", "addressee")
    questions, openers = words("clause", "questions"), words("clause", "openers")
    for asks in range(cue + 1, len(tree) - 2):
        if tree.root[asks] != tree.root[cue]:
            return
        if tree.lower[asks] not in role or tree.lower[asks + 1] not in addressee:
            continue
        if tree.lower[asks + 2] in questions or tree.lower[asks + 2] in openers:
            head = object_of(tree, asks + 1)
            if head is not None:
                yield Content("about", ((asks + 2, tree.right[asks + 1]),), cue)
            return


def is_impersonal(tree: Tree, cue: int) -> bool:
    """Whether no one is said to think so: It is unclear whether the mill will close."""
    subject = any_subject(tree, tree.heads[cue])
    return (
        tree.in_list(cue, "adjective", "impersonal")
        and subject is not None
        and tree.in_list(subject, "clause", "vague-subjects")
    )

"""Finite clauses and infinitives as contents: which clause a verb governs and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from quotes.find.grammar.clause import (
    Piece,
    cue_end,
    is_that_clause,
    opens_quote,
    phrase,
    phrase_without,
)
from quotes.find.grammar.subjects import is_saying, swapped_subject, takes_clause
from quotes.find.reported.frames.content import Content, Shape, complement_shape, shaped
from quotes.parse.tree import Tree


def clausal_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito said that the mill would close; she promised to stay; he urged them to go."""
    if swapped_subject(tree, cue) is not None or heard_doing(tree, cue) is not None:
        return
    head = tree.heads[cue]
    if heard_doing(tree, head) == cue:
        before = (c for c in tree.child_of(head, ("ccomp",)) if c < head)
        yield from (shaped(Shape.CLAUSE, (phrase(tree, c),), cue) for c in before)
    for child in tree.children[cue]:
        if tree.deps[child] not in ("ccomp", "xcomp") or tree.tags[child] == "TO":
            continue
        if tree.deps[child] == "xcomp" and tree.child(cue, "nsubjpass") is not None:
            continue  # she is expected to stay: that she stays, which `passive_subject` knows
        if child < cue and not leads_up(tree, child, cue):
            continue
        if child > cue and (is_preface(tree, cue, child) or is_afterthought(tree, cue, child)):
            continue
        shape = complement_shape(tree, child)
        pieces: tuple[Piece, ...] = (with_second_clause(tree, cue, child),)
        if tree.left[child] <= cue <= tree.right[child]:
            pieces = phrase_without(tree, child, (tree.left[cue], cue))
        elif child > cue and (cut := swallowed(tree, child, cue)) is not None:
            pieces = ((tree.left[child], cut - 1),)
        elif child < cue and (rest := resumed(tree, cue)) is not None:
            pieces = (*pieces, phrase(tree, rest))
        if tree.deps[child] == "ccomp" and shape is Shape.INFINITIVE:
            shape = Shape.OBJECT_TO
        if tree.deps[child] == "xcomp" and child > cue:
            thing = tree.child(cue, "dobj", "dative")
            if thing is not None and cue < thing < child:
                # Ito urged the council to wait: the council is part of what is urged
                yield shaped(Shape.OBJECT_TO, ((tree.left[thing], tree.right[child]),), cue)
                continue
        yield shaped(shape, pieces, cue_end(tree, cue, child))


def heard_doing(tree: Tree, verb: int) -> int | None:
    """What someone is heard or seen doing: “No,” she was heard *saying*: it has the clause."""
    if tree.tags[verb] != "VBN" or not tree.in_list(verb, "verb", "perceived"):
        return None
    if tree.child(verb, "nsubjpass") is None:
        return None
    return next((c for c in tree.child_of(verb, ("xcomp",)) if tree.tags[c] == "VBG"), None)


def clause_in_phrase(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito admitted in a letter to the court that the books were lost."""
    if tree.child(cue, "ccomp") is not None:
        return
    for prep in tree.child_of(cue, ("prep",)):
        for verb in range(prep + 1, tree.right[prep] + 1):
            if tree.deps[verb] in ("relcl", "acl") and is_that_clause(tree, verb):
                yield shaped(Shape.CLAUSE, (phrase(tree, verb),), cue)
                return


def clause_of_headline(tree: Tree, cue: int) -> Iterator[Content]:
    """Storm kills 14 in Easterby, officials say — where the parser reads no verb before them."""
    root = tree.root[cue]
    subject = tree.child(cue, "nsubj")
    if root != cue or subject is None or tree.child(cue, "ccomp", "xcomp", "dobj") is not None:
        return
    before, first = tree.left[subject] - 1, tree.left[root]
    ends = all(not tree.words[t][0].isalnum() for t in range(cue + 1, tree.right[root] + 1))
    # Pressed on the matter, Ito shrugged: what the parser reads as an adverb is none of it
    if any(c < before for c in tree.child_of(root, ("advcl", "prep", "advmod"))):
        return
    if ends and tree.right[subject] == cue - 1 and before > first + 1 and tree.words[before] == ",":
        yield shaped(Shape.CLAUSE, ((first, before - 1),), cue)


def contact_clause(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito told the meeting the money had been spent — where the parser lacks the word `that`."""
    listener = tree.child(cue, "dobj")
    if not tree.in_list(cue, "verb", "addressed") or listener is None:
        return
    for verb in tree.child_of(listener, ("relcl",)):
        first = tree.left[verb]
        subject = tree.child(verb, "nsubj", "nsubjpass")
        related = tree.tags[first].startswith("W") or tree.in_list(first, "clause", "that")
        if subject is not None and not related and tree.left[subject] == first:
            yield shaped(Shape.CLAUSE, (phrase(tree, verb),), cue)
            return


def reported_question(tree: Tree, cue: int) -> Iterator[Content]:
    """Asked if the mill would close, Ito said no."""
    for child in tree.children[cue]:
        if child < cue or tree.deps[child] not in ("advcl", "intj", "dep"):
            continue
        marks = tree.child_of(child, ("mark",))
        asks = any(tree.in_list(mark, "clause", "polar") for mark in marks)
        if asks or tree.in_list(child, "clause", "answers"):
            yield shaped(Shape.CLAUSE, (phrase(tree, child),), cue)


def with_second_clause(tree: Tree, cue: int, child: int) -> Piece:
    """Ito said that the mill would close and that the bakery would stay."""
    last = tree.right[child]
    for other in tree.child_of(cue, ("conj", "ccomp")):
        first = tree.left[other]
        if other < last or any(tree.words[t][0].isalnum() for t in range(last + 1, first - 1)):
            continue
        second = tree.in_list(first, "clause", "that") and tree.tags[first - 1] == "CC"
        if second or (tree.deps[other] == "conj" and carries_on(tree, cue, other)):
            last = tree.right[other]
    return tree.left[child], last


def carries_on(tree: Tree, cue: int, verb: int) -> bool:
    """Whether a verb after `and` carries on what was said, by its tense.

    Ito said she was ill and would stay at home. Ito said they were hard and have been so for years.
    """
    if takes_clause(tree, verb):
        return False  # … and would say no more: said by the writer
    helps = [c for c in tree.child_of(verb, ("aux", "auxpass")) if c < verb]
    tense = tree.tags[helps[0] if helps else verb]
    shifted = any(tree.in_list(c, "verb", "shifted") for c in helps)
    present = tree.tags[cue] == "VBD" and tense in ("VBZ", "VBP")
    return (shifted or present) and tree.child(verb, "nsubj", "nsubjpass", "neg") is None


def resumed(tree: Tree, cue: int) -> int | None:
    """The clause that goes on behind the cue: The mill was so old, Ito said, *that it fell*."""
    for child in tree.children[cue]:
        first = tree.left[child]
        clausal = child > cue and tree.deps[child] in ("ccomp", "advcl")
        if clausal and tree.in_list(first, "clause", "that"):
            return child if tree.words[first - 1] == "," else None
    return None


def is_preface(tree: Tree, cue: int, child: int) -> bool:
    """Whether the clause below the cue is the main one: When asked why, Ito shrugged."""
    subject = tree.child(child, "nsubj", "nsubjpass")
    alone = tree.tags[cue] == "VBN" and tree.child(cue, "nsubj", "nsubjpass", "aux") is None
    if not alone or subject is None or subject < cue:
        return False
    return tree.words[tree.left[subject] - 1] == ","


def is_adverbial(tree: Tree, child: int) -> bool:
    """Whether a clause tells when or why: The bridge fell, Ito said, *before it was to open*."""
    marks = [tree.lower[c] for c in tree.child_of(child, ("mark",)) if c < child]
    return any(mark in tree.language.words("clause", "subordinators") for mark in marks)


def is_afterthought(tree: Tree, cue: int, child: int) -> bool:
    """Whether a clause after the cue only goes with the one before it, as adverb or apposition.

    Bello was struck off the list, Ito said, a move that many had feared would cause unrest.
    """
    if is_adverbial(tree, child):
        return True
    first = tree.left[child] + (tree.words[tree.left[child]] == ",")
    fronted = any(c < cue for c in tree.child_of(cue, ("ccomp",)))
    return (
        fronted
        and tree.words[first - 1] == ","
        and first < len(tree)
        and tree.in_list(first, "determiner", "indefinite")
    )


def leads_up(tree: Tree, child: int, cue: int) -> bool:
    """Whether a clause before its cue can be what is said: no other follows, no colon between."""
    later = [
        c for c in tree.child_of(cue, ("ccomp",)) if c > cue and not is_afterthought(tree, cue, c)
    ]
    if later:
        return resumed(tree, cue) is not None
    return not any(tree.words[t] in (":", ";") for t in range(tree.right[child], cue))


def swallowed(tree: Tree, verb: int, cue: int) -> int | None:
    """Where the next cue begins that the parser hung on the content: …, adding that … and said …"""
    for child in tree.children[verb]:
        first = tree.left[child]
        adds = tree.deps[child] == "advcl" and tree.tags[child] == "VBG" and first == child
        if child > verb and adds and takes_clause(tree, child) and tree.words[first - 1] == ",":
            return first
    within = range(verb + 1, tree.right[verb] + 1)
    return next((t for t in within if tree.tags[t] == "CC" and goes_with(tree, t, cue)), None)


def goes_with(tree: Tree, cc: int, cue: int) -> bool:
    """Whether an `and` joins a cue to the verb *cue*, for no verb between them has its tense.

    Ito asked whether it could be mended *and* called the plan “a bad joke.”
    """
    verb = next(
        (t for t in range(cc + 1, min(cc + 3, len(tree))) if tree.tags[t] == tree.tags[cue]), None
    )
    if verb is None or tree.deps[verb] != "conj" or not is_saying(tree, verb):
        return False
    if tree.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None or opens_quote(
        tree, verb
    ):
        return False
    between = takewhile(lambda above: above != cue, tree.ancestors(verb))
    told = tree.child(verb, "ccomp", "xcomp", "dobj", "prep", "oprd") is not None
    return told and all(tree.tags[above] != tree.tags[cue] for above in between)

"""Clauses that a cue is set into: …, Ito argued, …; according to Ito; in a poll; reportedly."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.grammar.clause import governed_clause, phrase, phrase_without
from quotes.find.grammar.subjects import swapped_subject
from quotes.find.reported.frames.clauses import is_adverbial
from quotes.find.reported.frames.content import Content, Shape, shaped
from quotes.parse.tree import Tree


def parenthetical(tree: Tree, cue: int) -> Iterator[Content]:
    """The bridge, Ito argued, was safe. The bridge was safe, as Ito argued."""
    head = tree.heads[cue]
    if tree.deps[cue] == "parataxis":
        shape = None
    elif tree.deps[cue] == "advcl" and any(
        tree.in_list(c, "clause", "manner") for c in tree.children[cue] if c < cue
    ):
        shape = Shape.AS_CLAUSE
    else:
        return
    for child in tree.children[cue]:
        addressee = tree.deps[child] == "dobj" and (
            tree.in_list(cue, "verb", "addressed") or tree.in_list(child, "pronoun", "neuter")
        )  # as Ito told the court; as Ito puts it
        if tree.deps[child] in ("ccomp", "dobj", "xcomp") and not addressee:
            return
    if head > cue and is_adverbial(tree, head):
        head = tree.heads[head]  # The bridge fell, Ito said, hours before it was to open
    while tree.deps[head] in ("conj", "acomp") and tree.heads[head] < cue:
        head = tree.heads[head]  # The talks were, Ito said, frank but hard: all that the talks were
    first, last = phrase(tree, cue)
    if tree.words[cue - 1 : cue] == (",",):
        first = cue  # The goat, said the captain, had a ticket: the goat is the content's
    pieces = phrase_without(tree, head, (first, last))
    yield shaped(shape, pieces, cue) if shape else Content("parenthetical", pieces, cue)


def set_into_clause(tree: Tree, cue: int) -> Iterator[Content]:
    """The plan, said Ito, who owns the mill, is dead."""
    swapped = swapped_subject(tree, cue)
    if swapped is not None:
        first, speaker, clause = swapped
        rest = (tree.right[speaker] + 1, tree.right[clause])
        yield Content("parenthetical", ((tree.left[first], cue - 2), rest), cue)


def according(tree: Tree, cue: int) -> Iterator[Content]:
    """The bridge is safe, according to Ito."""
    to = tree.child(cue, "prep")
    if to is None and cue + 1 < len(tree) and tree.in_list(cue + 1, "preposition", "according"):
        to = cue + 1
    source = tree.child(to, "pobj", "pcomp") if to is not None else None
    if to is None or source is None or tree.in_list(source, "noun", "measures"):
        return
    head = governed_clause(tree, cue)
    if head == cue:
        return
    yield Content("according", phrase_without(tree, head, phrase(tree, cue)), to, own_source=source)


def opinion(tree: Tree, cue: int) -> Iterator[Content]:
    """In Ito's view, the mill will close; the mill, in the words of Ito, is a ruin."""
    prep = tree.heads[cue]
    if tree.deps[cue] != "pobj" or not tree.in_list(prep, "preposition", "opinions"):
        return
    of = next(
        (c for c in tree.child_of(cue, ("prep",)) if tree.in_list(c, "preposition", "owner")), None
    )
    holder = tree.child(cue, "poss") if of is None else tree.child(of, "pobj")
    if holder is None or not tree.in_list(cue, "noun", "opinions"):
        return
    head = governed_clause(tree, prep)
    if head not in (prep, cue) and tree.tags[head].startswith(("VB", "MD")):
        pieces = phrase_without(tree, head, phrase(tree, prep))
        yield Content("opinion", pieces, cue, own_source=holder)


def poll(tree: Tree, cue: int) -> Iterator[Content]:
    """In a poll released on Monday, most villagers were for the mill."""
    noun = tree.child(cue, "pobj")
    if noun is None or not tree.in_list(noun, "noun", "polls"):
        return
    verb = tree.heads[cue]
    after = tree.right[cue] + 1
    fronted = tree.left[verb] == cue and tree.words[after : after + 1] == (",",)
    if fronted and tree.deps[cue] == "prep" and tree.tags[verb].startswith(("VB", "MD")):
        yield Content("poll", phrase_without(tree, verb, phrase(tree, cue)), cue, own_source=noun)


def adverb_of_hearsay(tree: Tree, cue: int) -> Iterator[Content]:
    """The mill has reportedly been sold."""
    verb = tree.heads[cue]
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if tree.deps[cue] != "advmod" or subject is None or subject > cue:
        return
    # Ito reportedly said so: Ito's words
    if tree.language.cues.row(tree.lower[verb], "verb") is None:
        pieces = ((tree.left[subject], cue - 1), (cue + 1, tree.right[verb]))
        yield Content("adverb", pieces, cue)

"""Contents that are kept without weighing: grammar leaves no other way to read them."""

from __future__ import annotations

from quotes.find.grammar.subjects import lacks_addressee
from quotes.find.reported.pattern import Case
from quotes.parse.tree import Tree


def is_certain(case: Case) -> bool:
    """Whether grammar leaves nothing to weigh, by the rule of the content."""
    return (case.rule.certain or asks_whether)(case)


def asks_whether(case: Case) -> bool:
    """… speculation about whether the mill will close: a question is asked or answered."""
    if not case.listed:
        return False
    if lacks_addressee(case.tree, case.head.token):
        return True  # Man stole bells, jury told.
    return not case.content.impersonal and first_in(case, "whether")


def says_that(case: Case) -> bool:
    """Ito said that the mill would close; It was clear the mill would close; asked why."""
    if not case.listed:
        return False
    if case.content.impersonal or lacks_addressee(case.tree, case.head.token):
        return True
    if first_in(case, "whether") or first_in(case, "that"):
        return True
    return case.tree.in_list(case.head.token, "verb", "asking") and first_in(case, "questions")


def threatens_to(case: Case) -> bool:
    """Ito threatened to walk out: the infinitive of a word of saying."""
    if not case.listed:
        return False
    if lacks_addressee(case.tree, case.head.token):
        return True
    says = case.head.row.act in ("speech", "document")
    return says and not case.content.impersonal and first_in(case, "infinitive")


def whenever_listed(case: Case) -> bool:
    """The mill has reportedly been sold: the function asks all there is to ask of the tree."""
    return case.listed


def opens_sentence(case: Case) -> bool:
    """In Ito's view, the mill will close."""
    return begins_sentence(case.tree, case.head.token)


def first_in(case: Case, key: str) -> bool:
    """Whether the first word of the content is in a list of words that open clauses."""
    return case.tree.in_list(case.content.pieces[0][0], "clause", key)


def begins_sentence(tree: Tree, noun: int) -> bool:
    """Whether a phrase set off by a comma begins its sentence: In Ito's view, …"""
    first = tree.left[tree.heads[noun]]
    begins = first == 0 or tree.root[first - 1] != tree.root[first]
    return begins and tree.words[tree.right[noun] + 1 : tree.right[noun] + 2] == (",",)

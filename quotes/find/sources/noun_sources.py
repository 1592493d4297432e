"""The words that name the source of a noun: Ito's claim, a promise by Ito, Ito made the case."""

from __future__ import annotations

from quotes.find.grammar.nouns import is_someone, noun_kind
from quotes.find.grammar.shared_subjects import any_subject
from quotes.parse.tree import Tree


def possessor(tree: Tree, cue: int) -> int | None:
    """Ito's claim that the mill would close; their promise to stay"""
    return tree.child(cue, "poss")


def author(tree: Tree, cue: int) -> int | None:
    """a promise by Ito to stay; a warning from the council"""
    for prep in tree.child_of(cue, ("prep", "agent")):
        if prep > cue and tree.in_list(prep, "preposition", "authors"):
            return tree.child(prep, "pobj")
    return None


def lent_subject(tree: Tree, cue: int) -> int | None:
    """Ito made the case that the mill should stay."""
    verb = tree.heads[cue]
    if tree.deps[cue] == "pobj":
        if not tree.in_list(verb, "noun", "lending-prepositions"):
            return None  # despite complaints that …: whose, it does not say
        verb = tree.heads[verb]
    elif tree.deps[cue] not in ("dobj", "attr"):
        return None
    if not tree.tags[verb].startswith("VB") or tree.in_list(verb, "verb", "receiving"):
        return None  # the plan drew criticism: not the plan's
    subject = any_subject(tree, verb)
    return None if subject is None or is_of_others(tree, subject, verb) else subject


def is_of_others(tree: Tree, subject: int, verb: int) -> bool:
    """Whether the noun is others': It is no surprise that …; the fire raised doubts about …"""
    if tree.in_list(subject, "clause", "impersonal"):
        return tree.in_list(verb, "verb", "copulas") or tree.in_list(verb, "verb", "causing")
    causes = tree.in_list(verb, "verb", "causing")
    return causes and not is_someone(tree, noun_kind(tree, subject))


def repeater(tree: Tree, cue: int) -> int | None:
    """Ito repeated her claim that the mill would close."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "dobj" or not tree.in_list(verb, "verb", "light"):
        return None
    owner = tree.child(cue, "poss")
    if owner is None or tree.tags[owner] != "PRP$":
        return None
    return any_subject(tree, verb)

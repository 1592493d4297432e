"""Surnames that the parser takes for an adverb or a modal verb: Connolly, Best, May."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quotes.parse.tree import Tree

TAGS = frozenset(("NNP", "RB", "RBR", "RBS", "MD"))
LABELS = frozenset(("advmod", "aux"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
FINITE = frozenset(("VBD", "VBZ"))  # no verb of these forms follows a modal


def with_lost_subjects(trees: Sequence[Tree]) -> tuple[Tree, ...]:
    """*trees* in which each surname that is put with a verb as its adverb is its subject.

    Ann *Connolly* runs the mill. *Connolly* said so: the verb has no subject, and the article
    has the word as a surname.
    """
    places = [(tree, [t for t in tree.capitals if is_lost(tree, t)]) for tree in trees]
    if not any(lost for _, lost in places):
        return tuple(trees)
    known = {word for tree in trees for word in surnames(tree)}
    return tuple(
        with_subjects(tree, [t for t in lost if tree.words[t] in known]) for tree, lost in places
    )


def is_lost(tree: Tree, token: int) -> bool:
    """Whether a word with a capital stands beside a finite verb that has no subject."""
    if tree.deps[token] not in LABELS or tree.tags[token] not in TAGS:
        return False
    verb = tree.heads[token]
    auxiliary = tree.tags[verb] == "VBN" and tree.tags[token + 1 : verb] in (("VBD",), ("VBZ",))
    beside = tree.tags[verb] in FINITE and abs(verb - token) == 1
    return (auxiliary or beside) and tree.child(verb, *SUBJECTS) is None


def surnames(tree: Tree) -> Iterator[str]:
    """The words that close a name of several words, or follow a title."""
    for before, token in pairwise(tree.capitals):
        named = tree.tags[before] == tree.tags[token] == "NNP" and before + 1 == token
        if (
            named
            and tree.deps[before] == "compound"
            and tree.heads[before] in (token, tree.heads[token])
        ):
            yield tree.words[token]


def with_subjects(tree: Tree, subjects: Sequence[int]) -> Tree:
    """*tree* in which the tokens *subjects* are names and the subjects of their verbs."""
    if not subjects:
        return tree
    tags, deps = list(tree.tags), list(tree.deps)
    for token in subjects:
        tags[token], deps[token] = "NNP", "nsubj"
    return replace(tree, tags=tuple(tags), deps=tuple(deps))

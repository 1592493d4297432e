"""The cues of a paragraph: words of the lexicon that may say that something is said."""

from __future__ import annotations

from typing import NamedTuple

from quotes.find.grammar.clause import Piece
from quotes.lexicon.cues import CueRow, PartOfSpeech
from quotes.lexicon.thresholds import LIGHT_VERB_REACH
from quotes.model import Cue
from quotes.parse.tree import Tree

TAGS: dict[PartOfSpeech, tuple[str, ...]] = {
    "verb": ("VB",),
    "noun": ("NN",),
    "adjective": ("JJ", "VBN", "VBG", "VBD"),
    "adverb": ("RB",),
    "preposition": ("IN",),
}
# What belongs to the verb group, between its first auxiliary and its verb.
GROUP = frozenset(("aux", "auxpass", "neg", "prt", "advmod"))


class CueHead(NamedTuple):
    """The head word of a possible cue and its row in the lexicon."""

    token: int
    row: CueRow


def find_cue_heads(tree: Tree, quoted: frozenset[int]) -> tuple[CueHead, ...]:
    """The possible cues of a paragraph outside the tokens *quoted*, in text order."""
    by_form, quoting = tree.language.cues.by_form, tree.language.words("verb", "quoting")
    heads = []
    for token in [t for t, word in enumerate(tree.lower) if word in by_form]:
        if token in quoted or is_that_said(tree, token):
            continue
        if tree.lower[token] in quoting and passes_on(tree, token):
            continue
        for row in by_form[tree.lower[token]]:
            if tree.tags[token].startswith(TAGS[row.pos]) or is_mistagged(tree, token, row):
                heads.append(CueHead(token, row))
                break
    return tuple(heads)


def is_mistagged(tree: Tree, token: int, row: CueRow) -> bool:
    """Whether a verb in -s was tagged as a plural: “We have time,” Blunt notes."""
    return (
        row.pos == "verb"
        and row.takes_quote
        and tree.tags[token] == "NNS"
        and token > 0
        and tree.tags[token - 1] in ("NNP", "PRP")
        and tree.words[token + 1 : token + 2] in ((".",), (",",), (":",))
    )


def is_that_said(tree: Tree, token: int) -> bool:
    """That said, the mill will stay."""
    return (
        tree.in_list(token, "verb", "settled")
        and token > 0
        and tree.in_list(token - 1, "clause", "that")
        and tree.words[token + 1 : token + 2] == (",",)
    )


def passes_on(tree: Tree, token: int) -> bool:
    """The agency quoted Ito as saying that …: the cue is Ito's, `saying`."""
    as_ = next(
        (c for c in tree.child_of(token, ("prep",)) if tree.in_list(c, "preposition", "role")), None
    )
    verb = None if as_ is None else tree.child(as_, "pcomp")
    return (
        verb is not None
        and tree.tags[verb] == "VBG"
        and tree.language.cues.row(tree.lower[verb], "verb") is not None
    )


def verb_group(tree: Tree, head: int, end: int) -> Piece:
    """The first and last token of the cue: auxiliaries, negation, adverbs, head, particle."""
    first = head
    while (
        first > 0
        and tree.heads[first - 1] in range(first, head + 1)
        and tree.deps[first - 1] in GROUP
        and tree.words[first - 1].replace("’", "").replace("'", "").isalpha()
        and tree.tags[first - 1] not in ("WRB", "WDT")
    ):
        first -= 1
    last = max(head, end)
    while (
        last + 1 < len(tree)
        and tree.heads[last + 1] == head
        and tree.deps[last + 1] in ("prt", "neg")
    ):
        last += 1
    return first, last


def is_negated(tree: Tree, head: int) -> bool:
    """Whether the cue headed by *head* is negated: `did not say`, `never said`."""
    words_below = [tree.lower[c] for c in tree.children[head] if tree.deps[c] != "cc"]
    return not tree.language.words("clause", "negations").isdisjoint(words_below)


def make_cue(tree: Tree, head: CueHead, end: int) -> Cue:
    """The cue with *head*, its group reaching to token *end*."""
    row, token = head.row, head.token
    if row.pos == "verb":
        first, last = verb_group(tree, token, end)
    else:
        verb = tree.heads[token]
        copula = tree.in_list(verb, "verb", "copulas")
        # Ito made the case that …: verb and noun are the cue together
        light = copula or tree.in_list(verb, "verb", "light")
        # It was Ito's claim that …: the owner stands between them, the noun alone is the cue
        owned = copula and tree.child(token, "poss") is not None
        beside = light and not owned and 0 < token - verb < LIGHT_VERB_REACH
        first = verb_group(tree, verb, verb)[0] if beside else token
        last = max(token, end)
    return Cue(tree.span_of(first, last), row.lemma, row.act, row.rule, is_negated(tree, token))

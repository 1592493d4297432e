"""The words that name the source of a verb or an adjective: its subject, wherever it stands."""

from __future__ import annotations

from quotes.find.grammar.clause import is_infinitive
from quotes.find.grammar.nouns import noun_kind
from quotes.find.grammar.shared_subjects import any_subject
from quotes.find.grammar.subjects import (
    is_passive,
    is_raised,
    lacks_addressee,
    own_subject,
)
from quotes.lexicon.thresholds import FARTHEST_NOUN_HEAD
from quotes.parse.tree import Tree


def agent(tree: Tree, cue: int) -> int | None:
    """The plan was praised by Ito."""
    by = next((c for c in tree.child_of(cue, ("agent",)) if c > cue), None)
    if by is None and is_passive(tree, cue):
        after = (c for c in tree.child_of(cue, ("prep",)) if c > cue)
        by = next((c for c in after if tree.in_list(c, "preposition", "agent")), None)
    by_whom = tree.child(by, "pobj") if by is not None else None
    # confirmed by email that he had met her
    return None if by_whom is None or tree.in_list(by_whom, "noun", "ways") else by_whom


def modified_noun(tree: Tree, cue: int) -> int | None:
    """A letter saying that the mill would close reached the town."""
    noun = tree.heads[cue]
    if tree.deps[cue] != "acl" or not tree.tags[noun].startswith("N") or noun > cue:
        return None
    # The minister, Aslak Thune, confirmed that … — where the parser takes a past for a participle
    only_verb = tree.tags[cue] == "VBN" and tree.deps[noun] == "ROOT" and noun < cue
    if only_verb and tree.child(cue, "ccomp") is not None:
        return noun
    if tree.tags[cue] != "VBG":
        return None
    noun = sent_to(tree, noun)
    # Ito sent a letter saying that …: whoever sends it says it
    verb = tree.heads[noun]
    if tree.deps[noun] != "dobj" or not tree.tags[verb].startswith("VB"):
        return noun
    sender = any_subject(tree, verb)
    return noun if sender is None else sender


def sent_to(tree: Tree, noun: int) -> int:
    """What is sent, where *noun* is to whom: a *message* to supporters saying that …"""
    prep = tree.heads[noun]
    sent: int | None = tree.heads[prep]
    if tree.deps[noun] != "pobj" or not tree.in_list(prep, "preposition", "addressee"):
        return noun
    if sent is not None and tree.tags[sent].startswith("VB"):
        sent = tree.child(sent, "dobj")
    is_document = sent is not None and noun_kind(tree, sent) == "document"
    return sent if sent is not None and is_document and sent < prep else noun


def noun_before(tree: Tree, cue: int) -> int | None:
    """47% say the mill should close — where the parser lost the subject."""
    if tree.tags[cue] not in ("VBD", "VBZ", "VBP") or lacks_addressee(tree, cue):
        return None
    to = tree.child(cue, "xcomp")
    if is_raised(tree, cue) or (
        tree.words[cue - 1 : cue] == (",",) and to is not None and is_infinitive(tree, to)
    ):
        return None  # The mill, expected to close in May, …: a participle, whatever its tag
    token = cue - 1
    while token >= 0 and (
        tree.tags[token].startswith(("RB", "MD")) or not tree.words[token][0].isalnum()
    ):
        if tree.words[token] in (";", ":", ".", "?", "!"):
            return None
        token -= 1
        if tree.words[token + 1] == ")":  # Ito (left) said
            while token > 0 and tree.words[token] != "(":
                token -= 1
    if token < 0 or not tree.tags[token].startswith(("NN", "PRP", "CD")):
        return None
    while (
        tree.heads[token] < cue
        and tree.heads[token] != token
        and cue - tree.heads[token] < FARTHEST_NOUN_HEAD
    ):
        head = tree.heads[token]
        if not tree.tags[head].startswith(("NN", "IN", "PRP", "CD")):
            break
        token = head
    # Ito, whose firm grinds oats, said: the oats belong to another verb
    taken = tree.deps[token] in ("dobj", "attr", "pobj") and tree.heads[token] < cue
    return None if taken or tree.tags[token] == "IN" else token


def loose_participle(tree: Tree, cue: int) -> int | None:
    """Ito hinted at a sale. Adding, “It will not be soon.”"""
    before = cue - 1
    if tree.tags[cue] != "VBG" or before < 1 or tree.words[before] not in (",", ".", "”", '"'):
        return None
    while before > 0 and not tree.words[before][0].isalnum():
        before -= 1
    main = tree.root[before]
    if main >= cue or not tree.tags[main].startswith("VB"):
        return None
    return own_subject(tree, main)


def inverted(tree: Tree, cue: int) -> int | None:
    """“We won't sell,” said Ito — where the parser took Ito for an object."""
    after = tree.child_of(cue, ("nsubj", "dobj", "attr", "npadvmod", "oprd"))
    return next((c for c in after if c > cue), None)


def predicate_subject(tree: Tree, cue: int) -> int | None:
    """Ito was adamant that the mill would stay."""
    verb = tree.heads[cue]
    if tree.deps[cue] in ("acl", "amod") and tree.tags[verb].startswith("NN") and verb < cue:
        return verb  # villagers worried about the mill
    own = own_subject(tree, cue)
    known = tree.in_list(verb, "verb", "making")  # Ito made *it* clear
    if own is not None and own < cue and not known:
        return own  # with villagers worried about the mill, Ito stayed
    passive = tree.child(cue, "nsubjpass")  # Ito was convinced: to the parser a passive
    if passive is not None:
        return passive
    if tree.tags[verb].startswith(("VB", "MD")) and verb != cue:
        return any_subject(tree, verb)
    return own

"""The subject of a verb: its own, or that of the verb above it which it shares."""

from __future__ import annotations

from quotes.find.content import is_infinitive, opens_quote
from quotes.lexicon.load import cue_lexicon, words
from quotes.tree import Tree


def own_subject(tree: Tree, cue: int) -> int | None:
    """The subject that hangs on *cue*, a relative pronoun among them; never an expletive."""
    if tree.tags[cue] == "VBN" and tree.child(cue, "nsubjpass", "auxpass") is not None:
        return None
    if lacks_addressee(tree, cue):
        return None
    subjects = [s for s in tree.child_of(cue, ("nsubj",)) if tree.words[s][0].isalnum()]
    if not subjects:
        return None
    before = [s for s in subjects if s < cue]
    after = [s for s in subjects if s > cue]
    # The goat, said the captain, had a ticket: set in by commas, the verb has its subject after it
    set_in = bool(after) and tree.words[cue - 1 : cue] == (",",)
    subject = before[-1] if before and not set_in else next(iter(after), None)
    if subject is None or tree.lower[subject] in words("clause", "expletives"):
        return None
    if tree.lower[subject] == "it" and is_expletive(tree, cue):
        return None
    return subject


def any_subject(tree: Tree, verb: int) -> int | None:
    """The verb's own subject, or the one that it shares."""
    own = own_subject(tree, verb)
    return climbed_subject(tree, verb) if own is None else own


def lacks_addressee(tree: Tree, cue: int) -> bool:
    """Man stole bells, jury told: a verb of telling without its addressee has it for a subject."""
    if tree.lower[cue] not in words("verb", "addressed") or cue + 2 < tree.right[tree.root[cue]]:
        return False
    return tree.child(cue, "dobj", "dative", "xcomp", "aux") is None and not any(
        c > cue and tree.deps[c] in ("ccomp", "prep") for c in tree.children[cue]
    )


def stolen_subject(tree: Tree, cue: int) -> int | None:
    """Ito, asked about it, said no — where the parser gave Ito to the clause set in by commas."""
    if tree.words[cue - 1 : cue] not in ((",",), (")",)) and not is_helped(tree, cue):
        return None
    for clause in tree.child_of(cue, ("ccomp", "advcl", "csubj", "parataxis")):
        subject = tree.child(clause, "nsubj") if clause < cue else None
        if subject is None or tree.tags[subject] in ("WP", "WDT"):
            continue
        after = tree.right[subject] + (tree.words[tree.right[subject]] != ",")
        if after < clause and tree.words[after] == ",":
            return subject
    return None


def coordinated_subject(tree: Tree, cue: int) -> int | None:
    """Ito welcomed the plan but her lawyer, Ada Bello, said no — where the plan has the lawyer."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "conj" or not tree.tags[verb].startswith("VB"):
        return None
    if tree.tags[cue] not in ("VBD", "VBZ", "VBP") or tree.child(cue, "ccomp") is None:
        return None
    for noun in range(cue - 1, verb, -1):
        if tree.deps[noun] != "conj" or not tree.tags[noun].startswith(("NN", "PRP")):
            continue
        first, last = tree.left[noun], tree.right[noun]
        reaches = last == cue - 1 or (last == cue - 2 and tree.words[cue - 1] == ",")
        if reaches and tree.tags[first - 1] == "CC" and tree.heads[noun] < first - 1:
            return noun
    return None


def is_helped(tree: Tree, cue: int) -> bool:
    """Whether *cue* has an auxiliary right behind a comma: …, has agreed"""
    first = next((c for c in tree.children[cue] if tree.deps[c] == "aux"), cue)
    return first < cue and tree.words[first - 1 : first] == (",",)


def is_expletive(tree: Tree, cue: int) -> bool:
    """It is said that …; it seems that …"""
    return tree.child(cue, "auxpass") is not None


def is_passive(tree: Tree, cue: int) -> bool:
    """Whether *cue* is a passive: `was told`, `told` after its noun, `asked` before the clause."""
    return tree.tags[cue] == "VBN" and (
        tree.child(cue, "nsubjpass", "auxpass", "agent") is not None
        or (
            tree.deps[cue] in ("acl", "advcl", "csubj")
            and not any(tree.deps[c] == "aux" for c in tree.children[cue])
        )
    )


def is_swallowed(tree: Tree, verb: int, head: int) -> bool:
    """Whether the parser hung a conjunct of the cue on a clause that the cue governs."""
    cue = tree.heads[head]
    return (
        tree.deps[head] in ("ccomp", "relcl", "acl")
        and tree.tags[verb] == tree.tags[cue]
        and tree.tags[verb] != tree.tags[head]
        and not opens_quote(tree, verb)
    )


def is_final_participle(tree: Tree, verb: int) -> bool:
    """Whether *verb* begins a participle clause set off by a comma: …, saying that he was ill."""
    first = tree.left[verb]
    return tree.tags[verb] == "VBG" and first > 0 and tree.words[first - 1] == ","


def climbed_subject(tree: Tree, cue: int) -> int | None:
    """Ito stood up and said no; she declined to say why; “No,” he said, adding that he was ill."""
    if is_passive(tree, cue):
        return None
    if tree.deps[cue] in ("advcl", "ccomp") and tree.tags[cue] in ("VBD", "VBZ", "VBP"):
        return (
            None  # the council, when told of it, shut the mill: a clause with a tense shares none
        )
    if tree.deps[cue] == "advcl" and is_final_participle(tree, cue):
        # Ito said he was ill, adding that it would pass: the participle is the main clause's
        above = tree.heads[cue]
        # Shares fell after the mill warned of losses, saying …: the mill says it
        speaks = is_speaker(tree, above) and own_subject(tree, above) is not None
        main = above if speaks else tree.root[cue]
        found = own_subject(tree, main) if tree.tags[main].startswith("VB") else None
        if found is not None and main < cue:
            return found
    fellow = fellow_cue(tree, cue)
    if fellow is not None:
        return own_subject(tree, fellow)
    verb = cue
    for _ in range(6):
        head = next_verb(tree, verb)
        if head is None:
            return None
        if tree.deps[verb] == "xcomp" and tree.lower[head] in words("verb", "object-control"):
            controller = tree.child(head, "dobj", "dative")
            if controller is not None and head < controller < verb:
                return controller  # the report led Ito to say
        verb = head
        if not tree.tags[verb].startswith(("VB", "MD")):
            continue
        found = tree.child(verb, "nsubj", "nsubjpass")
        if found is not None and tree.lower[found] not in words("clause", "expletives"):
            return found if not tree.left[found] <= cue <= tree.right[found] else None
    return None


def is_speaker(tree: Tree, verb: int) -> bool:
    """Whether *verb* is a verb of saying or showing."""
    row = cue_lexicon().row(tree.lower[verb], "verb")
    return row is not None and row.act in ("speech", "document")


def takes_clause(tree: Tree, verb: int) -> bool:
    """Whether *verb* is one of them to which the lexicon gives a clause."""
    row = cue_lexicon().row(tree.lower[verb], "verb")
    return is_speaker(tree, verb) and row is not None and "clause" in row.frames


def fellow_cue(tree: Tree, cue: int) -> int | None:
    """The cue that *cue* goes with, past a verb that says nothing.

    Shares fell after the mill said it would close and warned that …: the mill warned.
    """
    head = tree.heads[cue]
    if tree.deps[cue] != "conj" or is_speaker(tree, head):
        return None
    fellows = (c for c in tree.child_of(head, ("advcl",)) if head < c < cue)
    return next(
        (
            c
            for c in fellows
            if tree.tags[c] == tree.tags[cue]
            and is_speaker(tree, c)
            and own_subject(tree, c) is not None
        ),
        None,
    )


def next_verb(tree: Tree, verb: int) -> int | None:
    """The word above *verb* that shares its subject, or leads to one that does."""
    head, dep = tree.heads[verb], tree.deps[verb]
    if head == verb:
        return None
    if dep == "conj" and is_swallowed(tree, verb, head):
        return tree.heads[head]  # Ito said the mill could not stay and added that …
    if dep in ("conj", "advcl", "xcomp", "dep"):
        return head
    if dep == "advmod" and tree.tags[verb].startswith("RB"):
        return head  # Ito went so far as to say
    if dep in ("acomp", "attr") and tree.tags[verb].startswith(("JJ", "NN")):
        return head  # Ito is likely to say; Ito is the first to say
    if dep in ("acl", "relcl") and is_infinitive(tree, verb):
        return head
    if dep == "dobj" and tree.tags[verb].startswith("NN"):
        return head  # Ito led an effort to deny
    if dep == "ccomp" and tree.child(verb, "nsubj", "nsubjpass", "mark") is None:
        return head
    if dep == "pcomp" and tree.deps[head] == "prep":
        above = tree.heads[head]
        while tree.deps[above] in ("prep", "pobj"):
            above = tree.heads[above]  # in addition to saying that …, Ito
        return above
    return None

"""The subject of a verb that hangs on it, or that the parser hung beside it."""

from __future__ import annotations

from quotes.find.grammar.clause import is_infinitive
from quotes.parse.tree import Tree


def own_subject(tree: Tree, cue: int) -> int | None:
    """The subject that hangs on *cue*, a relative pronoun among them; never an expletive."""
    if tree.tags[cue] == "VBN" and tree.child(cue, "nsubjpass", "auxpass") is not None:
        minded = tree.in_list(cue, "verb", "minded") and tree.child(cue, "agent") is None
        return tree.child(cue, "nsubjpass") if minded else None
    if lacks_addressee(tree, cue) or is_raised(tree, cue):
        return None
    if (swapped := swapped_subject(tree, cue)) is not None:
        return swapped[1]
    subjects = [s for s in tree.child_of(cue, ("nsubj",)) if tree.words[s][0].isalnum()]
    if not subjects:
        return None
    before = [s for s in subjects if s < cue]
    after = [s for s in subjects if s > cue]
    # The goat, said the captain, had a ticket: set in by commas, the verb has its subject after it
    set_in = bool(after) and tree.words[cue - 1 : cue] == (",",)
    subject = before[-1] if before and not set_in else next(iter(after), None)
    if subject is None or tree.in_list(subject, "clause", "expletives"):
        return None
    if tree.in_list(subject, "pronoun", "neuter") and is_expletive(tree, cue):
        return None
    return subject


def swapped_subject(tree: Tree, cue: int) -> tuple[int, int, int] | None:
    """The subject of the clause, the speaker and the clause that a verb of saying is set into.

    The plan, said Ito, who owns the mill, is dead — where the parser has the plan say so of Ito.
    """
    if cue == 0 or tree.words[cue - 1] != "," or tree.child(cue, "aux", "dobj") is not None:
        return None
    first, clause = tree.child(cue, "nsubj"), tree.child(cue, "ccomp")
    if first is None or clause is None or not first < cue < clause:
        return None
    speaker = tree.child(clause, "nsubj", "nsubjpass")
    if speaker is None or tree.left[speaker] != cue + 1 or tree.words[tree.right[speaker]] != ",":
        return None
    bare = "," not in tree.words[tree.left[first] : cue - 1]
    return (first, speaker, clause) if bare else None


def is_raised(tree: Tree, cue: int) -> bool:
    """Ito, expected to win, …; with Ito expected to win, …: the others expect it, not Ito."""
    if is_set_in(tree, cue):
        return True
    to = tree.child(cue, "xcomp") if tree.in_list(cue, "verb", "raising") else None
    if to is None or not is_infinitive(tree, to):
        return False
    if tree.child(cue, "aux", "dobj") is not None:
        return False
    first = cue
    while first > 0 and tree.tags[first - 1] == "RB":
        first -= 1
    absolute = tree.deps[cue] == "pcomp" or tree.in_list(tree.left[cue], "preposition", "absolute")
    return absolute or tree.words[first - 1 : first] == (",",)


def is_set_in(tree: Tree, cue: int) -> bool:
    """Ito, asked why it had closed, declined to say: a participle between commas, then the verb."""
    if cue == 0 or tree.words[cue - 1] != "," or not tree.in_list(cue, "verb", "asked"):
        return False
    later = (t for t in (*tree.children[cue], tree.heads[cue]) if t > cue)
    return any(
        tree.tags[verb] in ("VBD", "VBZ", "VBP")
        and tree.child(verb, "nsubj", "nsubjpass") is None
        and tree.words[verb - 1] == ","
        for verb in later
    )


def lacks_addressee(tree: Tree, cue: int) -> bool:
    """Man stole bells, jury told: a verb of telling without its addressee has it for a subject."""
    if not tree.in_list(cue, "verb", "addressed") or cue + 2 < tree.right[tree.root[cue]]:
        return False
    return tree.child(cue, "dobj", "dative", "xcomp", "aux") is None and not any(
        c > cue and tree.deps[c] in ("ccomp", "prep") for c in tree.children[cue]
    )


def stolen_subject(tree: Tree, cue: int) -> int | None:
    """Ito, asked about it, said no — where the parser gave Ito to the clause set in by commas."""
    if tree.words[cue - 1 : cue] not in ((",",), (")",)) and not is_helped(tree, cue):
        return None
    above = tree.heads[cue]
    if above < cue and is_set_in(tree, above) and tree.deps[cue] in ("ccomp", "conj", "dep"):
        return tree.child(above, "nsubj")
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


def is_saying(tree: Tree, verb: int) -> bool:
    """Whether *verb* is a verb of saying or showing."""
    row = tree.language.cues.row(tree.lower[verb], "verb")
    return row is not None and row.act in ("speech", "document")


def takes_clause(tree: Tree, verb: int) -> bool:
    """Whether *verb* is one of them to which the lexicon gives a clause."""
    row = tree.language.cues.row(tree.lower[verb], "verb")
    return is_saying(tree, verb) and row is not None and row.takes_clause

"""What a clause or a phrase is: what hangs on a word, what governs it, whether it has a tense."""

from __future__ import annotations

from quotes.parse.tree import Tree

Piece = tuple[int, int]  # the first and the last token of a stretch


def object_of(tree: Tree, prep: int) -> int | None:
    """What a preposition governs, unless it is a time: a statement on Tuesday."""
    head = tree.child(prep, "pobj", "pcomp")
    return None if head is None or tree.in_list(head, "adverb", "times") else head


def phrase(tree: Tree, token: int) -> Piece:
    """The stretch that hangs on *token*."""
    return tree.left[token], tree.right[token]


def phrase_without(tree: Tree, head: int, cut: Piece) -> tuple[Piece, ...]:
    """The stretch that hangs on *head*, less the stretch *cut*."""
    left, right = phrase(tree, head)
    first, last = cut
    if last < left or first > right:
        return ((left, right),)
    return tuple(p for p in ((left, first - 1), (last + 1, right)) if p[0] <= p[1])


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether *verb* has `to` before it."""
    return any(tree.tags[c] == "TO" for c in tree.children[verb] if c < verb)


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether *verb* or an auxiliary of it carries a tense."""
    return tree.tags[verb] in ("VBD", "VBZ", "VBP", "MD") or any(
        tree.tags[c] in ("VBD", "VBZ", "VBP", "MD") and tree.deps[c] in ("aux", "auxpass")
        for c in tree.children[verb]
    )


def opens_quote(tree: Tree, verb: int) -> bool:
    """Whether marks or a colon follow: Ito said Bello had come and shouted: “Pay up.”

    Who shouts is then told by the clause that the verb stands in.
    """
    return any(word[0] in ":,\"“‘'«„" for word in tree.words[verb + 1 : verb + 2])


def is_that_clause(tree: Tree, verb: int) -> bool:
    """Whether the parser's relative clause is complete in itself: a warning that prices fell."""
    first = tree.left[verb]
    if not tree.in_list(first, "clause", "that") or tree.heads[first] != verb:
        return False
    subjects = [c for c in tree.child_of(verb, ("nsubj", "nsubjpass")) if c != first]
    rest = [c for c in tree.child_of(verb, ("dobj", "attr", "acomp", "ccomp")) if c != first]
    return bool(subjects) and (bool(rest) or tree.deps[first] in ("nsubj", "nsubjpass", "mark"))


def cue_end(tree: Tree, cue: int, before: int) -> int:
    """The last token of the cue: its head, or a particle of it that stands before *before*."""
    particles = [c for c in tree.child_of(cue, ("prt",)) if cue < c < before]
    return particles[-1] if particles else cue


def governed_clause(tree: Tree, cue: int) -> int:
    """The head of the clause that `according to` is about: the sentence if a comma sets it off."""
    first, last = phrase(tree, cue)
    root = tree.root[cue]
    ends = all(not tree.words[t][0].isalnum() for t in range(last + 1, tree.right[root] + 1))
    begins = first == tree.left[root] or tree.words[first - 1] == ","
    if root != cue and begins and ends:
        return root
    head = tree.heads[cue]
    # the phrase may hang on a noun of the clause; the clause is meant
    nominal = ("dobj", "pobj", "prep", "attr", "nsubj", "appos", "conj", "amod", "acomp")
    while tree.deps[head] in nominal and tree.heads[head] != head:
        if tree.deps[head] == "conj" and tree.tags[head].startswith("VB"):
            break
        head = tree.heads[head]
    return head

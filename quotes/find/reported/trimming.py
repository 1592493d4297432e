"""What hangs at the end of a reported content but is the writer's own: where it is cut off."""

from __future__ import annotations

from collections.abc import Callable

from quotes.find.grammar.subjects import coordinated_subject, is_saying, takes_clause
from quotes.parse.tree import Tree

# From the piece's first and last token to the token where the cut falls, or None.
Cutter = Callable[[Tree, int, int], int | None]
RELATIVE_TAGS = ("WDT", "WP", "WP$", "WRB")


def commas(tree: Tree, first: int, last: int) -> list[int]:
    """The commas between two tokens."""
    between = tree.words[first + 1 : last]
    return [t for t, word in enumerate(between, first + 1) if word == ","] if "," in between else []


def ends_piece(tree: Tree, token: int, last: int) -> bool:
    """Whether the clause that begins at *token* reaches the end of the piece."""
    clause = token
    while tree.left[tree.heads[clause]] >= token and tree.heads[clause] != clause:
        clause = tree.heads[clause]
    return tree.right[clause] >= last - 1


def says_clause(tree: Tree, verb: int) -> bool:
    """Whether *verb* says a clause: … said it would stay."""
    return takes_clause(tree, verb) and tree.child(verb, "ccomp") is not None


def relative_clause(tree: Tree, first: int, last: int) -> int | None:
    """Ito said the mill would close, which surprised the town."""
    for token in commas(tree, first, last):
        if tree.tags[token + 1] in RELATIVE_TAGS and ends_piece(tree, token + 1, last):
            return token
    return None


def next_cue(tree: Tree, first: int, last: int) -> int | None:
    """Ito praised the plan, saying that it was bold."""
    for token in commas(tree, first, last):
        speaks = tree.tags[token + 1] == "VBG" and is_saying(tree, token + 1)
        if speaks and ends_piece(tree, token + 1, last):
            return token
    return None


def other_speaker(tree: Tree, first: int, last: int) -> int | None:
    """Ito said the mill would close, while Bello said it would stay."""
    subordinators = tree.language.words("clause", "subordinators")
    for token in range(first + 1, last - 2):
        if tree.lower[token] not in subordinators:
            continue
        verb = tree.heads[token]
        if not token < verb <= last or not ends_piece(tree, token, last):
            continue
        # … while Bello denied reports of a fire
        contrast = tree.in_list(token, "clause", "contrasts") and tree.child(verb, "nsubj")
        denies = contrast and tree.child(verb, "dobj", "ccomp") is not None
        if says_clause(tree, verb) or (denies and is_saying(tree, verb)):
            return token
    return None


def next_speaker(tree: Tree, first: int, last: int) -> int | None:
    """The rate was held, as Ito had forecast, and Bello said it would stay."""
    for comma in commas(tree, first - 1, max(first, last - 3)):
        token = comma + 1
        if tree.tags[token] != "CC":
            continue
        for verb in tree.child_of(tree.heads[token], ("conj",)):
            subject = tree.child(verb, "nsubj")
            if not token < verb <= last or subject is None or tree.left[verb] != token + 1:
                continue
            if says_clause(tree, verb):
                return token - 1
    return None


def next_subject(tree: Tree, first: int, last: int) -> int | None:
    """Ito welcomed the plan but her lawyer said it was bad: the lawyer hangs on the plan."""
    for verb in range(last + 1, min(last + 3, len(tree))):
        subject = coordinated_subject(tree, verb)
        if subject is not None and first < tree.left[subject] <= last:
            return tree.left[subject] - 1
    return None


def participle(tree: Tree, first: int, last: int) -> int | None:
    """Ito promised to stay, smiling at the crowd."""
    for token in commas(tree, first, last):
        loose = tree.tags[token + 1] == "VBG" and tree.deps[token + 1] in ("advcl", "acl")
        if loose and ends_piece(tree, token + 1, last):
            return token
    return None


def apposition(tree: Tree, first: int, last: int) -> int | None:
    """Ito voted for Bello, a miller who had never held an office."""
    for token in commas(tree, first, last):
        if tree.in_list(token + 1, "determiner", "articles"):
            noun = tree.heads[token + 1]
            if tree.deps[noun] == "appos" and tree.right[noun] >= last - 1:
                return token
    return None


LOOSE_TRIMS: tuple[Cutter, ...] = (participle, apposition)
TRIMS: tuple[Cutter, ...] = (
    relative_clause,
    next_cue,
    other_speaker,
    next_speaker,
    next_subject,
)


def trimmed_start(tree: Tree, first: int, last: int, quoted: frozenset[int]) -> int:
    """The first token of the piece without a conjunction that opens its sentence: But Ito said …"""
    opens = first == 0 or tree.root[first - 1] != tree.root[first]
    if opens and first < last and tree.tags[first] == "CC" and first not in quoted:
        return first + 1
    return first


def trimmed_end(tree: Tree, first: int, last: int, quoted: frozenset[int], clause: bool) -> int:
    """The last token of the piece once the cuts are made; no cut falls into quotation marks.

    A finite *clause* keeps its participles and appositions, other contents lose them.
    """
    for cutter in TRIMS if clause else TRIMS + LOOSE_TRIMS:
        cut = cutter(tree, first, last)
        if cut is None:
            continue
        # what stands in marks after the next speaker is the next speaker's
        if cutter not in (next_speaker, other_speaker) and quoted.intersection(
            range(cut, last + 1)
        ):
            continue
        if cut > first:
            last = cut - 1
        elif not tree.words[first][0].isalnum():
            last = first  # of a piece behind the cue only its comma is left
    while last > first and tree.tags[last] == "CC" and last not in quoted:
        last -= 1
    return last

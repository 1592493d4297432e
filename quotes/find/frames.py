"""The complements of a cue: which pieces of the tree are the content, by the shape around it.

Each frame is a function from a tree and the cue's head to the pieces of the content as inclusive
token ranges, with the last token of the cue, or to None where the shape is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quotes.lexicon.load import cue_lexicon, words
from quotes.tree import Tree

Piece = tuple[int, int]  # the first and the last token of a stretch


@dataclass(frozen=True, slots=True)
class Content:
    """The pieces of a content, the frame they came by, and how far the cue reaches."""

    frame: str
    pieces: tuple[Piece, ...]
    cue_end: int  # the last token of the cue: its head, a particle or a preposition
    own_source: int | None = None  # the head of the source where the frame alone can tell it
    no_source: bool = False  # the frame has no place for a source: it seems that …


Frame = Callable[[Tree, int], Iterator[Content]]


def whole(tree: Tree, token: int) -> Piece:
    """The stretch that hangs on *token*."""
    return tree.left[token], tree.right[token]


def without(tree: Tree, head: int, cut: Piece) -> tuple[Piece, ...]:
    """The stretch that hangs on *head*, less the stretch *cut*."""
    left, right = whole(tree, head)
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


def complement_frame(tree: Tree, verb: int) -> str:
    """The name of the frame that a clausal complement headed by *verb* makes."""
    if is_infinitive(tree, verb):
        return "infinitive"
    if is_finite(tree, verb) or any(tree.deps[c] == "mark" for c in tree.children[verb]):
        return "clause"
    if tree.tags[verb] == "VBG":
        return "gerund"
    if tree.tags[verb].startswith("VB"):
        return "clause"
    return "complement"


def clause(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito said that the mill would close; she promised to stay; he urged them to go."""
    for child in tree.children[cue]:
        if tree.deps[child] not in ("ccomp", "xcomp") or tree.tags[child] == "TO":
            continue
        if child < cue and not leads_up(tree, child, cue):
            continue
        frame = complement_frame(tree, child)
        pieces: tuple[Piece, ...] = (with_second_clause(tree, cue, child),)
        if tree.left[child] <= cue <= tree.right[child]:
            pieces = without(tree, child, (tree.left[cue], cue))
        elif child > cue and (cut := swallowed(tree, child, cue)) is not None:
            pieces = ((tree.left[child], cut - 1),)
        elif child < cue and (rest := resumed(tree, cue)) is not None:
            pieces = (*pieces, whole(tree, rest))
        if tree.deps[child] == "ccomp" and frame == "infinitive":
            frame = "object+to"
        if tree.deps[child] == "xcomp" and child > cue:
            thing = tree.child(cue, "dobj", "dative")
            if thing is not None and cue < thing < child:
                # Ito urged the council to wait: the council is part of what is urged
                yield Content("object+to", ((tree.left[thing], tree.right[child]),), cue)
                frame += "-after-object"
        yield Content(frame, pieces, cue_end(tree, cue, child))


def swallowed(tree: Tree, verb: int, cue: int) -> int | None:
    """Where the next cue begins that the parser hung on the content: …, adding that … and said …"""
    for child in tree.children[verb]:
        if child < verb:
            continue
        row = cue_lexicon().row(tree.lower[child], "verb")
        if row is None or row.act not in ("speech", "document") or "clause" not in row.frames:
            continue
        first = tree.left[child]
        if tree.deps[child] == "advcl" and tree.tags[child] == "VBG" and first == child:
            if tree.words[first - 1] == ",":
                return first
        elif (
            tree.deps[child] == "conj"
            and tree.tags[child] == tree.tags[cue]
            and tree.tags[verb] != tree.tags[cue]
            and tree.child(child, "nsubj", "aux", "auxpass") is None
            and tree.child(child, "ccomp", "xcomp") is not None
        ):
            return first - 1 if tree.tags[first - 1] == "CC" else first
    return None


def with_second_clause(tree: Tree, cue: int, child: int) -> Piece:
    """Ito said that the mill would close and that the bakery would stay."""
    last = tree.right[child]
    for other in tree.children[cue]:
        if other > last and tree.deps[other] in ("conj", "ccomp") and tree.left[other] <= last + 3:
            first = tree.left[other]
            if tree.lower[first] == "that" and tree.tags[first - 1] == "CC":
                last = tree.right[other]
    return tree.left[child], last


def resumed(tree: Tree, cue: int) -> int | None:
    """The mill was so old, Ito said, that it would close."""
    for child in tree.children[cue]:
        first = tree.left[child]
        if child > cue and tree.deps[child] in ("ccomp", "advcl") and tree.lower[first] == "that":
            return child if tree.words[first - 1] == "," else None
    return None


def leads_up(tree: Tree, child: int, cue: int) -> bool:
    """Whether a clause before its cue can be what is said: no other follows, no colon between."""
    if any(c > cue and tree.deps[c] == "ccomp" for c in tree.children[cue]):
        return resumed(tree, cue) is not None
    return not any(tree.words[t] in (":", ";") for t in range(tree.right[child], cue))


def cue_end(tree: Tree, cue: int, before: int) -> int:
    """The last token of the cue: its head, or a particle of it that stands before *before*."""
    particles = [c for c in tree.child_of(cue, ("prt",)) if cue < c < before]
    return particles[-1] if particles else cue


def thing(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito criticised the plan; he accused the council of delay; she called him a liar."""
    head = tree.child(cue, "dobj")
    if head is None:
        return
    end = cue_end(tree, cue, len(tree))
    if head < cue:  # the plan, which Ito criticised
        yield Content("object", (whole(tree, head),), end)
        return
    for child in tree.children[cue]:
        if child <= head or tree.left[child] < tree.right[head]:
            continue
        both = ((tree.left[head], tree.right[child]),)
        if tree.deps[child] == "prep":
            yield Content(f"object+{tree.lower[child]}", both, end)
        elif tree.deps[child] in ("oprd", "acomp", "attr"):
            yield Content("object+complement", both, end)
        elif tree.deps[child] == "advcl" and tree.tags[child] == "VBG":
            yield Content("object+gerund", both, end)
        else:
            continue
        break
    yield Content("object", (whole(tree, head),), end)


def preposition(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito talked about the mill; she insisted on seeing it; he warned against a sale."""
    for prep in tree.children[cue]:
        if tree.deps[prep] not in ("prep", "agent") or prep < cue:
            continue
        head = tree.child(prep, "pobj", "pcomp")
        if head is not None:
            last = max(tree.right[head], tree.right[prep])
            for other in tree.child_of(cue, ("prep",)):
                # Ito referred to the plan as a disaster
                if tree.lower[other] == "as" and tree.left[other] == last + 1:
                    last = tree.right[other]
            yield Content(tree.lower[prep], ((tree.left[head], last),), prep)


def passive(tree: Tree, cue: int) -> Iterator[Content]:
    """The council was accused of delay by Ito; the mill is expected to close."""
    subject = tree.child(cue, "nsubjpass")
    if subject is None or tree.tags[cue] != "VBN":
        return
    pieces = [whole(tree, subject)]
    frame = "passive"
    for child in tree.children[cue]:
        if child < cue or tree.deps[child] in ("agent", "punct", "npadvmod", "advmod"):
            continue
        if tree.deps[child] in ("xcomp", "oprd", "ccomp", "attr", "acomp"):
            pieces.append(whole(tree, child))
            frame = f"passive+{complement_frame(tree, child)}"
            break
        if tree.deps[child] == "prep":
            pieces.append(whole(tree, child))
            frame = f"passive+{tree.lower[child]}"
            break
    if len(pieces) > 1:
        yield Content(frame, tuple(pieces), cue)
    yield Content("passive", (pieces[0],), cue)


def participle(tree: Tree, cue: int) -> Iterator[Content]:
    """a plan proposed by Ito"""
    noun = tree.heads[cue]
    if tree.deps[cue] != "acl" or tree.tags[cue] != "VBN" or noun > cue:
        return
    agent = tree.child(cue, "agent")
    if agent is not None and tree.child(agent, "pobj") is not None:
        yield Content("participle", ((tree.left[noun], tree.left[cue] - 1),), cue)


def impression(tree: Tree, cue: int) -> Iterator[Content]:
    """The mill seems to be closing."""
    subject = tree.child(cue, "nsubj")
    rest = [
        c
        for c in tree.children[cue]
        if c > cue and tree.deps[c] in ("xcomp", "oprd", "acomp", "ccomp", "prep", "advcl", "attr")
    ]
    if subject is None or not rest or subject > cue:
        return
    last = (tree.left[rest[0]], tree.right[rest[0]])
    pieces = (last,) if tree.lower[subject] in ("it", "there") else (whole(tree, subject), last)
    yield Content("impression", pieces, cue, no_source=True)


def parenthetical(tree: Tree, cue: int) -> Iterator[Content]:
    """The bridge, Ito argued, was safe. The bridge was safe, as Ito argued."""
    head = tree.heads[cue]
    if tree.deps[cue] == "parataxis":
        frame = "parenthetical"
    elif tree.deps[cue] == "advcl" and any(
        tree.lower[c] == "as" for c in tree.children[cue] if c < cue
    ):
        frame = "as"
    else:
        return
    if any(tree.deps[c] in ("ccomp", "dobj", "xcomp") for c in tree.children[cue]):
        return
    yield Content(frame, without(tree, head, whole(tree, cue)), cue)


def according(tree: Tree, cue: int) -> Iterator[Content]:
    """The bridge is safe, according to Ito."""
    to = tree.child(cue, "prep")
    if to is None and cue + 1 < len(tree) and tree.lower[cue + 1] == "to":
        to = cue + 1
    source = tree.child(to, "pobj", "pcomp") if to is not None else None
    if to is None or source is None:
        return
    head = tree.heads[cue]
    # the prepositional phrase may hang on a noun of the clause; the clause is meant
    while tree.deps[head] in ("dobj", "pobj", "prep", "attr", "nsubj", "appos", "conj", "amod", "acomp"):
        if tree.heads[head] == head or (
            tree.deps[head] == "conj" and tree.tags[head].startswith("VB")
        ):
            break
        head = tree.heads[head]
    if head == cue:
        return
    yield Content("according", without(tree, head, whole(tree, cue)), to, own_source=source)


def noun_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """the claim that the mill would close; Ito's promise to stay; her criticism of the plan"""
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("acl", "ccomp", "xcomp", "relcl"):
            frame = complement_frame(tree, child)
            marked = any(
                tree.deps[c] == "mark" and tree.lower[c] == "that" for c in tree.children[child]
            )
            if frame == "infinitive" or (frame == "clause" and marked):
                yield Content(frame, (whole(tree, child),), cue)
        elif tree.deps[child] == "prep":
            head = tree.child(child, "pobj", "pcomp")
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)


def noun_copula(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito's view is that the mill will close."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "nsubj" or tree.lower[verb] not in words("verb", "copulas"):
        return
    for child in tree.children[verb]:
        if child > verb and tree.deps[child] in ("ccomp", "xcomp", "acomp", "attr"):
            frame = complement_frame(tree, child)
            if frame in ("clause", "infinitive"):
                yield Content(f"is+{frame}", (whole(tree, child),), verb)


def adjective_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito was adamant that the mill would close; she is confident of success."""
    if tree.deps[cue] not in ("acomp", "oprd", "attr", "ROOT", "conj", "advcl", "amod"):
        return
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("ccomp", "xcomp", "advcl"):
            yield Content(complement_frame(tree, child), (whole(tree, child),), cue)
        elif tree.deps[child] == "prep":
            head = tree.child(child, "pobj", "pcomp")
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)


VERB_FRAMES: tuple[Frame, ...] = (
    clause,
    participle,
    passive,
    thing,
    preposition,
    impression,
    parenthetical,
    according,
)
NOUN_FRAMES: tuple[Frame, ...] = (noun_complement, noun_copula)
ADJECTIVE_FRAMES: tuple[Frame, ...] = (adjective_complement,)

"""Reported speech: the contents that the tree gives to the cues of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.candidate import Candidate
from quotes.find.cues import CueHead, make_cue
from quotes.find.grammar.subjects import lacks_addressee
from quotes.find.marks.bounds import LONGEST_TITLE, is_title_case, joined, minus, trim
from quotes.find.reported.circumstances import (
    Case,
    circumstances,
    deciding_words,
    place_of,
    source_kind,
)
from quotes.find.reported.content import Content, Frame, frames_at
from quotes.find.reported.noun_frames import (
    ADJECTIVE_FRAMES,
    ADVERB_FRAMES,
    NOUN_FRAMES,
    PREPOSITION_FRAMES,
)
from quotes.find.reported.table import rule_of
from quotes.find.reported.trimming import trimmed_end, trimmed_start
from quotes.find.reported.verb_frames import VERB_FRAMES
from quotes.find.sources.sources import ACCORDING, AGENT, Source, find_source
from quotes.find.sources.words import source_words
from quotes.lexicon.counts.weights import Weights
from quotes.parse.tree import Tree

FRAMES: dict[str, tuple[Frame, ...]] = {
    "verb": VERB_FRAMES,
    "noun": NOUN_FRAMES,
    "adjective": ADJECTIVE_FRAMES,
    "adverb": ADVERB_FRAMES,
    "preposition": PREPOSITION_FRAMES,
}
# The frames whose cue is set into the clause that it governs.
SET_IN = ("parenthetical", "as-clause", "according", "poll", "opinion", "adverb")
# The frames that name their source after a preposition.
NAMING = ("according", "poll", "opinion", "received")
# By how much a frame must be likelier than the one that stands before it in the order of frames.
HEAD_START = 0.05


def find_reported(
    tree: Tree, head: CueHead, quoted: frozenset[int], weights: Weights
) -> Candidate | None:
    """The content of the cue *head*, if it has one; *quoted* are the tokens in marks."""
    judged = [(chance_of(case, weights), case) for case in cases(tree, head, quoted)]
    likely = [j for j in judged if is_kept(j[1], j[0], weights)]
    likely.sort(key=lambda j: HEAD_START * j[1].rank - j[0])
    for chance, case in likely:
        if (found := to_candidate(case, chance)) is not None:
            return found
    return None


def chance_of(case: Case, weights: Weights) -> float:
    """The chance, 0 to 1, that the content is right."""
    return weights.chance(circumstances(case), deciding_words(case))


def is_kept(case: Case, chance: float, weights: Weights) -> bool:
    """Whether the content is certain, or likely enough."""
    return is_certain(case) or chance >= least(case, weights)


def least(case: Case, weights: Weights) -> float:
    """The least chance with which the content is kept."""
    content, quoted = case.content, case.quoted
    if not quoted:
        return weights.threshold(case.listed, False)
    marked = any(not quoted.isdisjoint(range(a, b + 1)) for a, b in content.pieces)
    return weights.threshold(case.listed, marked and not names_a_work(case.tree, content, quoted))


def is_certain(case: Case) -> bool:
    """Whether grammar leaves nothing to weigh: a that-clause of a word that the lexicon gives one.

    So with `whether`, and with the infinitive of a word of saying: a threat to walk out.
    """
    if case.content.frame == "opinion":
        return opens_sentence(case.tree, case.head.token)
    if not case.listed:
        return False
    if case.content.frame == "adverb" or lacks_addressee(case.tree, case.head.token):
        return True  # The mill has reportedly been sold. Man stole bells, jury told.
    first = case.tree.lower[case.content.pieces[0][0]]
    if case.head.row.pos == "adjective" and case.content.no_source:
        return case.content.frame == "clause"  # It was clear the mill would close.
    if case.content.frame == "infinitive":
        return first == "to" and case.head.row.act in ("speech", "document")
    # … speculation about whether the mill will close: a question is asked or answered
    if first == "whether" or (case.content.frame == "clause" and first == "that"):
        return True
    # asked why the mill had closed
    asks = case.tree.in_list(case.head.token, "verb", "asking")
    return (
        asks
        and case.content.frame == "clause"
        and first in case.tree.language.words("clause", "questions")
    )


def opens_sentence(tree: Tree, noun: int) -> bool:
    """Whether a phrase set off by a comma begins its sentence: In Ito's view, …"""
    first = tree.left[tree.heads[noun]]
    begins = first == 0 or tree.root[first - 1] != tree.root[first]
    return begins and tree.words[tree.right[noun] + 1 : tree.right[noun] + 2] == (",",)


def cases(tree: Tree, head: CueHead, quoted: frozenset[int]) -> Iterator[Case]:
    """The contents that the frames give to the cue, the first of each frame, with their sources."""
    contents: dict[str, Content] = {}
    for find_contents in frames_at(tree, head.token, head.row, FRAMES[head.row.pos]):
        for content in find_contents(tree, head.token):
            if content.frame in contents or not has_words(content):
                continue
            if not quoted or not is_barred(tree, head, content, quoted):
                contents[content.frame] = content
    if not contents:
        return
    own = find_source(tree, head.token, head.row.pos)
    place = place_of(tree, head.token)
    first_frame = next(iter(contents))
    rows = [is_listed(tree, head, c) for c in contents.values()]
    for rank, content in enumerate(contents.values()):
        source = source_of(content, own)
        kind = source_kind(tree, source)
        yield Case(tree, head, content, source, kind, rank, first_frame, rows, quoted, place)


def source_of(content: Content, own: Source | None) -> Source | None:
    """The source of the content: what its frame tells, or else the cue's *own*."""
    if content.no_source:
        return None
    if content.own_source is None:
        return own
    named = ACCORDING if content.frame in NAMING else AGENT
    return Source(content.own_source, named.name)


def has_words(content: Content) -> bool:
    """Whether any piece of the content has a token."""
    return any(first <= last for first, last in content.pieces)


def is_barred(tree: Tree, head: CueHead, content: Content, quoted: frozenset[int]) -> bool:
    """Whether the cue cannot have the content, as what stands in marks shows."""
    listed = content.frame in head.row.frames
    if content.cue_end in quoted:
        return True  # A voice cried: “What about the drains?”
    # They sang “Land of Our Fathers”. Her book, “Salt and Iron,” was published.
    utters = listed or "clause" in head.row.frames
    says = utters and not content.frame.startswith("passive")
    return not says and names_a_work(tree, content, quoted)


def names_a_work(tree: Tree, content: Content, quoted: frozenset[int]) -> bool:
    """Whether what the content has in marks is a title: capitals on all but the small words."""
    tokens = [t for a, b in content.pieces for t in range(a, b + 1) if t in quoted]
    marked = [tree.words[t] for t in tokens if tree.words[t][0].isalpha()]
    return 1 < len(marked) <= LONGEST_TITLE and is_title_case(" ".join(marked), tree.language)


def is_listed(tree: Tree, head: CueHead, content: Content) -> bool:
    """Whether the cue's row has the frame of the content, or the one that a passive turns round."""
    return content.frame in head.row.frames or is_turned_round(tree, head, content)


def is_turned_round(tree: Tree, head: CueHead, content: Content) -> bool:
    """Whether a passive with its agent turns round a frame of the row: praised by Ito."""
    if not content.frame.startswith("passive"):
        return False
    active = content.frame.replace("passive", "object")
    has_agent = content.own_source is not None or tree.child(head.token, "agent") is not None
    return has_agent and active in head.row.frames


def to_candidate(case: Case, chance: float) -> Candidate | None:
    """The content in characters, with its cue and source; None if nothing is left of it."""
    tree, head, content, source, quoted = (
        case.tree,
        case.head,
        case.content,
        case.source,
        case.quoted,
    )
    cue = make_cue(tree, head, content.cue_end)
    clause = content.frame.startswith("clause")
    starts = [(trimmed_start(tree, a, b, quoted), b) for a, b in content.pieces if a <= b]
    spans = [tree.span_of(a, trimmed_end(tree, a, b, quoted, clause)) for a, b in starts]
    source_span = source_words(tree, source, cue.span, spans) if source else None
    cuts = [cue.span, *([source_span] if source_span else [])]
    kept = [trim(tree.text, piece) for span in spans for piece in minus(span, cuts)]
    pieces = joined((s for s in kept if s is not None), tree.text)
    if not pieces:
        return None
    return Candidate(
        paragraph=tree.index,
        spans=pieces,
        rule=rule_of(head.row.pos, content.frame),
        act=head.row.act,
        cue=cue,
        source=source_span,
        source_rule=source.rule if source and source_span else None,
        depth=depth_of(tree, head.token, content.frame),
        chance=chance,
    )


def least_depth(tree: Tree, head: CueHead) -> int:
    """The least depth that a content of the cue can have, whichever frame it comes by."""
    set_in = (
        tree.deps[head.token] in ("parataxis", "advcl", "pobj")
        or head.row.pos in ("adverb", "preposition")
        or "according" in head.row.frames
    )
    return depth_of(tree, head.token, SET_IN[0] if set_in else "")


def depth_of(tree: Tree, token: int, frame: str) -> int:
    """How deep the cue's clause lies in its sentence, in half steps: 0 for the main clause."""
    # The bridge, Ito argued, was safe: what is set into a clause governs it, whatever hangs on what
    depth = 2 * len(list(tree.ancestors(token)))
    return depth - 3 if frame in SET_IN else depth

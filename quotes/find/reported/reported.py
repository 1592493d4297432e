"""Reported speech: the contents that the tree gives to the cues of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.candidate import Candidate
from quotes.find.cues import CueHead, make_cue
from quotes.find.marks.bounds import is_title_case, joined, minus, trim
from quotes.find.reported.certainty import is_certain
from quotes.find.reported.circumstances import circumstances, deciding_words, of_cue, source_kind
from quotes.find.reported.frames.content import Content
from quotes.find.reported.pattern import Case, Pattern, ReportedRule
from quotes.find.reported.table import BY_PART, SET_IN_FRAMES
from quotes.find.reported.trimming import trimmed_end, trimmed_start
from quotes.find.sources.table import Source, find_source
from quotes.find.sources.words import source_words
from quotes.lexicon.counts.weights import Weights
from quotes.lexicon.thresholds import HEAD_START, LONGEST_TITLE
from quotes.parse.tree import Tree

# The labels of cues that may be set into the clause that they govern.
SET_IN_LABELS = ("parataxis", "advcl", "pobj")


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


def cases(tree: Tree, head: CueHead, quoted: frozenset[int]) -> Iterator[Case]:
    """The contents that the patterns give to the cue, the first of each frame, with sources."""
    contents: dict[str, tuple[Content, ReportedRule]] = {}
    for pattern in patterns_at(tree, head):
        for content in pattern.contents(tree, head.token):
            if content.frame in contents or not has_words(content):
                continue
            if not quoted or not is_barred(tree, head, content, quoted):
                contents[content.frame] = content, pattern.rule_of(content)
    if not contents:
        return
    own = find_source(tree, head.token, head.row.pos)
    at_cue = of_cue(tree, head.token)
    first = next(iter(contents))
    rows = [is_listed(tree, head, content) for content, _ in contents.values()]
    for rank, (content, rule) in enumerate(contents.values()):
        source = source_of(content, rule, own)
        kind = source_kind(tree, source)
        yield Case(tree, head, content, rule, source, kind, rank, first, rows, quoted, at_cue)


def patterns_at(tree: Tree, head: CueHead) -> list[Pattern]:
    """The patterns that can give the cue a content: most cues lack what most patterns need."""
    labels = [tree.deps[head.token], *[tree.deps[child] for child in tree.children[head.token]]]
    return [
        pattern
        for pattern in BY_PART[head.row.pos]
        if (not pattern.needs or not pattern.needs.isdisjoint(labels))
        and (not pattern.only_listed or not pattern.frames.isdisjoint(head.row.frames))
    ]


def source_of(content: Content, rule: ReportedRule, own: Source | None) -> Source | None:
    """The source of the content: the one that it tells itself, or else the cue's *own*."""
    if content.impersonal or rule.impersonal:
        return None
    return own if content.own_source is None else Source(content.own_source, rule.source)


def has_words(content: Content) -> bool:
    """Whether any piece of the content has a token."""
    return any(first <= last for first, last in content.pieces)


def is_barred(tree: Tree, head: CueHead, content: Content, quoted: frozenset[int]) -> bool:
    """Whether the cue cannot have the content, as what stands in marks shows."""
    listed = content.frame in head.row.frames
    if content.cue_end in quoted:
        return True  # A voice cried: “What about the drains?”
    # They sang “Land of Our Fathers”. Her book, “Salt and Iron,” was published.
    utters = listed or head.row.takes_clause
    says = utters and content.active is None
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
    if content.active not in head.row.frames:
        return False
    return content.own_source is not None or tree.child(head.token, "agent") is not None


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
    starts = [(trimmed_start(tree, a, b, quoted), b) for a, b in content.pieces if a <= b]
    spans = [
        tree.span_of(a, trimmed_end(tree, a, b, quoted, case.rule.is_clause)) for a, b in starts
    ]
    source_span = source_words(tree, source, cue.span, spans) if source else None
    cuts = [cue.span, *([source_span] if source_span else [])]
    kept = [trim(tree, piece) for span in spans for piece in minus(span, cuts)]
    pieces = joined((s for s in kept if s is not None), tree.text)
    if not pieces:
        return None
    return Candidate(
        paragraph=tree.index,
        spans=pieces,
        rule=case.rule,
        act=head.row.act,
        cue=cue,
        source=source_span,
        source_rule=source.rule if source and source_span else None,
        depth=depth_of(tree, head.token, case.rule.set_in),
        chance=chance,
    )


def least_depth(tree: Tree, head: CueHead) -> int:
    """The least depth that a content of the cue can have, whichever pattern makes it."""
    set_in = tree.deps[head.token] in SET_IN_LABELS or not SET_IN_FRAMES.isdisjoint(head.row.frames)
    return depth_of(tree, head.token, set_in)


def depth_of(tree: Tree, token: int, set_in: bool) -> int:
    """How deep the cue's clause lies in its sentence, in half steps: 0 for the main clause."""
    # The bridge, Ito argued, was safe: what is set into a clause governs it, whatever hangs on what
    depth = 2 * len(list(tree.ancestors(token)))
    return depth - 3 if set_in else depth

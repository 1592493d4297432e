"""Quoted sentences without a cue of their own, which go on from a quote near them."""

from __future__ import annotations

from bisect import bisect_left

from quotes.find.candidate import Candidate, ContentRule
from quotes.find.marks.bounds import word_count
from quotes.lexicon.thresholds import DIRECT_SHARE
from quotes.model import Marked
from quotes.parse.tree import Tree

# Acts whose reported content a quoted sentence can go on from.
UTTERED = ("speech", "document", "thought")


def continue_quotes(
    tree: Tree, found: list[Candidate], orphans: list[Marked]
) -> tuple[list[Candidate], list[Marked]]:
    """*found* with the quoted sentences that go on from them, and those that nothing owns.

    “We won't sell,” Ito said. “Not now.”
    """
    text, found = tree.text, list(found)
    left: list[Marked] = []
    for orphan in orphans:
        if is_argument(tree, orphan):
            left.append(orphan)
            continue
        owner = quote_beside(found, orphan)
        nearer = told_just_before(tree, found, orphan, owner)
        if nearer is not None:
            found.append(going_on(nearer, orphan))
            continue
        if owner is not None and owner.cue is not None and is_direct(text, owner):
            replace_in(found, owner, extended(owner, orphan))
            continue
        before = owner or reported_before(found, orphan)
        if before is None:
            left.append(orphan)
        else:
            found.append(going_on(before, orphan))
    return found, left


def is_argument(tree: Tree, orphan: Marked) -> bool:
    """Whether the sentence goes on with the marks as its subject: “Wait” was the advice of Ito."""
    after = tree.text[orphan.span.end : orphan.span.end + 12].split(maxsplit=1)
    return bool(after) and after[0] in tree.language.words("verb", "predicates")


def quote_beside(found: list[Candidate], orphan: Marked) -> Candidate | None:
    """The quote with marks nearest before *orphan*, or else the first one after it."""
    bearing = [f for f in found if f.marked]
    earlier = [f for f in bearing if f.spans[0].start < orphan.span.start]
    if earlier:
        return max(earlier, key=reach_of)
    return min(bearing, key=lambda f: f.spans[0].start, default=None)


def told_just_before(
    tree: Tree, found: list[Candidate], orphan: Marked, owner: Candidate | None
) -> Candidate | None:
    """What the sentence right before *orphan* reports: Bello says that it is late. “It is two.”

    None if *owner*, the quote with marks beside it, is nearer or has its cue in that sentence.
    """
    before = reported_before(found, orphan)
    if before is None or before.cue is None or before.marked or before.source is None:
        return None
    last = bisect_left(tree.starts, orphan.span.start) - 1
    if last < 0 or root_of_cue(tree, before) != tree.root[last]:
        return None
    if owner is None:
        return before
    own = reach_of(owner) > reach_of(before) or root_of_cue(tree, owner) == tree.root[last]
    return None if own else before


def root_of_cue(tree: Tree, found: Candidate) -> int | None:
    """The root of the sentence in which a quote's cue stands; None if it has none here."""
    if found.cue is None:
        return None
    cue = bisect_left(tree.starts, found.cue.span.start)
    return tree.root[cue] if cue < len(tree) else None


def reported_before(found: list[Candidate], orphan: Marked) -> Candidate | None:
    """The last thing said, written or thought before *orphan*."""
    earlier = [f for f in found if f.act in UTTERED and reach_of(f) < orphan.span.start]
    return max(earlier, key=reach_of, default=None)


def extended(found: Candidate, marked: Marked) -> Candidate:
    """*found* with one more stretch in marks."""
    return found._replace(
        spans=tuple(sorted((*found.spans, marked.span))), marked=(*found.marked, marked)
    )


def replace_in(found: list[Candidate], old: Candidate, new: Candidate) -> None:
    """Put *new* in the place of *old*, and point what goes on from the one to the other."""
    for number in range(len(found) - 1, -1, -1):
        if found[number] is old:
            found[number] = new
            return
        if found[number].continues == old.spans:
            found[number] = found[number]._replace(continues=new.spans)


def reach_of(found: Candidate) -> int:
    """Where the quote or its cue ends, whichever is later."""
    return max(found.spans[-1].end, found.cue.span.end if found.cue else 0)


def is_direct(text: str, found: Candidate) -> bool:
    """Whether the content is words in marks and hardly anything else."""
    total = sum(word_count(text, s) for s in found.spans)
    return sum(word_count(text, m.span) for m in found.marked) >= DIRECT_SHARE * total


def going_on(before: Candidate, marked: Marked) -> Candidate:
    """A quote of its own that goes on from *before*: the same speaker, no cue."""
    return Candidate(
        paragraph=marked.paragraph,
        spans=(marked.span,),
        rule=CARRIED,
        act=before.act if before.act in ("speech", "document") else "speech",
        marked=(marked,),
        continues=before.spans,
    )


CARRIED = ContentRule("direct.carried", "Ito said that the mill would stay. “We will not sell.”")
RULES = (CARRIED,)

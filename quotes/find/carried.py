"""Quoted sentences without a cue of their own: they go on from the quote nearest to them."""

from __future__ import annotations

from dataclasses import replace

from quotes.find.boundaries import word_count
from quotes.find.found import Found
from quotes.model import Marked, Rule

# Acts whose reported content a quoted sentence can go on from.
UTTERED = ("speech", "document", "thought")


def carry(text: str, found: list[Found], orphans: list[Marked]) -> tuple[list[Found], list[Marked]]:
    """*found* with the quoted sentences that go on from them, and those that nothing owns.

    “We won't sell,” Ito said. “Not now.”
    """
    left: list[Marked] = []
    for orphan in orphans:
        bearing = [f for f in found if f.marked]
        earlier = [f for f in bearing if f.spans[0].start < orphan.span.start]
        owner = max(earlier, key=last_place, default=None) or min(
            bearing, key=lambda f: f.spans[0].start, default=None
        )
        if owner is None:
            earlier = [
                f
                for f in found
                if f.act in ("speech", "document", "thought") and last_place(f) < orphan.span.start
            ]
            before = max(earlier, key=last_place, default=None)
            if before is None:
                left.append(orphan)
                continue
            found = [*found, going_on(before, orphan)]
            continue
        if owner.cue is not None and is_direct(text, owner):
            joined_quote = replace(
                owner,
                spans=tuple(sorted((*owner.spans, orphan.span))),
                marked=(*owner.marked, orphan),
            )
            found = [
                joined_quote
                if f is owner
                else replace(f, continues=joined_quote.spans)
                if f.continues == owner.spans
                else f
                for f in found
            ]
        else:
            found = [*found, going_on(owner, orphan)]
    return found, left


def last_place(found: Found) -> int:
    """Where the quote or its cue ends, whichever is later."""
    return max(found.spans[-1].end, found.cue.span.end if found.cue else 0)


def is_direct(text: str, found: Found) -> bool:
    """Whether the content is words in marks and hardly anything else."""
    total = sum(word_count(text, s) for s in found.spans)
    return sum(word_count(text, m.span) for m in found.marked) >= 0.9 * total


def going_on(before: Found, marked: Marked) -> Found:
    """A quote of its own that goes on from *before*: the same speaker, no cue."""
    return Found(
        paragraph=marked.paragraph,
        spans=(marked.span,),
        rule="direct.carried",
        act=before.act if before.act in ("speech", "document") else "speech",
        marked=(marked,),
        continues=before.spans,
    )


RULES = (Rule("direct.carried", "Ito said that the mill would stay. “We will not sell.”"),)

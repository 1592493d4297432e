"""One paragraph's quotes: the outermost contents, with the quotation marks that are theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quotes.find.boundaries import is_sentence_like, joined, minus, trim, word_count
from quotes.find.cues import CueHead, find_cue_heads
from quotes.find.direct import Beside, Page, find_beside, tokens_of
from quotes.find.found import Found
from quotes.find.reported import find_reported
from quotes.lexicon.load import words
from quotes.model import Marked, Rule, Span
from quotes.tree import Tree


# Contents that hold whatever is said in them; others give way to a quote whose cue is in them.
GOVERNING = frozenset(
    ("reported.clause", "reported.according", "reported.parenthetical", "reported.as")
)


def make_page(tree: Tree, marked: tuple[Marked, ...]) -> Page:
    """The paragraph with its outer marks and the possible cues outside them."""
    inside = [-1] * len(tree)
    for number, stretch in enumerate(marked):
        for token in range(len(tree)):
            if tree.starts[token] < stretch.span.end and tree.ends[token] > stretch.span.start:
                inside[token] = number
    quoted = frozenset(t for t, n in enumerate(inside) if n >= 0)
    heads = find_cue_heads(tree, quoted)
    seen = tuple(m for n, m in enumerate(marked) if n in set(inside))
    if len(seen) < len(marked):  # a stretch without a token of its own cannot be linked
        return make_page(tree, seen)
    return Page(tree, marked, tuple(inside), quoted, {head.token: head for head in heads})


def find_in_paragraph(page: Page) -> tuple[list[Found], list[Marked]]:
    """The quotes of a paragraph in text order, and the sentences in marks that no cue owns."""
    heads: tuple[CueHead, ...] = tuple(page.heads.values())
    found = outermost(find_reported(page.tree, heads, page.quoted))
    owners, cued = own_marks(page, found)
    yielding = [
        n
        for n, f in enumerate(found)
        if any(c.cue and s.overlaps(c.cue.span) for c in cued for s in f.spans)
    ]
    found_numbers = [n for n in range(len(found)) if n not in yielding]
    made = [
        with_marks(page.tree.text, f, [m for m, owner in owners.items() if owner == n])
        for n, f in enumerate(found)
        if n in found_numbers
    ]
    made.extend(cued)
    orphans = [
        m
        for n, m in enumerate(page.marked)
        if m not in owners
        and not any(m in c.marked for c in cued)
        and is_sentence_like(page.tree.text, m)
    ]
    kept = [f for f in made if f is not None]
    kept, left = carry(page.tree.text, kept, orphans)
    return sorted(outermost(kept), key=lambda f: f.spans), left


def outermost(found: Iterable[Found]) -> list[Found]:
    """Those of *found* whose cue stands in no other's content, the highest in the tree first."""
    kept: list[Found] = []
    for candidate in sorted(found, key=lambda f: (f.depth, f.spans)):
        cue = candidate.cue
        if any(
            (cue is not None and span.overlaps(cue.span)) for k in kept for span in k.spans
        ):
            continue
        taken = [s for k in kept for s in k.spans]
        taken += [k.cue.span for k in kept if k.cue is not None]
        free = tuple(p for s in candidate.spans for p in minus(s, taken))
        if free == candidate.spans:
            kept.append(candidate)
        elif free and sum(s.end - s.start for s in free) * 2 > sum(
            s.end - s.start for s in candidate.spans
        ):
            kept.append(replace(candidate, spans=free))
    return kept


def own_marks(page: Page, found: list[Found]) -> tuple[dict[Marked, int], list[Found]]:
    """Which of *found* each stretch in marks belongs to, and the quotes of cues found by it."""
    owners: dict[Marked, int] = {}
    cued: list[Found] = []
    for number, marked in enumerate(page.marked):
        beside = find_beside(page, number) if stands_alone(page, number) else None
        by_tree = next(
            (n for n, f in enumerate(found) if overlap(page.tree.text, f.spans, marked) >= 0.5), None
        )
        sentence = is_sentence_like(page.tree.text, marked)
        if beside is not None and (by_tree is not None and not sentence or is_inside(beside, found)):
            beside = None
        if beside is None:
            owner = by_tree if by_tree is not None else run_into(page.tree.text, found, marked)
            if owner is not None:
                owners[marked] = owner
            continue
        same = next(
            (n for n, f in enumerate(found) if f.cue and f.cue.span.overlaps(beside.cue.span)), None
        )
        if same is None:
            cued = add_cued(cued, beside, marked, page.tree.index)
        else:
            owners[marked] = same
            found[same] = better_source(found[same], beside, page)
    return owners, cued


def stands_alone(page: Page, number: int) -> bool:
    """Whether the marks can be an utterance: a sentence, or words that no phrase outside governs."""
    marked, tree = page.marked[number], page.tree
    if is_sentence_like(tree.text, marked):
        return True
    first, _ = tokens_of(page, number)
    before = tree.tags[first - 1] if first > 0 else "."
    # her new “Overthrow Show,” the Turkish “offensive,”: a part of the phrase around it
    return not before.startswith(("DT", "JJ", "NN", "POS", "PRP$", "CD"))


def run_into(text: str, found: list[Found], marked: Marked) -> int | None:
    """The content that runs into the marks without a stop: that he had “fought for it. We won.”"""
    for n, f in enumerate(found):
        gap = text[f.spans[-1].end : marked.span.start]
        if f.spans[-1].end <= marked.span.start and not gap.strip() and "\n" not in gap:
            return n
        if f.spans[-1].overlaps(marked.span):
            return n
    return None


def better_source(found: Found, beside: Beside, page: Page) -> Found:
    """*found* with the source that stands beside the marks, where its own is worse."""
    own = found.source
    in_marks = own is not None and any(m.span.overlaps(own) for m in page.marked)
    if beside.source is not None and (
        own is None or in_marks or found.source_rule in ("source.climbed-subject", "source.modified-noun")
    ):
        return replace(found, source=beside.source, source_rule=beside.source_rule)
    return replace(found, source=None, source_rule=None) if in_marks else found


def overlap(text: str, spans: tuple[Span, ...], marked: Marked) -> float:
    """The share of the words of *marked* that *spans* cover."""
    inner = marked.inner or marked.span
    covered = sum(
        word_count(text, Span(max(s.start, inner.start), min(s.end, inner.end)))
        for s in spans
        if s.overlaps(inner)
    )
    total = word_count(text, inner)
    return covered / total if total else 0.0


def is_inside(beside: Beside, found: list[Found]) -> bool:
    """Whether the cue stands in the content of another cue."""
    return any(
        span.overlaps(beside.cue.span)
        for f in found
        for span in f.spans
        if f.rule in GOVERNING and (f.cue is None or not f.cue.span.overlaps(beside.cue.span))
    )


def add_cued(cued: list[Found], beside: Beside, marked: Marked, paragraph: int) -> list[Found]:
    """*cued* with one more stretch, joined to the quote of the same cue if there is one."""
    for n, f in enumerate(cued):
        if f.cue is not None and f.cue.span == beside.cue.span:
            spans = tuple(sorted((*f.spans, marked.span)))
            joined_quote = replace(f, spans=spans, marked=(*f.marked, marked))
            return [*cued[:n], joined_quote, *cued[n + 1 :]]
    return [
        *cued,
        Found(
            paragraph=paragraph,
            spans=(marked.span,),
            rule=beside.rule,
            act=beside.act,
            cue=beside.cue,
            source=beside.source,
            source_rule=beside.source_rule,
            marked=(marked,),
        ),
    ]


def with_marks(text: str, found: Found, marked: list[Marked]) -> Found | None:
    """*found* with whole stretches in marks, and less what stands apart from a quoted sentence."""
    if not marked:
        return found
    rest = [p for s in found.spans for p in minus(s, [m.span for m in marked])]
    kept = []
    for piece in rest:
        trimmed = trim(text, piece)
        if trimmed is not None and belongs(text, trimmed, marked):
            kept.append(trimmed)
    spans = joined([*kept, *(m.span for m in marked)], text)
    return replace(found, spans=spans, marked=tuple(marked))


def belongs(text: str, piece: Span, marked: list[Marked]) -> bool:
    """Whether words outside the marks are part of the content: they run into the marks."""
    for m in marked:
        closing = text[(m.inner or m.span).end - 1]
        if closing == "," and m.span.end <= piece.start and not text[m.span.end : piece.start].strip():
            if is_aside(piece.of(text)):  # the lines would “remain open,” without giving details
                return False
    if piece.of(text).lower().startswith(("that ", "whether ")):
        return True
    for m in marked:
        if not is_sentence_like(text, m):
            return True
        if piece.end <= m.span.start and not text[piece.end : m.span.start].strip():
            return True
        closing = text[(m.inner or m.span).end - 1]
        if m.span.end <= piece.start and closing not in ",.!?—–-":
            if not text[m.span.end : piece.start].strip():
                return True
    return False


def is_aside(piece: str) -> bool:
    """Whether what follows the comma in marks is the writer's own: a participle, a subordinate."""
    first = piece.split(maxsplit=1)[0].lower()
    return first in words("clause", "asides") or (first.endswith("ing") and len(first) > 4)


def carry(
    text: str, found: list[Found], orphans: list[Marked]
) -> tuple[list[Found], list[Marked]]:
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
            earlier = [f for f in found if f.act in ("speech", "document", "thought") and last_place(f) < orphan.span.start]
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
            found = [joined_quote if f is owner else f for f in found]
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

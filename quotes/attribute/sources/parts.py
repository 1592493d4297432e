"""From the words that name a source to the speakers they name, one part each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from quotes.attribute.scene.answer import Part
from quotes.attribute.scene.facts import Facts
from quotes.attribute.sources.coordination import (
    apart,
    enumerated,
    joined,
    joined_before,
    named_together,
    of_one,
    pair_beside,
    set_off,
)
from quotes.attribute.sources.holders import member_of, name_after_role, named_at_end
from quotes.model import Quote, Span
from quotes.parse.dateline import dateline_end
from quotes.parse.tree import Tree

PARTICIPLES = frozenset(("VBG", "VBN"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
EMPTY = frozenset(("punct", "det", "cc", "case", "predet", "preconj", "mark", "prep"))


def source_parts(facts: Facts, quote: Quote) -> Iterator[Part]:
    """The parts of the quote's source in the order of the text."""
    assert quote.source is not None
    place = facts.place_of(quote.source.start)
    tree = facts.trees[place]
    first = bisect_right(tree.ends, quote.source.start)
    last = bisect_left(tree.starts, quote.source.end) - 1
    first = after_dateline(tree, first, last)
    if first > last:
        return
    first = after_day(facts, tree, first, last)
    head = source_head(tree, first, last)
    if (holder := office_holder(facts, place, head, first, last)) is not None:
        name = facts.mentions[holder].name
        head = facts.mentions[holder].head
        yield part_at(facts, place, head, name.begin, name.last, quote.spans)
        return
    if (aside := beside_participle(facts, place, first, last)) is not None:
        head, first, last = aside
    elif leads_on(facts, tree, quote, first, last):
        head = last = first
    heads = sorted(set(joined(tree, head, first, last)))
    heads = pair_beside(facts, place, head, last) or apart(
        facts, place, sorted({*heads, *named_together(facts, place, heads, first, last)})
    )
    row, heads = enumerated(facts, place, first, last), of_one(facts, place, heads)
    heads = row if len(row) > len(heads) else heads
    if (other := joined_before(facts, place, first)) is not None:
        yield part_at(facts, place, other, other, other, quote.spans)
    if (after := set_off(facts, quote, place, heads, last)) is not None:
        heads, first = [after[0]], after[1]
    for number, head in enumerate(heads):
        begin = first if number == 0 else heads[number - 1] + 1
        end = last if number == len(heads) - 1 else heads[number + 1] - 1
        yield part_at(facts, place, head, begin, max(end, head), quote.spans)


def office_holder(facts: Facts, place: int, head: int, first: int, last: int) -> int | None:
    """The person whose office or body the source names instead: economist at the mill *Ada Ito*."""
    if (index := named_at_end(facts, place, first, last)) is not None:
        return index
    if (index := name_after_role(facts, place, head, last)) is not None:
        return index
    body = facts.mention_at(place, head)
    if body is None or facts.mentions[body].name.kind in ("person", "people"):
        return None
    return member_of(facts, place, first)


def after_day(facts: Facts, tree: Tree, first: int, last: int) -> int:
    """The first word of a source that is no day: issued *Thursday*, Ada Ito said."""
    day = tree.lower[first] in facts.lexicon.calendar and first + 1 < last
    return first + 2 if day and tree.words[first + 1] == "," else first


def beside_participle(
    facts: Facts, place: int, first: int, last: int
) -> tuple[int, int, int] | None:
    """The head, first and last word of the name beside a participle that the source takes in.

    Questioned by Ito, *Ada Bello*, 34, said so; *Ada Bello*, prosecuting, told the court so
    """
    tree = facts.trees[place]
    ending = tuple(facts.lexicon.small.participle_endings)
    alone = first == last and tree.lower[first].endswith(ending)
    if not alone and tree.tags[first] not in PARTICIPLES:
        return None
    index = None
    if alone and first > 1 and tree.words[first - 1] == ",":
        index = facts.mention_at(place, first - 2)
    elif tree.tags[first] in PARTICIPLES:
        inside = (facts.mentions[i].name for i in facts.mentions_in(place, first, last))
        set_apart = [n for n in inside if n.kind == "person" and tree.words[n.begin - 1] == ","]
        index = facts.mention_at(place, set_apart[-1].last) if set_apart else None
    if index is None:
        return None
    mention = facts.mentions[index]
    return mention.head, mention.name.begin, max(mention.name.last, mention.head)


def leads_on(facts: Facts, tree: Tree, quote: Quote, first: int, last: int) -> bool:
    """Whether a source with "whose" is a clause of its own that closes before the cue.

    Ada Bello, *whose seat* has lost ten routes, accused him: it is Bello who did
    """
    if tree.lower[first] not in facts.lexicon.small.whose or quote.cue is None:
        return False
    cue = bisect_left(tree.starts, quote.cue.span.start)
    commas = [t for t in range(last + 1, min(cue, len(tree) - 1)) if tree.words[t] == ","]
    closed = next((t for t in commas if t + 1 == cue or tree.tags[t + 1] in FINITE), last)
    return any(tree.tags[t] in FINITE for t in range(last + 1, closed))


def after_dateline(tree: Tree, first: int, last: int) -> int:
    """The first word of a source that is no dateline: LONDON -- *Ada Bello*."""
    return max(first, dateline_end(tree)) if first == 0 else first


def part_at(
    facts: Facts,
    place: int,
    head: int,
    first: int,
    last: int,
    excluded: tuple[Span, ...] = (),
) -> Part:
    """The part whose head is the token *head*."""
    start = facts.trees[place].starts[head]
    return Part(place, head, first, last, start, facts.sentence_of(place, head), excluded)


def source_head(tree: Tree, first: int, last: int) -> int:
    """The token that the words from *first* to *last* hang on."""
    inside = range(first, last + 1)
    tops = [t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t]
    full = [t for t in tops if tree.deps[t] not in EMPTY] or tops
    subject = [t for t in full if tree.deps[t] in ("nsubj", "nsubjpass", "pobj", "poss", "agent")]
    nouns = [t for t in subject or full if tree.tags[t].startswith("NNP")]
    head = (nouns or subject or full)[0]
    if tree.tags[head] in ("IN", "TO"):  # from the committee
        inner = tree.child(head, "pobj")
        return inner if inner is not None and inner <= last else head
    return head

"""From the words that name a source to the speakers they name, one part each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from quotes.attribute.scene import Part, Scene
from quotes.find.dateline import dateline_end
from quotes.model import Quote, Span
from quotes.tree import Tree

PARTICIPLES = frozenset(("VBG", "VBN"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
EMPTY = frozenset(("punct", "det", "cc", "case", "predet", "preconj", "mark", "prep"))


def source_parts(scene: Scene, quote: Quote) -> Iterator[Part]:
    """The parts of the quote's source in the order of the text."""
    assert quote.source is not None
    place = scene.place_of(quote.source.start)
    tree = scene.trees[place]
    first = bisect_right(tree.ends, quote.source.start)
    last = bisect_left(tree.starts, quote.source.end) - 1
    first = after_dateline(tree, first, last)
    if first > last:
        return
    head = source_head(tree, first, last)
    if (aside := beside_participle(scene, place, first, last)) is not None:
        head, first, last = aside
    elif leads_on(tree, quote, first, last):
        head = last = first
    heads = sorted(set(joined(tree, head, first, last)))
    heads = pair_beside(scene, place, head, last) or apart(
        scene, place, sorted({*heads, *named_together(scene, place, heads, first, last)})
    )
    if (after := set_off(scene, quote, place, heads, last)) is not None:
        heads, first = [after[0]], after[1]
    for number, head in enumerate(heads):
        begin = first if number == 0 else heads[number - 1] + 1
        end = last if number == len(heads) - 1 else heads[number + 1] - 1
        yield part_at(scene, place, head, begin, max(end, head), quote.spans)


def beside_participle(
    scene: Scene, place: int, first: int, last: int
) -> tuple[int, int, int] | None:
    """The head, first and last word of the name beside a participle that the source takes in.

    Questioned by Ito, *Ada Bello*, 34, said so; *Ada Bello*, prosecuting, told the court so
    """
    tree = scene.trees[place]
    alone = first == last and tree.lower[first].endswith("ing")
    if not alone and tree.tags[first] not in PARTICIPLES:
        return None
    index = None
    if alone and first > 1 and tree.words[first - 1] == ",":
        index = scene.mention_at(place, first - 2)
    elif tree.tags[first] in PARTICIPLES:
        inside = (scene.mentions[i].name for i in scene.mentions_in(place, first, last))
        set_apart = [n for n in inside if n.kind == "person" and tree.words[n.begin - 1] == ","]
        index = scene.mention_at(place, set_apart[-1].last) if set_apart else None
    if index is None:
        return None
    mention = scene.mentions[index]
    return mention.head, mention.name.begin, max(mention.name.last, mention.head)


def leads_on(tree: Tree, quote: Quote, first: int, last: int) -> bool:
    """Whether a source with "whose" is a clause of its own that closes before the cue.

    Ada Bello, *whose seat* has lost ten routes, accused him: it is Bello who did
    """
    if tree.lower[first] != "whose" or quote.cue is None:
        return False
    cue = bisect_left(tree.starts, quote.cue.span.start)
    commas = [t for t in range(last + 1, min(cue, len(tree) - 1)) if tree.words[t] == ","]
    closed = next((t for t in commas if t + 1 == cue or tree.tags[t + 1] in FINITE), last)
    return any(tree.tags[t] in FINITE for t in range(last + 1, closed))


def pair_beside(scene: Scene, place: int, head: int, last: int) -> list[int]:
    """The names joined beside a plural noun: Bello's parents, *Niall* and *Samina*; [] if none."""
    tree = scene.trees[place]
    beside = tree.child(head, "appos")
    if tree.tags[head] != "NNS" or beside is None or not head < beside <= last:
        return []
    heads = sorted(joined(tree, beside, head, last))
    named = [scene.mention_at(place, token) for token in heads]
    return heads if len(heads) > 1 and None not in named and len(set(named)) > 1 else []


def set_off(
    scene: Scene, quote: Quote, place: int, heads: list[int], last: int
) -> tuple[int, int] | None:
    """The head and first word of a titled name that follows another one and touches the cue.

    To see the real Ada Bello, *Justice Ito* said, ...: no "and" joins them, so one is not of the
    source.
    """
    tree = scene.trees[place]
    index = scene.mention_at(place, last)
    if len(heads) != 1 or quote.cue is None or index is None or last + 1 >= len(tree):
        return None
    name, one = scene.mentions[index].name, scene.mention_at(place, heads[0])
    if one is None or one == index or not name.titles or tree.words[name.begin - 1] != ",":
        return None
    touches = tree.starts[last + 1] == quote.cue.span.start
    adjoins = scene.mentions[one].name.last == name.begin - 2
    return (scene.mentions[index].head, name.begin) if touches and adjoins else None


def apart(scene: Scene, place: int, heads: list[int]) -> list[int]:
    """*heads* less those within the name of the one before, or set beside its noun by a comma.

    Bello & Co.; one chain, Bello & Co.
    """
    tree, kept = scene.trees[place], heads[:1]
    for head in heads[1:]:
        one, other = scene.mention_at(place, kept[-1]), scene.mention_at(place, head)
        if one is None or one != other:
            kept.append(head)
    if len(kept) == 2 and scene.mention_at(place, kept[0]) is None:
        other = scene.mention_at(place, kept[1])
        begin = kept[1] if other is None else scene.mentions[other].name.begin
        if other is not None and tree.words[kept[0] + 1 : begin] == (",",):
            return kept[:1]
    return kept


def after_dateline(tree: Tree, first: int, last: int) -> int:
    """The first word of a source that is no dateline: LONDON -- *Ada Bello*."""
    return max(first, dateline_end(tree)) if first == 0 else first


def named_together(
    scene: Scene, place: int, heads: list[int], first: int, last: int
) -> Iterator[int]:
    """The heads of names that stand after "and" or a comma and that the parse hangs elsewhere.

    Presidential candidates Ada Bello and Leo Ito; Sens. Ada Bello (D-Mont.) and Leo Ito (R-La.)
    """
    tree = scene.trees[place]
    if "and" not in tree.lower[first : last + 1] and "," not in tree.lower[first:last]:
        return
    inside = [scene.mentions[i] for i in scene.mentions_in(place, first, last)]
    if len(inside) == 2 and inside[0].name.begin == first and inside[1].name.last == last:
        one, other = inside  # Bello, Ito agree
        if tree.words[one.name.last + 1 : other.name.begin] == (",",):
            yield from (one.head, other.head)
            return
    persons = [m for m in inside if m.name.kind in ("person", "unknown") and len(m.name.words) > 1]
    for one, other in pairwise(persons):
        between = outside_brackets(tree, one.name.last + 1, other.name.begin)
        if between in (["and"], [","], [",", "and"]) and (
            one.head in heads or (tree.deps[one.head] == "appos" and tree.heads[one.head] in heads)
        ):
            heads.append(other.head)
            yield other.head


def outside_brackets(tree: Tree, first: int, end: int) -> list[str]:
    """The words between two names without what stands in brackets."""
    words, depth = [], 0
    for word in tree.lower[first:end]:
        depth += (word == "(") - (word == ")")
        if not depth and word != ")":
            words.append(word)
    return words


def part_at(
    scene: Scene,
    place: int,
    head: int,
    first: int,
    last: int,
    excluded: tuple[Span, ...] = (),
) -> Part:
    """The part whose head is the token *head*."""
    start = scene.trees[place].starts[head]
    return Part(place, head, first, last, start, scene.sentence_of(place, head), excluded)


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


def joined(tree: Tree, head: int, first: int, last: int) -> Iterator[int]:
    """*head* and what is joined to it by "and" or a comma within the words."""
    yield head
    for child in tree.children[head]:
        if (
            tree.deps[child] != "conj"
            or not head < child <= last
            or tree.tags[child][0] not in "NP"
        ):
            continue
        # the Florida senator and former mayor: one determiner, one person
        common = tree.tags[head] == "NN" == tree.tags[child]
        if not (common and tree.child(child, "det", "poss") is None):
            yield from joined(tree, child, first, last)

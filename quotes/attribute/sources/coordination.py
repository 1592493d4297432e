"""Which heads of a source are speakers of their own: what "and" and commas join or do not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotes.attribute.scene.facts import Facts
from quotes.lexicon.names import fold
from quotes.model import Quote
from quotes.parse.tree import Tree


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


def named_together(
    facts: Facts, place: int, heads: list[int], first: int, last: int
) -> Iterator[int]:
    """The heads of names that stand after "and" or a comma and that the parse hangs elsewhere.

    Presidential candidates Ada Bello and Leo Ito; Sens. Ada Bello (D-Mont.) and Leo Ito (R-La.)
    """
    tree = facts.trees[place]
    and_ = facts.lexicon.small.and_
    if and_.isdisjoint(tree.lower[first : last + 1]) and "," not in tree.lower[first:last]:
        return
    inside = [facts.mentions[i] for i in facts.mentions_in(place, first, last)]
    if len(inside) == 2 and inside[0].name.begin == first and inside[1].name.last == last:
        one, other = inside  # Bello, Ito agree
        if tree.words[one.name.last + 1 : other.name.begin] == (",",):
            yield from (one.head, other.head)
            return
    persons = [m for m in inside if m.name.kind in ("person", "unknown") and len(m.name.words) > 1]
    for one, other in pairwise(persons):
        between = outside_brackets(tree, one.name.last + 1, other.name.begin)
        joined_by = between[1:] if between[:1] == [","] else between
        if (between == [","] or (len(joined_by) == 1 and joined_by[0] in and_)) and (
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


def pair_beside(facts: Facts, place: int, head: int, last: int) -> list[int]:
    """The names joined beside a plural noun: Bello's parents, *Niall* and *Samina*; [] if none."""
    tree = facts.trees[place]
    beside = tree.child(head, "appos")
    if tree.tags[head] != "NNS" or beside is None or not head < beside <= last:
        return []
    heads = sorted(joined(tree, beside, head, last))
    named = [facts.mention_at(place, token) for token in heads]
    return heads if len(heads) > 1 and None not in named and len(set(named)) > 1 else []


def apart(facts: Facts, place: int, heads: list[int]) -> list[int]:
    """*heads* less those within the name of the one before, or set beside its noun by a comma.

    Bello & Co.; one chain, Bello & Co.
    """
    tree, kept = facts.trees[place], heads[:1]
    for head in heads[1:]:
        one, other = facts.mention_at(place, kept[-1]), facts.mention_at(place, head)
        if (one is None or one != other) and not is_governed(facts, other):
            kept.append(head)
    if len(kept) == 2 and facts.mention_at(place, kept[0]) is None:
        other = facts.mention_at(place, kept[1])
        begin = kept[1] if other is None else facts.mentions[other].name.begin
        if other is not None and tree.words[kept[0] + 1 : begin] == (",",):
            return kept[:1]
    return kept


def enumerated(facts: Facts, place: int, first: int, last: int) -> list[int]:
    """The heads of the names in a row that a source opens with; [] unless there are two or more.

    Dr *Ada Bello* of the mill and Dr *Leo Ito*; *Ada Bello* (D) and House Speaker *Leo Ito* (R)
    """
    tree, and_ = facts.trees[place], facts.lexicon.small.and_
    if and_.isdisjoint(tree.lower[first:last]):
        return []
    inside = [i for i in facts.mentions_in(place, first, last) if is_full(facts, i)]
    if len(inside) < 2:
        return []
    opening = facts.mentions[inside[0]].name.begin
    if opening > first and tree.tags[first:opening] not in (("CC",), ("DT",), ("PDT",)):
        return []
    kept = inside[:1]
    for index in inside[1:]:
        name, before = facts.mentions[index].name, facts.mentions[kept[-1]].name
        between = range(before.last + 1, name.begin)
        if not between or tree.lower[name.begin - 1] not in and_:
            break
        if any(tree.tags[t][0] in "VMW" or tree.tags[t] == "PRP" for t in between):
            break
        kept.append(index)
    return [facts.mentions[index].head for index in kept] if len(kept) > 1 else []


def is_full(facts: Facts, index: int) -> bool:
    """Whether a mention is a person's full name, or one with a title."""
    name = facts.mentions[index].name
    return name.kind == "person" and (len(name.words) > 1 or bool(name.titles))


def joined_before(facts: Facts, place: int, first: int) -> int | None:
    """The head of the person whom "and" joins to the one that opens a source; None if none is.

    “It was late,” *Ada Bello* (D) and Leader Leo Ito said, where the parse has lost the first.
    """
    tree = facts.trees[place]
    own = facts.mention_at(place, first)
    if first < 2 or tree.lower[first - 1] not in facts.lexicon.small.and_:
        return None
    if own is None or not is_full(facts, own) or facts.mentions[own].name.begin != first:
        return None
    end = first - 2
    while end > 0 and tree.words[end] == ")":
        end = next((t for t in range(end - 1, -1, -1) if tree.words[t] == "("), 0) - 1
    index = facts.mention_at(place, end) if end >= 0 else None
    if index is None or not is_full(facts, index):
        return None
    begin = facts.mentions[index].name.begin
    opens = begin == 0 or tree.tags[begin - 1] in ("``", "''", ".")
    return facts.mentions[index].head if opens else None


def is_governed(facts: Facts, index: int | None) -> bool:
    """Whether a preposition stands before a name: Ada Bello of *the Office for Mills and Dams*."""
    if index is None:
        return False
    mention = facts.mentions[index]
    tree, before = facts.trees[mention.tree], mention.name.begin - 1
    if before > 0 and tree.tags[before] == "DT":
        before -= 1
    governed = before > 0 and tree.tags[before] == "IN"
    return governed and tree.lower[before - 1] not in facts.lexicon.small.and_


def of_one(facts: Facts, place: int, heads: list[int]) -> list[int]:
    """*heads* less a noun that is a title of the person named after it.

    The former *aide* and current adviser Ada Bello, ex-*Gov.* and Chairman Leo Ito; not: an aide
    and the adviser Ada Bello, the governor and Mayor Leo Ito
    """
    if len(heads) != 2:
        return heads
    tree, lexicon, (noun, named) = facts.trees[place], facts.lexicon, heads
    index = facts.mention_at(place, named)
    known = tree.lower[noun] in lexicon.roles or fold(tree.words[noun]) in lexicon.titles
    one = known and tree.tags[noun] in ("NN", "NNP") and tree.lower[noun] not in lexicon.same_family
    if index is None or not one or index == facts.mention_at(place, noun):
        return heads
    name = facts.mentions[index].name
    between = range(noun + 1, name.first)
    joined_by = [token for token in between if tree.tags[token] == "CC"]
    titles = range(joined_by[-1] + 1, name.first) if joined_by else range(0)
    bare = not any(tree.tags[token] in ("DT", "PRP$", "POS", ",") for token in titles)
    if not titles or not bare or name.kind != "person":
        return heads
    great, noun_great = (tree.words[token][0].isupper() for token in (titles[-1], noun))
    alike = great == noun_great and not (great and tree.child(noun, "det") is not None)
    titled = bool(name.titles) or tree.tags[titles[-1]] == "NN"
    return [named] if alike and titled else heads


def set_off(
    facts: Facts, quote: Quote, place: int, heads: list[int], last: int
) -> tuple[int, int] | None:
    """The head and first word of a titled name that follows another one and touches the cue.

    To see the real Ada Bello, *Justice Ito* said, ...: no "and" joins them, so one is not of the
    source.
    """
    tree = facts.trees[place]
    index = facts.mention_at(place, last)
    if len(heads) != 1 or quote.cue is None or index is None or last + 1 >= len(tree):
        return None
    name, one = facts.mentions[index].name, facts.mention_at(place, heads[0])
    if one is None or one == index or not name.titles or tree.words[name.begin - 1] != ",":
        return None
    touches = tree.starts[last + 1] == quote.cue.span.start
    adjoins = facts.mentions[one].name.last == name.begin - 2
    return (facts.mentions[index].head, name.begin) if touches and adjoins else None

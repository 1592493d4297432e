"""People whose office, or whose body, stands beside their name without a comma."""

from __future__ import annotations

from quotes.attribute.names.offices import is_trade, office_noun
from quotes.attribute.scene.facts import Facts


def named_at_end(facts: Facts, place: int, first: int, last: int) -> int | None:
    """The name that ends a source which opens with its bearer's office; None if it does not.

    Chief economist at Bello Bank *Ada Ito* says so; the mayor of Dover *Ada Ito* says so
    """
    tree = facts.trees[place]
    index = facts.mention_at(place, last)
    if index is None:
        return None
    name = facts.mentions[index].name
    if name.kind != "person" or name.titles or name.last != last or name.begin <= first + 1:
        return None
    return index if office_noun(tree, first, name.begin, facts.lexicon) is not None else None


def name_after_role(facts: Facts, place: int, head: int, last: int) -> int | None:
    """The name right after a source that is a role: co-author *Ada Ito*; None if none is there.

    Also one set beside it: one of the authors, *Ada Ito*, says so
    """
    tree = facts.trees[place]
    after = last + 1 + (last + 1 < len(tree) and tree.words[last + 1] == ",")
    index = facts.mention_at(place, after)
    if index is None or facts.mentions[index].name.kind != "person":
        return None
    name = facts.mentions[index].name
    noun, roles = tree.lower[last], facts.lexicon.roles
    one = tree.lower[head] in facts.lexicon.small.one and tree.tags[last] == "NNS"
    apposed = head == last or (last - head == 2 and tree.words[last - 1] == "-")
    known = is_trade(noun, facts.lexicon) if apposed else one and noun in roles
    closed = name.last + 1 >= len(tree) or tree.tags[name.last + 1] in (",", ".", ":", "IN", "''")
    apart = after > last + 1
    whole = tree.tags[last] in ("NN", "NNP") or (one and apart)
    return index if known and whole and name.begin == after and (closed or not apart) else None


def member_of(facts: Facts, place: int, first: int) -> int | None:
    """The person whose body a source is: *Ada Ito* from the Millers' Union says so; else None.

    The parse has taken the body for the subject.
    """
    tree, small = facts.trees[place], facts.lexicon.small
    prep = first - 1
    while prep > 0 and tree.tags[prep] in ("DT", "JJ", "NN", "NNS", "NNP", "NNPS"):
        if facts.mention_at(place, prep) is not None:
            return None
        prep -= 1
    if prep < 1 or tree.tags[prep] != "IN" or tree.lower[prep] not in small.office_in:
        return None
    index = facts.mention_at(place, prep - 1)
    if index is None or facts.mentions[index].name.kind != "person":
        return None
    name = facts.mentions[index].name
    before = name.begin - 1
    opens = before < 0 or tree.tags[before] in (".", "``", "''", ",", "CC", ":", "VBZ", "VBD")
    return index if opens and name.last == prep - 1 else None

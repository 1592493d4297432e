"""Rules for quotes whose source the parse misses: the name at the cue, the name before a colon."""

from __future__ import annotations

from bisect import bisect_left

from quotes.attribute.scene.answer import Part
from quotes.attribute.scene.facts import Facts
from quotes.attribute.sources.parts import part_at
from quotes.model import Quote
from quotes.parse.tree import Tree

FINITE = frozenset(("VBD", "VBZ", "VBP"))
SAYING = FINITE | {"VBG", "VBN"}  # claimed, in: has insulted them and claimed that ...
OPENING = frozenset(('"', "“", "``", "''", "‘", "`", "'", "«", "»", "„"))


def label(facts: Facts, quote: Quote) -> Part | None:
    """“BELLO: Well, we won’t sell.” The name in capitals that opens the paragraph of a quote."""
    index = label_of(facts, quote)
    return None if index is None else named_part(facts, index, quote)


def beside_cue(facts: Facts, quote: Quote) -> Part | None:
    """Said Ito: “It is late.” Speaking to the Dover Post Ito said that it was late."""
    index = name_beside_cue(facts, quote)
    return None if index is None else named_part(facts, index, quote)


def named_part(facts: Facts, index: int, quote: Quote) -> Part:
    """The part that is one mention and no more."""
    mention = facts.mentions[index]
    name = mention.name
    return part_at(facts, mention.tree, mention.head, name.begin, name.last, quote.spans)


def token_at(tree: Tree, start: int) -> int:
    """The first token that starts at *start* or after it."""
    return bisect_left(tree.starts, start)


def label_of(facts: Facts, quote: Quote) -> int | None:
    """The name in capitals that opens the paragraph of a quote: “BELLO: Well, we won’t sell."""
    place = facts.place_of(quote.spans[0].start)
    tree, first = facts.trees[place], 0
    if quote.spans[-1].end > tree.span.end:
        return None  # it may hold lines of others
    while first < len(tree) and tree.words[first] in OPENING:
        first += 1
    index = facts.mention_at(place, first)
    if index is None or not facts.groups[index]:
        return None
    name = facts.mentions[index].name
    colon = name.last + 1
    if colon >= len(tree) or tree.words[colon] != ":" or not tree.words[name.last].isupper():
        return None
    begin = token_at(tree, quote.spans[0].start)
    return index if name.begin == first and begin <= colon + 2 else None


def name_beside_cue(facts: Facts, quote: Quote) -> int | None:
    """The name that touches the cue: Said *Ito*: ...; to the Dover Post *Ito* said that ..."""
    if quote.cue is None or quote.impersonal:
        return None  # Ito seemed to agree: it is the writer who says so
    place = facts.place_of(quote.cue.span.start)
    tree = facts.trees[place]
    start = token_at(tree, quote.cue.span.start)
    last = token_at(tree, quote.cue.span.end) - 1
    first = next((t for t in range(start, last + 1) if tree.tags[t][:2] != "RB"), start)
    if first >= len(tree) or last < first or tree.tags[first] not in FINITE:
        return None
    perfect = first + 1 == last and tree.tags[last] == "VBN" and tree.deps[first] == "aux"
    if not (first == last or perfect) or "pass" in tree.deps[tree.left[first]]:
        return None  # was told: by someone else
    before = name_before(facts, place, start)
    if before is not None:
        # Ito, expected to leave: by others
        bare = last + 1 < len(tree) and tree.lower[last + 1] in facts.lexicon.small.to
        of_other = tree.child(last, "nsubj") is not None
        return None if bare or of_other else before
    after = facts.mention_at(place, last + 1)
    if after is None or not is_one_person(facts, after) or (first and not ends_before(tree, first)):
        return None
    name = facts.mentions[after].name
    closed = name.last + 1 < len(tree) and tree.words[name.last + 1] in (":", ",")
    return after if name.begin == last + 1 and closed else None


def name_before(facts: Facts, place: int, cue: int) -> int | None:
    """The person whose name ends right before a cue, or before what a comma sets off.

    *Ito* said so; the chief, *Ada Ito*, said so; *Ada Ito*, 44, said so
    """
    tree, end = facts.trees[place], cue - 1
    if end > 1 and tree.words[end] == ",":
        end -= 1
        if tree.words[end].isdigit() and tree.words[end - 1] == ",":
            end -= 2
        elif not is_set_off(facts, place, end):
            return None
    index = facts.mention_at(place, end) if end >= 0 else None
    if index is None or not is_one_person(facts, index):
        return None
    return index if facts.mentions[index].name.last == end else None


def is_set_off(facts: Facts, place: int, end: int) -> bool:
    """Whether a comma opens before the name that ends at *end*: the chief, *Ada Ito*, said so."""
    index = facts.mention_at(place, end)
    if index is None:
        return False
    tree, begin = facts.trees[place], facts.mentions[index].name.begin
    return begin > 0 and tree.words[begin - 1] == ","


def opening(facts: Facts, quote: Quote) -> Part | None:
    """*Ito*, doubling down on the plan, tweeted that it was late: the name that opens a sentence.

    Where nobody else does anything between that name and the cue.
    """
    if quote.cue is None or quote.impersonal:
        return None
    place = facts.place_of(quote.cue.span.start)
    tree = facts.trees[place]
    cue = token_at(tree, quote.cue.span.start)
    verb = token_at(tree, quote.cue.span.end) - 1
    if not cue <= verb < len(tree) or tree.tags[verb] not in SAYING or is_passive(tree, verb):
        return None
    first = next(t for t in range(len(tree)) if tree.root[t] == tree.root[cue])
    while first < cue and tree.tags[first] in ("CC", "RB", ",", "``", "''"):
        first += 1
    index = facts.mention_at(place, first)
    if index is None or not is_one_person(facts, index):
        return None
    name = facts.mentions[index].name
    between = range(name.last + 1, cue)
    others = any(tree.deps[t] in ("nsubj", "nsubjpass", "agent") for t in between)
    quoted = any(tree.tags[t] in ("``", "''", ":", ";") for t in between)
    return None if others or quoted or name.begin != first else named_part(facts, index, quote)


def is_passive(tree: Tree, cue: int) -> bool:
    """Whether a verb, with what helps it, says that something is done to its subject."""
    if any("pass" in tree.deps[child] for child in tree.children[cue]):
        return True
    helped = tree.child(cue, "aux") is not None or tree.deps[cue] == "conj"
    # Ito, laughing at it, tweeted so: the only verb that can be finite is
    before = (t for t in range(cue) if tree.root[t] == tree.root[cue])
    needed = not any(tree.tags[t] in FINITE for t in before)
    return tree.tags[cue] == "VBN" and not (helped or needed)


def within_cue(facts: Facts, quote: Quote) -> Part | None:
    """Described by *Ito* in 1879 as a mill: the name that stands within the cue."""
    if quote.cue is None:
        return None
    place = facts.place_of(quote.cue.span.start)
    tree = facts.trees[place]
    first, end = token_at(tree, quote.cue.span.start), token_at(tree, quote.cue.span.end)
    for index in facts.mentions_in(place, first, end - 1):
        begin = facts.mentions[index].name.begin
        by = begin > 0 and tree.lower[begin - 1] in facts.lexicon.small.by
        if by and is_one_person(facts, index):
            return named_part(facts, index, quote)
    return None


def controller(facts: Facts, quote: Quote) -> Part | None:
    """Telling them that it was late, *Ito* left: the subject that comes after a participle."""
    if quote.cue is None or quote.impersonal:
        return None
    place = facts.place_of(quote.cue.span.start)
    tree = facts.trees[place]
    cue = token_at(tree, quote.cue.span.start)
    if cue >= len(tree) or tree.tags[cue] != "VBG" or tree.child(cue, "nsubj", "aux") is not None:
        return None
    root = tree.root[cue]
    subject = tree.child(root, "nsubj")
    if subject is None or subject < cue or tree.tags[root] not in FINITE:
        return None
    clause = cue
    while tree.heads[clause] != root and tree.heads[clause] != clause:
        clause = tree.heads[clause]
    if tree.deps[clause] not in ("advcl", "prep", "npadvmod", "advmod", "ccomp"):
        return None
    return one_person(facts, place, subject, quote)


def introduced(facts: Facts, quote: Quote) -> Part | None:
    """The subject of the sentence right before a quoted sentence: Ito spoke of the mill. “It ...”

    In the same paragraph; or in the one before, if the quote is a paragraph of its own.
    """
    if quote.cue is not None or len(quote.quoted) != 1 or quote.nested_in is not None:
        return None
    place = facts.place_of(quote.spans[0].start)
    tree = facts.trees[place]
    first = token_at(tree, quote.spans[0].start)
    if first > 0:
        found, last = place, first - 1
    elif "unclosed_mark" not in quote.flags and quote.spans[-1].end >= tree.ends[-1]:
        found, last = place - 1, len(facts.trees[place - 1]) - 1
    else:
        return None
    before = facts.trees[found]
    if found < 0 or found in facts.headlines or before.tags[last] != ".":
        return None
    return subject_of(facts, found, before.root[last], quote)


def subject_of(facts: Facts, place: int, verb: int, quote: Quote) -> Part | None:
    """The subject of a sentence, if it is one person: a name, or *he* or *she*."""
    tree = facts.trees[place]
    subject = tree.child(verb, "nsubj")
    finite = tree.tags[verb] in FINITE or tree.child(verb, "aux") is not None
    if subject is None or not finite:
        return None
    return one_person(facts, place, subject, quote)


def one_person(facts: Facts, place: int, subject: int, quote: Quote) -> Part | None:
    """The source in a subject, if it is one person: a name, or *he* or *she*."""
    index = facts.mention_at(place, subject)
    named = index is not None and is_one_person(facts, index)
    if not named and facts.trees[place].lower[subject] not in facts.lexicon.small.single:
        return None
    first = facts.mentions[index].name.begin if index is not None else subject
    return part_at(facts, place, subject, first, subject, quote.spans)


def ends_before(tree: Tree, token: int) -> bool:
    """Whether a sentence or a quote ends right before *token*."""
    return tree.words[token - 1] in OPENING or tree.tags[token - 1] == "."


def is_one_person(facts: Facts, index: int) -> bool:
    """Whether a mention is one person's name."""
    found = facts.groups[index]
    return len(found) == 1 and facts.is_person(found[0])

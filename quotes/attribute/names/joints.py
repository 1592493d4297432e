"""The small words that carry a name on: the Department *of* Justice, Ada *van der* Meer."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.names.capitals import MARKS, PROPER, is_name_word
from quotes.lexicon.names import NameLexicon, fold
from quotes.parse.tree import Tree

GENITIVE_OF_MANY = frozenset(("'", "’"))  # Farmers'
JOINING = frozenset(("&", "-", "/", "–"))


def joins(tree: Tree, first: int, token: int, lexicon: NameLexicon) -> int:
    """The last of the small words from *token* on that carry the name on; *token* - 1 if none do.

    The Department *of* Justice; Ada *van der* Meer; Bello *&* Sons; Ito *-* Bello.
    """
    low, end, small = tree.lower[token], len(tree), lexicon.small
    after = token + 1
    if after >= end:
        return token - 1
    if (low in JOINING or low in small.joining) and is_name_word(tree, after, lexicon):
        glued = tree.ends[token - 1] == tree.starts[token]
        return token if low == "&" or glued else token - 1
    if low == "-" and token - 1 > first and is_second_half(tree, after, lexicon):  # Bello Ki-moon
        return token
    if tree.words[token] in MARKS and is_nickname(tree, token, lexicon):
        return token + 2
    if low in small.possessive and joins_owner(tree, first, token, lexicon):
        return token
    if low in lexicon.particles and tree.words[token].islower():
        last = last_particle(tree, token, lexicon)
        if last + 1 < end and is_name_word(tree, last + 1, lexicon):
            return last
    if low in small.carrying_on:
        if (on := joins_object(tree, token, lexicon)) is not None:
            return on
        if low in small.joining_friends and follows_body_noun(tree, first, lexicon):
            last = after if tree.lower[after] in small.the and after + 1 < end else token
            return last if is_name_word(tree, last + 1, lexicon) else token - 1
    if low in small.and_ and joins_parts(tree, first, token, lexicon):
        return token
    return token - 1


def last_particle(tree: Tree, token: int, lexicon: NameLexicon) -> int:
    """The last of the small words from *token* on: van *der* Meer, van *’t* Meer, al*-*Bello."""
    after = token + 1
    elided = tree.lower[after] == "'" and after + 1 < len(tree)
    if elided and tree.lower[after + 1] in lexicon.small.elided:
        return after + 1
    glued = tree.words[after] == "-" and tree.ends[token] == tree.starts[after]
    return after if glued or tree.lower[after] in lexicon.particles else token


def is_nickname(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether one word in marks stands within a name: William *“Bill”* Bello."""
    if token + 3 >= len(tree) or tree.words[token + 2] not in MARKS:
        return False
    within = tree.words[token + 1]
    glued = tree.ends[token] == tree.starts[token + 1] and tree.starts[token] > tree.ends[token - 1]
    first = tree.tags[token - 1] in PROPER or fold(tree.words[token - 1]) in lexicon.first_names
    named = first and tree.tags[token + 3] in PROPER
    return within[0].isupper() and glued and named and is_name_word(tree, token + 3, lexicon)


def joins_owner(tree: Tree, first: int, token: int, lexicon: NameLexicon) -> bool:
    """Whether a genitive is part of a body's name: the Farmers' Union, St Mary's School.

    Not of one who owns the body: Bello's Justice Department
    """
    owner = fold(tree.words[token - 1])
    ends = tree.lower[token] in GENITIVE_OF_MANY and owner.endswith(lexicon.plural_endings)
    men = owner not in lexicon.first_names and any(map(owner.endswith, lexicon.small.many))
    many = ends or men  # Cattlemen's
    if not many and fold(tree.words[first]) not in lexicon.small.saints:
        return False
    last = token + 1
    if not is_name_word(tree, last, lexicon):
        return False
    while last + 1 < len(tree) and is_name_word(tree, last + 1, lexicon):
        last += 1
    return fold(tree.words[last]) in lexicon.org_heads and owner not in lexicon.places


def joins_object(tree: Tree, token: int, lexicon: NameLexicon) -> int | None:
    """The last small word before what a body's name goes on with; None if it does not go on.

    the Department *of* Mills; the Centre *for* Mills; the Court of Appeals *for the* North
    """
    before, after, small = tree.lower[token - 1], token + 1, lexicon.small
    article = tree.tags[after] == "DT" and after + 1 < len(tree)
    last = after if article else token
    if tree.lower[token] in small.of:
        bound = fold(tree.words[token - 1]) in lexicon.org_heads or before in small.with_field
        return last if bound and is_name_word(tree, last + 1, lexicon) else None
    named = tree.tags[last + 1] in PROPER and is_name_word(tree, last + 1, lexicon)
    return last if before in lexicon.takes_for and named else None  # not the council on Wednesday


def follows_body_noun(tree: Tree, first: int, lexicon: NameLexicon) -> bool:
    """Whether the common noun of a body stands before a name: the charity *Friends of Mills*."""
    noun = tree.lower[first - 1] if first > 0 else ""
    known = noun in lexicon.org_heads or noun in lexicon.stands_for
    return known and tree.tags[first - 1] == "NN" and noun not in lexicon.documents


def is_second_half(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether a small word after a hyphen is the second half of a given name."""
    word = tree.words[token]
    noun_after = token + 1 < len(tree) and tree.tags[token + 1] in ("NN", "NNS")
    return (
        word.isalpha()
        and word.islower()
        and len(word) < 6
        and not noun_after
        and tree.starts[token] == tree.ends[token - 1]
        and tree.tags[token] in ("NN", "NNP")
        and word not in lexicon.small.after_hyphen
    )


def joins_parts(tree: Tree, first: int, token: int, lexicon: NameLexicon) -> bool:
    """Whether *and* stands within one name.

    The Securities and Exchange Commission; Bello and Sons
    """
    if not is_name_word(tree, token + 1, lexicon):
        return False
    before = [fold(w) for w in tree.words[first:token]]
    if tree.lower[token + 1] in lexicon.small.founders:  # Bello and Sons
        return True
    if tree.lower[token + 1] in lexicon.first_names or tree.lower[token + 1] in lexicon.titles:
        return False  # the Centre for Mills and Ada Bello
    if opens_field(before, lexicon):  # the Department of Health and Welfare
        return True
    last = token + 1
    while last + 1 < len(tree) and is_name_word(tree, last + 1, lexicon):
        last += 1
    return (
        last > token + 1
        and fold(tree.words[last]) in lexicon.org_heads
        and before[-1] not in lexicon.org_heads
        and " ".join(before) not in lexicon.lands_and_people
        and before[0] not in lexicon.first_names
        and before[0] not in lexicon.titles
        and before[-1] not in lexicon.titles
        and before[-1] not in lexicon.roles
        and (
            len(before) > 1
            or tree.tags[token - 1] == "NNPS"
            or tree.heads[token - 1] in range(token, last + 1)
        )
    )


def opens_field(before: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether words are a body's noun and what it is for: the Bureau *of* Mills, *for* Mills."""
    joint = next((p for p, w in enumerate(before) if w in lexicon.small.carrying_on), 0)
    return joint > 0 and before[joint - 1] in lexicon.org_heads and before[-1] not in lexicon.places


def number_after(tree: Tree, last: int, lexicon: NameLexicon) -> int | None:
    """The number that a name goes on with: Mill Workers Union No. *3*; None if it does not."""
    if tree.lower[last] not in lexicon.small.numbering:
        return None
    number = last + 1 + (tree.words[last + 1] == ".")
    return number if number < len(tree) and tree.words[number][0].isdigit() else None

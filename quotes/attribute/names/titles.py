"""What stands before a name and is no part of it: titles, offices, parties, bodies."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.names.offices import is_trade
from quotes.lexicon.names import NameLexicon
from quotes.parse.tree import Tree


def first_title(folded: Sequence[str], cut: int, lexicon: NameLexicon) -> int:
    """The first of the titles that end before *cut*: Texas *Lt.* Gov. Ada Bello.

    *Secretary* of State Bello
    """
    while cut > 0 and (
        folded[cut - 1] in lexicon.titles
        or folded[cut - 1] in lexicon.among_titles
        or (folded[cut - 1] in lexicon.small.of and cut > 1 and folded[cut - 2] in lexicon.titles)
    ):
        cut -= 1
    return cut


def last_title(folded: Sequence[str], lexicon: NameLexicon) -> int:
    """How many of the words stand before the name: the titles and what is before them."""
    plain = [
        p
        for p, w in enumerate(folded[:-1])
        if lexicon.titles.get(w) == "" and folded[p + 1] != "-"  # Saint-Clair Bello
    ]
    if plain:  # Mr. King, Mr. Justice Bello
        after = plain[-1] + 1
        return after + (folded[after] in lexicon.titles and after + 1 < len(folded))
    for at in range(len(folded) - 1, -1, -1):
        word = folded[at]
        named_after = at + 2 < len(folded) and folded[at + 1] in lexicon.first_names
        if word not in lexicon.titles and not (named_after and word in lexicon.roles):
            continue
        if is_given(folded, at, lexicon) or folded[at + 1 : at + 2] == ["-"]:
            continue
        alone = at == 0 and len(folded) == 2 and word in lexicon.first_names
        before_it = folded[at - 1] if at else ""
        within = before_it in lexicon.first_names and not (
            before_it in lexicon.among_titles
            or before_it in lexicon.places
            or before_it in lexicon.adjectives  # German, Dominican
        )
        if alone or within or (word in lexicon.suffixes and at > 1):
            continue
        if at + 1 == len(folded):
            if not are_ranks(folded[:at], lexicon):
                continue
        elif folded[at + 1] in lexicon.small.links:  # Secretary of State Ada Bello
            if folded[at + 1] not in lexicon.small.of:
                continue
            firsts = (k for k in range(at + 3, len(folded) - 1) if folded[k] in lexicon.first_names)
            return next(firsts, after_field(folded, at + 2, lexicon))
        # Chief Executive Ada Bello: two words, one role
        two = " ".join(folded[at : at + 2]) in lexicon.compound_roles
        return after_ranks(folded, at + (2 if two else 1), lexicon)
    return 0


def are_ranks(before: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether all words before a title may stand there: the *Polish Prime* Minister."""
    known = (lexicon.titles, lexicon.among_titles, lexicon.places, lexicon.adjectives)
    return all(any(w in table for table in known) for w in before)


def after_ranks(folded: Sequence[str], cut: int, lexicon: NameLexicon) -> int:
    """*cut*, or how many words there are with what follows a title: President *Pro Tem* Bello."""
    end = cut
    while end < len(folded) - 1 and folded[end] in lexicon.among_titles:
        end += 1
    return end


def is_given(folded: Sequence[str], at: int, lexicon: NameLexicon) -> bool:
    """Whether a title is a first name, since one of learning stands before it: Dr *Dean* Bello."""
    last_but_one = at == len(folded) - 2 and at > 0
    return (
        last_but_one
        and folded[at] in lexicon.first_names
        and folded[at - 1] in lexicon.small.learned
    )


def office_of(tree: Tree, first: int, lexicon: NameLexicon) -> str:
    """The office whose "of" or "at" leads to a name: *head* of the Weather Office; "" if none."""
    at = first - 1
    if at > 0 and tree.lower[at] in lexicon.small.the:
        at -= 1
    if at < 1 or tree.lower[at] not in lexicon.small.office_in:
        return ""
    return noun if is_trade(noun := tree.lower[at - 1], lexicon) else ""


def after_field(folded: Sequence[str], at: int, lexicon: NameLexicon) -> int:
    """How many words stand before a name after a field of state: Minister of State Xan Bello."""
    begin, small = at, lexicon.small
    known = (lexicon.among_titles, small.fields)
    while begin < len(folded) and any(folded[begin] in table for table in known):
        begin += 1
    # Secretary of State Bello; Minister of Health
    least = 1 if begin > at and folded[at] in small.whole_fields else 2
    return begin if at < begin <= len(folded) - least else len(folded)


def is_field(folded: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether the first of three words is what an office is of, and the others a name."""
    names = lexicon.first_names
    return len(folded) == 3 and folded[1] in names and folded[0] not in names


def leading_people(folded: Sequence[str], lexicon: NameLexicon) -> int:
    """How many words of party or nation stand before a person's name: Republican Ada Bello."""
    skipped = 0
    if len(folded) > 1 and folded[0] in lexicon.parties.values():  # Democrat Xan Bello
        return 1
    known = (lexicon.plural_roles, lexicon.first_names, lexicon.people)
    if len(folded) == 3 and folded[0] in lexicon.roles and not any(folded[0] in t for t in known):
        return 1  # Actress Xan Bello
    if len(folded) == 3 and folded[1] in lexicon.first_names and is_trade(folded[0], lexicon):
        return 1  # Agronomist Ada Bello
    while (
        len(folded) - skipped > 2
        and folded[skipped + 1] in lexicon.first_names
        and folded[skipped + 1] not in lexicon.adjectives
        and (
            folded[skipped] in lexicon.adjectives
            or folded[skipped] in lexicon.places
            or folded[skipped] in lexicon.one_of_people
        )
    ):
        skipped += 1
    return skipped


def opens_verb(tree: Tree, token: int) -> bool:
    """Whether a verb stands at *token*, so that what is before it is its subject."""
    return token < len(tree) and tree.tags[token][0] in "VM"


def inner_body(folded: Sequence[str], lexicon: NameLexicon, is_subject: bool) -> int:
    """How many words of a body's name stand before a person's: House Ada Bello; 0 if none do."""
    if folded[-1] in lexicon.org_heads or folded[-1] in lexicon.industries:
        return 0
    for at in range(1, len(folded)):
        if folded[at - 1] not in lexicon.org_heads or folded[at] in lexicon.small.links:
            continue
        rest = len(folded) - at
        if (rest > 1 and folded[at] in lexicon.first_names) or (rest == 2 and at == 1):
            return at
        if rest == 1 and is_subject and folded[at - 1] in lexicon.publications:
            return at
    return after_office(folded, lexicon)


def after_office(folded: Sequence[str], lexicon: NameLexicon) -> int:
    """How many words stand before a name in a long row: Dover County Recorder Ada Bello."""
    if len(folded) < 4 or folded[0] in lexicon.first_names or "/" in folded:
        return 0
    starts = (p for p in (len(folded) - 2, len(folded) - 3) if p > 1)
    # Landlady Kerry-Ann Bello has one first name
    apart = (p for p in starts if folded[p - 1] not in lexicon.small.links)
    return next((p for p in apart if folded[p] in lexicon.first_names), 0)

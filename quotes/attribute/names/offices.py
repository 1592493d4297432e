"""Offices, trades and bodies that stand where a name may, or before one without a comma."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import LONGEST_OFFICE, TRADE_LONG
from quotes.parse.tree import Tree

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
# what an office may consist of
WITHIN = NOUNS | {"DT", "PRP$", "POS", "JJ", "CC", "CD", "HYPH", "IN", "VBN", "VBG", "TO"}


def is_office(folded: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether words in capitals are an office and nobody's name: the Federal Transport Minister.

    Not if a first name stands among them, or the last word is a surname too: Ada Manager, Xan Baker
    """
    last, before = folded[-1], folded[:-1]
    if not before or last in lexicon.small.surname_roles:
        return False
    ranked = len(folded) == 2 and before[0] in lexicon.small.ranks and is_trade(last, lexicon)
    if last not in lexicon.roles and not ranked:
        return False
    two = " ".join(folded[-2:]) in lexicon.compound_roles
    given = any(w in lexicon.first_names and w not in lexicon.places for w in before)
    return two or not (given or "-" in folded or last in lexicon.plural_roles)


@lru_cache(maxsize=1 << 14)  # an article asks of the same few again and again
def is_trade(word: str, lexicon: NameLexicon) -> bool:
    """Whether a word says what somebody does, by the lexicon or by its ending: an *agronomist*."""
    if word in lexicon.roles:
        return word not in lexicon.plural_roles
    others = (
        *(lexicon.first_names, lexicon.calendar, lexicon.lands_and_people, lexicon.kin),
        *(lexicon.body_nouns, lexicon.documents, lexicon.small.no_trades),
    )
    if len(word) < TRADE_LONG or any(word in table for table in others):
        return False
    return word.endswith(lexicon.small.agent_endings)


def person_after(folded: Sequence[str], office: str, lexicon: NameLexicon) -> int:
    """How many words of a body or place stand before the person's name that ends them; 0 if none.

    Head of the *Bureau of Weather* Ada Bello: the words follow an *office*, "head of".
    """
    given, surname = len(folded) - 2, folded[-1]
    if not office or given < 1 or folded[given] not in lexicon.first_names:
        return 0
    others = (lexicon.org_heads, lexicon.industries, lexicon.firm_suffixes, lexicon.places)
    if any(w in table for w in (surname, folded[given]) for table in others):
        return 0
    before = folded[given - 1]
    if before in lexicon.first_names and office not in lexicon.sole_roles:
        return 0  # a friend of Mary Ann Bello; but the governor of Georgia Ann Bello
    return 0 if before in lexicon.small.links else given


def office_start(tree: Tree, begin: int, lexicon: NameLexicon) -> int | None:
    """The first word of the office that ends right before a name; None if there is none.

    *Chief economist at Bello Bank* Ada Ito; *the mayor of Dover* Ada Ito
    """
    first = begin
    if begin < 3 or tree.tags[begin - 1] not in NOUNS:
        return None
    while first > 0 and begin - first < LONGEST_OFFICE and tree.tags[first - 1] in WITHIN:
        first -= 1
    return first if office_noun(tree, first, begin, lexicon) is not None else None


def office_noun(tree: Tree, first: int, begin: int, lexicon: NameLexicon) -> int | None:
    """The noun of the office that the words from *first* up to a name are; None if they are none.

    Not one of many, a friend of the mill; nor kin; nor where a role stands before the name: a
    spokesman for candidate Ada Bello
    """
    tags, words, small = tree.tags, tree.lower, lexicon.small
    if begin - first < 3 or begin - first > LONGEST_OFFICE or words[first] in small.one_of_many:
        return None
    if any(tag not in WITHIN for tag in tags[first:begin]) or tags[begin - 1] not in NOUNS:
        return None
    before = words[begin - 1]
    if any(before in table for table in (lexicon.roles, lexicon.kin, lexicon.titles)):
        return None
    for prep in range(first + 1, begin - 1):
        if words[prep] in small.office_in and tags[prep] in ("IN", "TO"):
            noun = words[prep - 1]
            held = is_trade(noun, lexicon) and not (
                noun in lexicon.same_family or lexicon.kin.get(noun)
            )
            proper = tags[begin - 1] in ("NNP", "NNPS")
            return prep - 1 if held and (proper or noun not in lexicon.speaks_for) else None
    return None

"""What a stretch of name words stands for: its kind, its titles, and the name that is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from quotes.attribute.names.capitals import opens_sentence
from quotes.attribute.names.offices import is_office, person_after
from quotes.attribute.names.titles import (
    first_title,
    inner_body,
    is_field,
    last_title,
    leading_people,
    office_of,
    opens_verb,
)
from quotes.attribute.names.trimming import is_designation, trimmed
from quotes.lexicon.names import NameLexicon, fold
from quotes.parse.tree import Tree

NameKind = Literal["person", "organization", "publication", "place", "people", "role", "unknown"]


class Name(NamedTuple):
    """A name at one place of the article; token numbers are those of its paragraph's tree."""

    first: int  # of the name, titles left out
    last: int
    begin: int  # of the name with its titles
    words: tuple[str, ...]  # folded
    kind: NameKind
    titles: tuple[str, ...] = ()  # folded, as written
    gender: str = ""
    acronym: str = ""  # of a body, where the text gives it in brackets
    surname: int | None = None  # the token that lends it its last word: *Ada* and Leo Bello


class Surroundings(NamedTuple):
    """What stands around a stretch of name words."""

    opens: bool = False  # a sentence begins with it
    after_of: bool = False
    verb_after: bool = False  # so that it is a subject
    office: str = ""  # *head* of the Weather Office


def split_run(tree: Tree, first: int, last: int, lexicon: NameLexicon) -> Iterator[Name]:
    """The names in a stretch of name words: "Texas Sen. Ada Bello" holds a place and a person."""
    after_of = first > 0 and tree.lower[first - 1] in lexicon.small.of
    opens, verb_after = opens_sentence(tree, first), opens_verb(tree, last + 1)
    around = Surroundings(opens, after_of, verb_after, office_of(tree, first, lexicon))
    written, tags = tree.words[first : last + 1], tree.tags[first : last + 1]
    for name in split_words(written, tags, around, lexicon):
        at = (first + name.first, first + name.last, first + name.begin)
        yield Name(*at, name.words, name.kind, name.titles, name.gender)


@lru_cache(maxsize=1 << 14)  # an article names the same few again and again
def split_words(
    written: tuple[str, ...], tags: tuple[str, ...], around: Surroundings, lexicon: NameLexicon
) -> tuple[Name, ...]:
    """The names in words with their tags; token numbers are counted from the first word."""
    return tuple(split(written, tags, 0, len(written) - 1, around, lexicon))


def split(
    written: Sequence[str],
    tags: Sequence[str],
    first: int,
    last: int,
    around: Surroundings,
    lexicon: NameLexicon,
) -> Iterator[Name]:
    """The names in the words from *first* to *last*."""
    start = first
    first, last = trimmed(written, first, last, around.opens, lexicon)
    folded = [fold(w) for w in written[first : last + 1]]
    if first == last and (folded[0] in lexicon.small.the or is_designation(folded[0], lexicon)):
        return
    at = person_after(folded, around.office if first == start else "", lexicon)
    if at > 0:
        yield from split(written, tags, first, first + at - 1, Surroundings(), lexicon)
        yield from split(written, tags, first + at, last, Surroundings(), lexicon)
        return
    if (whole := whole_name(folded, lexicon)) is not None:
        yield whole._replace(first=first, last=last, begin=first)
        return
    within = last + 1 < len(tags)
    is_subject = tags[last + 1][0] in "VM" if within else around.verb_after
    cut = last_title(folded, lexicon) or inner_body(folded, lexicon, is_subject)
    if cut == len(folded):  # the Prime Minister
        yield Name(first, last, first, tuple(folded), "role")
        return
    begin = first_title(folded, cut, lexicon)
    after_of = around.after_of and first == start
    if begin > 0:
        yield from split(
            written, tags, first, first + begin - 1, Surroundings(after_of=after_of), lexicon
        )
    if begin == cut:
        named_after = after_of and is_field(folded, lexicon)
        begin = cut = after_leading(folded, cut, named_after, lexicon)
    found = titled(folded, begin, cut, tags[last] in ("NNPS", "NNS"), lexicon)
    if found is not None:
        yield found._replace(first=first + cut, last=last, begin=first + begin)


def whole_name(folded: Sequence[str], lexicon: NameLexicon) -> Name | None:
    """The office or the body that all the words name; None if they may name a person."""
    last = len(folded) - 1
    if is_office(folded, lexicon):
        return Name(0, last, 0, tuple(folded), "role")
    if is_body(folded, lexicon):
        return Name(0, last, 0, strip_links(folded, lexicon), body_kind(folded, lexicon))
    return None


def after_leading(folded: Sequence[str], cut: int, named_after: bool, lexicon: NameLexicon) -> int:
    """How many words stand before a name without titles: *Republican* Ada Bello.

    *named_after*: whether the first word is an office's field: Supervisor of *Elections* Ada Bello.
    """
    begin = cut + leading_people(folded[cut:], lexicon)
    if begin == 0 and named_after:
        return 1
    while 0 < begin < len(folded) - 1 and folded[begin] in lexicon.small.links:
        begin += 1
    return begin


def titled(
    folded: Sequence[str], begin: int, cut: int, many: bool, lexicon: NameLexicon
) -> Name | None:
    """The name that starts at *cut*, its titles at *begin*; None if it is a noun for many."""
    titles, name = tuple(folded[begin:cut]), strip_links(folded[cut:], lexicon)
    if not name or (many and name[-1] in lexicon.plural_roles and not titles):  # Black Lawmakers
        return None
    kind, gender = name_kind(name, titles, lexicon), name_gender(name, titles, lexicon)
    if not titles:
        kind, gender = by_signs(folded, cut, kind, gender)
    return Name(cut, len(folded) - 1, begin, name, kind, titles, gender)


def by_signs(folded: Sequence[str], cut: int, kind: NameKind, gender: str) -> tuple[NameKind, str]:
    """Kind and gender of a name without titles, where a sign between its words tells more."""
    if kind in ("unknown", "person") and "&" in folded[cut:]:  # Bello & Ito
        return "organization", ""
    if kind == "person" and len(folded) == 3 and folded[1] == "-":
        return "unknown", ""  # Holm-Bello: a surname of two parts
    return kind, gender


def is_body(folded: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether the words end like the name of a body, or begin so: Ministry of Defence."""
    last = folded[-1]
    if len(folded) > 1 and last in lexicon.firm_suffixes and last not in lexicon.suffixes:
        return True
    if last[0].isdigit():  # Mill Workers Union No. 3
        return any(w in lexicon.org_heads for w in folded)
    of = next((at for at, w in enumerate(folded) if w in lexicon.small.of), None)
    if of is not None and folded[0] not in lexicon.titles:
        return of > 0 and folded[of - 1] in lexicon.org_heads
    if len(folded) < 2 or not (last in lexicon.org_heads or is_trading(folded, lexicon)):
        return False
    return all(lexicon.titles.get(w) != "" for w in folded[:-1])  # Mr. Church


def is_trading(folded: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether the words end with what a firm deals in: Bello Water; not Justin Water."""
    before = folded[-2]  # Chief Financial is no firm, but the beginning of an office
    named = len(folded) == 2 and before in lexicon.first_names
    office = before in lexicon.among_titles or before in lexicon.titles
    known = lexicon.industries.get(folded[-1])
    return known is not None and not (named and not known) and not office


def body_kind(folded: Sequence[str], lexicon: NameLexicon) -> NameKind:
    """Whether a body's name is that of a paper."""
    return "publication" if folded[-1] in lexicon.publications else "organization"


def strip_links(folded: Sequence[str], lexicon: NameLexicon) -> tuple[str, ...]:
    """The words of a name without the small words between them."""
    links = lexicon.small.links
    return tuple(w for w in folded if w and w not in links)


def name_kind(name: Sequence[str], titles: Sequence[str], lexicon: NameLexicon) -> NameKind:
    """What the words name, as far as they say it themselves."""
    text = " ".join(name)
    if titles:
        return "person"
    nouns = (lexicon.roles, lexicon.documents, lexicon.kin, lexicon.trades)
    if len(name) == 1 and any(text in table for table in nouns):
        return "role"
    if text in lexicon.places:
        return "place"
    if text in lexicon.seats:
        return "organization"
    last = name[-1]
    nation = (
        text in lexicon.adjectives or last in lexicon.countrymen or last in lexicon.one_of_people
    )
    if (nation or last in lexicon.people) and not is_surname(name, lexicon):
        return "people"
    if len(name) > 2 and any(w in lexicon.org_heads for w in name[1:-1]):
        return "organization" if last in lexicon.lands_and_people else "unknown"
    if 2 <= len(name) <= 5 and name[0] in lexicon.first_names and lexicon.small.of.isdisjoint(name):
        return "place" if last in lexicon.place_heads else "person"
    return "unknown"


def is_surname(name: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether the last word of a name is one that peoples have too: Ada *Green*, Leo A. *Cuban*.

    Not where a place or a people stands first: Georgia Green, German Black; nor a party's word
    last, unless it is a name: Ada *Christian*
    """
    first, last = name[0], name[-1]
    given = first in lexicon.first_names and first not in lexicon.lands_and_people
    sort = last in lexicon.people and last not in lexicon.first_names
    return 2 <= len(name) <= 3 and given and not sort


def name_gender(name: Sequence[str], titles: Sequence[str], lexicon: NameLexicon) -> str:
    """ "m" or "f" if the titles or the first name say it, else ""."""
    for title in titles:
        if gender := lexicon.title_gender.get(title):
            return gender
    if len(name) > 1 or titles == ():
        gender = lexicon.first_names.get(name[0], "")
        return "" if gender == "u" else gender
    return ""


def head_of(tree: Tree, name: Name) -> int:
    """The token of the name, titles included, that the rest hangs on."""
    begin, last = name.begin, name.last
    for token in range(last, begin - 1, -1):
        if not begin <= tree.heads[token] <= last:
            return token
    return last


def text_of(tree: Tree, first: int, last: int) -> str:
    """The words from *first* to *last* as written, white space made plain."""
    return " ".join(tree.text[tree.starts[first] : tree.ends[last]].split())

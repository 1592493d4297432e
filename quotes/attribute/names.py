"""What a stretch of name words names: its kind, its titles, and the name that is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.attribute.lexicon import Words, fold
from quotes.tree import Tree

NameKind = Literal["person", "organization", "publication", "place", "people", "role", "unknown"]
FIELD = frozenset(("affairs", "and", "the", "security"))
LINKS = frozenset(
    (
        "of",
        "the",
        "and",
        "&",
        "for",
        "-",
        "/",
        "'s",
        "’s",
        "'",
        "’",
        "on",
        "–",
        '"',
        "“",
        "”",
        "‘",
        "``",
        "''",
    )
)


@dataclass(frozen=True, slots=True)
class Name:
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


def split_run(tree: Tree, first: int, last: int, words: Words) -> Iterator[Name]:
    """The names in a stretch of name words: "Texas Sen. Ada Bello" holds a place and a person."""
    while first < last and tree.lower[first] == "the":
        first += 1
    while last - first > 1 and fold(tree.words[last]) in words.honours:
        last -= 1
    folded = [fold(w) for w in tree.words[first : last + 1]]
    if folded == ["the"]:
        return
    if is_body(folded, words):
        yield Name(first, last, first, strip_links(folded), body_kind(folded, words))
        return
    cut = last_title(folded, words) or inner_body(folded, words, opens_verb(tree, last + 1))
    if cut == len(folded):  # the Prime Minister
        yield Name(first, last, first, tuple(folded), "role")
        return
    begin = first_title(folded, cut, words)
    if begin > 0:
        yield from split_run(tree, first, first + begin - 1, words)
    if begin == cut:
        begin = cut = cut + leading_people(folded[cut:], words)
    titles, name = tuple(folded[begin:cut]), strip_links(folded[cut:])
    many = name and name[-1] in words.plural_roles and tree.tags[last] in ("NNPS", "NNS")
    if not name or (many and not titles):  # Black Lawmakers
        return
    kind, gender = name_kind(name, titles, words), name_gender(name, titles, words)
    if kind == "unknown" and "&" in folded[cut:]:  # Bello & Ito
        kind = "organization"
    yield Name(first + cut, last, first + begin, name, kind, titles, gender)


def first_title(folded: Sequence[str], cut: int, words: Words) -> int:
    """The first of the titles that end before *cut*: Texas *Lt.* Gov. Ada Bello."""
    while cut > 0 and (folded[cut - 1] in words.titles or folded[cut - 1] in words.among_titles):
        cut -= 1
    return cut


def is_body(folded: Sequence[str], words: Words) -> bool:
    """Whether the words end like the name of a body, or begin so: Ministry of Defence."""
    last = folded[-1]
    if len(folded) > 1 and last in words.firm_suffixes and last not in words.suffixes:
        return True
    if last[0].isdigit():  # Mill Workers Union No. 3
        return any(w in words.org_heads for w in folded)
    if "of" in folded and folded[0] not in words.titles:
        place = folded.index("of")
        return place > 0 and folded[place - 1] in words.org_heads
    if len(folded) < 2 or last not in words.org_heads:
        return False
    return all(words.titles.get(w) != "" for w in folded[:-1])  # Mr. Church


def body_kind(folded: Sequence[str], words: Words) -> NameKind:
    """Whether a body's name is that of a paper."""
    return "publication" if folded[-1] in words.publications else "organization"


def strip_links(folded: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without the small words between them."""
    return tuple(w for w in folded if w and w not in LINKS)


def last_title(folded: Sequence[str], words: Words) -> int:
    """How many of the words stand before the name: the titles and what is before them."""
    plain = [p for p, w in enumerate(folded[:-1]) if words.titles.get(w) == ""]
    if plain:  # Mr. King, Mr. Justice Bello
        after = plain[-1] + 1
        return after + (folded[after] in words.titles and after + 1 < len(folded))
    for place in range(len(folded) - 1, -1, -1):
        word = folded[place]
        named_after = place + 2 < len(folded) and folded[place + 1] in words.first_names
        if word not in words.titles and not (named_after and word in words.roles):
            continue
        alone = place == 0 and len(folded) == 2 and word in words.first_names
        before_it = folded[place - 1] if place else ""
        within = before_it in words.first_names and not (
            before_it in words.among_titles or before_it in words.places
        )
        if alone or within or (word in words.suffixes and place > 1):
            continue
        if place + 1 == len(folded):
            before = folded[:place]
            known = (words.titles, words.among_titles, words.places, words.adjectives)
            rolelike = all(any(w in table for table in known) for w in before)
            if not rolelike:
                continue
        elif folded[place + 1] in LINKS:  # Secretary of State Ada Bello
            if folded[place + 1] != "of":
                continue
            firsts = (
                k for k in range(place + 3, len(folded) - 1) if folded[k] in words.first_names
            )
            return next(firsts, after_field(folded, place + 2, words))
        return place + 1
    return 0


def after_field(folded: Sequence[str], place: int, words: Words) -> int:
    """How many words stand before a name after a field of state: Minister of State Xan Bello."""
    begin = place
    while begin < len(folded) and (folded[begin] in words.among_titles or folded[begin] in FIELD):
        begin += 1
    return begin if place < begin < len(folded) - 1 else len(folded)


def leading_people(folded: Sequence[str], words: Words) -> int:
    """How many words of party or nation stand before a person's name: Republican Ada Bello."""
    skipped = 0
    while (
        len(folded) - skipped > 2
        and folded[skipped + 1] in words.first_names
        and (
            folded[skipped] in words.adjectives
            or folded[skipped] in words.places
            or folded[skipped] + "s" in words.people
        )
    ):
        skipped += 1
    return skipped


def name_kind(name: Sequence[str], titles: Sequence[str], words: Words) -> NameKind:
    """What the words name, as far as they say it themselves."""
    text = " ".join(name)
    if titles:
        return "person"
    if len(name) == 1 and (text in words.roles or text in words.documents or text in words.kin):
        return "role"
    if text in words.places:
        return "place"
    if text in words.seats:
        return "organization"
    last = name[-1]
    if (
        text in words.adjectives
        or last in words.people
        or last + "s" in words.people
        or (last in words.countrymen)
    ):
        return "people"
    if 2 <= len(name) <= 5 and name[0] in words.first_names and "of" not in name:
        return "person"
    return "unknown"


def name_gender(name: Sequence[str], titles: Sequence[str], words: Words) -> str:
    """ "m" or "f" if the titles or the first name say it, else ""."""
    for title in titles:
        if gender := words.title_gender.get(title):
            return gender
    if len(name) > 1 or titles == ():
        gender = words.first_names.get(name[0], "")
        return "" if gender == "u" else gender
    return ""


def opens_verb(tree: Tree, token: int) -> bool:
    """Whether a verb stands at *token*, so that what is before it is its subject."""
    return token < len(tree) and tree.tags[token][0] in "VM"


def inner_body(folded: Sequence[str], words: Words, is_subject: bool) -> int:
    """How many words of a body's name stand before a person's: House Ada Bello; 0 if none do."""
    if folded[-1] in words.org_heads:
        return 0
    for place in range(1, len(folded)):
        if folded[place - 1] not in words.org_heads or folded[place] in LINKS:
            continue
        rest = len(folded) - place
        if (rest > 1 and folded[place] in words.first_names) or (rest == 2 and place == 1):
            return place
        if rest == 1 and is_subject and folded[place - 1] in words.publications:
            return place
    return after_office(folded, words)


def after_office(folded: Sequence[str], words: Words) -> int:
    """How many words stand before a name in a long row: Dover County Recorder Ada Bello."""
    if len(folded) < 4 or folded[0] in words.first_names or "/" in folded:
        return 0
    places = (p for p in (len(folded) - 2, len(folded) - 3) if p > 1)
    # Landlady Kerry-Ann Bello has one first name
    apart = (p for p in places if folded[p - 1] not in LINKS)
    return next((p for p in apart if folded[p] in words.first_names), 0)


def head_of(tree: Tree, name: Name) -> int:
    """The token of the name, titles included, that the rest hangs on."""
    inside = range(name.begin, name.last + 1)
    return next((t for t in reversed(inside) if tree.heads[t] not in inside), name.last)


def text_of(tree: Tree, first: int, last: int) -> str:
    """The words from *first* to *last* as written, white space made plain."""
    return " ".join(tree.text[tree.starts[first] : tree.ends[last]].split())

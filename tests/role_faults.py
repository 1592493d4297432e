"""What makes a role doubtful: a role is a noun phrase of the article about the one who speaks."""

from __future__ import annotations

import re

from audit_words import LEXICON, is_land, is_person, is_role, listed, plain

from quotes.lexicon.names import fold

MOST_WORDS = 12
BEFORE = listed("and or but nor of for in at on to by with from who whose which that")
AFTER = BEFORE | listed("the a an his her its their as")
PRONOUNS = re.compile(r"(?<![\w.])(?:I|[Ww]e)(?![\w.])")
FINITE = listed("is are was were has had did will would said says say told tells became")
SHORT = re.compile(r"\b(?:it|he|she|that|there)['’]s\b")
RELATIVE = re.compile(r"\b(?:who|which|that|whose|where|whom|when)\b.*")
MARKS = re.compile(r"[\"“”„«»]|``|''")
# What an honour makes one: Dr. and Prof. stand before a name, not at the end of a phrase.
HONOURS = frozenset(word for word, role in LEXICON.titles.items() if role == "") | {"dr", "prof"}
# Nouns that are adjectives too: a Republican, a Republican senator.
ADJECTIVES = listed("republican democrat liberal conservative socialist rival incumbent opponent")
RANKS = listed("assistant associate adjunct")
OPEN = listed("of to for by with and from than")

Fault = tuple[str, str]


def role_fault(role: str, name: str | None, text: str = "") -> Fault | None:
    """The kind of the first fault of a role and why; None if it has none."""
    words = role.split()
    if not words:
        return "role: empty", "no word"
    if MARKS.search(role):
        return "role: mark", "holds a quotation mark"
    if len(words) > MOST_WORDS:
        return "role: long", f"{len(words)} words"
    return edge(words) or inside(role, name) or joined(words) or cut(role, text)


def edge(words: list[str]) -> Fault | None:
    """What is wrong with the first or the last word."""
    first, last = words[0], words[-1]
    if not first[0].isalnum() or not (last[-1].isalnum() or last[-1] in ".)%"):
        return "role: mark", "begins or ends with a mark"
    if last.endswith(".") and not is_abbreviation(last):
        return "role: mark", "ends with a mark"
    if {first, first.lower()} & BEFORE or last in AFTER:
        return "role: small word", "begins or ends with a small word"
    if len(words) > 1 and last[0].isupper() and is_title(words):
        return "role: title", f"ends with the title {last}, which is no part of the phrase"
    return None


def is_abbreviation(word: str) -> bool:
    """Whether a full stop at the end of *word* is its own: Gov., Inc., Fla., U.S."""
    known = LEXICON.titles.keys() | LEXICON.countries.keys() | LEXICON.firm_suffixes
    return fold(word) in known or "." in word[:-1] or len(word) <= 6


def is_title(words: list[str]) -> bool:
    """Whether the last word is a title before a name: agronomist Dr, Chairman Rep."""
    *_, before, last = ["", *(word for word in plain(" ".join(words)) if word not in RANKS)]
    stacked = last == "professor" or LEXICON.titles.get(last, last) != last
    return last in HONOURS or (stacked and before in LEXICON.roles.keys() - ADJECTIVES)


def inside(role: str, name: str | None) -> Fault | None:
    """What is wrong with the words of a role, wherever they stand."""
    if name and re.search(rf"\b{re.escape(name)}\b", role):
        return "role: name", "holds the person's own name"
    if PRONOUNS.search(role):
        return "role: pronoun", "holds I or we"
    main = RELATIVE.sub("", role).lower()
    found = next((word for word in main.split() if word in FINITE), None)
    found = found or (short[0] if (short := SHORT.search(main)) else None)
    return ("role: verb", f"holds the verb {found}") if found else None


def joined(words: list[str]) -> Fault | None:
    """President of the Mills Institute Leo Ito: what runs on into a person's name."""
    if len(words) < 4 or words[-3].lower() in OPEN or not words[-2][0].isupper():
        return None
    before, *tail = plain(" ".join(words[-3:]))
    named = is_person(tail) and all(word[0].isupper() for word in words[-3:])
    own = tail[1] in LEXICON.titles or tail[1] in LEXICON.place_heads or "," in words[-2]
    if not named or own or is_land(tail) or is_land([before, tail[0]]) or is_role(before):
        return None
    if before in LEXICON.titles or before in LEXICON.first_names:
        return None
    return "role: name", f"runs on into {' '.join(words[-2:])}"


def cut(role: str, text: str) -> Fault | None:
    """Old former teacher, of a 90-year-old former teacher: it begins inside a word."""
    places = [match.start() for match in re.finditer(re.escape(role), text)]
    if places and all(at and (text[at - 1].isalnum() or text[at - 1] == "-") for at in places):
        return "role: cut", "begins inside a word"
    return None

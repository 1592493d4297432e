"""The words that naming a speaker needs, from the tables of one language, as a frozen value."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quotes.lexicon.load import read_names, read_table
from quotes.lexicon.small_words import SmallWords, small_words


@dataclass(frozen=True, slots=True)
class Pronoun:
    """How a pronoun chooses its speaker: see pronouns.toml."""

    kind: str
    gender: str
    number: str


@dataclass(frozen=True, eq=False, slots=True)
class NameLexicon:
    """Every table, its words folded by `fold`."""

    first_names: Mapping[str, str]  # name to "m", "f" or "u"
    surnames: frozenset[str]  # those that bodies end with as well: Ada House
    short_names: Mapping[str, tuple[str, ...]]  # bill: (william,)
    titles: Mapping[str, str]  # title to the role that it gives, "" for Mr. and Ms.
    title_gender: Mapping[str, str]
    among_titles: frozenset[str]
    first_name_titles: frozenset[str]  # Dame Ada
    suffixes: frozenset[str]  # of persons
    honours: frozenset[str]
    parties: Mapping[str, str]  # the letter after a name to the role
    particles: frozenset[str]
    openers: frozenset[str]  # words that may open a sentence before a name
    roles: Mapping[str, str]  # noun, singular or plural, to the noun it is kept under
    role_gender: Mapping[str, str]
    plural_roles: frozenset[str]
    sole_roles: frozenset[str]  # offices that one person holds
    either_roles: frozenset[str]  # what a body can be as well as a person: the landlord
    compound_roles: frozenset[str]
    role_verbs: Mapping[str, tuple[str, ...]]  # who *runs* the mill is its owner or its head
    kinds: Mapping[str, frozenset[str]]  # a wider noun to the roles that it may stand for
    epithets: Mapping[str, bool]  # nouns for one named just before; False: only if named often
    portraying: frozenset[str]  # adjectives that make any role an epithet: the retired driver
    several: Mapping[str, bool]  # nouns for those named together; True if they may be far back
    kin: Mapping[str, str]  # noun to gender or ""
    same_family: frozenset[str]  # kin who mostly bear the same surname
    speaks_for: Mapping[str, bool]  # roles; True if a body's name before one says for whom
    org_heads: Mapping[str, str]
    publications: frozenset[str]
    industries: Mapping[str, bool]  # what ends a firm's name; False for what a surname may be too
    firm_suffixes: frozenset[str]
    small_suffixes: frozenset[str]  # those of them that may be written small
    stands_for: Mapping[str, frozenset[str]]
    named_by_owner: frozenset[str]
    body_nouns: frozenset[str]  # every noun that may stand for a body: the ministry, the company
    documents: frozenset[str]
    seats: frozenset[str]
    numbered: frozenset[str]  # bodies named by letters and a number
    countries: Mapping[str, str]  # adjective, place or other name of it to its folded name
    lands: frozenset[str]  # the folded names of countries and other places
    adjectives: frozenset[str]
    places: frozenset[str]
    place_heads: frozenset[str]  # what ends the name of a place: Bello Street
    people: frozenset[str]
    one_of_people: frozenset[str]  # the singulars of those that are plurals
    lands_and_people: frozenset[str]  # the three before together: what is no name of a person
    countrymen: Mapping[str, str]  # one of a people to "m", "f" or ""
    calendar: frozenset[str]
    takes_for: frozenset[str]  # nouns that a name goes on after with "for"
    election: frozenset[str]  # words that tell one campaign of a person from another
    bare: frozenset[str]  # nouns for a name that says nothing of its kind
    firm_nouns: frozenset[str]  # nouns that are a firm's: the company, the bank
    trades: frozenset[str]  # nouns for a firm that say what it does
    leading_trades: frozenset[str]  # those of them that may stand before its name
    lettered: frozenset[str]  # nouns for a name in capitals
    small: SmallWords
    plural_endings: tuple[str, ...]  # what a plural may have more than its singular: -s, -es
    replaced_endings: Mapping[str, str]  # endings of plurals to those of singulars: -ies to -y
    pronouns: Mapping[str, Pronoun]
    telling: frozenset[str]  # every noun that tells who is meant, without a name


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """*word* in lower case without accents and full stops at its end."""
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in plain if not unicodedata.combining(c))
    word = word.lower()
    # U.S. and a.m. keep their inner stops: "us" is a pronoun
    return word[:-1] if word.endswith(".") and "." not in word[:-1] else word


def plural_of(noun: str, endings: Sequence[Mapping[str, str]]) -> str:
    """The plural of a noun: the first of the *endings* that it has is replaced."""
    row = next(row for row in endings if noun.endswith(row["ending"]))
    return noun.removesuffix(row["ending"]) + row["becomes"]


def read_first_names(language: str) -> dict[str, str]:
    """First names to the gender of those who bear them."""
    return read_names("first_names_abroad", language) | read_names("first_names", language)


BODY_NOUNS = ("org_heads", "stands_for", "named_by_owner", "trades")
TELLING = (
    *("titles", "roles", "kin", "kinds", "epithets", "several", "countrymen", "adjectives"),
    *BODY_NOUNS,
)


def name_lexicon(language: str) -> NameLexicon:
    """All word lists of a language; LexiconError if a table cannot be read."""
    pronouns = read_table("pronouns", language)["pronoun"]
    words = read_table("names", language)
    tables = name_tables(language)
    for group in (role_tables, body_tables, land_tables):
        tables |= group(language, words)
    return NameLexicon(
        **tables,
        small=small_words(words),
        plural_endings=tuple(words["plural-endings"]),
        replaced_endings={row["ending"]: row["becomes"] for row in words["replaced-endings"]},
        telling=frozenset(words["body"]["utterances"]).union(*(tables[n] for n in TELLING)),
        body_nouns=frozenset().union(*(tables[name] for name in BODY_NOUNS)),
        calendar=frozenset(read_table("calendar", language)["calendar"]),
        pronouns={word: Pronoun(**row) for word, row in pronouns.items()},
    )


def name_tables(language: str) -> dict[str, Any]:
    """What is known of first names, titles and the other parts of a person's name."""
    given, tables = read_table("given_names", language), read_table("titles", language)
    titles = tables["title"]
    roles = {w: "" if row.get("plain") else row.get("role", w) for w, row in titles.items()}
    return {
        "first_names": read_first_names(language) | given["given"],
        "surnames": frozenset(given["surname"]),
        "short_names": {short: tuple(full) for short, full in given["short"].items()},
        "titles": roles,
        "title_gender": {word: row.get("gender", "") for word, row in titles.items()},
        "first_name_titles": frozenset(word for word, row in titles.items() if row.get("first")),
        "among_titles": frozenset(tables["among"]),
        "suffixes": frozenset(tables["suffix"]),
        "honours": frozenset(tables["honour"]),
        "parties": tables["party"],
        "particles": frozenset(tables["particle"]),
        "openers": frozenset(tables["opener"]),
    }


def role_tables(language: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of the nouns that say what a person is."""
    tables, kin = read_table("roles", language), read_table("kin", language)["kin"]
    rows = tables["role"]
    role = {word: row.get("same", word) for word, row in rows.items()}
    plurals = {plural_of(word, words["plural"]): kept for word, kept in role.items()}
    compounds = tables["compound"]
    return {
        "roles": plurals | role,
        "role_gender": {word: row["gender"] for word, row in rows.items() if "gender" in row},
        "plural_roles": frozenset(plurals) - frozenset(role),
        "sole_roles": frozenset(word for word, row in (rows | compounds).items() if row.get("one")),
        "either_roles": frozenset(w for w, row in (kin | rows).items() if row.get("either")),
        "compound_roles": frozenset(compounds),
        "role_verbs": {verb: tuple(nouns) for verb, nouns in tables["does"].items()},
        "kinds": {word: frozenset(narrower) for word, narrower in tables["kind"].items()},
        "epithets": tables["epithet"],
        "portraying": frozenset(tables["portraying"]),
        "several": tables["several"],
        "speaks_for": tables["speaks-for"],
        "kin": {word: row.get("gender", "") for word, row in kin.items()},
        "same_family": frozenset(word for word, row in kin.items() if row.get("family")),
    }


def body_tables(language: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of the names of bodies and the nouns that stand for them."""
    tables = read_table("organizations", language)
    heads, firms = tables["head"], words["body"]["firms"]
    return {
        "org_heads": {word: row.get("same", word) for word, row in heads.items()},
        "publications": frozenset(w for w, row in heads.items() if row.get("kind")),
        "industries": tables["industry"],
        "firm_suffixes": frozenset(tables["suffix"]),
        "small_suffixes": frozenset(word for word, small in tables["suffix"].items() if small),
        "stands_for": {word: frozenset(rest) for word, rest in tables["stands-for"].items()},
        "named_by_owner": frozenset(tables["named-by-owner"]),
        "documents": frozenset(tables["document"]),
        "seats": frozenset(tables["seat"]),
        "numbered": frozenset(tables["numbered"]),
        "takes_for": frozenset(tables["takes-for"]),
        "election": frozenset(tables["election"]),
        "bare": frozenset(tables["bare"]),
        "firm_nouns": frozenset((*firms, *(w for f in firms for w in tables["stands-for"][f]))),
        "trades": frozenset(tables["trade"]),
        "leading_trades": frozenset(word for word, leads in tables["trade"].items() if leads),
        "lettered": frozenset(tables["lettered"]),
    }


def land_tables(language: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of countries, other places and those who belong to them."""
    tables = read_table("nationalities", language)
    usual = words["plural-endings"][0]
    people = tables["people"]
    places = {word: fold(other or word) for word, other in tables["place"].items()}
    adjectives = {word: fold(land) for word, land in tables["adjective"].items()}
    countries = places | adjectives
    return {
        "countries": countries,
        "lands": frozenset(countries.values()),
        "adjectives": frozenset(adjectives),
        "places": frozenset(places),
        "place_heads": frozenset(tables["place-head"]),
        "people": frozenset(people),
        "one_of_people": frozenset(w.removesuffix(usual) for w in people if w.endswith(usual)),
        "lands_and_people": frozenset((*adjectives, *places, *people)),
        "countrymen": tables["countryman"],
    }

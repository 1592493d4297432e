"""The word lists that naming a speaker needs, read once from the lexicon's tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from quotes.lexicon.load import read_table


@dataclass(frozen=True, slots=True)
class Pronoun:
    """How a pronoun chooses its speaker: see pronouns.toml."""

    kind: str
    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class Words:
    """Every table, its words folded by `fold`."""

    first_names: Mapping[str, str]  # name to "m", "f" or "u"
    short_names: Mapping[str, tuple[str, ...]]  # bill: (william,)
    titles: Mapping[str, str]  # title to the role that it gives, "" for Mr. and Ms.
    title_gender: Mapping[str, str]
    among_titles: frozenset[str]
    first_name_titles: frozenset[str]  # Dame Ada
    suffixes: frozenset[str]  # of persons
    honours: frozenset[str]
    parties: Mapping[str, str]  # the letter after a name to the role
    particles: frozenset[str]
    roles: Mapping[str, str]  # noun, singular or plural, to the noun it is kept under
    role_gender: Mapping[str, str]
    plural_roles: frozenset[str]
    sole_roles: frozenset[str]  # offices that one person holds
    compound_roles: frozenset[str]
    kin: Mapping[str, str]  # noun to gender or ""
    org_heads: Mapping[str, str]
    publications: frozenset[str]
    firm_suffixes: frozenset[str]
    stands_for: Mapping[str, frozenset[str]]
    named_by_owner: frozenset[str]
    documents: frozenset[str]
    seats: frozenset[str]
    countries: Mapping[str, str]  # adjective, place or other name of it to its folded name
    lands: frozenset[str]  # the folded names of countries and other places
    adjectives: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    calendar: frozenset[str]
    election: frozenset[str]  # words that tell one campaign of a person from another
    bare: frozenset[str]  # nouns for a name that says nothing of its kind
    lettered: frozenset[str]  # nouns for a name in capitals
    pronouns: Mapping[str, Pronoun]


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """*word* in lower case without accents and full stops at its end."""
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in plain if not unicodedata.combining(c))
    word = word.lower()
    # U.S. and a.m. keep their inner stops: "us" is a pronoun
    return word[:-1] if word.endswith(".") and "." not in word[:-1] else word


def plural_of(noun: str) -> str:
    """The plural of a noun that follows the rule, or of a compound with -man."""
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun.endswith("person"):
        return noun[:-6] + "people"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def read_first_names() -> dict[str, str]:
    """First names to the gender of those who bear them."""
    path = resources.files("quotes.lexicon") / "en" / "first_names.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


@cache
def load_words() -> Words:
    """All word lists; read from disk at the first call."""
    given, titles, roles = read_table("given_names"), read_table("titles"), read_table("roles")
    bodies, lands, kin = read_table("organizations"), read_table("nationalities"), read_table("kin")
    role = {word: row.get("same", word) for word, row in roles["role"].items()}
    plurals = {plural_of(word): kept for word, kept in role.items()}
    gender = {w: row["gender"] for w, row in roles["role"].items() if "gender" in row}
    heads = bodies["head"]
    place = {word: fold(other or word) for word, other in lands["place"].items()}
    country = place | {word: fold(land) for word, land in lands["adjective"].items()}
    return Words(
        first_names=read_first_names() | given["given"],
        short_names={short: tuple(full) for short, full in given["short"].items()},
        titles={
            word: "" if row.get("plain") else row.get("role", word)
            for word, row in titles["title"].items()
        },
        title_gender={w: row.get("gender", "") for w, row in titles["title"].items()},
        among_titles=frozenset(titles["among"]),
        first_name_titles=frozenset(w for w, row in titles["title"].items() if row.get("first")),
        suffixes=frozenset(titles["suffix"]),
        honours=frozenset(titles["honour"]),
        parties=titles["party"],
        particles=frozenset(titles["particle"]),
        roles=plurals | role,
        role_gender=gender,
        plural_roles=frozenset(plurals) - frozenset(role),
        sole_roles=frozenset(w for w, row in roles["role"].items() if row.get("one"))
        | frozenset(("prime minister",)),
        compound_roles=frozenset(roles["compound"]),
        kin={word: row.get("gender", "") for word, row in kin["kin"].items()},
        org_heads={word: row.get("same", word) for word, row in heads.items()},
        publications=frozenset(w for w, row in heads.items() if row.get("kind") == "publication"),
        firm_suffixes=frozenset(bodies["suffix"]),
        stands_for={word: frozenset(rest) for word, rest in bodies["stands-for"].items()},
        named_by_owner=frozenset(bodies["named-by-owner"]),
        documents=frozenset(bodies["document"]),
        seats=frozenset(bodies["seat"]),
        countries=country,
        lands=frozenset(country.values()),
        adjectives=frozenset(lands["adjective"]),
        places=frozenset(place),
        people=frozenset(lands["people"]),
        calendar=frozenset(read_table("calendar")["calendar"]),
        election=frozenset(bodies["election"]),
        bare=frozenset(bodies["bare"]),
        lettered=frozenset(bodies["lettered"]),
        pronouns={word: Pronoun(**row) for word, row in read_table("pronouns")["pronoun"].items()},
    )

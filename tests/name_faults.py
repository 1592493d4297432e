"""What makes a name doubtful: the rules of audit_names.py, each a function from a name to a reason.

They read the name, the words around it and the article's other words, not how it was found, so
that they can disagree with the rules of the package. They are for a reader's eye: exact, not sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from audit_words import (
    DOER,
    LEXICON,
    Named,
    ends_body,
    is_body,
    is_first_name,
    is_land,
    is_person,
    is_role,
    listed,
)
from cut_names import broken

VERBS = listed("says said say told tells is are was were has had would claims who")
CHAMBERS = listed("house senate congress parliament labor labour")
# Roles that are surnames as often, and those in which the names of bodies end.
SURNAMES = listed("baker bishop boxer cook farmer hunter judge mason miller potter singer")
ENDS = listed("pollster insider leader justice general")
WEB = re.compile(r"https?:|www\.|@", re.IGNORECASE)
MOST_WORDS = 5  # of a person
HEADING = 3  # words, from which a name all in capitals is a heading


def form(named: Named) -> str | None:
    """Line feeds, figures alone, web addresses."""
    if "\n" in named.name or "\t" in named.name:
        return "holds a line's end"
    if not any(map(str.isalpha, named.name)):
        return "no letters"
    return "a web address" if WEB.search(named.name) else None


def verb(named: Named) -> str | None:
    """Bello Says; Will Bello."""
    words = named.words if len(named.words) > 1 else []
    asks = words[:1] == ["will"] and named.type != "person"
    found = next((word for word in words if word in VERBS), "will" if asks else None)
    return f"holds {found}" if found else None


def capitals(named: Named) -> str | None:
    """MILL TO CLOSE."""
    words = [word for word in named.name.split() if any(map(str.isalpha, word))]
    is_heading = len(words) >= HEADING and named.name.isupper()
    return "a heading in capitals" if is_heading and len(named.name) > 4 * len(words) else None


def small_letters(named: Named) -> str | None:
    """mill workers."""
    return "all lower case" if named.name == named.name.lower() else None


def joined(named: Named) -> str | None:
    """Bello Town Council Leo Ito; Nationals Leo Ito."""
    words = named.words
    head, tail = words[:-2], words[-2:]
    if not head or not is_person(tail) or not named.name.split()[-2][0].isupper():
        return None
    if not is_body(head[-1]) and (any(map(is_first_name, head)) or len(head[-1]) < 3):
        return None
    plural = head[-1].endswith("s") and not head[-1].endswith("ss")
    if ends_body(head[-1]) or is_land(head) or plural or " of " in named.name:
        return f"{' '.join(head)} and the person {' '.join(tail)}"
    return None


def role(named: Named) -> str | None:
    """Medical Director; Minister for Mills; Entomologist Ada Bello."""
    words = named.words
    if len(words) < 2:
        return None
    return role_at_end(named, words) or role_at_start(words) or role_inside(named, words)


def role_at_end(named: Named, words: list[str]) -> str | None:
    """Medical Director; Lead Entomologist."""
    last = words[-1]
    person = named.type == "person" and len(words) <= MOST_WORDS - 1
    surname = person and (words[0] in LEXICON.first_names or last in SURNAMES)
    surname = surname or (person and named.stands_alone(named.name.split()[-1]))
    if surname or last in LEXICON.plural_roles | ENDS or is_body(last):
        return None
    of_body = (any(map(is_body, words[:-2])) and {"of", "for"} & set(words)) or words[-2] == "&"
    lone = last.endswith("ist") and words[0] not in LEXICON.first_names and len(words) == 2
    lone = lone and (is_role(words[0]) or named.type == "unknown")
    return f"ends in the role {last}" if (is_role(last) or lone) and not of_body else None


def role_at_start(words: list[str]) -> str | None:
    """Director of Mills; Ms. Bello; Entomologist Ada Bello."""
    first, rest = words[0], words[1:]
    given = first in LEXICON.first_names or len(first) < 3
    if first in LEXICON.titles and first not in LEXICON.first_name_titles and not given:
        return None if ends_body(rest[-1]) else f"begins with the title {first}"
    if is_role(first) and first not in LEXICON.plural_roles and rest[0] in ("of", "for", "and"):
        return f"begins with the role {first}"
    doer = is_role(first) or DOER.search(first)
    return f"begins with the role {first}" if doer and is_person(rest) and not given else None


def role_inside(named: Named, words: list[str]) -> str | None:
    """Pro Tem Ada Bello; Ghana Attorney General and Senate."""
    pairs = list(pairwise(words[1:]))
    if named.type == "person":
        pairs = [pair for pair in pairs if pair[0] not in LEXICON.first_names]
    else:
        pairs = [pair for pair in pairs if pair[1] == "and" and pair[0] not in LEXICON.plural_roles]
    found = next((word for word, _ in pairs if is_role(word)), None)
    return f"holds the role {found}" if found and not is_body(found) else None


def noun(named: Named) -> str | None:
    """Executive, Office, Alkaloids: a word that is a noun elsewhere in the article."""
    words = named.words
    if len(words) != 1 or is_land(words) or words[0] in CHAMBERS:
        return None
    word = words[0]
    if named.type != "person" and (is_role(word) or word in LEXICON.kin):
        return f"{word} is a noun of the lexicon"
    if word in LEXICON.roles and word not in LEXICON.first_names.keys() | SURNAMES:
        return f"{word} is a noun of the lexicon"
    if not named.end or named.name.isupper() or stands_inside(named):
        return None
    if re.match(r" and [a-z]", named.after) and word not in LEXICON.first_names:
        return f"{word} stands only where a sentence begins"
    beside = r"[\w’'-]"
    small = len(re.findall(rf"(?<!{beside}){re.escape(word)}(?!{beside})", named.text))
    return f"{word} is in lower case {small} times" if small else None


def stands_inside(named: Named) -> bool:
    """Whether the name stands inside a sentence with a capital and without others beside it."""
    own = re.escape(named.name)
    return bool(re.search(rf"[a-z],? (?:the |The )?{own}(?=[,.;)]| [a-z]|['’]s)", named.text))


def long(named: Named) -> str | None:
    """A person of six words."""
    count = len(named.words)
    return f"a person of {count} words" if named.type == "person" and count > MOST_WORDS else None


RULES: tuple[tuple[str, Callable[[Named], str | None]], ...] = (
    ("form", form),
    ("verb", verb),
    ("capitals", capitals),
    ("lower case", small_letters),
    ("joined", joined),
    ("role", role),
    ("noun", noun),
    ("broken", broken),
    ("long", long),
)


def name_fault(named: Named) -> tuple[str, str] | None:
    """The kind of the first fault of a name and why; None if it has none."""
    return next(((kind, why) for kind, rule in RULES if (why := rule(named))), None)

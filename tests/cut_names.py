"""Names that are cut: that begin or end in the middle of the name that stands in the article."""

from __future__ import annotations

import re

from audit_words import (
    LEXICON,
    SMALL,
    Named,
    ends_body,
    is_body,
    is_land,
    is_person,
    is_role,
    plain,
)

from quotes.lexicon.names import fold

CAPITALS = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
JOINERS = r"(?: and | & | of (?:the )?| for (?:the )?)"
AHEAD = re.compile(rf"({JOINERS})({CAPITALS})")
BEHIND = re.compile(rf"({CAPITALS})({JOINERS})$")
SHARED = re.compile(rf"([A-Z][\w-]+) (?:of|for) (?:the )?{CAPITALS} and $")
BESIDE = re.compile(r"(?<![.!?:”\"] )(?<!^)\b([A-Z][\w’'-]+) $")


def broken(named: Named) -> str | None:
    """Ministry of; "Bello; Mills of Mills and Rivers Ito."""
    raw = named.name.split()
    small = SMALL if named.type != "person" else SMALL - {raw[-1].lower()} | {"and", "of", "the"}
    if raw[-1] in SMALL or raw[-1].lower() in small or raw[0] in SMALL - {"the", "a"}:
        return "begins or ends with a small word"
    if not raw[0][0].isalnum() or not (raw[-1][-1].isalnum() or raw[-1][-1] in ".!)+'’”\""):
        return "begins or ends with a mark"
    if named.name.count('"') % 2 or named.name.count("“") != named.name.count("”"):
        return "holds one mark of a pair"
    if named.name.count("(") != named.name.count(")"):
        return "holds one bracket of a pair"
    if re.search(r"&\w+;|<\w", named.name):
        return "holds markup"
    if named.type == "person" or is_land(named.words) or raw[-1].islower():
        return None
    return cut_after(named) or cut_before(named)


def cut_after(named: Named) -> str | None:
    """Ministry of Mills of Ministry of Mills and Dams."""
    ahead = AHEAD.match(named.after)
    if ahead and goes_on(named, ahead[1].split()[0], ahead[2]):
        return f"goes on: {named.name}{ahead[0]}"
    return None


def goes_on(named: Named, joiner: str, ahead: str) -> bool:
    """Whether a name and the capitals *ahead* of it are one body."""
    words, last = plain(ahead), named.words[-1]
    if is_person(words):
        return False
    if joiner in ("of", "for"):
        return is_body(last) and not is_role(last) and f" {joiner} " not in named.name
    if is_land(words) or named.stands_alone(ahead) or words[0] in LEXICON.first_names:
        return False
    if re.search(r"\b(?:of|for)\b", named.name) and len(words) < 3:
        return not (ends_body(last) or ends_body(words[-1]))
    lone = len(named.words) == 1 and not is_body(last) and not named.name.isupper()
    return lone and len(words) > 1 and words[0] != "the" and ends_body(words[-1])


def cut_before(named: Named) -> str | None:
    """Rivers Ito of Mills and Rivers Ito; Town Council of Bello Town Council.

    Rivers of Ministry of Mills and Rivers; Ghana Mills of British Ghana Mills.
    """
    behind = BEHIND.search(named.before)
    if behind and len(named.words) > 1 and is_one_body(named, behind):
        return f"began before: {behind[0]}{named.name}"
    shared = SHARED.search(named.before)
    if shared and is_body(plain(shared[1])[0]) and is_rest(named):
        return f"began before: {shared[0]}{named.name}"
    two = re.search(r"([A-Z][\w-]+) $", named.before)
    if two and is_land(plain(two[1])) and is_land(named.words[:1]) and len(named.words) > 1:
        return f"began before: {two[0]}{named.name}"
    beside = BESIDE.search(named.before)
    if beside and named.type == "organization" and is_part(named, beside[1]):
        return f"began before: {beside[0]}{named.name}"
    return None


def is_one_body(named: Named, behind: re.Match[str]) -> bool:
    """Whether the capitals before a name and the name are one body."""
    words = plain(behind[1])
    if not ends_body(named.words[-1]) or words[0] in LEXICON.first_names:
        return False
    if behind[2].split()[0] in ("of", "for"):
        return is_body(words[-1]) and not is_role(words[-1])
    alone = named.stands_alone(behind[1]) or named.stands_alone(named.name)
    return len(words) == 1 and not (is_land(words) or behind[1].isupper() or alone)


def is_rest(named: Named) -> bool:
    """Whether a name may be the last word of a body: it is one that stands nowhere on its own."""
    known = named.words[0] in LEXICON.first_names or named.name.isupper()
    return len(named.words) == 1 and not (known or named.stands_alone(named.name))


def is_part(named: Named, word: str) -> bool:
    """Whether the capital right before a name is part of it: no title, land, role or owner."""
    owner = re.fullmatch(r"(.+)['’]s?", word)
    known = fold(owner[1] if owner else word)
    if owner:
        return known in LEXICON.plural_roles or known.endswith("men")
    if is_role(known) or is_land([known]) or known in LEXICON.openers | LEXICON.calendar | SMALL:
        return False
    return known not in LEXICON.titles and not named.stands_alone(named.name)

"""A paragraph in the characters that the parser knows, each at its own place."""

from __future__ import annotations

import re
from functools import cache

from quotes.lexicon.language import Language

# Of one sign for which Unicode has many, the parser has hardly seen more than the common ones: it
# takes "―" for a verb.
PLAIN: dict[str, str] = {
    **dict.fromkeys("\t\r\n\v\f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),  # an em, a hair ...
    **dict.fromkeys("\u2010\u2011\u2212", "-"),  # hyphens, and the minus
    "\u2012": "–",
    "\u2015": "—",
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),  # half a pair cannot be read at all
}
ODD = re.compile(f"[{''.join(map(re.escape, PLAIN))}]")
# Signs that show nothing. Within a word they stay: what they part would be two words.
UNSEEN = re.compile(r"(?<!\w)[\u200b-\u200f\u202a-\u202e\u2060\ufeff]|[\u200b\ufeff](?!\w)")
# The tokeniser's time grows with the square of a word's length: rubbish is read in bits.
ENDLESS_WORD = re.compile(r"\S{120}")


def readable(paragraph: str, language: Language) -> str:
    """*paragraph* as the parser reads it best; as many characters as before."""
    plain = ODD.sub(lambda odd: PLAIN[odd.group()], paragraph)
    if not plain.isascii():
        plain = UNSEEN.sub(" ", plain)
    plain = apostrophes(language).sub("’", plain)
    return ENDLESS_WORD.sub(lambda word: word.group()[:-1] + " ", plain)


@cache
def apostrophes(language: Language) -> re.Pattern[str]:
    """The signs within a word that stand for an apostrophe: don`t, it‘s."""
    endings = "|".join(sorted(language.marks.contractions))
    return re.compile(rf"(?<=[^\W\d_])(?:[`´ʼ′＇](?=[^\W\d_])|‘(?=(?:{endings})\b))")

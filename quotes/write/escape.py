"""Text from outside made harmless for a terminal: control characters are spelt out."""

from __future__ import annotations

import re

# Controls but tab and line feed; separators that break a line; marks that turn the direction of
# writing; lone surrogates, which cannot be written at all.
CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def escaped(text: str) -> str:
    r"""*text* with each control character as its escape, such as \x1b; lines and tabs stay."""
    return CONTROL.sub(spelt, text)


def one_line(text: str) -> str:
    r"""*text* escaped, line feeds as \n and tabs as \t as well."""
    return escaped(text).replace("\n", "\\n").replace("\t", "\\t")


def spelt(match: re.Match[str]) -> str:
    """The escape of the character that *match* found."""
    return match[0].encode("unicode_escape").decode("ascii")

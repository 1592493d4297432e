"""Words beside a name that are written like a part of it and are none: *But* Ada Bello *QC*."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon.names import NameLexicon, fold


def trimmed(
    written: Sequence[str], first: int, last: int, opens: bool, lexicon: NameLexicon
) -> tuple[int, int]:
    """The words less those before and after that are no part of a name: *But* Ada Bello *QC*."""
    start = first
    if first < last and written[first].lower().endswith(lexicon.small.based):
        first += 1  # the Ark.-based Bello Mills
    while first < last and written[first].lower() in lexicon.openers:
        first += 1
    leading = first < last and written[first].lower() in lexicon.leading_trades
    if leading and opens and first == start:
        first += written[first].lower() not in lexicon.org_heads  # Operator Bello Waste said …
    while last - first > 1 and fold(written[last]) in lexicon.honours:
        last -= 1
    if first < last and fold(written[last]) in lexicon.small.platforms:
        last -= 1  # the Bello Mills Twitter account
    if last - first > 1 and is_letters_for_noun(written, first, lexicon):
        first += 1  # the PAC Mills for All
    if first < last and written[last].isupper() and fold(written[last]) in lexicon.roles:
        last -= 1  # the Bello Mills CEO, the Dover MP
    return first, last


def is_letters_for_noun(written: Sequence[str], first: int, lexicon: NameLexicon) -> bool:
    """Whether a name follows letters that are a noun for its bearer: the *PAC* Mills for All."""
    letters, after = written[first], written[first + 1]
    return letters.isupper() and not after.isupper() and fold(letters) in lexicon.small.bodies


def is_designation(folded: str, lexicon: NameLexicon) -> bool:
    """Whether a word names a thing by letters and a number: the X-5 programme; not the G-7."""
    letters, hyphen, number = folded.partition("-")
    return (
        hyphen != "" and letters.isalpha() and number.isdigit() and folded not in lexicon.numbered
    )

"""Whether two names are one person's or one body's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.lexicon.names import NameLexicon, fold


def person_words(words: Sequence[str], lexicon: NameLexicon) -> tuple[str, ...]:
    """The words of a person's name without Jr. and the like."""
    links = lexicon.small.links
    kept = tuple(words) if links.isdisjoint(words) else tuple(w for w in words if w not in links)
    return kept[:-1] if len(kept) > 2 and kept[-1] in lexicon.suffixes else kept


def body_key(words: Sequence[str], lexicon: NameLexicon) -> tuple[str, ...]:
    """The words of a body's name that count: countries by their names, no Corp., no small words."""
    small, countries = lexicon.small, lexicon.countries
    links, stray, spellings = small.links, small.stray, small.spellings
    kept = [countries.get(w, w) for w in words if w not in links and w not in stray]
    kept = [lexicon.org_heads.get(w, w) if w in spellings else w for w in kept]
    while len(kept) > 1 and kept[-1] in lexicon.firm_suffixes:
        kept.pop()
    return tuple(kept or words)


def body_noun(full: Sequence[str], lexicon: NameLexicon, text: str = "") -> str:
    """The noun of a body's name: ministry of Defence Ministry, court of Court of Appeals.

    *text* is the name as written, with the small words: federation of Federation of Mill Staff.
    """
    for of in lexicon.small.of:
        before, found, _ = text.partition(f" {of} ")
        if found and (noun := lexicon.org_heads.get(fold(before.split()[-1]))) is not None:
            return noun
    if (noun := lexicon.org_heads.get(full[-1])) is not None:
        return noun
    if len(full) > 1 and full[-1] in lexicon.industries:
        return next(iter(lexicon.small.firms))
    return next((lexicon.org_heads[w] for w in full if w in lexicon.org_heads), full[-1])


def same_first(one: str, other: str, lexicon: NameLexicon) -> bool:
    """Whether two first names can be one person's: equal, an initial, a short form."""
    if one == other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if len(short) == 1 or "." in short:
        return long[:1] == short[:1]
    known = lexicon.short_names
    one_full, other_full = known.get(short, ()), known.get(long, ())
    return long in one_full or short in other_full or bool(set(one_full) & set(other_full))


def same_person(one: Sequence[str], other: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether two names of two or more words can be one person's.

    Ada Bello = Ada M. Bello; Bello Ito is not Ada Ito; Bello Ito = Ada Bello Ito
    """
    if one[-1] != other[-1]:
        return False
    short, long = sorted((one, other), key=len)
    return same_first(one[0], other[0], lexicon) or tuple(long[-len(short) :]) == tuple(short)


def same_body(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two keys are one body's: the shorter's words all in the longer's, head alike.

    the Weather Council = the National Weather Council; the Court of Appeals = the Court of Appeals
    for the Third District
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return tuple(short) == tuple(long)
    if short[-1] == long[-1] and set(short) <= set(long):
        return True
    return len(short) > 2 and tuple(long[: len(short)]) == tuple(short)


def initials(full: Sequence[str], key: Sequence[str], lexicon: NameLexicon) -> Iterator[str]:
    """The acronyms that a body may go by: the Department of Mills and Dams, DMD, DOMAD, MD."""
    counted = "".join(w[0] for w in key)
    every = "".join(w[0] for w in full if w not in lexicon.small.the)
    for letters in (counted, every):
        if len(letters) > 1:
            yield letters
    if len(counted) > 2 and key[0] in lexicon.org_heads:
        yield counted[1:]
    if len(counted) > 3:  # the Dover Millers and Growers Association, MGA
        yield counted[1:]

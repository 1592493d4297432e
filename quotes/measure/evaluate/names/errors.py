"""What is wrong with the names of a quote: one kind of error a quote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal, get_args

from quotes.lexicon.language import Language
from quotes.measure.evaluate.article_words import WORD
from quotes.measure.gold.speakers import Known, keys_of, same_speaker

# another: the name of someone else; unnamed: a name where there is none; cut: a part of the name
# that is no name, Vries for de Vries; swollen: the name and more, Council Ada Bello; short: a part
# or letters that the article uses for a name, Bello for Ada Bello; missing: of several names not
# all; extra: more names than there are; blank: no name.
Error = Literal["another", "unnamed", "cut", "swollen", "short", "missing", "extra", "blank"]
ERRORS: tuple[Error, ...] = get_args(Error)

Forms = Sequence[str]  # words in lower case without genitives


def error_of(
    known: Known, given: Sequence[str], article: Forms, language: Language
) -> Error | None:
    """The kind of error in the names *given*, the first that fits; None if they are right.

    *article* has the words of the article as they are in ArticleWords.
    """
    if same_speaker(known, given, language):
        return None
    if not known.names:
        return "unnamed"
    if not given:
        return "blank"
    wanted_left, given_left = left_over(known.names, given, language)
    if not given_left:
        return "missing"
    if not wanted_left:
        return "extra"
    bare = tuple(map(without_genitive, article))
    kinds = {
        kind_of_part(one, other, bare, language) for one, other in product(given_left, wanted_left)
    }
    partial: tuple[Error, ...] = ("swollen", "cut", "short")
    return next((kind for kind in partial if kind in kinds), "another")


def left_over(
    wanted: Sequence[str], given: Sequence[str], language: Language
) -> tuple[list[str], list[str]]:
    """The wanted and the given names that have no equal on the other side."""
    keys_wanted, keys_given = keys_of(wanted, language), keys_of(given, language)
    more, less = Counter(keys_wanted), Counter(keys_given)
    return (
        [name for name, key in zip(wanted, keys_wanted, strict=True) if key in more - less],
        [name for name, key in zip(given, keys_given, strict=True) if key in less - more],
    )


def kind_of_part(given: str, wanted: str, article: Forms, language: Language) -> Error:
    """What a name is to the one that was wanted: a part of it, more than it, or another."""
    (one,), (other,) = keys_of([given], language), keys_of([wanted], language)
    if holds(one, other) or "".join(other) in initials(given):
        return "swollen"
    if "".join(one) in initials(wanted):
        return "short"
    if holds(other, one):
        return "short" if stands_alone(to_forms(given), to_forms(wanted), article) else "cut"
    return "another"


def holds(whole: Forms, part: Forms) -> bool:
    """Whether all words of *part*, of which there is one at least, are in *whole* in order."""
    rest = iter(whole)
    return bool(part) and all(word in rest for word in part)


def initials(name: str) -> set[str]:
    """The first letters of the words of a name of several, with its small words and without."""
    words = re.findall(r"\w+", name)
    letters = {"".join(word[0] for word in words if word[0].isupper() or small) for small in (0, 1)}
    return {each.lower() for each in letters if len(each) > 1}


def to_forms(name: str) -> Forms:
    """The words of a name as they are in an article."""
    return tuple(without_genitive(word[0].lower()) for word in WORD.finditer(name))


def without_genitive(form: str) -> str:
    """*form* without the 's at its end."""
    return re.sub(r"['’]s?$", "", form)


def stands_alone(part: Forms, whole: Forms, article: Forms) -> bool:
    """Whether *part* of a name stands anywhere without the word beside it in the *whole* name."""
    ends = [start + len(part) for start in places(part, whole)]
    if not ends:  # words of the name in order, with others left out between them
        return next(places(part, article), None) is not None
    before = {whole[end - len(part) - 1] for end in ends if end > len(part)}
    behind = {whole[end] for end in ends if end < len(whole)}
    return any(
        not before & set(article[max(0, start - 1) : start])
        and not behind & set(article[start + len(part) : start + len(part) + 1])
        for start in places(part, article)
    )


def places(part: Forms, whole: Forms) -> Iterator[int]:
    """Where the words *part* begin in *whole*, by number from 0."""
    for start in range(len(whole) - len(part) + 1):
        if tuple(whole[start : start + len(part)]) == tuple(part):
            yield start

"""Which paragraphs are Headlines In Title Case; the parser reads them in the article's own case.

The parser takes a capital for a name, so that it reads no verb in `Mayor Slams Plan to Close Mill`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import compress

from quotes.lexicon.thresholds import (
    FEWEST_HEADLINE_TOKENS,
    LONG_WORD,
    LONGEST_TITLE_TEXT,
    MOST_HEADLINE_TOKENS,
    TAGGED_HEADLINE_SHARE,
    TITLE_SHARE,
    TITLE_WORDS,
)
from quotes.parse.tree import Tree

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
OPENS_SENTENCE = re.compile(r"(?:^|[.!?:“\"‘'(—–-])\W*$")


def is_title(paragraph: str) -> bool:
    """Whether nearly all long words of *paragraph* begin with a capital."""
    if len(paragraph) > LONGEST_TITLE_TEXT:
        return False
    long = [word for word in WORD.findall(paragraph) if len(word) >= LONG_WORD]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= TITLE_WORDS and capitals >= TITLE_SHARE * len(long)


def is_headline(tree: Tree) -> bool:
    """Whether a parsed paragraph is a headline: its words are capitalised, its verbs too."""
    if not FEWEST_HEADLINE_TOKENS <= len(tree) <= MOST_HEADLINE_TOKENS or tree.words[-1] == ":":
        return False
    if len(tree.capitals) < TITLE_WORDS:
        return False
    long = [w for w in tree.words if len(w) >= LONG_WORD and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in long)
    if len(long) < TITLE_WORDS or capitals < TAGGED_HEADLINE_SHARE * len(long):
        return False
    return not any(
        t[0] in "VM" and w[0].islower() for t, w in zip(tree.tags, tree.words, strict=True)
    )


def recased(paragraphs: Sequence[str]) -> list[str]:
    """*paragraphs*, the words of the titles among them in the case that the others give them.

    A word that the others have as a name keeps its capital, as does one they do not have at all
    unless it is a cue. Every character stays at its place.
    """
    titles = [is_title(paragraph) for paragraph in paragraphs]
    if not any(titles) or all(titles):
        return list(paragraphs)
    body = [p for p, title in zip(paragraphs, titles, strict=True) if not title]
    asked = {word.lower() for p in compress(paragraphs, titles) for word in WORD.findall(p)}
    usual = usual_case(body, asked)
    return [
        WORD.sub(lambda word: recase(word, usual), p) if title else p
        for p, title in zip(paragraphs, titles, strict=True)
    ]


def usual_case(body: Iterable[str], asked: Container[str]) -> dict[str, bool]:
    """For each of the words *asked* inside the sentences of *body*: whether it is mostly a name."""
    counts: Counter[str] = Counter()
    for paragraph in body:
        for word in WORD.finditer(paragraph):
            form = word[0].lower()
            if form not in asked:
                continue
            if word[0].islower():
                counts[form] -= 1
            elif not OPENS_SENTENCE.search(paragraph[max(0, word.start() - 4) : word.start()]):
                counts[form] += 1
    return {word: count > 0 for word, count in counts.items()}


def recase(word: re.Match[str], usual: dict[str, bool]) -> str:
    """*word* in lower case if it is no name and does not open its title."""
    form = word[0].lower()
    opens = not word.string[: word.start()].strip(" “”\"'‘’(")
    named = usual.get(form, False)
    return word[0] if opens or named or len(form) != len(word[0]) else form

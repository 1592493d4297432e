"""Which paragraphs are Headlines In Title Case; the parser reads them in the article's own case.

The parser takes a capital for a name, so that it reads no verb in `Mayor Slams Plan to Close Mill`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import compress

from quotes.parse.tree import Tree

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
OPENS_SENTENCE = re.compile(r"(?:^|[.!?:“\"‘'(—–-])\W*$")
LONG = 4  # letters: shorter words stay small in some titles and not in others
FEWEST = 3  # long words by which a title is known
# Two judgements, each with its own bounds. Before the parse there are only letters, and what is
# taken for a title loses capitals: so nearly all of its long words must have one. Once tags tell
# that no verb is written small, fewer capitals are enough, for a few words at most. Set by hand
# on news.
LONGEST, SHARE = 300, 0.8  # code points of a title, and the share of long words with a capital
MOST_TOKENS, SHARE_OF_TAGGED = 40, 0.75  # the same of a parsed headline
FEWEST_TOKENS = 4  # of a parsed headline: a name alone is none


def is_title(paragraph: str) -> bool:
    """Whether nearly all long words of *paragraph* begin with a capital."""
    if len(paragraph) > LONGEST:
        return False
    long = [word for word in WORD.findall(paragraph) if len(word) >= LONG]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= FEWEST and capitals >= SHARE * len(long)


def is_headline(tree: Tree) -> bool:
    """Whether a parsed paragraph is a headline: its words are capitalised, its verbs too."""
    if not FEWEST_TOKENS <= len(tree) <= MOST_TOKENS or tree.words[-1] == ":":
        return False
    if len(tree.capitals) < FEWEST:
        return False
    long = [w for w in tree.words if len(w) >= LONG and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in long)
    if len(long) < FEWEST or capitals < SHARE_OF_TAGGED * len(long):
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

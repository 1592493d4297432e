"""From a paragraph's tree to the stretches of its words that are written like a name."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribute.lexicon import Words, fold
from quotes.tree import Tree

PROPER = frozenset(("NNP", "NNPS"))
CAPITALISED = frozenset(("NN", "NNS", "JJ", "VBG", "VBN", "FW", "CD", "RB", "JJR", "JJS", "VB"))
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december mon tue tues wed thu thurs fri sat sun jan feb
    aug sept oct nov dec""".split()
)
ENDS_SENTENCE = frozenset(('.', "?", "!", ":", '"', "“", "''", "``", "‘", "—", "–", "…", "•", "*", ";"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
LONGEST = 12  # words; longer stretches are headlines or lists


def is_title_case(tree: Tree) -> bool:
    """Whether the paragraph is a headline: a short line with most of its words capitalised."""
    if len(tree) > 30 or len(tree) < 4 or tree.words[-1] in (".", ",", "”", '"', "''"):
        return False
    long = [w for w in tree.words if len(w) > 3 and w[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def opens_sentence(tree: Tree, token: int) -> bool:
    """Whether a capital at *token* says nothing because a sentence or a quote begins there."""
    return token == 0 or tree.words[token - 1] in ENDS_SENTENCE


def is_name_word(tree: Tree, token: int, words: Words) -> bool:
    """Whether the word is written and tagged as (a part of) a name."""
    word = tree.words[token]
    if not word[0].isupper() or tree.lower[token] in CALENDAR:
        return False
    tag = tree.tags[token]
    if tag in PROPER:
        return not (word.isupper() and len(word) == 1 and opens_sentence(tree, token))
    if tag not in CAPITALISED:
        return False
    return not opens_sentence(tree, token) or tree.lower[token] in words.first_names


def joins(tree: Tree, first: int, token: int, words: Words) -> int:
    """The last of the small words from *token* on that carry the name on; *token* - 1 if none do.

    The Department *of* Justice; Ada *van der* Meer; Bello *&* Sons; Ito *-* Bello.
    """
    low, end = tree.lower[token], len(tree)
    after = token + 1
    if after >= end:
        return token - 1
    if low in ("&", "-", "/", "–", "'n'") and is_name_word(tree, after, words):
        glued = tree.ends[token - 1] == tree.starts[token]
        return token if low == "&" or glued else token - 1
    if low in words.particles and tree.words[token].islower():
        last = after if tree.lower[after] in words.particles and after + 1 < end else token
        if is_name_word(tree, last + 1, words):
            return last
    if low in ("of", "for", "on", "de") and fold(tree.words[token - 1]) in words.org_heads:
        last = after if tree.lower[after] == "the" and after + 1 < end else token
        if low == "of" and is_name_word(tree, last + 1, words):
            return last
        if tree.tags[last + 1] in PROPER and tree.lower[token - 1] in ("center", "centre", "institute",
            "committee", "council", "fund", "campaign", "foundation", "coalition", "alliance"):
            return last
    if low == "of" and tree.lower[token - 1] == "secretary" and is_name_word(tree, after, words):
        return token
    if low == "and" and joins_parts(tree, first, token, words):
        return token
    return token - 1


def joins_parts(tree: Tree, first: int, token: int, words: Words) -> bool:
    """Whether *and* stands within one name: the Securities and Exchange Commission."""
    if not is_name_word(tree, token + 1, words):
        return False
    before = [fold(w) for w in tree.words[first:token]]
    if "of" in before and before[0] in words.org_heads:  # the Department of Health and Welfare
        return True
    last = token + 1
    while last + 1 < len(tree) and is_name_word(tree, last + 1, words):
        last += 1
    known = words.places | words.people | words.adjectives
    return (
        last > token + 1
        and fold(tree.words[last]) in words.org_heads
        and before[-1] not in words.org_heads
        and " ".join(before) not in known
        and before[0] not in words.first_names
        and before[0] not in words.titles
        and (len(before) > 1 or tree.tags[token - 1] == "NNPS" or tree.heads[token - 1] in range(token, last + 1))
    )


def find_runs(tree: Tree, words: Words) -> Iterator[tuple[int, int]]:
    """The first and last token of each stretch of name words, in order."""
    token, end = 0, len(tree)
    while token < end:
        if not tree.words[token][0].isupper() or not is_name_word(tree, token, words):
            token += 1
            continue
        first = last = token
        while last + 1 < end and last - first < LONGEST:
            if is_name_word(tree, last + 1, words):
                last += 1
                continue
            joined = joins(tree, first, last + 1, words)
            if joined == last:
                break
            last = joined + 1
        yield first, last
        token = last + 1

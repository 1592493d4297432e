"""Common nouns that only the start of a sentence makes look like names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.names.capitals import opens_sentence
from quotes.parse.tree import Tree


def without_nouns(mentions: Sequence[NameMention], trees: Sequence[Tree]) -> list[NameMention]:
    """*mentions* less those of words that begin small wherever no sentence opens with them.

    *Mills* closed in May, where the article has "mills" as well; *Urine* and blood were tested.
    """
    opens = [is_lone_opening(mention, trees[mention.tree]) for mention in mentions]
    opening = list(compress(mentions, opens))
    if not opening:
        return list(mentions)
    lone = {mention.name.words[0] for mention in opening}
    others = (mention for mention, lone_one in zip(mentions, opens, strict=True) if not lone_one)
    within = {word for mention in others for word in mention.name.words}
    small = set[str]().union(*(lone.intersection(tree.words) for tree in trees))
    small |= {m.name.words[0] for m in opening if is_joined_to_noun(m, trees[m.tree])}
    nouns = (lone & small) - within
    return [m for m in mentions if len(m.name.words) > 1 or m.name.words[0] not in nouns]


def is_lone_opening(mention: NameMention, tree: Tree) -> bool:
    """Whether a mention is one word at the start of a sentence that nothing says is a name."""
    name = mention.name
    if len(name.words) > 1 or name.titles or name.kind not in ("unknown", "person"):
        return False
    capital = mention.text[1:].islower() and not mention.roles
    return capital and opens_sentence(tree, name.first)


def is_joined_to_noun(mention: NameMention, tree: Tree) -> bool:
    """Whether "and" joins a word to a common noun: *Urine* and blood."""
    noun = mention.name.last + 2
    joined = noun < len(tree) and tree.tags[noun - 1] == "CC"
    return joined and tree.tags[noun] in ("NN", "NNS") and tree.words[noun].islower()

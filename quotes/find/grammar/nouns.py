"""What a noun or pronoun stands for, as far as the lexicon and the tags tell."""

from __future__ import annotations

from quotes.parse.tree import Tree

# Words whose place tells more than their part of speech.
PRONOUNS = frozenset(("PRP", "PRP$", "WP", "WDT", "DT", "EX"))
PERSONS = frozenset(("he", "she", "they", "who", "i", "we", "you", "name", "person", "body"))


def noun_kind(tree: Tree, token: int) -> str:
    """The pronoun itself, `name`, what a noun stands for, or the tag."""
    tag, word = tree.tags[token], tree.lower[token]
    if tag in PRONOUNS:
        return word
    if tag.startswith("NNP"):
        return "name"
    classes = tree.language.noun_classes
    return classes.get(word) or classes.get(word.removesuffix("s"), tag)


def can_speak(tree: Tree, token: int) -> bool:
    """Whether the word is known to stand for a person, a body or a document."""
    kind = noun_kind(tree, token)
    return kind in PERSONS or kind == "document"

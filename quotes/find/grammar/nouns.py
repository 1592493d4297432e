"""What a noun or pronoun stands for, as far as the lexicon and the tags tell."""

from __future__ import annotations

from quotes.parse.tree import Tree

# Words of which more is told by the word itself than by its tag.
PRONOUNS = frozenset(("PRP", "PRP$", "WP", "WDT", "DT", "EX"))


def noun_kind(tree: Tree, token: int) -> str:
    """The pronoun itself, `name`, what a noun stands for, or the tag."""
    tag, word = tree.tags[token], tree.lower[token]
    if tag in PRONOUNS:
        return word
    if tag.startswith("NNP"):
        return "name"
    return tree.language.noun_classes.get(word, tag)


def is_someone(tree: Tree, kind: str) -> bool:
    """Whether a noun of this *kind* stands for someone who can speak: a person or a body."""
    known = kind in ("name", "person", "body")
    return known or kind in tree.language.words("pronoun", "persons")


def can_speak(tree: Tree, token: int) -> bool:
    """Whether the word is known to stand for a person, a body or a document."""
    kind = noun_kind(tree, token)
    return kind == "document" or is_someone(tree, kind)

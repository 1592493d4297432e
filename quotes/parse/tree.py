"""A parsed paragraph as plain tuples, which is all that the rules read: words, tags and the tree.

The rules see no spaCy object, so they can be tested on trees written by hand, and none of them
depends on more of the model than its tags and its dependencies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quotes.lexicon.language import Language
from quotes.model import Span


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The tokens of one paragraph; every tuple has one item a token, token indices are from 0."""

    index: int  # the paragraph's number in the article, from 0
    span: Span  # the paragraph in the article
    text: str  # the whole article's text
    language: Language  # whose words these are
    words: tuple[str, ...]
    tags: tuple[str, ...]  # Penn Treebank tags
    deps: tuple[str, ...]  # ClearNLP dependency labels, as in spaCy's English models
    heads: tuple[int, ...]  # the index of each token's head; a root is its own head
    starts: tuple[int, ...]  # code points in the article's text
    ends: tuple[int, ...]
    lower: tuple[str, ...] = field(init=False)
    capitals: tuple[int, ...] = field(init=False)  # the tokens that begin with a capital
    children: tuple[tuple[int, ...], ...] = field(init=False)  # in text order
    left: tuple[int, ...] = field(init=False)  # the first token of each subtree
    right: tuple[int, ...] = field(init=False)  # the last token of each subtree
    root: tuple[int, ...] = field(init=False)  # the root of the sentence each token is in

    def __post_init__(self) -> None:
        below: dict[int, list[int]] = {}  # most tokens have no children
        for token, head in enumerate(self.heads):
            if head != token:
                if head in below:
                    below[head].append(token)
                else:
                    below[head] = [token]
        children = tuple([tuple(below.get(token, ())) for token in range(len(self.words))])
        left, right, root = edges(self.heads, children)
        lower = [word.lower() for word in self.words]
        if "’" in "".join(lower):
            lower = [word.replace("’", "'") for word in lower]
        set_field = object.__setattr__  # the one place where a frozen value is completed
        set_field(self, "lower", tuple(lower))
        capitals = [token for token, word in enumerate(self.words) if word[0].isupper()]
        set_field(self, "capitals", tuple(capitals))
        set_field(self, "children", children)
        set_field(self, "left", tuple(left))
        set_field(self, "right", tuple(right))
        set_field(self, "root", tuple(root))

    def __len__(self) -> int:
        return len(self.words)

    def span_of(self, first: int, last: int) -> Span:
        """The characters from token *first* to token *last*, both included."""
        return Span(self.starts[first], self.ends[last])

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of *token* with one of the labels *deps*; None if there is none."""
        for child in self.children[token]:  # a loop: this is asked more often than all else
            if self.deps[child] in deps:
                return child
        return None

    def child_of(self, token: int, deps: Sequence[str]) -> list[int]:
        """The children of *token* with one of the labels *deps*, in text order."""
        return [c for c in self.children[token] if self.deps[c] in deps]

    def in_list(self, token: int, table: str, key: str) -> bool:
        """Whether the word *token*, in lower case, is in a list of the language's grammar.toml."""
        return self.lower[token] in self.language.grammar[table][key]

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads of *token*, nearest first, up to the root."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token


def edges(
    heads: Sequence[int], children: Sequence[Sequence[int]]
) -> tuple[list[int], list[int], list[int]]:
    """The left edge, right edge and root of each token's subtree; loops are a ValueError."""
    count = len(heads)
    left, right, root = list(range(count)), list(range(count)), list(range(count))
    order = [token for token in range(count) if heads[token] == token]
    for token in order:  # grows while it is read: parents come before their children
        if below := children[token]:
            order += below
            top = root[token]
            for child in below:
                root[child] = top
    if len(order) != count:
        raise ValueError("the heads of a tree must not form a loop")
    for token in reversed(order):
        head = heads[token]
        if left[token] < left[head]:
            left[head] = left[token]
        if right[token] > right[head]:
            right[head] = right[token]
    return left, right, root

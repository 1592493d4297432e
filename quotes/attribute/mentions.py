"""Every place of the article that names a possible speaker, with what is said there of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.attribute.lexicon import Words, fold
from quotes.attribute.names import Name, split_run, strip_links
from quotes.attribute.runs import POSSESSIVE, PROPER, find_runs, is_title_case
from quotes.tree import Tree

NOUNS = frozenset(("NN", "NNS", *PROPER))
BE = frozenset("is was are were be been became becomes remains 's being".split())
LONGEST_ROLE = 25  # tokens of an appositive that are read


@dataclass(frozen=True, slots=True)
class Role:
    """What the article says that someone is."""

    noun: str  # as the lexicon keeps it
    about: frozenset[str]  # folded words around it, countries by their names
    text: str


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in its paragraph."""

    tree: int  # the place of the tree among the article's trees
    head: int
    name: Name
    start: int
    text: str
    roles: tuple[Role, ...]
    headline: bool = False


def find_mentions(trees: Sequence[Tree], words: Words) -> Iterator[NameMention]:
    """The names of the article in the order of the text."""
    for place, tree in enumerate(trees):
        headline = is_title_case(tree)
        for name in find_names(tree, words):
            yield NameMention(
                place, head_of(tree, name), name, tree.starts[name.first],
                text_of(tree, name.first, name.last),
                tuple(find_roles(tree, name, words)) if not headline else (), headline,
            )


def find_names(tree: Tree, words: Words) -> list[Name]:
    """The names of one paragraph: stretches of capitals, split, and those that a noun makes."""
    names: list[Name] = []
    defined = {last: first for first, last in find_definitions(tree)}
    for first, last in find_runs(tree, words):
        if last + 1 in defined and tree.words[last + 1] == "(":
            begin = defined[last + 1]
            if begin < first:
                names = [n for n in names if n.last < begin]
                folded = [fold(w) for w in tree.words[begin : last + 1]]
                names.append(Name(begin, last, begin, tuple(folded), "organization"))
                continue
        for name in split_run(tree, first, last, words):
            names.append(with_owner(tree, name, names, words))
            if body := owned_body(tree, names[-1], words):
                names[-1] = body
    return [n for n in names if n.kind != "people"]


def find_definitions(tree: Tree) -> Iterator[tuple[int, int]]:
    """The first word of what an acronym in brackets stands for, and the bracket.

    The Alliance to Mend Our Schools (AMOS)  gives  Alliance, (
    """
    if "(" not in tree.words:
        return
    for token in range(2, len(tree) - 2):
        letters = tree.words[token + 1]
        if tree.words[token] != "(" or not (letters.isupper() and 2 <= len(letters) <= 8):
            continue
        left, at = len(letters) - 1, token - 1
        while at >= max(0, token - 2 * len(letters)) and left >= 0:
            word = tree.words[at]
            if word[0].upper() == letters[left] and (word[0].isupper() or word == "to"):
                left -= 1
                if left < 0:
                    yield at, token
                    break
            elif word[0].isupper():
                break
            at -= 1


def with_owner(tree: Tree, name: Name, before: Sequence[Name], words: Words) -> Name:
    """*name* with the country that owns it: Russia's Defence Ministry is one name."""
    if name.kind != "organization" or not before or name.begin < 2:
        return name
    owner = before[-1]
    if (
        tree.lower[name.begin - 1] in POSSESSIVE
        and owner.last == name.begin - 2
        and owner.kind in ("place", "organization")
        and owner.first == owner.begin
    ):
        return replace(name, first=owner.first, begin=owner.first, words=owner.words + name.words)
    return name


def owned_body(tree: Tree, name: Name, words: Words) -> Name | None:
    """The body that a common noun makes of the name before it; None if there is none.

    the Bello campaign, Bello's campaign, the Reuters opinion poll, the Russian foreign ministry
    """
    if name.titles:
        return None
    token = name.last + 1
    if token < len(tree) and tree.lower[token] in POSSESSIVE:
        token += 1
    for noun in range(token, min(token + 3, len(tree))):
        if tree.lower[noun] in words.named_by_owner and tree.tags[noun] == "NN":
            if noun + 1 < len(tree) and tree.tags[noun + 1] in NOUNS and tree.heads[noun] == noun + 1:
                return None
            inner = tree.heads[name.last] == noun or noun == token
            owner = name.words[-1:] if name.kind in ("person", "unknown") else name.words
            between = tuple(tree.lower[token:noun])
            if not inner:
                return None
            return Name(name.first, noun, name.first, (*owner, *between, tree.lower[noun]), "organization")
        if not (tree.words[noun].islower() and tree.tags[noun] in ("NN", "JJ")):
            return None
    return None


def head_of(tree: Tree, name: Name) -> int:
    """The token of the name, titles included, that the rest hangs on."""
    inside = range(name.begin, name.last + 1)
    return next((t for t in reversed(inside) if tree.heads[t] not in inside), name.last)


def text_of(tree: Tree, first: int, last: int) -> str:
    """The words from *first* to *last* as written, white space made plain."""
    return " ".join(tree.text[tree.starts[first] : tree.ends[last]].split())


def about(tree: Tree, tokens: range, words: Words) -> frozenset[str]:
    """The content words among *tokens*, countries by their names."""
    folded = (fold(tree.words[t]) for t in tokens if tree.words[t][0].isalpha())
    return frozenset(words.countries.get(word, word) for word in folded)


def find_roles(tree: Tree, name: Name, words: Words) -> Iterator[Role]:
    """What the words around a name say its bearer is."""
    if name.kind not in ("person", "unknown"):
        return
    yield from roles_before(tree, name, words)
    head = head_of(tree, name)
    for child in tree.children[head]:
        if tree.deps[child] in ("appos", "nmod", "relcl") and (role := role_at(tree, child, words)):
            yield role
    if tree.deps[head] == "appos" and (role := role_at(tree, tree.heads[head], words, name.first)):
        yield role
    elif tree.deps[head] == "nsubj" and tree.lower[tree.heads[head]] in BE:
        attribute = tree.child(tree.heads[head], "attr")
        if attribute is not None and (role := role_at(tree, attribute, words)):
            yield role


def roles_before(tree: Tree, name: Name, words: Words) -> Iterator[Role]:
    """The roles of titles and nouns before a name: Russia's President, former adviser Ada Bello."""
    first = name.begin
    while first > 0 and tree.heads[first - 1] in range(first, name.last + 1) and (
        tree.deps[first - 1] in ("compound", "amod", "nmod", "poss", "case")
    ):
        first -= 1
    if first > 1 and tree.lower[first - 1] in POSSESSIVE:
        first -= 2
    if first == name.first:
        return
    around = about(tree, range(first, name.first), words)
    text = text_of(tree, first, name.first - 1)
    for token in range(first, name.first):
        word = fold(tree.words[token])
        noun = words.titles.get(word) if token >= name.begin else words.roles.get(word)
        if noun:
            yield Role(words.roles.get(noun, noun), around, text)


def role_at(tree: Tree, token: int, words: Words, end: int | None = None) -> Role | None:
    """The role that the noun at *token* names; None if it names none."""
    noun = words.roles.get(tree.lower[token]) or (tree.lower[token] if tree.lower[token] in words.kin else None)
    if noun is None or tree.lower[token] in words.plural_roles:
        return None
    first = tree.left[token]
    last = min(tree.right[token], first + LONGEST_ROLE, (end or len(tree)) - 1)
    return Role(noun, about(tree, range(first, last + 1), words), text_of(tree, first, max(last, token)))

"""The words of a role as a record gives them: a noun phrase, whole and no longer than that."""

from __future__ import annotations

from quotes.attribute.names.capitals import MARKS
from quotes.lexicon.names import NameLexicon, fold
from quotes.parse.tree import Tree

EDGES = MARKS | {",", ";", ":", "–", "—", "-", "(", ")", "["}


def role_words(tree: Tree, first: int, last: int, noun: int, lexicon: NameLexicon) -> str:
    """The phrase around the *noun* of a role, from *first* to *last* at most.

    Whole words, *front-runner*; no clause, a leader *who left*; no title of a name, agronomist
    *Dr*; no mark that is closed elsewhere, author of *“Mills*
    """
    first, last = whole_words(tree, first), without_clause(tree, noun, last, lexicon)
    first = after_mark(tree, first, noun, last)
    last = without_mark(tree, noun, last)
    last = without_title(tree, noun, last, lexicon)
    while first < noun and is_edge(tree, first, lexicon):
        first += 1
    while last > noun and (is_edge(tree, last, lexicon) or tree.tags[last] in ("DT", "PRP$")):
        last -= 1
    return " ".join(tree.text[tree.starts[first] : tree.ends[last]].split())


def whole_words(tree: Tree, first: int) -> int:
    """*first*, or the first part of the word that hyphens make: *front*-runner."""
    while first > 1 and tree.words[first - 1] == "-" and tree.ends[first - 1] == tree.starts[first]:
        if tree.ends[first - 2] != tree.starts[first - 1]:
            break
        first -= 2
    return first


def without_clause(tree: Tree, noun: int, last: int, lexicon: NameLexicon) -> int:
    """The last word before a clause that goes with the noun: the owner, *who left*."""
    small = lexicon.small
    for token in range(noun + 1, last + 1):
        clause = tree.tags[token] in ("WP", "WDT", "WP$", "WRB") or tree.lower[token] in small.who
        if clause or tree.tags[token] in ("VBD", "VBZ", "VBP", "MD"):
            return token - 1
    return last


def without_mark(tree: Tree, noun: int, last: int) -> int:
    """The last word before a mark that nothing closes: author of *“The Mill*."""
    marks = [t for t in range(noun + 1, last + 1) if tree.words[t] in MARKS - {"'", "’"}]
    if len(marks) % 2:
        return marks[-1] - 1
    opened = [t for t in range(noun + 1, last + 1) if tree.words[t] == "("]
    return opened[-1] - 1 if opened and ")" not in tree.words[opened[-1] : last + 1] else last


def after_mark(tree: Tree, first: int, noun: int, last: int) -> int:
    """*first*, or the word after a mark before the noun that nothing closes: a *“change* agent."""
    marks = [t for t in range(first, last + 1) if tree.words[t] in MARKS - {"'", "’"}]
    return marks[0] + 1 if len(marks) % 2 and marks[0] < noun else first


def without_title(tree: Tree, noun: int, last: int, lexicon: NameLexicon) -> int:
    """The last word before the titles of a name after the role: agronomist *Dr*."""
    end = last
    while end > noun:
        word = fold(tree.words[end])
        plain = lexicon.titles.get(word) != word or word in lexicon.small.learned
        if not (word in lexicon.titles and plain) and word not in lexicon.among_titles:
            break
        if tree.tags[end - 1] == "IN":  # the Minister of State Ada Bello
            break
        end -= 1
    return end


def is_edge(tree: Tree, token: int, lexicon: NameLexicon) -> bool:
    """Whether a word at the edge of a role is no part of it: a mark, "of", "that", a verb."""
    small, word = lexicon.small, tree.lower[token]
    if tree.words[token] in EDGES or tree.tags[token] in ("IN", "CC", "VBZ", "VBD", "MD", "TO"):
        return True
    return tree.tags[token] in ("WP$", "WP", "WDT", "EX") or word in small.pointing

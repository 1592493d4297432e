"""Every place in the article that names a possible speaker, and what is said of them there."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from quotes.attribute.names.bodies import (
    find_definitions,
    is_other_name,
    owned_body,
    with_owner,
    written_as,
)
from quotes.attribute.names.capitals import opens_sentence
from quotes.attribute.names.joints import follows_body_noun
from quotes.attribute.names.roles import Role, find_roles, noun_called
from quotes.attribute.names.runs import find_runs
from quotes.attribute.names.splitting import Name, head_of, name_kind, split_run, strip_links
from quotes.attribute.registry.registry import Registry, find_listed
from quotes.lexicon.names import NameLexicon, fold
from quotes.parse.dateline import dateline_end
from quotes.parse.tree import Tree


class NameMention(NamedTuple):
    """A name in its paragraph."""

    tree: int  # the place of the tree among the article's trees
    head: int
    name: Name
    start: int
    end: int
    text: str
    roles: tuple[Role, ...]
    headline: bool = False
    located: bool = False  # "in" stands before it
    articled: bool = False  # "the" does, and belongs to it: the River Bello
    age: str = ""  # in figures; "" if none is told here


def find_mentions(
    trees: Sequence[Tree],
    headlines: Container[int],
    lexicon: NameLexicon,
    registry: Registry | None = None,
) -> Iterator[NameMention]:
    """The names of the article's text in order, headlines left out."""
    for place, tree in enumerate(trees):
        if place not in headlines:
            names = find_names(tree, lexicon)
            for name in listed_names(tree, names, registry, lexicon) if registry else names:
                yield mention_of(place, tree, name, tuple(find_roles(tree, name, lexicon)), lexicon)


def mention_of(
    place: int,
    tree: Tree,
    name: Name,
    roles: tuple[Role, ...],
    lexicon: NameLexicon,
    headline: bool = False,
) -> NameMention:
    """The name with its place and its roles."""
    start, text = tree.starts[name.first], written_as(tree, name, lexicon).lstrip("@")
    end = tree.ends[name.last if name.surname is None else name.surname]
    located = name.begin > 0 and tree.lower[name.begin - 1] in lexicon.small.locating
    head = head_of(tree, name)
    age = age_beside(tree, name, head, lexicon) if name.kind in ("person", "unknown") else ""
    articled = is_articled(tree, name, head, lexicon)
    return NameMention(place, head, name, start, end, text, roles, headline, located, articled, age)


def is_articled(tree: Tree, name: Name, head: int, lexicon: NameLexicon) -> bool:
    """Whether a name without a title has an article of its own: *the* Bello Cup, which ...

    Not where a noun after it has it, the Bello family, or a word before it: the late Ada Bello
    """
    article = name.begin - 1
    own = article >= 0 and tree.lower[article] in lexicon.small.the and tree.heads[article] == head
    return own and not name.titles and len(name.words) > 1


def age_beside(tree: Tree, name: Name, head: int, lexicon: NameLexicon) -> str:
    """The age that the words beside a name tell: Ada Bello, 34, ...; 34-year-old Ada Bello."""
    after, small = name.last + 1, lexicon.small
    if after + 1 < len(tree) and tree.words[after] in (",", "("):
        told = after + 1 + (tree.lower[after + 1] in small.aged)
        closed = told + 1 >= len(tree) or tree.words[told + 1] in (",", ".", ")", "–", "—")
        if told < len(tree) and is_age(tree.words[told]) and closed:
            return tree.words[told]
    number = name.begin - 1 - len(small.years_old)
    if number >= 0 and tree.lower[number + 1 : name.begin] == small.years_old:
        return tree.words[number]
    verb = tree.heads[head]
    clauses = [c for c in tree.child_of(head, ("relcl",)) if tree.lower[c] in small.being]
    if tree.deps[head] == "nsubj" and tree.lower[verb] in small.being:
        clauses.append(verb)
    told_of = (tree.child(clause, "attr", "acomp") for clause in clauses)
    return next((tree.words[t] for t in told_of if t is not None and is_age(tree.words[t])), "")


def is_age(word: str) -> bool:
    """Whether a word is two figures, as ages are written."""
    return len(word) == 2 and word.isdigit()


def find_names(tree: Tree, lexicon: NameLexicon) -> list[Name]:
    """The names of one paragraph: stretches of capitals, split, and those that a noun makes."""
    names: list[Name] = []
    defined = dict(find_definitions(tree))
    for first, last in find_runs(tree, lexicon):
        begin, acronym = defined.get(last + 1, (first, ""))
        if begin < first:  # the Alliance to Mend Our Schools: "to" has cut the name
            names = [n for n in names if n.last < begin]
            folded = tuple(fold(w) for w in tree.words[begin : last + 1])
            names.append(Name(begin, last, begin, folded, "organization", acronym=acronym))
            continue
        for name in split_run(tree, first, last, lexicon):
            shown = shown_body(tree, shown_person(tree, name, lexicon), lexicon)
            names.append(with_owner(tree, shown, names, lexicon))
            if body := owned_body(tree, names[-1], lexicon):
                names[-1] = body
        if len(names) > 1 and is_other_name(tree, names[-2], names[-1], lexicon):
            letters = names[-1].words[0]
            names[-2] = names[-2]._replace(kind="organization", acronym=letters)
        if acronym and names and names[-1].last == last and names[-1].kind != "person":
            names[-1] = names[-1]._replace(kind="organization", acronym=acronym)
    begin = dateline_end(tree)
    named = [
        n for n in names if n.kind != "people" and n.first >= begin and not is_shouted(tree, n)
    ]
    return [with_surname(tree, n, after, lexicon) for n, after in zip_longest(named, named[1:])]


def is_shouted(tree: Tree, name: Name) -> bool:
    """Whether a row of words in capitals is a heading and no name: WHAT HAPPENS NEXT."""
    if name.kind != "unknown" or len(name.words) < 3:
        return False
    return all(word.isupper() for word in tree.words[name.first : name.last + 1])


def with_surname(tree: Tree, name: Name, after: Name | None, lexicon: NameLexicon) -> Name:
    """*name* with the surname of the one joined to it: *Ada* and Leo Bello are Ada Bello and he."""
    if (
        after is None
        or after.begin != name.last + 2
        or tree.lower[name.last + 1] not in lexicon.small.and_
    ):
        return name
    first = len(name.words) == 1 and name.kind == "unknown" and name.words[0] in lexicon.first_names
    if not first or after.kind != "person" or after.titles or len(after.words) < 2:
        return name
    both = (*name.words, after.words[-1])
    return name._replace(words=both, kind="person", surname=after.last)


def shown_person(tree: Tree, name: Name, lexicon: NameLexicon) -> Name:
    """*name* as a person's where "who" or an age follows it: Xan Bello, who ...; Xan Bello, 34"""
    after = name.last + 1
    if name.kind != "unknown" or len(name.words) < 2 or after + 1 >= len(tree):
        return name
    comma = tree.words[after] == ","
    follows = tree.lower[after + comma]
    aged = comma and follows.isdigit() and len(follows) == 2
    closed = after + 2 >= len(tree) or tree.words[after + 2] in (",", ".", "–", "—")
    told = follows in lexicon.small.who or (aged and closed)
    return name._replace(kind="person") if told else name


def shown_body(tree: Tree, name: Name, lexicon: NameLexicon) -> Name:
    """*name* as a body's where the noun of one stands before it: the charity Friends of Mills.

    Or where such a noun is called by it: a firm called Bello Ito
    """
    if name.kind != "unknown" or name.begin != name.first or len(name.words) < 2:
        return name
    called = noun_called(tree, name.first, lexicon)
    known = (lexicon.org_heads, lexicon.stands_for, lexicon.trades)
    is_body = called is not None and any(tree.lower[called] in table for table in known)
    if is_body or follows_body_noun(tree, name.first, lexicon):
        return name._replace(kind="organization")
    return name


def find_known_mentions(
    trees: Sequence[Tree],
    known: Collection[tuple[str, ...]],
    covered: Container[tuple[int, int]],
    headlines: Container[int],
    lexicon: NameLexicon,
) -> Iterator[NameMention]:
    """The names that a capital does not show but the article knows: in headlines, at the start.

    "Bello Sees No Deal"; "Bello openly admires him", where the tagger takes Bello for a noun; "it
    was late," *Black* said, of Ada Black.
    """
    openings = {name[0] for name in known}
    for place, tree in enumerate(trees):
        headline, end = place in headlines, 0
        for token in tree.capitals:
            if token < end or (place, token) in covered:
                continue
            if not (headline or tree.deps[token] == "nsubj" or opens_sentence(tree, token)):
                continue
            opening = fold(tree.words[token])
            if opening not in openings and opening not in lexicon.first_names:
                continue
            folded = [fold(word) for word in tree.words[token : token + 6]]
            last = next((n for n in range(len(folded), 0, -1) if tuple(folded[:n]) in known), 0)
            if not last and folded[0] in lexicon.first_names and tuple(folded[1:2]) in known:
                last = 2  # Ada Bello Sees No Deal, over a text that has only Bello
            if last:
                found, end = tuple(folded[:last]), token + last
                name = Name(token, end - 1, token, found, name_kind(found, (), lexicon))
                yield mention_of(place, tree, name, (), lexicon, headline)


def listed_names(
    tree: Tree, names: Sequence[Name], registry: Registry, lexicon: NameLexicon
) -> list[Name]:
    """*names* with those of the list that their capitals do not show: the Office for Mills.

    A name that goes beyond the listed one stays: the Bello Institute is not Bello.
    """
    kept = list(names)
    for first, last in find_listed(tree.words, registry):
        within = [n for n in kept if n.begin <= last and first <= n.last]
        if any(n.first < first or n.last > last for n in within) or (
            len(within) == 1 and (within[0].first, within[0].last) == (first, last)
        ):
            continue
        kept = [n for n in kept if n not in within]
        words = strip_links([fold(word) for word in tree.words[first : last + 1]], lexicon)
        titles = within[0].titles if within and within[0].first == first else ()
        begin = min(first, within[0].begin) if within else first
        kept.append(
            Name(first, last, begin, words or (fold(tree.words[first]),), "unknown", titles)
        )
    return sorted(kept, key=lambda n: n.first)

"""What the words around a name say that its bearer is: titles, appositions, copulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quotes.attribute.names.capitals import MARKS
from quotes.attribute.names.offices import is_trade, office_noun, office_start
from quotes.attribute.names.role_words import role_words
from quotes.attribute.names.splitting import Name, head_of
from quotes.lexicon.names import NameLexicon, fold
from quotes.lexicon.small_words import SmallWords
from quotes.lexicon.thresholds import LONGEST_APPOSITIVE
from quotes.parse.tree import Tree

DONE = -2  # the token of a role that a verb tells


@dataclass(frozen=True, slots=True)
class Role:
    """What the article says that someone is."""

    noun: str  # as the lexicon keeps it
    about: frozenset[str]  # folded words around it, countries by their names
    text: str
    token: int = field(default=-1, compare=False)  # of the noun; below 0 where none is written


def about(tree: Tree, tokens: range, lexicon: NameLexicon) -> frozenset[str]:
    """The content words among *tokens*, countries by their names."""
    folded = (fold(tree.words[t]) for t in tokens if tree.words[t][0].isalpha())
    return frozenset(lexicon.countries.get(word, word) for word in folded)


def find_roles(tree: Tree, name: Name, lexicon: NameLexicon) -> Iterator[Role]:
    """What the words around a name say its bearer is."""
    if name.kind not in ("person", "unknown"):
        return
    yield from roles_before(tree, name, lexicon)
    if office := office_before(tree, name, lexicon):
        yield office
    if party := party_after(tree, name, lexicon):
        yield party
    if letters := letters_after(tree, name, lexicon):
        yield letters
    called = noun_called(tree, name.begin, lexicon)
    if called is not None and (role := role_at(tree, called, lexicon, called + 1)):
        yield role
    head = head_of(tree, name)
    for child in tree.children[head]:
        noun: int | None = None
        if tree.deps[child] == "relcl" and tree.lower[child] in lexicon.small.being:
            noun = tree.child(child, "attr")
        elif tree.deps[child] in ("appos", "nmod") and not has_own_name(tree, child):
            noun = child
        if noun is not None and (role := role_at(tree, noun, lexicon)):
            yield role
        elif noun is None and tree.deps[child] == "relcl":
            yield from roles_done(tree, child, lexicon)
    if across := role_across(tree, name, lexicon):
        yield across
    top = head  # Senators Ada Bello and Leo Ito
    while tree.deps[top] == "conj" and tree.heads[top] < top:
        top = tree.heads[top]
    if tree.deps[top] == "appos" and (
        role := role_at(tree, tree.heads[top], lexicon, tree.left[top], plural=True)
    ):
        yield role
    elif tree.deps[head] == "nsubj" and tree.lower[tree.heads[head]] in lexicon.small.being:
        attribute = tree.child(tree.heads[head], "attr")
        if attribute is not None and (role := role_at(tree, attribute, lexicon)):
            yield role


def roles_done(tree: Tree, verb: int, lexicon: NameLexicon) -> Iterator[Role]:
    """What a clause with "who" makes its bearer: Ada Bello, who *runs* the mill; its owner."""
    nouns = lexicon.role_verbs.get(tree.lower[verb], ())
    done = tree.child(verb, "dobj") if nouns else None
    subject = tree.child(verb, "nsubj")
    if done is None or subject is None or tree.lower[subject] not in lexicon.small.who:
        return
    what = about(tree, range(tree.left[done], done + 1), lexicon)
    yield from (Role(lexicon.roles.get(noun, noun), what, "", DONE) for noun in nouns)


def has_own_name(tree: Tree, noun: int) -> bool:
    """Whether a noun set beside a name has another one beside itself, to which it belongs.

    Questioned by Leo Ito, who left, the manager, *Ada Bello*, agreed
    """
    beside = tree.child(noun, "appos")
    return beside is not None and beside > noun and tree.tags[beside] == "NNP"


def roles_before(tree: Tree, name: Name, lexicon: NameLexicon) -> Iterator[Role]:
    """The roles of titles and nouns before a name: Poland's President, former adviser Ada Bello."""
    first = name.begin
    while (
        first > 0
        and tree.heads[first - 1] in range(first, name.last + 1)
        and (tree.deps[first - 1] in ("compound", "amod", "nmod", "poss", "case"))
    ):
        first -= 1
    if first > 1 and tree.lower[first - 1] in lexicon.small.possessive:
        first -= 2
    if first == name.first:
        return
    around = about(tree, range(first, name.first), lexicon)
    trades = any(trade_at(tree, token, lexicon) for token in range(first, name.begin))
    for token in range(first, name.first):
        word = fold(tree.words[token])
        noun = lexicon.titles.get(word) if token >= name.begin else trade_at(tree, token, lexicon)
        if noun and (token >= name.begin or word not in lexicon.plural_roles):
            kept = lexicon.roles.get(noun, noun)
            begin = name.begin if token >= name.begin and trades else first
            if token > name.begin and noun != word:  # Chairman Rep. Ada Bello: two roles
                begin = token
            text = role_words(tree, begin, name.first - 1, token, lexicon)
            yield Role(compound_role(tree, token, kept, lexicon), around, text, token)


def trade_at(tree: Tree, token: int, lexicon: NameLexicon) -> str | None:
    """The role that a noun before a name is, as the lexicon keeps it: *agronomist* Ada Bello."""
    word = fold(tree.words[token])
    known = lexicon.roles.get(word)
    noun = tree.tags[token] in ("NN", "NNP") and is_trade(word, lexicon)
    return known or (word if noun else None)


def office_before(tree: Tree, name: Name, lexicon: NameLexicon) -> Role | None:
    """The role of an office before a name without a comma: economist at the mill Ada Bello."""
    if name.kind != "person" or name.titles:
        return None
    first = office_start(tree, name.begin, lexicon)
    noun = None if first is None else office_noun(tree, first, name.begin, lexicon)
    if first is None or noun is None:
        return None
    kept = compound_role(tree, noun, trade_at(tree, noun, lexicon) or tree.lower[noun], lexicon)
    around = about(tree, range(first, name.begin), lexicon)
    return Role(kept, around, role_words(tree, first, name.begin - 1, noun, lexicon), noun)


def party_after(tree: Tree, name: Name, lexicon: NameLexicon) -> Role | None:
    """The role that a party's letter after a name gives: Ada Bello, R-Ohio; Leo Ito (D)."""
    letter = name.last + 2
    if letter >= len(tree) or tree.words[letter - 1] not in (",", "("):
        return None
    party = lexicon.parties.get(tree.lower[letter].partition("-")[0])
    if party is None or not tree.words[letter][0].isupper():
        return None
    # the record's role needs no party: no text
    return Role(party, about(tree, range(letter, min(letter + 4, len(tree))), lexicon), "")


def letters_after(tree: Tree, name: Name, lexicon: NameLexicon) -> Role | None:
    """The role that letters after a person's name give: Ada Bello *MP*; not the Dover MP."""
    after = name.last + 1
    letters = fold(tree.words[after]) if after < len(tree) else ""
    if name.kind != "person" or len(name.words) < 2:
        return None
    if letters not in lexicon.honours or letters not in lexicon.roles:
        return None
    return Role(lexicon.roles[letters], frozenset(), tree.words[after], after)


def role_across(tree: Tree, name: Name, lexicon: NameLexicon) -> Role | None:
    """The role before a comma: a lawyer for Mr. Ito, Ada Bello; his widow, Ada, said so."""
    comma = name.begin - 1
    if comma < 1 or tree.words[comma] != ",":
        return None
    noun, head = comma - 1, head_of(tree, name)
    if (tree.deps[noun], tree.heads[noun]) == ("nsubj", tree.heads[head]) and (
        tree.deps[head] == "nsubj" and tree.child(noun, "poss", "det") is not None
    ):  # his widow, Ada, said so: both hang on the verb
        return role_at(tree, noun, lexicon, comma)
    for token in range(comma - 2, max(comma - 9, -1), -1):
        if tree.lower[token] in lexicon.roles and tree.lower[token + 1] in lexicon.small.binding:
            return role_at(tree, token, lexicon, comma)
        if tree.words[token] in (",", ".", "”", '"'):
            break
    return None


def role_at(
    tree: Tree, token: int, lexicon: NameLexicon, end: int | None = None, plural: bool = False
) -> Role | None:
    """The role that the noun at *token* names, read up to *end*; None if it names none."""
    word = tree.lower[token]
    noun = lexicon.roles.get(word) or (word if word in lexicon.kin else None)
    many = word in lexicon.plural_roles
    if noun is None or (many and not plural):
        return None
    noun = compound_role(tree, token, noun, lexicon)
    first = tree.left[token]
    last = max(token, min(tree.right[token], first + LONGEST_APPOSITIVE, (end or len(tree)) - 1))
    text = noun if many else role_words(tree, first, last, token, lexicon)
    return Role(noun, about(tree, range(first, last + 1), lexicon), text, token)


def compound_role(tree: Tree, token: int, noun: str, lexicon: NameLexicon) -> str:
    """The role with the words before it where all are one: vice president, inspector general.

    Also Lt. Gov., and the chief executive *officer*
    """
    if token == 0:
        return noun
    before, own = fold(tree.words[token - 1]), fold(tree.words[token])
    if own in lexicon.small.officers and token > 1:  # chief executive officer
        two = f"{fold(tree.words[token - 2])} {before}"
        if two in lexicon.compound_roles:
            return two
    for first in (lexicon.roles.get(before, before), before, lexicon.titles.get(before)):
        for last in (own, noun):
            if (whole := f"{first} {last}") in lexicon.compound_roles:
                return whole
    return noun


def gives_name(verb: str, between: Sequence[str], small: SmallWords) -> bool:
    """Whether a verb, with the words between it and a name, gives somebody the name.

    Known *as* Xan, goes *by* Xan, known *by the name* Xan; not identified *by* Xan
    """
    told = any(word in small.name_nouns or word in MARKS for word in between)
    by = not small.by.isdisjoint(between)
    if verb in small.named:
        return not by
    return verb in small.known_by and (
        not small.as_.isdisjoint(between) or (by and (told or verb in small.going_by))
    )


def noun_called(tree: Tree, begin: int, lexicon: NameLexicon) -> int | None:
    """The noun that the name at *begin* is given to; None if none is.

    A *man* named Xan Bello; a *man* known as “Xan”; a *man* who goes by the name “Xan”
    """
    small = lexicon.small
    verb = begin - 1
    while verb > 0 and (tree.lower[verb] in small.naming or tree.words[verb] in MARKS):
        verb -= 1
    between = tree.lower[verb + 1 : begin]
    if verb < 1 or not gives_name(tree.lower[verb], between, small):
        return None
    if tree.deps[verb] not in ("acl", "relcl"):
        return None
    noun = tree.heads[verb]
    near = noun == verb - 1 or (noun < verb and tree.lower[noun + 1] in small.who)
    return noun if near and tree.tags[noun] == "NN" else None

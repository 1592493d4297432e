"""What can be told of a reported content before it is judged: what speaks for it and against it.

Each circumstance has a name and a value. Their weights are counted, see quotes/lexicon/weights.py;
but for the cue, no word of an open class is one of them, so that the weights fit any news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quotes.find.content import Content
from quotes.find.cues import CueHead
from quotes.find.sources import Source
from quotes.lexicon.load import cue_lexicon, read_table
from quotes.lexicon.weights import Named, Word
from quotes.tree import Tree

# Words whose place as a source tells more than their part of speech.
PRONOUNS = frozenset(("PRP", "PRP$", "WP", "WDT", "DT", "EX"))
PERSONS = frozenset(("he", "she", "they", "who", "i", "we", "you", "name", "person", "body"))
# Tags of the words that are few: prepositions, conjunctions, determiners, pronouns, modals …
CLOSED = frozenset(("IN", "TO", "CC", "DT", "WDT", "WP", "WRB", "PRP", "RP", "MD", "RB"))
STEPS = (1, 2, 3, 5, 8, 12, 20, 35)


@dataclass(frozen=True, slots=True)
class Case:
    """A content that a frame gives to a cue, with all that is asked about it."""

    tree: Tree
    head: CueHead
    content: Content
    source: Source | None
    listed: bool  # whether the cue's row has the frame
    rank: int  # its place among the contents of the cue
    rivals: Sequence[tuple[str, bool]]  # the frames of the cue's contents, and whether listed
    quoted: frozenset[int]  # the tokens in marks


def circumstances(case: Case) -> Iterator[Named]:
    """All circumstances of a content, each by its name with its value."""
    yield from of_cue(case)
    yield from of_source(case)
    yield from of_content(case)


def of_cue(case: Case) -> Iterator[Named]:
    """Where the cue stands, what governs it, and which other contents its frames give it."""
    tree, token = case.tree, case.head.token
    dep, above = tree.deps[token], tree.heads[token]
    yield "above", f"{dep} {tree.deps[above]} {tree.tags[above]}" if above != token else dep
    yield "governor", f"{dep} {governor(tree, token)}"
    yield "after cue", " ".join([tree.deps[c] for c in tree.children[token] if c > token][:2])
    yield "first rival", f"{case.content.frame} {case.rivals[0][0]}"
    earlier, later = case.rivals[: case.rank], case.rivals[case.rank + 1 :]
    listed = (case.listed, any(r[1] for r in earlier), any(r[1] for r in later))
    yield "listed rivals", " ".join(map(str, listed))


def of_source(case: Case) -> Iterator[Named]:
    """What the source is and where it stands."""
    tree, source, row = case.tree, case.source, case.head.row
    rule = source.rule if source else "-"
    yield "source rule", f"{row.pos} {case.content.frame} {rule}"
    yield "source and tense", f"{source_kind(tree, source)} {tree.tags[case.head.token]}"
    if source is not None:
        yield "source distance", step(abs(case.head.token - source.head))
        owner = tree.child(source.head, "det", "poss")
        word = tree.lower[owner] if owner is not None and tree.tags[owner][0] in "DP" else "-"
        yield "source determiner", word


def of_content(case: Case) -> Iterator[Named]:
    """The size and the place of the content."""
    tree, content, token = case.tree, case.content, case.head.token
    size = sum(b - a + 1 for a, b in content.pieces)
    end = max(b for _, b in content.pieces)
    yield "size", step(size)
    yield "gap", step(max(0, content.pieces[0][0] - token))
    yield "after", f"{content.frame} {closed_word(tree, end + 1)}"
    marked = sum(1 for a, b in content.pieces for t in range(a, b + 1) if t in case.quoted)
    yield "in marks", "none" if not marked else "part" if marked < size / 2 else "most"


def deciding_words(case: Case) -> Iterator[Word]:
    """The cue as it tells by itself, and with its frame and whether somebody says it.

    Each has the kind of word that stands in for it where it was rarely met.
    """
    row, frame = case.head.row, case.content.frame
    person = source_kind(case.tree, case.source) in PERSONS
    cue = f"{row.pos}.{row.lemma}"
    yield "cue", f"{row.pos} {row.act}", cue
    yield "frame", f"{row.pos} {frame} {case.listed} {person}", f"{cue} {frame} {person}"


def step(count: int) -> str:
    """The least of the steps that *count* does not pass."""
    return next((str(s) for s in STEPS if count <= s), "more")


def source_kind(tree: Tree, source: Source | None) -> str:
    """The pronoun itself, `name`, what a noun stands for, or the tag; `none` without a source."""
    if source is None:
        return "none"
    tag, word = tree.tags[source.head], tree.lower[source.head]
    if tag in PRONOUNS:
        return word
    if tag.startswith("NNP"):
        return "name"
    return noun_classes().get(word) or noun_classes().get(word.removesuffix("s"), tag)


@cache
def noun_classes() -> dict[str, str]:
    """What the lexicon knows a noun to stand for: a `person`, a `body` or a `document`."""
    bodies, roles, kin = (read_table(name) for name in ("organizations", "roles", "kin"))
    classes = dict.fromkeys(bodies["document"], "document")
    classes |= dict.fromkeys(bodies["head"], "body")
    return classes | dict.fromkeys((*roles["role"], *kin["kin"]), "person")


def governor(tree: Tree, token: int) -> str:
    """The act of the nearest verb of the lexicon above *token*; - if there is none."""
    rows = (cue_lexicon().row(tree.lower[above], "verb") for above in tree.ancestors(token))
    return next((row.act for row in rows if row is not None), "-")


def closed_word(tree: Tree, token: int) -> str:
    """The word itself if it is one of a closed class, else its tag; - beyond the paragraph."""
    if token >= len(tree):
        return "-"
    tag = tree.tags[token]
    return tree.lower[token] if tag in CLOSED or not tag[0].isalpha() else tag

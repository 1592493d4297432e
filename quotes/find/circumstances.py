"""What can be told of a reported content before it is judged: what speaks for it and against it.

Each circumstance has a name and a value. Their weights are counted, see quotes/lexicon/weights.py;
names of people and bodies are none of them, so that the weights fit any article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.find.content import Content
from quotes.find.cues import CueHead, is_negated
from quotes.find.sources import Source
from quotes.lexicon.load import cue_lexicon
from quotes.lexicon.weights import Named, Word
from quotes.tree import Tree

# Words whose place as a source tells more than their part of speech.
PRONOUNS = frozenset(("PRP", "PRP$", "WP", "WDT", "DT", "EX"))
PERSONS = frozenset(("he", "she", "they", "who", "i", "we", "you", "name"))
COMPLEMENTS = frozenset(
    ("dobj", "dative", "prep", "prt", "ccomp", "xcomp", "advcl", "oprd", "acomp", "attr")
)
FIRST_WORDS = frozenset(
    {"that", "to", "the", "a", "an", "his", "her", "their", "its", "it", "him", "them"}
    | {"how", "what", "why", "if", "whether", "this"}
)
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


def step(count: int) -> str:
    """The least of the steps that *count* does not pass."""
    return next((str(s) for s in STEPS if count <= s), "more")


def source_kind(tree: Tree, source: Source | None) -> str:
    """The pronoun itself, `name`, or the noun's tag; `none` without a source."""
    if source is None:
        return "none"
    tag = tree.tags[source.head]
    if tag in PRONOUNS:
        return tree.lower[source.head]
    return "name" if tag.startswith("NNP") else tag


def governor(tree: Tree, token: int) -> str:
    """The act of the nearest verb of the lexicon above *token*; - if there is none."""
    rows = (cue_lexicon().row(tree.lower[above], "verb") for above in tree.ancestors(token))
    return next((row.act for row in rows if row is not None), "-")


def main_word(tree: Tree, content: Content) -> int:
    """The word of the content's first piece that hangs on nothing in it."""
    first, last = content.pieces[0]
    return next(
        (t for t in range(first, last + 1) if not first <= tree.heads[t] <= last),
        first,
    )


def of_cue(case: Case) -> Iterator[Named]:
    """The form of the cue, where it stands, and what governs it."""
    tree, token = case.tree, case.head.token
    frame, row = case.content.frame, case.head.row
    dep, above = tree.deps[token], tree.heads[token]
    yield "frame", f"{row.pos} {frame} {case.listed}"
    yield "act", f"{row.act} {frame}"
    yield "place", f"{frame} {dep}"
    yield "above", f"{dep} {tree.deps[above]} {tree.tags[above]}" if above != token else dep
    yield "governor", f"{dep} {governor(tree, token)}"
    auxiliaries = [tree.lower[c] for c in tree.children[token] if tree.deps[c].startswith("aux")]
    yield "auxiliaries", " ".join(sorted(auxiliaries))
    yield "negated", str(is_negated(tree, token))
    following = tree.tags[token + 1] if token + 1 < len(tree) else "-"
    word = tree.lower[token + 1] if following in ("IN", "TO", "RP", ",", ":", ".") else "-"
    yield "next word", f"{frame} {word}"
    after_cue = [tree.deps[c] for c in tree.children[token] if c > token]
    yield "complements", f"{frame} {' '.join(sorted(COMPLEMENTS.intersection(after_cue)))}"
    yield "after cue", " ".join(after_cue[:2])
    opens = [c for c in tree.children[token] if c < token and tree.deps[c] in ("mark", "advmod")]
    yield "conjunction", tree.lower[opens[0]] if opens else "-"


def of_rivals(case: Case) -> Iterator[Named]:
    """The other contents that the frames give to the cue."""
    earlier, later = case.rivals[: case.rank], case.rivals[case.rank + 1 :]
    yield "rank", str(min(case.rank, 6))
    yield "first rival", f"{case.content.frame} {case.rivals[0][0]}"
    listed = (case.listed, any(r[1] for r in earlier), any(r[1] for r in later))
    yield "listed rivals", " ".join(map(str, listed))


def of_source(case: Case) -> Iterator[Named]:
    """What the source is and where it stands."""
    tree, source, row = case.tree, case.source, case.head.row
    kind = source_kind(tree, source)
    yield "source", kind
    yield "source rule", f"{row.pos} {case.content.frame} {source.rule if source else '-'}"
    yield "source and tense", f"{kind} {tree.tags[case.head.token]}"
    if source is not None:
        yield "source distance", step(abs(case.head.token - source.head))
        yield "source place", tree.deps[source.head]
        owner = tree.child(source.head, "det", "poss")
        word = tree.lower[owner] if owner is not None and tree.tags[owner][0] in "DP" else "-"
        yield "source determiner", word


def of_content(case: Case) -> Iterator[Named]:
    """The size, the place and the main word of the content."""
    tree, content, token = case.tree, case.content, case.head.token
    first = content.pieces[0][0]
    size = sum(b - a + 1 for a, b in content.pieces)
    end = max(b for _, b in content.pieces)
    main = main_word(tree, content)
    yield "size", step(size)
    yield "frame and size", f"{content.frame} {step(size)}"
    yield "gap", step(max(0, first - token))
    yield "first word", tree.lower[first] if tree.lower[first] in FIRST_WORDS else "-"
    yield "main tag", f"{content.frame} {tree.tags[main]}"
    yield "main place", f"{content.frame} {tree.deps[main]}"
    yield "after", f"{content.frame} {closed_word(tree, end + 1)}"
    yield "ends", f"{content.frame} {end >= tree.right[tree.root[token]] - 1}"
    marked = sum(1 for a, b in content.pieces for t in range(a, b + 1) if t in case.quoted)
    share = "none" if not marked else "part" if marked < size / 2 else "most"
    yield "in marks", share
    yield "frame in marks", f"{content.frame} {share != 'none'}"


def circumstances(case: Case) -> Iterator[Named]:
    """All circumstances of a content, each by its name with its value."""
    yield from of_cue(case)
    yield from of_rivals(case)
    yield from of_source(case)
    yield from of_content(case)


def deciding_words(case: Case) -> Iterator[Word]:
    """The words that tell by themselves: the cue, with its frame; common nouns in source, content.

    Each has the kind of word that stands in for it where it was rarely met.
    """
    tree, row, frame = case.tree, case.head.row, case.content.frame
    kind = source_kind(tree, case.source)
    person = kind in PERSONS
    cue = f"{row.pos}.{row.lemma}"
    yield "cue", f"{row.pos} {row.act}", cue
    yield "frame", f"{row.pos} {frame} {case.listed}", f"{cue} {frame}"
    yield "person", f"{row.pos} {frame} {case.listed} {person}", f"{cue} {frame} {person}"
    if case.source is not None:
        yield "source", kind, common(tree, case.source.head)
    main = main_word(tree, case.content)
    yield "content", frame, f"{frame} {common(tree, main)}"


def closed_word(tree: Tree, token: int) -> str:
    """The word itself if it is one of a closed class, else its tag; - beyond the paragraph."""
    if token >= len(tree):
        return "-"
    tag = tree.tags[token]
    return tree.lower[token] if tag in CLOSED or not tag[0].isalpha() else tag


def common(tree: Tree, token: int) -> str:
    """The word itself if it is no name, else its tag."""
    tag = tree.tags[token]
    names = not tree.words[token].islower() or tag.startswith("NNP")
    return tag if names else tree.lower[token]

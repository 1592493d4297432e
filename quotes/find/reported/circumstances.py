"""What can be told of a reported content before it is judged: what speaks for it and against it.

Each circumstance has a name and a value. Their weights are counted, see lexicon/counts/weights.py;
but for the cue, no word of an open class is one of them, so that the weights fit any news.
"""

from __future__ import annotations

from quotes.find.grammar.nouns import is_someone, noun_kind
from quotes.find.reported.pattern import Case
from quotes.find.sources.table import Source
from quotes.lexicon.counts.weights import Named, Word
from quotes.parse.tree import Tree

# Tags of the words that are few: prepositions, conjunctions, determiners, pronouns, modals …
CLOSED = frozenset(("IN", "TO", "CC", "DT", "WDT", "WP", "WRB", "PRP", "RP", "MD", "RB"))
STEPS = (1, 2, 3, 5, 8, 12, 20, 35)
STEP_OF = tuple(str(next(s for s in STEPS if count <= s)) for count in range(STEPS[-1] + 1))


def circumstances(case: Case) -> list[Named]:
    """All circumstances of a content, each by its name with its value."""
    return [*case.at_cue, *of_rivals(case), *of_source(case), *of_content(case)]


def of_cue(tree: Tree, token: int) -> tuple[Named, ...]:
    """Where a cue stands, and what governs it."""
    dep, above = tree.deps[token], tree.heads[token]
    after = [tree.deps[c] for c in tree.children[token] if c > token]
    return (
        ("above", f"{dep} {tree.deps[above]} {tree.tags[above]}" if above != token else dep),
        ("governor", f"{dep} {governor(tree, token)}"),
        ("after cue", " ".join(after[:2])),
    )


def of_rivals(case: Case) -> tuple[Named, ...]:
    """Which other contents the cue could have."""
    earlier, later = case.rows[: case.rank], case.rows[case.rank + 1 :]
    return (
        ("first rival", f"{case.content.frame} {case.first}"),
        ("listed rivals", f"{case.listed} {True in earlier} {True in later}"),
    )


def of_source(case: Case) -> list[Named]:
    """What the source is and where it stands."""
    tree, source, row = case.tree, case.source, case.head.row
    told = [
        ("source rule", f"{row.pos} {case.content.frame} {source.rule.name if source else '-'}"),
        ("source and tense", f"{case.kind} {tree.tags[case.head.token]}"),
    ]
    if source is not None:
        owner = tree.child(source.head, "det", "poss")
        word = tree.lower[owner] if owner is not None and tree.tags[owner][0] in "DP" else "-"
        told += [
            ("source distance", step(abs(case.head.token - source.head))),
            ("source determiner", word),
        ]
    return told


def of_content(case: Case) -> tuple[Named, ...]:
    """The size and the place of the content."""
    content, quoted = case.content, case.quoted
    size = end = marked = 0
    for first, last in content.pieces:
        size += last - first + 1
        end = max(end, last)
        marked += len(quoted.intersection(range(first, last + 1))) if quoted else 0
    return (
        ("size", step(size)),
        ("gap", step(max(0, content.pieces[0][0] - case.head.token))),
        ("after", f"{content.frame} {closed_word(case.tree, end + 1)}"),
        ("in marks", "none" if not marked else "part" if marked < size / 2 else "most"),
    )


def deciding_words(case: Case) -> tuple[Word, Word]:
    """The cue as it tells by itself, and with its frame and whether somebody says it.

    Each has the kind of word that stands in for it where it was rarely met.
    """
    row, frame = case.head.row, case.content.frame
    person = is_someone(case.tree, case.kind)
    cue = f"{row.pos}.{row.lemma}"
    return (
        ("cue", f"{row.pos} {row.act}", cue),
        ("frame", f"{row.pos} {frame} {case.listed} {person}", f"{cue} {frame} {person}"),
    )


def step(count: int) -> str:
    """The least of the steps that *count* does not pass."""
    return STEP_OF[count] if count <= STEPS[-1] else "more"


def source_kind(tree: Tree, source: Source | None) -> str:
    """The pronoun itself, `name`, what a noun stands for, or the tag; `none` without a source."""
    return "none" if source is None else noun_kind(tree, source.head)


def governor(tree: Tree, token: int) -> str:
    """The act of the nearest verb of the lexicon above *token*; - if there is none."""
    verbs = tree.language.cues.by_part["verb"]
    for above in tree.ancestors(token):
        if (row := verbs.get(tree.lower[above])) is not None:
            return row.act
    return "-"


def closed_word(tree: Tree, token: int) -> str:
    """The word itself if it is one of a closed class, else its tag; - beyond the paragraph."""
    if token >= len(tree):
        return "-"
    tag = tree.tags[token]
    return tree.lower[token] if tag in CLOSED or not tag[0].isalpha() else tag

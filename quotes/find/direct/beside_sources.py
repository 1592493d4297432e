"""The source of a cue beside quotation marks: its subject, or the words next to it."""

from __future__ import annotations

from typing import NamedTuple

from quotes.find.candidate import SourceRule
from quotes.find.cues import CueHead, make_cue
from quotes.find.paragraph import Paragraph
from quotes.find.sources.table import ADJACENT, INVERTED, NOUN_BEFORE, SUBJECT, Source, find_source
from quotes.find.sources.verb_sources import inverted, noun_before
from quotes.find.sources.words import source_words
from quotes.lexicon.thresholds import FARTHEST_INVERTED, LONGEST_LABEL
from quotes.model import Act, Cue, Span
from quotes.parse.tree import Tree

DASHES = ("-", "–", "—", "--", "―")


class Beside(NamedTuple):
    """The cue beside a stretch in marks, with its source."""

    cue: Cue
    act: Act
    source: Span | None
    source_rule: SourceRule | None


def with_source(paragraph: Paragraph, head: CueHead, after: int | None) -> Beside:
    """The cue *head* with its source: its subject, or else the words beside it."""
    tree, token = paragraph.tree, head.token
    cue = make_cue(tree, head, token)
    source = find_source(tree, token, head.row.pos)
    if source is not None and paragraph.inside[source.head] >= 0:
        before = noun_before(tree, token)
        lost = before is None or paragraph.inside[before] >= 0
        source = None if lost or before is None else Source(before, NOUN_BEFORE)
    # “No,” said Ito. Said Ito: “No.” A name right behind the verb is its subject, whatever the
    # tree says
    begins = token == 0 or tree.root[token - 1] != tree.root[token]
    # “No,” Ada Ito, a lawyer, told Leo Bello: whom the words behind the marks name is no listener
    led = after is not None and after + 1 < token and is_nominal(tree.tags[after + 1])
    behind = (after is not None or begins) and tree.tags[token] != "VBG" and not led
    if behind and (source is None or source.rule is not SUBJECT):
        beside = inverted(tree, token)
        if beside is None:
            beside = noun_after(tree, token)
        if beside is not None and paragraph.inside[beside] < 0 and tree.tags[beside] != "PRP":
            source = Source(beside, INVERTED)
    if source is None and after is not None:
        source = adjacent(paragraph, token, after)
    if source is None and after is None and head.row.pos == "verb":
        source = noun_phrase_before(paragraph, token)
    contents = [m.span for m in paragraph.marked]
    span = source_words(tree, source, cue.span, contents) if source else None
    return Beside(cue, head.row.act, span, source.rule if source and span else None)


def is_nominal(tag: str) -> bool:
    """Whether a word can begin a noun phrase."""
    return tag.startswith(("NN", "PRP", "DT", "JJ", "CD"))


def noun_after(tree: Tree, verb: int) -> int | None:
    """“No,” said Leo Bello, half joking — where the parser lost Bello."""
    token = verb + 1
    modifiers = ("compound", "det", "amod", "poss", "nummod", "nmod", "case")
    while token < len(tree) and tree.deps[token] in modifiers and tree.heads[token] > token:
        token = tree.heads[token]
    near = token < min(len(tree), verb + FARTHEST_INVERTED)
    return token if near and tree.tags[token].startswith("NN") else None


def adjacent(paragraph: Paragraph, token: int, after: int) -> Source | None:
    """The noun or pronoun that the words between the marks and the verb begin with."""
    tree = paragraph.tree
    for candidate in range(after + 1, token):
        if tree.tags[candidate].startswith(("NN", "PRP")) and paragraph.inside[candidate] < 0:
            head = candidate
            while tree.heads[head] in range(head + 1, token) and tree.tags[
                tree.heads[head]
            ].startswith(("NN", "JJ")):
                head = tree.heads[head]
            return Source(head, ADJACENT)
    return None


def noun_phrase_before(paragraph: Paragraph, token: int) -> Source | None:
    """The noun phrase right before a verb of saying: …, her lawyer, *Ada Ito*, said: “No.”

    The parser may hang it on what stands before, or take the verb for a participle of it.
    """
    tree = paragraph.tree
    noun = token - 1
    while noun >= 0 and (tree.words[noun] == "," or tree.tags[noun].startswith("RB")):
        noun -= 1
    if noun < 0 or paragraph.inside[noun] >= 0 or not tree.tags[noun].startswith("NN"):
        return None
    while tree.deps[noun] in ("compound", "appos") and tree.deps[tree.heads[noun]] != "pobj":
        if tree.heads[noun] > token:
            return None
        noun = tree.heads[noun]
    alone = tree.deps[noun] in ("appos", "nsubj", "ROOT", "dep")
    return Source(noun, NOUN_BEFORE) if alone and noun < token else None


def main_subject(tree: Tree, start: int, end: int) -> int | None:
    """The subject of the first main verb among the tokens [start, end)."""
    main = ("ROOT", "ccomp", "conj", "parataxis")
    return next(
        (
            t
            for t in range(start, end)
            if tree.deps[t] == "nsubj" and tree.deps[tree.heads[t]] in main
        ),
        None,
    )


def label_before(paragraph: Paragraph, colon: int) -> Span | None:
    """The name alone that stands before a colon, after the start, a dash or `by`."""
    tree = paragraph.tree
    start = colon
    while (
        start > 0
        and tree.tags[start - 1].startswith(("NNP", "POS"))
        and colon - start < LONGEST_LABEL
    ):
        start -= 1
    while start < colon and tree.tags[start] == "POS":
        start += 1
    if start == colon:
        return None
    if (
        start > 0
        and tree.words[start - 1] not in (*DASHES, ".", "|")
        and not tree.in_list(start - 1, "preposition", "byline")
    ):
        return None
    return tree.span_of(start, colon - 1)

"""The sentences around a quote, with its parts marked: [content …] [cue said] [source Ito]."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quotes.model import Span
from quotes.parse.tree import Tree
from quotes.write.record import Record

Part = tuple[str, Span]  # what it is called, and where it stands


def parts_of(record: Record) -> Iterator[Part]:
    """The parts of a quote as its record has them."""
    for span in record["content"]["spans"]:
        yield "content", Span(span["start"], span["end"])
    if record["cue"] is not None:
        yield "cue", Span(record["cue"]["start"], record["cue"]["end"])
    for speaker in record["speakers"]:
        mention = speaker["mention"]
        if mention is not None:
            yield "source", Span(mention["start"], mention["end"])


def sentences_around(trees: Sequence[Tree], spans: Iterable[Span]) -> Iterator[Span]:
    """The stretch of sentences in each paragraph that has any of *spans* in it."""
    asked = list(spans)
    for tree in trees:
        found = [
            sentence
            for sentence in sentences_of(tree)
            if any(sentence.overlaps(span) for span in asked)
        ]
        if found:
            yield Span(found[0].start, found[-1].end)


def sentences_of(tree: Tree) -> Iterator[Span]:
    """The sentences of a paragraph."""
    firsts = [t for t in range(len(tree)) if t == 0 or tree.root[t] != tree.root[t - 1]]
    for first, after in pairwise([*firsts, len(tree)]):
        yield tree.span_of(first, after - 1)


def marked(text: str, passage: Span, parts: Iterable[Part]) -> str:
    """The words of *passage* on one line, with brackets around the parts in it."""
    inside = [
        (name, max(span.start, passage.start), min(span.end, passage.end))
        for name, span in dict.fromkeys(parts)
        if span.overlaps(passage)
    ]
    # at the same place brackets close before others open, and the longest part opens first
    signs = [(end, 0, -start, "]") for _, start, end in inside]
    signs += [(start, 1, -end, f"[{name} ") for name, start, end in inside]
    out, place = [], passage.start
    for here, _, _, sign in sorted(signs):
        out += [text[place:here], sign]
        place = here
    return " ".join("".join([*out, text[place : passage.end]]).split())


def from_record(record: Record) -> str:
    """What the record alone holds of the passage: the content and some words around it."""
    selector = record["selector"]
    words = f"… {selector['prefix']}[content {selector['exact']}]{selector['suffix']} …"
    return " ".join(words.split())

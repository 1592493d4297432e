"""Misses and false finds as marked-up sentences: <q1> content, <c1> cue, <s1> source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.measure.evaluate.claims import Claim
from quotes.measure.evaluate.judge import Judged
from quotes.measure.gold.attributions import Attribution
from quotes.model import Article, Span
from quotes.pipeline.asked import ALL_ACTS
from quotes.write.escape import one_line

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])|\s*\n\s*")
BREAK = " ¶ "

Tag = tuple[Span, int, str]  # its place, the number of its quote, its letter


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was missed, or found that is not there."""

    document: str
    start: int
    why: str
    sentence: str  # marked up, on one line, harmless for a terminal

    def __str__(self) -> str:
        return one_line(f"{self.document}:{self.start}: {self.why}: ") + self.sentence


def misses(article: Article, judged: Judged) -> Iterator[Fault]:
    """The attributions not found, or found with another source, which is then numbered 2."""
    ends = sentence_ends(article.text)
    for number, gold in enumerate(judged.golds):
        find = judged.find_for(number)
        if judged.is_right(gold, find):
            continue
        why = f"{gold.kind}, {gold.act or 'no act known'}, "
        why += "missed" if find is None else "another source"
        parts: list[Attribution | Claim] = [gold.attribution]
        parts += [] if find is None else [find.claim]
        yield fault(article, ends, why, parts)


def spurious(article: Article, judged: Judged, acts: Collection[str] = ALL_ACTS) -> Iterator[Fault]:
    """The finds of nothing that was annotated, or of an attribution of an act not asked for."""
    ends = sentence_ends(article.text)
    for number, find in enumerate(judged.finds):
        gold = judged.gold_for(number)
        if gold is not None and (gold.act in acts or set(acts) == set(ALL_ACTS)):
            continue
        rules = ", ".join(name for piece in find.claim.pieces for _, name in piece.rules)
        why = f"{find.kind}, {find.claim.act or 'no act'}, "
        why += "spurious" if gold is None else f"annotated as {gold.act or 'no act known'}"
        yield fault(article, ends, f"{why} ({rules})" if rules else why, [find.claim])


def fault(
    article: Article, ends: Sequence[int], why: str, parts: Sequence[Attribution | Claim]
) -> Fault:
    """The fault that is shown by the sentences around *parts*."""
    tags = list(to_tags(parts))
    window = around(ends, article.text, [span for span, _, _ in tags])
    return Fault(article.id, window.start, why, write_marked(article.text, window, tags))


def to_tags(parts: Iterable[Attribution | Claim]) -> Iterator[Tag]:
    """The tags of *parts*, numbered in their order from 1."""
    for number, part in enumerate(parts, start=1):
        yield from ((span, number, "q") for span in part.content)
        yield from ((span, number, "c") for span in part.cue)
        yield from ((span, number, "s") for span in part.source)


def sentence_ends(text: str) -> list[int]:
    """Where sentences and paragraphs end and the next ones begin, near enough to read them."""
    return [end.end() for end in SENTENCE_END.finditer(text)]


def around(ends: Sequence[int], text: str, spans: Sequence[Span]) -> Span:
    """The sentences that *spans* are in and those between them, less white space at the end."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    before, after = bisect_right(ends, first), bisect_left(ends, last)
    start = ends[before - 1] if before else 0
    end = ends[after] if after < len(ends) else len(text)
    return Span(start, max(last, start + len(text[start:end].rstrip())))


def tag_order(tag: Tag) -> tuple[int, int, int, int]:
    """The key by which tags are put into the text: the longer first, content before the rest."""
    span, number, letter = tag
    return span.start, -span.end, number, "qcs".index(letter)


def write_marked(text: str, window: Span, tags: Sequence[Tag]) -> str:
    """*window* of the text with *tags* in it, on one line, control characters spelt out."""
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    # What opens first closes last; at one place the old tags close before the new ones open.
    for span, number, letter in sorted(tags, key=tag_order):
        opening[span.start] = opening.get(span.start, "") + f"<{letter}{number}>"
        closing[span.end] = f"</{letter}{number}>" + closing.get(span.end, "")
    edges = sorted({window.start, window.end, *opening, *closing})
    written = []
    for here, there in zip(edges, [*edges[1:], window.end], strict=True):
        written += [closing.get(here, ""), opening.get(here, "")]
        written.append(one_line(re.sub(r"\s*\n\s*", BREAK, text[here:there])))
    return "".join(written)

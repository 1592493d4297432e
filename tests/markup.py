"""Annotated sentences: `<q1>` content, `<c1>` cue, `<s1>` source; a number ties a quote's parts.

Tags may nest and cross, and a content in two pieces has its tag twice. In a line of a case file a
pilcrow between spaces stands for a paragraph break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.model import Quote, Span

BREAK = " ¶ "
TAG = re.compile(r"<(/?)(([qcs])([0-9]+))>")
LETTERS = {"q": "content", "c": "cue", "s": "source"}


@dataclass(frozen=True, slots=True)
class Parts:
    """What tags can say of one quote: the pieces of its content, of its cue, of its source."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()


def parts_of(quote: Quote) -> Parts:
    """The parts of *quote* that tags can say."""
    return Parts(
        quote.spans,
        (quote.cue.span,) if quote.cue else (),
        (quote.source,) if quote.source else (),
    )


def read(marked: str) -> tuple[str, tuple[Parts, ...]]:
    """The text of *marked* without its tags, and its quotes in the order of their numbers."""
    marked = marked.replace(BREAK, "\n")
    text, done = "", 0
    opened: dict[str, int] = {}
    found: dict[int, dict[str, tuple[Span, ...]]] = {}
    for tag in TAG.finditer(marked):
        text += marked[done : tag.start()]
        done = tag.end()
        closing, name, letter, number = tag.groups()
        if not closing:
            if opened.setdefault(name, len(text)) != len(text):
                raise ValueError(f"<{name}> at {tag.start()} is open already: {marked}")
            continue
        if name not in opened:
            raise ValueError(f"</{name}> at {tag.start()} closes nothing: {marked}")
        parts = found.setdefault(int(number), {})
        key = LETTERS[letter]
        parts[key] = (*parts.get(key, ()), Span(opened.pop(name), len(text)))
    if opened:
        raise ValueError(f"<{'>, <'.join(sorted(opened))}> not closed: {marked}")
    bare = [number for number, parts in found.items() if "content" not in parts]
    if bare:
        raise ValueError(f"<q{bare[0]}> is missing: {marked}")
    return text + marked[done:], tuple(Parts(**found[number]) for number in sorted(found))


def write(text: str, quotes: Iterable[Parts | Quote]) -> str:
    """*text* with the tags of *quotes*, which are numbered by where their contents start."""
    all_parts = [parts_of(q) if isinstance(q, Quote) else q for q in quotes]
    all_parts.sort(key=lambda p: (p.content[0].start, -p.content[-1].end, p.cue, p.source))
    tagged = [
        (span, number, letter)
        for number, parts in enumerate(all_parts, 1)
        for letter, key in LETTERS.items()
        for span in getattr(parts, key)
    ]
    # What opens first closes last; at one place the old tags close before the new ones open.
    tagged.sort(key=lambda tag: (tag[0].start, -tag[0].end, tag[1], "qcs".index(tag[2])))
    closing: dict[int, str] = {}
    opening: dict[int, str] = {}
    for span, number, letter in tagged:
        closing[span.end] = f"</{letter}{number}>" + closing.get(span.end, "")
        opening[span.start] = opening.get(span.start, "") + f"<{letter}{number}>"
    marked = "".join(
        closing.get(place, "") + opening.get(place, "") + text[place : place + 1]
        for place in range(len(text) + 1)
    )
    return marked.replace("\n", BREAK)

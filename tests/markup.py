"""The notation of the case files: sentences with their quotes in tags, and who said each quote.

A line of a case file is a sign and a sentence; `# ` begins a comment:

    + Ada Bello left. <s1>She</s1> <c1>said</c1> <q1>it was late</q1>. = Ada Bello
    - Ada Bello left. She drove home.
    ? <q1>“It is late,”</q1> <s1>she</s1> <c1>said</c1>. = Ada Bello

`+` must come out exactly so, `-` has no quotes and must give none, `?` is a known miss.
`<q1>` is a quote's content, `<c1>` its cue, `<s1>` its source; a number ties the parts of a
quote together, and quotes are numbered by where their contents start. Tags may nest and cross. A
content in two pieces has its tag twice. `<q2+>` goes on from the quote before it, q1; a quote
without `<s2>` has no source. ` ¶ ` stands for a paragraph break.

What follows ` = ` says who the speaker of each quote is, in the order of the numbers, with ` | `
between quotes: `-` is a speaker without a name, in doubt or never named, `?` nobody at all, `&`
joins speakers. It may be left out, and then nothing is said about speakers. No sentence may contain
` = ` itself.

The lines of cases/ are what the rules find in the bare sentence; in linking/ the tagged quotes are
given and only their speakers are found. case_files.py reads the lines; tags are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.model import Quote, Rules, Span

BREAK = " ¶ "
TAG = re.compile(r"<(/?)(([qcs])([0-9]+))(\+?)>")
LETTERS = {"q": "content", "c": "cue", "s": "source"}


@dataclass(frozen=True, slots=True)
class Parts:
    """What tags can say of one quote: the pieces of its content, of its cue, of its source."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    continues: bool = False  # whether it goes on from the quote before it


def parts_of(quote: Quote) -> Parts:
    """The parts of *quote* that tags can say."""
    return Parts(
        quote.spans,
        (quote.cue.span,) if quote.cue else (),
        (quote.source,) if quote.source else (),
        quote.continues is not None,
    )


def by_number(parts: Parts) -> tuple[object, ...]:
    """What quotes are sorted by to be numbered."""
    return parts.content[0].start, -parts.content[-1].end, parts.cue, parts.source


def read(marked: str) -> tuple[str, tuple[Parts, ...]]:
    """The text of *marked* without its tags, and its quotes in the order of their numbers."""
    marked = marked.replace(BREAK, "\n")
    text, done = "", 0
    opened: dict[str, int] = {}
    found: dict[int, dict[str, tuple[Span, ...]]] = {}
    going_on: set[int] = set()
    for tag in TAG.finditer(marked):
        text += marked[done : tag.start()]
        done = tag.end()
        closing, name, letter, number, plus = tag.groups()
        if plus:
            going_on.add(int(number))
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
    quotes = tuple(Parts(**found[n], continues=n in going_on) for n in sorted(found))
    return text + marked[done:], quotes


def write(text: str, quotes: Iterable[Parts | Quote]) -> str:
    """*text* with the tags of *quotes*, which are numbered by where their contents start."""
    all_parts = [parts_of(q) if isinstance(q, Quote) else q for q in quotes]
    all_parts.sort(key=by_number)
    tagged = [
        (span, number, letter, "+" if letter == "q" and parts.continues else "")
        for number, parts in enumerate(all_parts, 1)
        for letter, key in LETTERS.items()
        for span in getattr(parts, key)
    ]
    # What opens first closes last; at one place the old tags close before the new ones open.
    tagged.sort(key=lambda tag: (tag[0].start, -tag[0].end, tag[1], "qcs".index(tag[2])))
    closing: dict[int, str] = {}
    opening: dict[int, str] = {}
    for span, number, letter, plus in tagged:
        closing[span.end] = f"</{letter}{number}>" + closing.get(span.end, "")
        opening[span.start] = opening.get(span.start, "") + f"<{letter}{number}{plus}>"
    marked = "".join(
        closing.get(place, "") + opening.get(place, "") + text[place : place + 1]
        for place in range(len(text) + 1)
    )
    return marked.replace("\n", BREAK)


def names(quotes: Iterable[Quote]) -> list[str]:
    """Who said each of *quotes*, in the order of their numbers, as a case file has it."""
    numbered = sorted(quotes, key=lambda quote: by_number(parts_of(quote)))
    return [" & ".join(s.name or "-" for s in quote.speakers) or "?" for quote in numbered]


def given(marked: str) -> tuple[str, tuple[Quote, ...]]:
    """The text of *marked*, and its tagged quotes as if rules had found them, without speakers."""
    text, all_parts = read(marked)
    quotes: list[Quote] = []
    for parts in all_parts:
        quoted = parts.content if parts.content[0].of(text)[0] in '“"‘' else ()
        quotes.append(
            Quote(
                spans=parts.content,
                quoted=quoted,
                kind="direct" if quoted else "indirect",
                act="speech",
                paragraph=0,
                rules=Rules("test"),
                source=parts.source[0] if parts.source else None,
                continues=quotes[-1].spans if parts.continues else None,
            )
        )
    return text, tuple(quotes)

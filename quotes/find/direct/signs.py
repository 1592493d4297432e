"""Signs that tell who said the words in marks: a colon before them, a dash after them."""

from __future__ import annotations

import re

from quotes.find.candidate import ContentRule
from quotes.find.direct.beside_sources import Beside, label_before, main_subject
from quotes.find.marks.bounds import is_sentence_like
from quotes.find.paragraph import Paragraph, tokens_of
from quotes.find.sources.table import DASH as DASH_SOURCE
from quotes.find.sources.table import LABEL, SUBJECT, Source
from quotes.find.sources.words import source_words
from quotes.lexicon.thresholds import LONGEST_SIGNATURE
from quotes.model import Cue, Span

COLON = ContentRule("direct.colon", "Ito was blunt: “We won’t sell.”")
DASH = ContentRule("direct.dash", "“We won’t sell.” — Miriam Stone")
DASH_NAME = re.compile(
    r"\s*[\r\n]?\s*(?:—|–|―|--|-)\s*(?P<name>[^\W\d_][^\r\n“”\"«»]{1,120}?)\s*(?=\n|\r|$)"
)


def colon_before(paragraph: Paragraph, number: int) -> Beside | None:
    """Ito was blunt: “We won't sell.” Anna Ito: “We won't sell.”"""
    tree = paragraph.tree
    first, _ = tokens_of(paragraph, number)
    if first == 0 or tree.words[first - 1] != ":":
        return None
    cue = Cue(tree.span_of(first - 1, first - 1), ":", "speech", COLON.name)
    label = label_before(paragraph, first - 1)
    marked = paragraph.marked[number]
    if label is None and not is_sentence_like(tree, marked):
        return None  # Two plays share the bill: “Salt and Iron”
    if label is not None:
        return Beside(cue, "speech", label, LABEL)
    start = first - 1
    while start > 0 and paragraph.inside[start - 1] < 0 and tree.tags[start - 1] != ".":
        start -= 1
    subject = main_subject(tree, start, first)
    if subject is None:  # Ito's letter: “We won't sell.”
        subject = next((t for t in range(start, first - 1) if tree.deps[t] == "poss"), None)
    if subject is None:
        return Beside(cue, "speech", None, None)
    source = source_words(tree, Source(subject, SUBJECT), cue.span, [])
    return Beside(cue, "speech", source, SUBJECT if source else None)


def dash_after(paragraph: Paragraph, number: int) -> Beside | None:
    """“We won't sell.” — Miriam Stone"""
    text, marked = paragraph.tree.text, paragraph.marked[number]
    match = DASH_NAME.match(text, marked.span.end)
    if (
        match is None
        or not match["name"][0].isupper()
        or match["name"].count(" ") > LONGEST_SIGNATURE
    ):
        return None
    dash = re.search(r"—|–|―|--|-", match.group())
    if dash is None:
        return None
    start = marked.span.end + dash.start()
    cue = Cue(Span(start, start + len(dash.group())), dash.group(), "speech", DASH.name)
    name = Span(match.start("name"), match.end("name"))
    return Beside(cue, "speech", name, DASH_SOURCE)

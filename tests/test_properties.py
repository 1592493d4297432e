"""What holds for any text at all, tried on texts that are made to hurt."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import Any

import markup
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from samples import ENGLISH

from quotes.find.marks.pairing import find_marks
from quotes.model import Article, Quote, Span
from quotes.parse.paragraphs import find_paragraphs
from quotes.pipeline.extractor import Extractor

WORDS = (
    *(
        "said",
        "told",
        "told her that",
        "according to",
        "asked",
        "wrote:",
        "added",
        "the report says",
        "In a poll",
        "reportedly",
        "accused",
        "of",
        "REED:",
        "Q:",
    ),
    *("Ito", "Ms. Vane", "O’Dell", "Dr. Anna Vane-Ito", "the ministry", "he", "they", "who"),
    *("we won't sell", "that", "the states' rights", "the '80s", "it", "not", "REED:", "yes", "."),
    *("We will sell", "on Monday", "and", "because", "?", "!", ",", ";", ":", "...", "…", "—", "-"),
    *("U.S.", "3.5", "a", "No.", "(", ")", "[", "]", "http://a.b/c?d='e'", "@ito", "#no", "*"),
)
MARKS = (
    *('"', '"', "“", "”", "“", "”", "''", "``", "'", "’", "‘", "«", "»", "„", "‚", "‹", "›", "′"),
    *('""', "“”", "’”", "”’", "5'11\"", '7"', "6'", "'n'", ",”", '."', '"\n"', "”\n“", "“\n“"),
)
SPACES = (
    *(" ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u2009", "\u200b", "\ufeff", "\u2028"),
    *("\x0b", "\x0c", "\x85", "\x00", "    ", "\n \n", "\u00ad", "\u200e", "\u202e", "\u2066"),
)
ODD = (
    *("🙂", "👩‍🚀", "e\u0301", "\u0301", "ﬁ", "İ", "ß", "漢字", "٣", "𝒮𝒶𝒾𝒹"),
    *("\ud800", "<p>", "&quot;"),
)
# The space between most pieces keeps the texts near enough to sentences for quotes to be found.
PIECE = st.one_of(*map(st.sampled_from, (WORDS, WORDS, MARKS, SPACES, ODD)))
SENTENCE = st.sampled_from(
    (
        "“We won’t sell,” said Ms. Ito. “Not now, not ever.”",
        'The ministry said that "nobody" would sell the mill.',
        "''It is late,'' Mr. Vane told the council. ''Too late.''",
        "Dr. Vane accused the mill’s owners of fraud.",
        "‘We asked,’ she said, ‘and they said, “No.”’",
        "“The river rose all night.\n“It did not stop,” he added.",
        "According to O’Dell, the mill is “a ruin”.",
    )
)
TEXTS = st.lists(
    st.tuples(st.one_of(PIECE, PIECE, PIECE, SENTENCE), st.sampled_from((" ", " ", " ", ""))),
    max_size=25,
).map(lambda pairs: "".join(piece + space for piece, space in pairs))
NEUTRAL = "Rain fell all night.\n\n"
WRAPPED = (  # three lines broken by hand, after an empty one
    "\nThe council met on Monday to talk about the old mill by the\n"
    "river, and “nobody had read the report that was sent to each\n"
    "of us,” said Ms. Ito.\n"
)

few = settings(max_examples=60)


def found(extractor: Extractor, text: str) -> tuple[Quote, ...]:
    """The quotes of *text*."""
    return extractor.quotes(Article("text", text))


def spans_in(value: Any) -> list[Span]:
    """Every span that *value* holds, however deep."""
    if isinstance(value, Span):
        return [value]
    if dataclasses.is_dataclass(value):
        value = tuple(getattr(value, field.name) for field in dataclasses.fields(value))
    return [span for item in value for span in spans_in(item)] if isinstance(value, tuple) else []


def shifted(value: Any, by: int) -> Any:
    """*value* as it is with *by* more characters, and one more paragraph, before it."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, tuple):
        return tuple(shifted(item, by) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    names = [field.name for field in dataclasses.fields(value)]
    moved = {name: shifted(getattr(value, name), by) for name in names}
    if isinstance(value, Quote):
        moved["paragraph"] += 1
    return dataclasses.replace(value, **moved)


@pytest.mark.model
@few
@given(text=TEXTS)
def test_every_span_cuts_the_text(extractor: Extractor, text: str) -> None:
    for span in spans_in(found(extractor, text)):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text) != ""


@pytest.mark.model
@few
@given(text=TEXTS)
def test_pieces_stand_apart(extractor: Extractor, text: str) -> None:
    for quote in found(extractor, text):
        assert all(a.end <= b.start for a, b in pairwise(quote.spans))
        assert all(any(s.covers(q) for s in quote.spans) for q in quote.quoted)
        outside = [part for part in (quote.source, quote.cue and quote.cue.span) if part]
        assert not any(part.overlaps(span) for part in outside for span in quote.spans)


@pytest.mark.model
@few
@given(text=TEXTS)
def test_quotes_are_sorted_and_unique_and_the_same_twice(extractor: Extractor, text: str) -> None:
    quotes = found(extractor, text)
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.spans[0].start)
    contents = [quote.spans for quote in quotes]
    assert len(set(contents)) == len(contents)
    assert all(quote.continues in {*contents, None} - {quote.spans} for quote in quotes)
    assert all(quote.nested_in in {*contents, None} - {quote.spans} for quote in quotes)
    assert found(extractor, text) == quotes


@pytest.mark.model
@few
@given(text=TEXTS)
@example(text=WRAPPED)
def test_a_paragraph_before_shifts_and_changes_nothing(extractor: Extractor, text: str) -> None:
    after = found(extractor, NEUTRAL + text)
    assert after == shifted(found(extractor, text), len(NEUTRAL))


@pytest.mark.model
@few
@given(text=TEXTS)
def test_what_is_found_can_be_marked_up(extractor: Extractor, text: str) -> None:
    quotes = found(extractor, text)
    read_text, parts = markup.read(markup.write(text, quotes))
    assert read_text == text
    assert sorted(part.content for part in parts) == sorted(quote.spans for quote in quotes)


@settings(max_examples=500)
@given(text=TEXTS)
def test_marks_hold_for_any_text(text: str) -> None:
    paragraphs = find_paragraphs(text)
    marked = find_marks(text, paragraphs, ENGLISH.marks)
    assert list(marked) == sorted(marked, key=lambda m: (m.span.start, -m.span.end))
    assert len({m.span for m in marked}) == len(marked)
    for m in marked:
        assert paragraphs[m.paragraph].covers(m.span)
        assert m.inner is None or m.span.covers(m.inner)
    for a, b in pairwise([m for m in marked if m.depth == 0]):
        assert a.span.end <= b.span.start
    for m in marked:
        holders = [o for o in marked if o is not m and o.span.covers(m.span)]
        assert bool(m.depth) == bool(holders)


@settings(max_examples=300)
@given(text=TEXTS)
def test_paragraphs_hold_every_word(text: str) -> None:
    paragraphs = find_paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(paragraphs))
    assert all(p.of(text) == p.of(text).strip() for p in paragraphs)
    assert "".join("".join(p.of(text).split()) for p in paragraphs) == "".join(text.split())


def test_a_long_paragraph_comes_in_pieces_cut_after_sentences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quotes.parse.paragraphs.LONGEST_PIECE", 40)
    text = "The river rose. It rose all night.  Nobody slept. The mill was lost."
    assert [piece.of(text) for piece in find_paragraphs(text)] == [
        "The river rose. It rose all night.",
        "Nobody slept. The mill was lost.",
    ]


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[markup.Parts]]:
    """A text and the parts of some quotes in it, which may nest and cross."""
    text = draw(st.text(st.sampled_from("ab “”\n🙂"), min_size=2, max_size=20))
    places = st.integers(0, len(text))

    def spans(least: int) -> tuple[Span, ...]:
        ends = sorted(draw(st.lists(places, min_size=2 * least, max_size=4, unique=True)))
        return tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))

    count = draw(st.integers(0, 3))
    return text, [markup.Parts(spans(1), spans(0), spans(0)) for _ in range(count)]


@settings(max_examples=300)
@given(annotated())
def test_markup_is_read_as_it_was_written(case: tuple[str, list[markup.Parts]]) -> None:
    text, parts = case
    marked = markup.write(text, parts)
    assert markup.write(*markup.read(marked)) == marked
    read_text, read_parts = markup.read(marked)
    assert read_text == text
    assert sorted(map(repr, read_parts)) == sorted(map(repr, parts))


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("<q1>a", "<q1> not closed"),
        ("a</q1>", "</q1> at 1 closes nothing"),
        ("<q1>a<q1>b</q1>", "<q1> at 5 is open already"),
        ("<c1>said</c1> a", "<q1> is missing"),
    ],
)
def test_bad_markup_says_what_is_wrong(marked: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        markup.read(marked)

"""Who said each quote: the annotated texts of speaker_texts.txt, and what the values hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from samples import ENGLISH

from quotes.attribute.speakers import link_speakers
from quotes.model import Article, Quote, Rules, Span
from quotes.parse.trees import parse
from quotes.pipeline.extractor import Extractor

MARK = re.compile(r"[\[\]{}]")

Linker = Callable[[str], tuple[Quote, ...]]


def read(marked: str) -> tuple[str, tuple[Quote, ...]]:
    """The text without its brackets, and the quotes they mark.

    The first [source] goes with the first {content}, and so on; {+content} goes on from the quote
    before it and has no source, {-content} has no source.
    """
    text, start, place = "", 0, 0
    sources: list[Span] = []
    contents: list[tuple[Span, str]] = []
    for mark in MARK.finditer(marked):
        text += marked[place : mark.start()]
        place = mark.end()
        if mark.group() in "[{":
            start = len(text)
            sign = marked[place] if marked[place] in "+-" else ""
            place += len(sign)
        elif mark.group() == "]":
            sources.append(Span(start, len(text)))
        else:
            contents.append((Span(start, len(text)), sign))
    text += marked[place:]
    return text, tuple(to_quotes(text, sources, contents))


def to_quotes(text: str, sources: list[Span], contents: list[tuple[Span, str]]) -> list[Quote]:
    """The quotes of a marked text."""
    left = iter(sources)
    quotes: list[Quote] = []
    for span, sign in contents:
        quoted = (span,) if span.of(text)[0] in '“"‘' else ()
        quotes.append(
            Quote(
                spans=(span,),
                quoted=quoted,
                kind="direct" if quoted else "indirect",
                act="speech",
                paragraph=0,
                rules=Rules("test"),
                source=None if sign else next(left),
                continues=quotes[-1].spans if sign == "+" else None,
            )
        )
    return quotes


@pytest.fixture(scope="session")
def link(extractor: Extractor) -> Linker:
    """Links the quotes of a marked text, parsed with the default model."""
    nlp = extractor.nlp

    def linked(marked: str) -> tuple[Quote, ...]:
        text, quotes = read(marked)
        return link_speakers(Article("test", text), parse(nlp, text, ENGLISH), quotes)

    return linked


def names(quotes: tuple[Quote, ...]) -> list[str]:
    """The speakers of each quote, joined; "-" for one without a name."""
    return [" & ".join(s.name or "-" for s in q.speakers) or "?" for q in quotes]


def read_cases() -> Iterator[tuple[str, str, list[str]]]:
    """The title, the marked text and the speakers of each case in speaker_texts.txt."""
    text = Path(__file__).with_name("speaker_texts.txt").read_text(encoding="utf-8")
    for block in text.split("\n## ")[1:]:
        title, *lines = block.strip().split("\n")
        marked = " ".join(lines[:-1]).replace(" ¶ ", "\n\n")
        yield title, marked, lines[-1].removeprefix("= ").split(" | ")


CASES = {title: (marked, expected) for title, marked, expected in read_cases()}


@pytest.mark.model
@pytest.mark.parametrize("case", CASES)
def test_speakers(link: Linker, case: str) -> None:
    marked, expected = CASES[case]
    assert names(link(marked)) == expected


@pytest.mark.model
def test_one_entity_for_all_mentions(link: Linker) -> None:
    quotes = link(
        "[Poland's Foreign Ministry] said {it was late}. [The ministry] said {it would rain}."
        " [A clerk] said {so too}. [It] gave {no reason}."
    )
    assert [q.speakers[0].entity for q in quotes] == ["e1", "e1", "e2", "e1"]
    assert [q.speakers[0].type for q in quotes] == ["organization"] * 2 + ["person", "organization"]


@pytest.mark.model
def test_a_clause_with_whose_is_not_the_speaker(extractor: Extractor) -> None:
    text = (
        "Dilys Bello is a member. Ms Bello, whose Weir East seat has lost ten routes in a year,"
        " accused him of hiding behind a spreadsheet."
    )
    assert names(extractor.quotes(Article("test", text))) == ["Dilys Bello"]


@pytest.mark.model
def test_forms_roles_and_rules(link: Linker) -> None:
    quotes = link(
        "[Mayor Ada Bello] said {it was late}. [Bello] said {so}. [The mayor] left {it at that}."
        " [She] said {no more}."
    )
    forms = [q.speakers[0].mention.form for q in quotes if q.speakers[0].mention]
    assert forms == ["name", "partial_name", "nominal", "pronoun"]
    assert {q.speakers[0].role for q in quotes} == {"Mayor"}
    assert [q.rules.speaker for q in quotes] == [
        "speaker.name-exact",
        "speaker.name-partial",
        "speaker.role",
        "speaker.third-person",
    ]


FOR = {
    "[A spokesman for Corvane Estates] said {it was late}.": "Corvane Estates",
    "Ada Bello left. [Bello spokesman Leo Ito] said {it was late}.": "Ada Bello",
    "Ada Bello left. [Her lawyer, Leo Ito], said {it was late}.": "Ada Bello",
    "Ada Bello left. [Bello's spokeswoman, Eva Ito], said {it was late}.": "Ada Bello",
    "Ada Bello left. [A Bello campaign spokesman] said {it was late}.": "Bello campaign",
    "The Health Ministry shut. [A ministry spokesman, Leo Ito], said {so}.": "Health Ministry",
    "Hartwell Corp. shut. [Eva Ito, a spokeswoman for the company], said {so}.": "Hartwell Corp.",
    "[White House press secretary Leo Ito] said {it was late}.": "White House",
    "[Eva Ito, a lawyer representing Mr. Paul Marsh], said {it was late}.": "Paul Marsh",
    "[A study by the Weather Council] said {it would rain}.": "Weather Council",
    "[A Weather Council report] said {it would rain}.": "Weather Council",
    "[Dover Attorney Ada Bello] said {it was late}.": None,
    "[A spokesman] said {it was late}.": None,
    "[Ada Bello, a professor of law,] said {it was late}.": None,
}


@pytest.mark.model
@pytest.mark.parametrize("marked", FOR)
def test_for_whom_one_speaks(link: Linker, marked: str) -> None:
    assert link(marked)[0].speakers[0].for_ == FOR[marked]


@pytest.mark.model
def test_evidence_is_where_the_name_was_taken_from(link: Linker) -> None:
    marked = "[Mayor Ada M. Bello] said {it was late}. [She] said {so}. [A clerk] said {no}."
    text = read(marked)[0]
    evidence = [q.speakers[0].evidence for q in link(marked)]
    assert [e and e.of(text) for e in evidence] == ["Ada M. Bello", "Ada M. Bello", None]


@pytest.mark.model
def test_one_source_of_two_quotes_is_one_speaker(extractor: Extractor) -> None:
    quotes = extractor.quotes(
        Article("a", "A spokesman for Corvane Estates denied any delay and promised to wait.")
    )
    assert {q.speakers[0].entity for q in quotes} == {"e1"}
    assert len(quotes) == 2


@pytest.mark.model
def test_who_asks_in_an_interview(extractor: Extractor) -> None:
    turns = "ITO: Will it stay?\n\nBELLO: It will.\n\nITO: Why?\n\nBELLO: Why not?\n\n"
    rest = "Q: And the dam?\n\nA: That too.\n"
    start = "Leo Ito met Ada Bello.\n\n"
    readers = "Readers have sent in some questions.\n\n"
    assert names(extractor.quotes(Article("a", start + turns + rest)))[-2:] == [
        "Leo Ito",
        "Ada Bello",
    ]
    assert names(extractor.quotes(Article("a", start + turns + readers + rest)))[-2:] == [
        "-",
        "Ada Bello",
    ]


@pytest.mark.model
def test_an_unsure_pronoun_is_flagged(link: Linker) -> None:
    (quote,) = link("{“It was late,”} [he] said.")
    assert quote.flags == ("ambiguous_pronoun",)
    assert quote.speakers[0].name is None


@pytest.mark.model
def test_each_of_two_speakers_has_its_own_words(link: Linker) -> None:
    (quote,) = link("[Ada Bello and Leo Ito] said {it was late}.")
    text = "Ada Bello and Leo Ito said it was late."
    assert [s.mention.span.of(text) for s in quote.speakers if s.mention] == [
        "Ada Bello",
        "Leo Ito",
    ]


@pytest.mark.model
def test_whose_leads_on_to_the_second_verb(extractor: Extractor) -> None:
    text = "Ada Bello, whose seat has lost ten routes, accused him of delay and demanded a vote."
    quotes = extractor.quotes(Article("test", text))
    assert names(quotes) == ["Ada Bello"] * len(quotes)
    assert "demanded" in {quote.cue.span.of(text) for quote in quotes if quote.cue}


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "mentions"),
    [
        ("Bello and other critics of the mill", ["Bello", "other critics of the mill"]),
        (
            "Two farmers from the valley and their lawyer",
            ["Two farmers from the valley", "their lawyer"],
        ),
        ("Mayor Ada Bello and her aides", ["Mayor Ada Bello", "her aides"]),
        ("Both she and the two unions", ["she", "the two unions"]),
    ],
)
def test_speakers_joined_by_and_keep_their_words(
    link: Linker, source: str, mentions: list[str]
) -> None:
    text = f"[{source}] said {{it would stay}}."
    (quote,) = link(text)
    assert [s.mention.span.of(text[1:]) for s in quote.speakers if s.mention] == mentions

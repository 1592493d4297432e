"""What the speakers of quotes hold: entities, forms, rules, for whom one speaks, evidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markup import names, read

from quotes.model import Article, Quote
from quotes.pipeline.extractor import Extractor

Linker = Callable[[str], tuple[Quote, ...]]


@pytest.mark.model
def test_one_entity_for_all_mentions(link: Linker) -> None:
    quotes = link(
        "<s1>Poland's Foreign Ministry</s1> said <q1>it was late</q1>."
        " <s2>The ministry</s2> said <q2>it would rain</q2>."
        " <s3>A clerk</s3> said <q3>so too</q3>."
        " <s4>It</s4> gave <q4>no reason</q4>."
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
        "<s1>Mayor Ada Bello</s1> said <q1>it was late</q1>."
        " <s2>Bello</s2> said <q2>so</q2>."
        " <s3>The mayor</s3> left <q3>it at that</q3>."
        " <s4>She</s4> said <q4>no more</q4>."
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


@pytest.mark.model
@pytest.mark.parametrize(
    ("marked", "for_"),
    [
        ("<s1>A spokesman for Corvane Estates</s1> said <q1>it was late</q1>.", "Corvane Estates"),
        (
            "Ada Bello left. <s1>Bello spokesman Leo Ito</s1> said <q1>it was late</q1>.",
            "Ada Bello",
        ),
        ("Ada Bello left. <s1>Her lawyer, Leo Ito</s1>, said <q1>it was late</q1>.", "Ada Bello"),
        (
            "Ada Bello left. <s1>Bello's spokeswoman, Eva Ito</s1>, said <q1>it was late</q1>.",
            "Ada Bello",
        ),
        (
            "Ada Bello left. <s1>A Bello campaign spokesman</s1> said <q1>it was late</q1>.",
            "Bello campaign",
        ),
        (
            "The Health Ministry shut. <s1>A ministry spokesman, Leo Ito</s1>, said <q1>so</q1>.",
            "Health Ministry",
        ),
        (
            "Hartwell Corp. shut. "
            "<s1>Eva Ito, a spokeswoman for the company</s1>, said <q1>so</q1>.",
            "Hartwell Corp.",
        ),
        ("<s1>White House press secretary Leo Ito</s1> said <q1>it was late</q1>.", "White House"),
        (
            "<s1>Eva Ito, a lawyer representing Mr. Paul Marsh</s1>, said <q1>it was late</q1>.",
            "Paul Marsh",
        ),
        ("<s1>A study by the Weather Council</s1> said <q1>it would rain</q1>.", "Weather Council"),
        ("<s1>A Weather Council report</s1> said <q1>it would rain</q1>.", "Weather Council"),
        ("<s1>Dover Attorney Ada Bello</s1> said <q1>it was late</q1>.", None),
        ("<s1>A spokesman</s1> said <q1>it was late</q1>.", None),
        ("<s1>Ada Bello, a professor of law,</s1> said <q1>it was late</q1>.", None),
    ],
)
def test_for_whom_one_speaks(link: Linker, marked: str, for_: str | None) -> None:
    assert link(marked)[0].speakers[0].for_ == for_


@pytest.mark.model
def test_evidence_is_where_the_name_was_taken_from(link: Linker) -> None:
    marked = (
        "<s1>Mayor Ada M. Bello</s1> said <q1>it was late</q1>. <s2>She</s2> said <q2>so</q2>."
        " <s3>A clerk</s3> said <q3>no</q3>."
    )
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
    (quote,) = link("<q1>“It was late,”</q1> <s1>he</s1> said.")
    assert quote.flags == ("ambiguous_pronoun",)
    assert quote.speakers[0].name is None


@pytest.mark.model
def test_each_of_two_speakers_has_its_own_words(link: Linker) -> None:
    marked = "<s1>Ada Bello and Leo Ito</s1> said <q1>it was late</q1>."
    (quote,) = link(marked)
    text = read(marked)[0]
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
    marked = f"<s1>{source}</s1> said <q1>it would stay</q1>."
    (quote,) = link(marked)
    text = read(marked)[0]
    assert [s.mention.span.of(text) for s in quote.speakers if s.mention] == mentions

"""Names as such, the tables, and that any tree at all gives speakers, without the model."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ENGLISH

from quotes.attribute.names.same_name import body_key, same_body, same_first, same_person
from quotes.attribute.registry.registry import Listed, Registry
from quotes.attribute.rules.table import IMPLIED, RULES, TABLE
from quotes.attribute.speakers import link_speakers
from quotes.lexicon.load import read_table
from quotes.lexicon.names import fold, plural_of
from quotes.model import Article, Cue, Quote, Rules, Span
from quotes.parse.tree import Tree


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ada bello", "ada m. bello", True),
        ("bill bello", "william bello", True),
        ("a. bello", "ada bello", True),
        ("bello ito", "ada bello ito", True),
        ("ada bello", "leo bello", False),
        ("ada bello", "ada ito", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one.split(), other.split(), ENGLISH.names) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("russia 's defence ministry", "russian defence ministry", True),
        ("bello corp", "bello", True),
        ("weather council", "national weather council", True),
        ("court of appeals", "court of appeals for the third district", False),
        ("us court of appeals", "us court of appeals for the third district", True),
        ("defence ministry", "health ministry", False),
        ("bello", "bello institute", False),
    ],
)
def test_same_body(one: str, other: str, same: bool) -> None:
    words = ENGLISH.names
    keys = [body_key(name.split(), words) for name in (one, other)]
    assert same_body(*keys) is same


def test_short_first_names() -> None:
    words = ENGLISH.names
    assert same_first("ted", "edward", words)
    assert not same_first("ted", "thomas", words)


def test_fold_and_plurals() -> None:
    assert [fold(w) for w in ("José", "Sen.", "U.S.", "O’Dell")] == [
        "jose",
        "sen",
        "u.s.",
        "o'dell",
    ]
    endings = read_table("names", "en")["plural"]
    assert [
        plural_of(w, endings) for w in ("aide", "deputy", "spokeswoman", "coach", "attorney")
    ] == [
        "aides",
        "deputies",
        "spokeswomen",
        "coaches",
        "attorneys",
    ]


def test_rules_have_names_of_their_own_and_examples() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.name.startswith("speaker.") and rule.example for rule in RULES)
    assert all(row.ask.__doc__ for row in TABLE)
    assert all(row.find.__doc__ for row in IMPLIED)


LISTED = Registry(
    (
        Listed("1", "Ada Bello", ("Bello", "the ministry"), "person", "president"),
        Listed("2", "Russian Corp.", ("she", "He who"), "organization", None, date(2020, 1, 1)),
        Listed("3", "Ito", (), None, "lawyer"),
    )
)
TEXT = """Ada Bello Bello's Ito Mr. Mrs. Sen. President the The he She it they who which I said of
and , . ( ) - -- “ ” ministry Ministry Russian Corp. (WRC) her lawyer two women Jr. QC R-Ohio UN é
1951 poll"""
WORDS = st.sampled_from(re.split(r"\s", TEXT))
TAGS = st.sampled_from(("NNP", "NNPS", "NN", "NNS", "PRP", "PRP$", "WP", "DT", "VBD", "JJ", "IN"))
DEPS = st.sampled_from(("nsubj", "appos", "conj", "poss", "pobj", "relcl", "compound", "ROOT"))


@st.composite
def quotes_in(draw: st.DrawFn, text: str) -> tuple[Quote, ...]:
    """One to four quotes anywhere in the text."""
    quotes: list[Quote] = []
    places = st.integers(0, len(text) - 1)
    for _ in range(draw(st.integers(1, 4))):
        begin, source = draw(places), draw(places)
        content = Span(begin, min(len(text), begin + draw(st.integers(1, 30))))
        named = Span(source, min(len(text), source + draw(st.integers(1, 30))))
        again = draw(st.booleans())
        going_on = quotes[-1].spans if quotes and again else None
        cue = Cue(named, "say", "speech", "cue.verb.say") if draw(st.booleans()) else None
        quotes.append(
            Quote(
                spans=(content,),
                quoted=(content,) if draw(st.booleans()) else (),
                kind="indirect",
                act="speech",
                paragraph=0,
                rules=Rules("test"),
                is_turn=draw(st.booleans()),
                cue=cue,
                source=named if draw(st.booleans()) else None,
                continues=going_on,
            )
        )
    return tuple(quotes)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, tuple[Tree, ...], tuple[Quote, ...]]:
    """A text of one to three paragraphs with trees of any shape, and quotes anywhere in it."""
    shapes: list[tuple[list[str], list[int], list[int]]] = []
    trees: list[Tree] = []
    text = ""
    for _ in range(draw(st.integers(1, 3))):
        words = draw(st.lists(WORDS, min_size=1, max_size=14))
        begins: list[int] = []
        for word in words:
            begins.append(len(text))
            text += word + " "
        heads = [draw(st.integers(0, n)) for n in range(len(words))]
        shapes.append((words, begins, heads))
    for number, (words, begins, heads) in enumerate(shapes):
        ends = tuple(b + len(w) for b, w in zip(begins, words, strict=True))
        tags = tuple(draw(TAGS) for _ in words)
        deps = tuple(draw(DEPS) for _ in words)
        span = Span(begins[0], ends[-1])
        trees.append(
            Tree(
                number,
                span,
                text,
                ENGLISH,
                tuple(words),
                tags,
                deps,
                tuple(heads),
                tuple(begins),
                ends,
            )
        )
    quotes = draw(quotes_in(text))
    return text, tuple(trees), quotes


@given(articles())
def test_any_tree_gives_speakers_within_the_text(
    article: tuple[str, tuple[Tree, ...], tuple[Quote, ...]],
) -> None:
    text, trees, quotes = article
    linked = link_speakers(Article("any", text), trees, quotes)
    assert [q.spans for q in linked] == [q.spans for q in quotes]
    for quote in linked:
        for speaker in quote.speakers:
            assert speaker.mention is None or speaker.mention.span.end <= len(text)
            assert (speaker.name is None) or speaker.entity is not None
    assert linked == link_speakers(Article("any", text), trees, quotes)
    for day in ("2020-01-01", None):
        listed = link_speakers(Article("any", text, published=day), trees, quotes, LISTED)
        named = [s.name for q in listed for s in q.speakers if s.registry_id is not None]
        assert set(named) <= {row.name for row in LISTED.rows}

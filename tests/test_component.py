"""The spaCy component, alone and in pipelines that its users may have."""

from __future__ import annotations

import json
from typing import Any

import pytest
import spacy
from samples import ENGLISH
from spacy.language import Language
from spacy.tokens import Doc

from quotes.errors import ModelError
from quotes.model import Article
from quotes.pipeline.asked import ALL_ACTS, ALL_KINDS, DEFAULT_ACTS
from quotes.pipeline.extractor import Extractor

pytestmark = pytest.mark.model

# One paragraph a line; the first quote has two pieces, the last one is no speech.
TEXT = (
    "“We won’t sell,” said Ms. Anna Ito. “Not this year.”\n\n"
    "The ministry said that the mill would close in May.\n"
    "Mr. Vane believes that the river will rise."
)
KEYS = ("quotes", "quote_cues", "quote_speakers")


def load(**config: Any) -> Language:
    """A user's pipeline, with everything that comes with it and the component at its end."""
    name = next(name for name in ENGLISH.models if spacy.util.is_package(name))
    nlp = spacy.load(name)
    nlp.add_pipe("quotes", config=config)
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline with a recogniser and a lemmatizer, which the rules do not read."""
    nlp = load()
    assert {"ner", "lemmatizer", "quotes"} <= set(nlp.pipe_names)
    return nlp


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    """The text with its quotes."""
    return nlp(TEXT)


def spans_of(doc: Doc) -> dict[str, list[tuple[str, str, str, str]]]:
    """The text, label, id and knowledge-base id of the spans that the component writes."""
    return {
        key: [(span.text, span.label_, span.id_, span.kb_id_) for span in doc.spans[key]]
        for key in KEYS
    }


def test_contents_cues_and_speakers_are_spans(doc: Doc) -> None:
    texts = {key: [span.text for span in doc.spans[key]] for key in KEYS}
    assert texts == {
        "quotes": [
            "“We won’t sell,”",
            "“Not this year.”",
            "that the mill would close in May",
        ],
        "quote_cues": ["said", "said"],
        "quote_speakers": ["Ms. Anna Ito", "The ministry"],
    }
    assert [span.label_ for span in doc.spans["quotes"]] == ["direct", "direct", "indirect"]


def test_spans_bear_the_ids_of_their_records(doc: Doc) -> None:
    first, second = [record["id"] for record in doc.user_data["quotes"]]
    assert [span.id_ for span in doc.spans["quotes"]] == [first, first, second]
    assert [span.kb_id_ for span in doc.spans["quotes"]] == [first, first, second]
    assert [span.id_ for span in doc.spans["quote_cues"]] == [first, second]
    assert [span.id_ for span in doc.spans["quote_speakers"]] == [first, second]


def test_records_are_plain_json(doc: Doc) -> None:
    records = doc.user_data["quotes"]
    assert json.loads(json.dumps(records)) == records
    assert {record["document"]["id"] for record in records} == {"doc"}
    for record in records:
        for span in record["content"]["spans"]:
            assert TEXT[span["start"] : span["end"]] == span["text"]


def test_records_bear_the_id_that_the_user_gave(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["id"] = "mill.txt"
    records = nlp(doc).user_data["quotes"]
    assert {record["document"]["id"] for record in records} == {"mill.txt"}


def test_finds_what_the_extractor_finds(doc: Doc) -> None:
    from quotes.write.record import to_record

    article = Article("doc", TEXT)
    quotes = Extractor().quotes(article)
    assert doc.user_data["quotes"] == [to_record(article, quote) for quote in quotes]


def test_survives_bytes(doc: Doc) -> None:
    copy = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    assert copy.user_data["quotes"] == doc.user_data["quotes"]
    assert spans_of(copy) == spans_of(doc)


def test_survives_two_processes(nlp: Language, doc: Doc) -> None:
    docs = []
    for number in range(3):
        made = nlp.make_doc(TEXT)
        made.user_data["id"] = f"{number}.txt"
        docs.append(made)
    done = list(nlp.pipe(docs, n_process=2, batch_size=1))
    assert [{r["document"]["id"] for r in d.user_data["quotes"]} for d in done] == [
        {"0.txt"},
        {"1.txt"},
        {"2.txt"},
    ]
    assert [[span.text for span in d.spans["quotes"]] for d in done] == [
        [span.text for span in doc.spans["quotes"]]
    ] * 3


def test_acts_and_kinds_choose(nlp: Language) -> None:
    nlp = load(acts=["thought"])
    assert [r["act"] for r in nlp(TEXT).user_data["quotes"]] == ["thought"]
    nlp = load(kinds=["direct"])
    assert [r["kind"] for r in nlp(TEXT).user_data["quotes"]] == ["direct"]


def test_defaults_are_those_of_the_extractor(nlp: Language) -> None:
    config = nlp.get_pipe_config("quotes")
    assert config["acts"] == list(DEFAULT_ACTS)
    assert config["kinds"] == list(ALL_KINDS)
    assert set(DEFAULT_ACTS) < set(ALL_ACTS)


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"acts": ["speach"]}, "component quotes: acts: 'speach' is not one of"),
        ({"kinds": ["straight"]}, "component quotes: kinds: 'straight' is not one of"),
    ],
)
def test_an_unknown_choice_is_refused(config: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        spacy.blank("en").add_pipe("quotes", config=config)


def test_a_document_without_a_parse_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotes")
    with pytest.raises(
        ModelError, match="component quotes: the document has no tags; put a tagger"
    ):
        nlp(TEXT)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "🙂"])
def test_texts_with_nothing_in_them(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.user_data["quotes"] == []
    assert [len(doc.spans[key]) for key in KEYS] == [0, 0, 0]


def test_running_twice_gives_the_same(nlp: Language, doc: Doc) -> None:
    before = spans_of(doc)
    assert spans_of(nlp.get_pipe("quotes")(doc)) == before

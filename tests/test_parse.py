"""Paragraphs are found as a reader sees them, and the model is asked for what the rules need."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from samples import ENGLISH
from spacy.attrs import NAMES
from threadpoolctl import threadpool_info  # type: ignore[import-untyped]

from quotes.errors import ModelError
from quotes.model import Article, Span
from quotes.parse.models import UNREAD, load_model
from quotes.parse.paragraphs import LONGEST_PIECE, find_paragraphs
from quotes.parse.readable import readable
from quotes.parse.speed.products import LIBRARIES, VARIABLE, controller, one_thread, use_fastest
from quotes.parse.speed.vocabulary import note_less
from quotes.parse.trees import parse, to_tree, trees_of
from quotes.pipeline.extractor import Extractor

WRAPPED = (
    "The mill has stood at the end of the village since the old king was\n"
    "young, and nobody who lives here can say who built it, or why it was\n"
    "built so far from the river that it has no water in the summer.\n"
)


def texts(text: str) -> list[str]:
    return [paragraph.of(text) for paragraph in find_paragraphs(text)]


def test_each_line_is_a_paragraph() -> None:
    assert texts("One line.\nAnother line.\n\nA third.") == [
        "One line.",
        "Another line.",
        "A third.",
    ]


def test_carriage_returns_and_blanks_are_no_part_of_a_paragraph() -> None:
    assert texts("  One. \r\n\r\n\tTwo.\r\n") == ["One.", "Two."]


def test_lines_broken_at_one_column_are_one_paragraph() -> None:
    assert texts(f"Headline\n\n{WRAPPED}\n{WRAPPED}") == [
        "Headline",
        WRAPPED.strip(),
        WRAPPED.strip(),
    ]


def test_short_lines_of_verse_or_lists_stay_apart() -> None:
    assert len(texts("Bread, £2.\nMilk, £1.\nEggs, £3.\nButter, £4.\n")) == 4


def test_two_lines_are_one_paragraph_where_others_are_wrapped_at_that_width() -> None:
    short = "The goats of the village were let out of the gate at night, by whom\nnobody knows."
    assert texts(short) == short.split("\n")
    assert texts(f"{WRAPPED}\n{short}\n") == [WRAPPED.strip(), short]
    list_of_names = "Ada Ito\nLeo Bello"
    assert texts(f"{WRAPPED}\n{list_of_names}\n")[1:] == ["Ada Ito", "Leo Bello"]


def test_a_paragraph_too_long_to_parse_comes_in_pieces_cut_between_sentences() -> None:
    text = "The mill is old. " * 3000
    pieces = find_paragraphs(text)
    assert len(pieces) == 3
    assert all(len(p.of(text)) <= LONGEST_PIECE and p.of(text).endswith(".") for p in pieces)
    assert " ".join(p.of(text) for p in pieces) == text.strip()


def test_no_text_has_no_paragraphs() -> None:
    assert find_paragraphs("") == find_paragraphs(" \n\t\r\n ") == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("the mill ― he said", "the mill — he said"),
        ("the mill\u2011owner’s\u00a0word", "the mill-owner’s word"),
        ("the mayor´s office wasn‘t", "the mayor’s office wasn’t"),
        ("\ufeffThe mill. \u200bHe said", " The mill.  He said"),
        ("the \ud83d mill", "the \ufffd mill"),
        ("he asked, ‘so what?’", "he asked, ‘so what?’"),
        ("news\u200broom", "news\u200broom"),
    ],
)
def test_the_parser_reads_the_common_form_of_odd_signs(odd: str, plain: str) -> None:
    assert readable(odd, ENGLISH) == plain
    assert len(odd) == len(plain)


def test_offsets_are_those_of_the_article(extractor: Extractor) -> None:
    text = "One\u00a0line.\r\n\r\n“We won’t sell,” said Ito."
    words = [
        (tree.words[n], text[tree.starts[n] : tree.ends[n]])
        for tree in parse(extractor.nlp, text, ENGLISH)
        for n in range(len(tree))
    ]
    assert ("Ito", "Ito") in words
    assert all(word == stated for word, stated in words)


@pytest.mark.model
def test_a_document_parsed_elsewhere_gives_the_same_words(extractor: Extractor) -> None:
    text = "The mill will stay.\nIto said so."
    ours = [tree.words for tree in parse(extractor.nlp, text, ENGLISH)]
    assert [tree.words for tree in trees_of(extractor.nlp(text), ENGLISH)] == ours


@pytest.mark.model
@pytest.mark.parametrize("library", LIBRARIES)
def test_the_quick_parse_is_the_plain_one(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, library)
    quick = load_model(ENGLISH)
    assert use_fastest(quick) == library
    name = next(name for name in ENGLISH.models if spacy.util.is_package(name))
    plain = spacy.load(name, exclude=list(UNREAD))
    articles = sorted((Path(__file__).parent / "articles").glob("*.txt"))
    for text in (path.read_text(encoding="utf-8") for path in articles):
        ours, theirs = (
            parse(quick, text, ENGLISH),
            parse(plain, text, ENGLISH),
        )
        assert [(t.words, t.tags, t.deps, t.heads) for t in ours] == [
            (t.words, t.tags, t.deps, t.heads) for t in theirs
        ]


@pytest.mark.model
def test_words_that_come_again_are_embedded_once(extractor: Extractor) -> None:
    (embedding,) = [
        node for node in extractor.nlp.get_pipe("tok2vec").model.walk() if node.name == "distinct"
    ]
    inner, seen = embedding.layers[0], []
    forward = inner._func

    def noting(model: object, rows: object, is_train: bool) -> object:
        seen.append(len(rows))  # type: ignore[arg-type]
        return forward(model, rows, is_train)

    inner._func = noting
    try:
        extractor.nlp("so so so so")
    finally:
        inner._func = forward
    assert seen == [2]  # with and without a space after it


@pytest.mark.model
def test_of_a_new_word_only_what_is_read_is_noted(extractor: Extractor) -> None:
    noted = {NAMES[number] for number in extractor.nlp.vocab.lex_attr_getters}
    assert noted == {"NORM", "LOWER", "SHAPE", "PREFIX", "SUFFIX", "IS_SPACE"}


def test_a_pipeline_with_other_parts_notes_all_of_a_word() -> None:
    nlp = spacy.blank("en")
    before = set(nlp.vocab.lex_attr_getters)
    nlp.add_pipe("entity_ruler")
    note_less(nlp)
    assert set(nlp.vocab.lex_attr_getters) == before


@pytest.mark.model
def test_a_pipeline_that_has_met_too_many_words_is_loaded_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article = Article("a", "“We will mend the mill,” Ada Ito said.")
    extractor = Extractor()
    first, quotes = extractor.nlp, extractor.quotes(article)
    assert extractor.nlp is first
    monkeypatch.setattr("quotes.parse.speed.vocabulary.MOST_WORDS", 10)
    assert extractor.quotes(article) == quotes
    assert extractor.nlp is not first
    assert extractor.quotes(article) == quotes


@pytest.mark.model
def test_an_unknown_library_for_matrix_products_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(VARIABLE, "abacus")
    with pytest.raises(ModelError, match="QUOTES_BLAS=abacus: not one of numpy, blis; set one"):
        load_model(ENGLISH)


@pytest.mark.model
def test_a_parse_leaves_the_number_of_threads_as_it_was(extractor: Extractor) -> None:
    before = threadpool_info()
    parse(extractor.nlp, "The mill will stay.", ENGLISH)
    assert threadpool_info() == before
    with one_thread():  # libraries that are loaded later do not compute our products
        inside = [each for each in controller().info() if each["user_api"] == "blas"]
    assert {each["num_threads"] for each in inside} <= {1}


@pytest.mark.model
def test_white_space_tokens_are_left_out(extractor: Extractor) -> None:
    doc = extractor.nlp("Ito  said\t so.")
    tree = to_tree(doc, doc.text, ENGLISH, 0, Span(0, len(doc.text)), doc.text)
    assert tree.words == ("Ito", "said", "so", ".")


def test_a_missing_model_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"^model en_nowhere: not found.*pip install"):
        load_model(ENGLISH, "en_nowhere")


def test_a_model_without_a_parser_is_refused(tmp_path: object) -> None:
    spacy.blank("en").to_disk(f"{tmp_path}/bare")
    with pytest.raises(ModelError, match="has no tagger or parser"):
        load_model(ENGLISH, f"{tmp_path}/bare")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Ann Connolly left. Connolly said that it would rain.", ["Connolly", "Connolly"]),
        ("Mr. May left. “It will stay,” May said.", ["May", "May"]),
        ("Ann Reilly left. Reilly has said so.", ["Reilly", "Reilly"]),
        ("Early said so.", []),  # nobody here is called Early
        ("Ito met Mr. Early. Early, it rained, he said.", ["Ito"]),
        ("Mr. May left. May Ito stay?", ["May", "Ito"]),
    ],
)
def test_a_surname_that_is_an_adverb_too_is_the_subject_of_its_verb(
    extractor: Extractor, text: str, subjects: list[str]
) -> None:
    (tree,) = parse(extractor.nlp, text, ENGLISH)
    named = [n for n, dep in enumerate(tree.deps) if dep == "nsubj" and tree.tags[n] == "NNP"]
    assert [tree.words[n] for n in named] == subjects


@pytest.mark.model
@pytest.mark.parametrize("title", ["Sgt.", "Col.", "Lt.", "Det. Supt.", "Mme."])
def test_an_abbreviated_title_is_of_one_sentence_with_its_name(
    extractor: Extractor, title: str
) -> None:
    (tree,) = parse(extractor.nlp, f"It rained. {title} Ada Bello said that it was late.", ENGLISH)
    said, name = tree.words.index("said"), tree.words.index("Bello")
    assert (tree.heads[name], tree.deps[name]) == (said, "nsubj")
    assert tree.text[tree.starts[tree.left[name]] : tree.ends[name]] == f"{title} Ada Bello"

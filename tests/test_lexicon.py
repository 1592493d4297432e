"""The lexicon's files fit their schema, and a faulty row is named by its place."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from samples import ENGLISH

from quotes.errors import LexiconError
from quotes.lexicon.load import check_table, read_table
from quotes.lexicon.small_words import SmallWords, field_of, small_words
from quotes.write.schema import read_schema

NAMES = sorted(
    file.name.removesuffix(".toml")
    for file in files("quotes.lexicon").joinpath("en").iterdir()
    if file.name.endswith(".toml")
)
CUES = "[verb]\n{}\n[noun]\n[adjective]\n[adverb]\n[preposition]\n"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return read_schema("lexicon.schema.json")


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_file_fits_its_schema(name: str, schema: dict[str, Any]) -> None:
    check_table(name, read_table(name, "en"), schema)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            'say = { act = "plane", forms = "say", frames = "clause" }',
            "cue.toml: verb.say.act: 'plane' is not one of ['speech', 'document'",
        ),
        ('say = { act = "speech", forms = "say" }', "cue.toml: verb.say: 'frames' is a required"),
        (
            'say = { act = "speech", forms = "say", frames = "clause, quote" }',
            "cue.toml: verb.say.frames: 'clause, quote' does not match",
        ),
        (
            'say = { act = "speech", forms = "Say", frames = "clause" }',
            "cue.toml: verb.say.forms: 'Say' does not match",
        ),
        (
            'say = { act = "speech", forms = "say", frames = "clause", tone = "dry" }',
            "cue.toml: verb.say: Additional properties are not allowed ('tone' was unexpected)",
        ),
    ],
)
def test_a_faulty_row_is_named(row: str, message: str, schema: dict[str, Any]) -> None:
    with pytest.raises(LexiconError) as caught:
        check_table("cue", tomllib.loads(CUES.format(row)), schema)
    assert str(caught.value).startswith(message)


def test_a_repeated_key_is_refused() -> None:
    row = 'say = { act = "speech", forms = "say", frames = "clause" }'
    with pytest.raises(tomllib.TOMLDecodeError, match="Cannot overwrite a value"):
        tomllib.loads(CUES.format(f"{row}\n{row}"))


def test_a_missing_language_is_one_clear_line() -> None:
    with pytest.raises(LexiconError, match=r"^xx/cue\.toml: not found; reinstall the package$"):
        read_table("cue", "xx")


def test_a_form_leads_to_its_row() -> None:
    row = ENGLISH.cues.row("said", "verb")
    assert row is not None
    assert (row.lemma, row.act, row.rule) == ("say", "speech", "cue.verb.say")
    assert ENGLISH.cues.row("said", "noun") is None


def test_british_spellings_are_forms_too() -> None:
    criticised, criticized = (ENGLISH.cues.row(w, "verb") for w in ("criticised", "criticized"))
    assert criticised is criticized is not None


def test_an_abbreviation_that_stays_whole_is_a_title() -> None:
    words, tables = ENGLISH.names, read_table("grammar", "en")["abbreviation"]
    known = {*words.titles, *words.suffixes, *words.honours, *words.among_titles}
    assert set(tables["titles"]) - known == set()


def test_every_list_of_small_words_has_a_field_and_stands_once() -> None:
    tables = [table for table in read_table("names", "en").values() if isinstance(table, dict)]
    keys = [field_of(key) for table in tables for key in table]
    assert sorted(keys) == sorted(SmallWords.__slots__)


@pytest.mark.parametrize(
    ("table", "lists", "message"),
    [
        ("again", {"of": ["of"]}, "[again] of: another table has this list; rename one"),
        ("new", {"of-late": ["x"]}, "give of_late a field of SmallWords in"),
        ("name", {}, "no list and; add it"),
    ],
)
def test_a_fault_in_the_small_words_is_named(
    table: str, lists: dict[str, list[str]], message: str
) -> None:
    with pytest.raises(LexiconError) as caught:
        small_words(read_table("names", "en") | {table: lists})
    assert str(caught.value).startswith(f"names.toml: {message}")


def test_a_table_or_list_that_the_grammar_lacks_is_named() -> None:
    with pytest.raises(LexiconError, match=r"^en/grammar\.toml has no table \[tide\]; add it$"):
        ENGLISH.words("tide", "high")
    with pytest.raises(LexiconError, match=r"^en/grammar\.toml: \[noun\] has no list tide; add it"):
        ENGLISH.words("noun", "tide")

"""The schemas: each field is described, nothing more is let in, the quick check agrees."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from samples import ARTICLE, FIRST, QUOTE, SECOND

from quotes.errors import RecordError
from quotes.model import TURN_RULE, Article, Rules
from quotes.pipeline.pieces import CUT
from quotes.pipeline.rules import stage_rules
from quotes.read.failure import Failure
from quotes.write.record import to_error, to_record
from quotes.write.schema import check, read_schema, schema_errors
from quotes.write.sinks.sink import to_text
from quotes.write.validate import (
    CheckedRecords,
    check_articles,
    check_lines,
    check_references,
    own_errors,
)

NAMES = ("quote.schema.json", "error.schema.json", "decision.schema.json")
RECORD = to_record(ARTICLE, QUOTE)


def parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """*schema* and every schema in it."""
    yield schema
    for part in (*schema.get("properties", {}).values(), schema.get("items")):
        if part is not None:
            yield from parts(part)


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_one_of_its_draft(name: str) -> None:
    schema = read_schema(name)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", NAMES)
def test_every_object_requires_and_describes_all_its_fields(name: str) -> None:
    for part in parts(read_schema(name)):
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert sorted(part["required"]) == sorted(part["properties"])
            assert all(len(field["description"]) > 10 for field in part["properties"].values())


def test_record_of_a_quote_fits() -> None:
    assert check(RECORD) is RECORD


def test_record_of_an_error_fits() -> None:
    for failure in (
        Failure("a.jsonl#3", "read", "ReadError", "not JSON", "x/a.jsonl", 3),
        Failure("a.txt", "find", "ValueError", "no message"),
    ):
        assert schema_errors(to_error(failure), "error.schema.json") == []


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("schema",), "quote/2", "$.schema: 'quote/1' was expected"),
        (("id",), "5f0c", "$.id: '5f0c' does not match"),
        (("cue", "start"), -1, "$.cue.start: -1 is less than the minimum of 0"),
        (("cue", "negated"), 1, "$.cue.negated: 1 is not of type 'boolean'"),
        (("paragraph",), True, "$.paragraph: True is not of type 'integer'"),
        (("content", "spans"), [], "$.content.spans: [] should be non-empty"),
        (("content", "spans", 1, "end"), "x", "$.content.spans[1].end: 'x' is not of type"),
        (("speakers", 0, "mention", "form"), "noun", "$.speakers[0].mention.form: 'noun'"),
        (("speakers", 0, "extra"), 1, "$.speakers[0]: Additional properties"),
        (("confidence",), 1.01, "$.confidence: 1.01 is greater than the maximum of 1"),
    ],
)
def test_wrong_field_is_named_with_its_path(
    path: tuple[Any, ...], value: object, message: str
) -> None:
    record = changed(path, value)
    (found,) = schema_errors(record)
    assert found.startswith(message)
    with pytest.raises(RecordError, match="this is a bug"):
        check(record)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("content", "quoted", 0), {"start": 0, "end": 17}, "$.content.quoted[0]: 0-17"),
        (("content", "quoted", 0), {"start": 5, "end": 5}, "$.content.quoted[0]: 5-5"),
        (("content", "quoted"), [], "$.kind: direct, but no words stand"),
        (("kind",), "indirect", "$.kind: indirect, but words stand"),
        (("speakers", 0, "evidence"), {"start": 0, "end": 9, "text": "Ito"}, "$.speakers[0].evid"),
    ],
)
def test_record_that_contradicts_itself_is_named(
    path: tuple[Any, ...], value: object, message: str
) -> None:
    (found,) = own_errors(changed(path, value))
    assert found.startswith(message)
    assert own_errors(RECORD) == []


def test_spans_stand_in_order_and_a_turn_needs_no_marks() -> None:
    spans = RECORD["content"]["spans"]
    found = own_errors(changed(("content", "spans"), spans[::-1]))
    assert "$.content.spans: not one after the other" in found
    turn = replace(QUOTE, quoted=(), rules=Rules(TURN_RULE))
    assert own_errors(to_record(ARTICLE, turn)) == []
    assert TURN_RULE in {rule.name for rule in stage_rules()}


def problems(*records: dict[str, Any], article: Article = ARTICLE) -> list[str]:
    """What a check of *records* against *article* says."""
    claims = CheckedRecords()
    lines = (f"{to_text(record)}\n".encode() for record in records)
    by_line = check_lines(lines, claims, keep=True)
    found = chain(by_line, check_references(claims), check_articles(claims, [article]))
    return [f"{problem.line}: {problem.message}" for problem in found]


def test_quotes_that_are_named_must_be_among_the_records() -> None:
    other = to_record(
        ARTICLE, replace(QUOTE, spans=(SECOND,), quoted=(SECOND,), nested_in=(FIRST,))
    )
    assert problems(other) == [f"1: $.nested_in: no right record is {other['nested_in']}"]
    whole = to_record(ARTICLE, replace(QUOTE, spans=(FIRST,), quoted=(FIRST,)))
    assert problems(other, whole) == problems(whole, other) == []
    itself = changed(("continues",), RECORD["id"])
    assert problems(itself) == [f"1: $.continues: no right record is {RECORD['id']}"]


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("document", "title"), "Another", "1: $.document.title: the article has another"),
        (("paragraph",), 2, "1: $.paragraph: the article has 2, counted from 0"),
        (
            ("speakers", 0, "evidence"),
            {"start": 0, "end": 3, "text": "Ito"},
            "1: $.speakers[0].evidence: 0-3 does not cut out the stated text",
        ),
        (("confidence",), float("nan"), "1: not JSON in UTF-8: NaN is no value of JSON"),
    ],
)
def test_record_is_held_against_its_article(
    path: tuple[Any, ...], value: object, message: str
) -> None:
    assert problems(RECORD) == []
    assert problems(RECORD, article=replace(ARTICLE, title=None)) == []
    assert problems(changed(path, value)) == [message]


def test_every_flag_is_one_that_the_schema_describes() -> None:
    described = read_schema("quote.schema.json")["properties"]["flags"]["description"]
    sources = (Path(__file__).parent.parent / "quotes").rglob("*.py")
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    for flag in (
        "unclosed_mark",
        "no_speaker",
        "second_hand",
        CUT,
        *re.findall(r'"(ambiguous_[a-z]+)"', code),
    ):
        assert f" {flag}: " in described
        assert f'"{flag}"' in code


def test_errors_stand_in_the_order_of_their_paths() -> None:
    spans = [{"start": 0, "end": 1, "text": "x"}] * 10 + [{"start": -1, "end": 1, "text": "x"}]
    spans[2] = spans[10]
    found = schema_errors(changed(("content", "spans"), spans))
    assert [error.split(":")[0] for error in found] == [
        "$.content.spans[2].start",
        "$.content.spans[10].start",
    ]


def changed(path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """The record with *value* at *path*."""
    record = copy.deepcopy(RECORD)
    inner: Any = record
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return record


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of everything in a record."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*path, key)
            yield from places(inner, (*path, key))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.floats(-2, 2) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@given(st.sampled_from(sorted(places(RECORD), key=str)), json_values)
def test_quick_check_finds_what_jsonschema_finds(path: tuple[Any, ...], value: object) -> None:
    record = changed(path, value)
    plain = Draft202012Validator(read_schema("quote.schema.json"))
    expected = sorted((error.json_path, error.message[:200]) for error in plain.iter_errors(record))
    found = [tuple(error.split(": ", 1)) for error in schema_errors(record)]
    assert sorted((path, message[:200]) for path, message in found) == expected

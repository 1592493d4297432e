"""Whole articles and their records: the same as before, and sound in themselves."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quotes.model import Article
from quotes.pipeline.asked import ALL_KINDS
from quotes.pipeline.extractor import Extractor

HERE = Path(__file__).parent
SCHEMA = HERE.parent / "schemas" / "quote.schema.json"
ARTICLES = sorted((HERE / "articles").glob("*.txt"))
each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
pytestmark = pytest.mark.model

Record = dict[str, Any]


def golden_of(path: Path) -> Path:
    """Where the records of an article are kept."""
    return HERE / "golden" / f"{path.stem}.jsonl"


@cache
def text_of(path: Path) -> str:
    """The text of an article with the line ends that it has in the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def found(extractor: Extractor, path: Path) -> list[Record]:
    """The records of the quotes found in an article."""
    from quotes.write.record import to_record

    article = Article(path.name, text_of(path))
    return [to_record(article, quote) for quote in extractor.quotes(article)]


@pytest.fixture(scope="session")
def records(careful: Extractor) -> dict[Path, list[Record]]:
    """The records of each article."""
    return {path: found(careful, path) for path in ARTICLES}


def lines(records: list[Record]) -> str:
    """*records* as JSON Lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


@each_article
def test_records_are_as_before(
    path: Path, records: dict[Path, list[Record]], request: pytest.FixtureRequest
) -> None:
    golden = golden_of(path)
    if request.config.getoption("--rewrite-golden"):
        golden.write_text(lines(records[path]), encoding="utf-8", newline="\n")
    assert golden.exists(), f"no {golden.name}; run pytest --rewrite-golden and read the diff"
    with golden.open(encoding="utf-8") as file:
        assert records[path] == [json.loads(line) for line in file]


def test_every_golden_file_has_an_article() -> None:
    kept = sorted((HERE / "golden").iterdir())
    assert [p.name for p in kept if p not in map(golden_of, ARTICLES)] == []


def test_articles_have_quotes_of_every_kind(records: dict[Path, list[Record]]) -> None:
    kinds = {record["kind"] for found in records.values() for record in found}
    assert kinds == set(ALL_KINDS)


@each_article
def test_offsets_cut_out_the_stated_text(path: Path, records: dict[Path, list[Record]]) -> None:
    text = text_of(path)
    for record in records[path]:
        content = record["content"]
        stated = [*content["spans"], *(part for part in [record["cue"]] if part)]
        stated += [s["mention"] for s in record["speakers"] if s["mention"]]
        assert [part["text"] for part in stated] == [text[p["start"] : p["end"]] for p in stated]
        assert content["text"] == " ".join(span["text"] for span in content["spans"])
        for part in content["quoted"]:
            assert any(
                s["start"] <= part["start"] < part["end"] <= s["end"] for s in content["spans"]
            )


@each_article
def test_selector_finds_the_place(path: Path, records: dict[Path, list[Record]]) -> None:
    for record in records[path]:
        selector = record["selector"]
        assert selector["prefix"] + selector["exact"] + selector["suffix"] in text_of(path)


@each_article
def test_records_fit_the_schema(path: Path, records: dict[Path, list[Record]]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    errors = [error for record in records[path] for error in validator.iter_errors(record)]
    assert [f"{error.json_path} {error.message}" for error in errors] == []


@each_article
def test_ids_are_unique_and_point_into_the_article(
    path: Path, records: dict[Path, list[Record]]
) -> None:
    ids = [record["id"] for record in records[path]]
    assert len(set(ids)) == len(ids)
    for record in records[path]:
        for key in ("continues", "nested_in"):
            assert record[key] is None or record[key] in set(ids) - {record["id"]}, key


@each_article
def test_records_are_in_the_order_of_the_text(
    path: Path, records: dict[Path, list[Record]]
) -> None:
    starts = [record["content"]["spans"][0]["start"] for record in records[path]]
    assert starts == sorted(starts)


@each_article
def test_document_is_the_article(path: Path, records: dict[Path, list[Record]]) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    for record in records[path]:
        assert (record["document"]["id"], record["document"]["sha256"]) == (path.name, digest)


@each_article
def test_same_bytes_twice(
    path: Path, records: dict[Path, list[Record]], careful: Extractor
) -> None:
    assert lines(found(careful, path)) == lines(records[path])

"""Checks written records against the schema, against themselves and against the articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any, NoReturn

from quotes.model import TURN_RULE, Article
from quotes.parse.paragraphs import find_paragraphs
from quotes.read.failure import Failure, Item
from quotes.write.record import CONTEXT, quote_id, text_hash
from quotes.write.schema import schema_errors


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with one line of a file of records."""

    line: int  # from 1
    message: str


@dataclass(slots=True)
class CheckedRecords:
    """What right records say of their articles: all that a check against the texts needs."""

    records: int = 0
    ids: set[str] = field(default_factory=set)
    wanted: dict[str, Problem] = field(default_factory=dict)  # an id that none has had yet
    by_document: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=dict)

    def kept(self) -> dict[str, list[dict[str, Any]]]:
        """The records that were kept, by their article."""
        return {
            document: [record for _, record in numbered]
            for document, numbered in self.by_document.items()
        }


def check_lines(lines: Iterable[bytes], checked: CheckedRecords, keep: bool) -> Iterator[Problem]:
    """What is wrong with each line by itself; right ones go to *checked*, whole if *keep*."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        checked.records += 1
        try:
            record = json.loads(line.decode("utf-8"), parse_constant=refuse)
        except (ValueError, RecursionError) as error:
            yield Problem(number, f"not JSON in UTF-8: {error}")
            continue
        errors = schema_errors(record) or own_errors(record)
        if not errors and record["id"] in checked.ids:
            errors = [f"$.id: {record['id']} stands in an earlier line"]
        yield from (Problem(number, error) for error in errors)
        if not errors:
            note_ids(checked, number, record)
            if keep:
                checked.by_document.setdefault(record["document"]["id"], []).append(
                    (number, record)
                )


def refuse(constant: str) -> NoReturn:
    """Nothing: ValueError for NaN and the infinities, which Python reads and JSON has not."""
    raise ValueError(f"{constant} is no value of JSON")


def note_ids(checked: CheckedRecords, line: int, record: dict[str, Any]) -> None:
    """Note in *checked* the record's own id, and those that it names and no earlier line has."""
    checked.wanted.pop(record["id"], None)
    for key in ("continues", "nested_in"):
        other = record[key]
        if other is not None and other not in checked.ids:
            checked.wanted.setdefault(other, Problem(line, f"$.{key}: no right record is {other}"))
    checked.ids.add(record["id"])


def check_references(checked: CheckedRecords) -> Iterator[Problem]:
    """What names a quote that is not among the records, once all lines were checked."""
    yield from sorted(checked.wanted.values(), key=lambda problem: problem.line)


def own_errors(record: dict[str, Any]) -> list[str]:
    """What in a record that fits the schema contradicts itself."""
    spans = record["content"]["spans"]
    document = record["document"]
    errors = [
        f"{path}: {place['start']}-{place['end']} is not the length of the stated text"
        for path, place in stated(record)
        if place["end"] - place["start"] != len(place["text"])
    ]
    if record["content"]["text"] != " ".join(span["text"] for span in spans):
        errors.append("$.content.text: not the texts of the spans joined by one space")
    places = [(span["start"], span["end"]) for span in spans]
    if record["id"] != quote_id(document["id"], document["sha256"], places):
        errors.append("$.id: not the one that document and spans give")
    return [*errors, *content_errors(record)]


def content_errors(record: dict[str, Any]) -> Iterator[str]:
    """What the spans, the marks and the kind of a record say against one another."""
    spans, quoted = record["content"]["spans"], record["content"]["quoted"]
    if any(after["start"] < before["end"] for before, after in pairwise(spans)):
        yield "$.content.spans: not one after the other"
    for index, place in enumerate(quoted):
        start, end = place["start"], place["end"]
        if start >= end or not any(s["start"] <= start and end <= s["end"] for s in spans):
            yield f"$.content.quoted[{index}]: {start}-{end} is not inside a span"
    turn = record["kind"] == "direct" and record["rules"]["content"] == TURN_RULE
    if (record["kind"] == "indirect") == bool(quoted) and not turn:
        there = "words" if quoted else "no words"
        yield f"$.kind: {record['kind']}, but {there} stand in quotation marks"


def stated(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The path and value of each part of a record that states a text and its place."""
    for index, span in enumerate(record["content"]["spans"]):
        yield f"$.content.spans[{index}]", span
    if record["cue"] is not None:
        yield "$.cue", record["cue"]
    for index, speaker in enumerate(record["speakers"]):
        if speaker["mention"] is not None:
            yield f"$.speakers[{index}].mention", speaker["mention"]
        if speaker["evidence"] is not None:
            yield f"$.speakers[{index}].evidence", speaker["evidence"]


def check_articles(checked: CheckedRecords, items: Iterable[Item]) -> Iterator[Problem]:
    """What the texts of the articles say against the records, an article at a time."""
    waiting = dict(checked.by_document)
    reasons: dict[str, str] = {}
    for item in items:
        if isinstance(item, Failure):
            reasons[item.document] = f"could not be read: {item.message}"
        elif isinstance(item, Article):
            records = waiting.pop(item.id, [])
            paragraphs = len(find_paragraphs(item.text)) if records else 0
            for line, record in records:
                errors = chain(text_errors(record, item), page_errors(record, item, paragraphs))
                yield from (Problem(line, error) for error in errors)
    for document, records in waiting.items():
        reason = reasons.get(document, "is not among the articles given")
        yield Problem(records[0][0], f"$.document.id: {document} {reason}")


def text_errors(record: dict[str, Any], article: Article) -> Iterator[str]:
    """What the text of *article* says against *record*."""
    text = article.text
    if record["document"]["sha256"] != text_hash(article):
        yield "$.document.sha256: the article's text is another"
    for path, place in stated(record):
        if text[place["start"] : place["end"]] != place["text"]:
            yield f"{path}: {place['start']}-{place['end']} does not cut out the stated text"
    spans = record["content"]["spans"]
    start, end = spans[0]["start"], spans[-1]["end"]
    selector = {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
    yield from (
        f"$.selector.{key}: not what stands in the text"
        for key, there in selector.items()
        if record["selector"][key] != there
    )


def page_errors(record: dict[str, Any], article: Article, paragraphs: int) -> Iterator[str]:
    """What else *article*, of so many paragraphs, says against *record*."""
    for key in ("title", "url", "published"):
        there = getattr(article, key)
        if there is not None and record["document"][key] != there:
            yield f"$.document.{key}: the article has another"
    if record["paragraph"] >= paragraphs:
        yield f"$.paragraph: the article has {paragraphs}, counted from 0"

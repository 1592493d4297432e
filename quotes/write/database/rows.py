"""From the records of one article to the rows of the tables: pure functions of plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from quotes.model import Article
from quotes.write.record import Record, to_document
from quotes.write.sinks.sink import to_text

RULES = ("mark", "cue", "content", "source", "speaker")
Row = dict[str, Any]
Rows = dict[str, list[Row]]  # by table, in an order in which they can be stored


def rows_of(document: str, records: Sequence[Record]) -> Rows:
    """The rows for *records*, all those of a *document*, by table; its own row is not here."""
    ids = {record["id"] for record in records}
    return {
        "speakers": speaker_rows(document, records),
        "quotes": [quote_row(record, place, ids) for place, record in enumerate(records)],
        "records": [{"quote_id": each["id"], "record": to_text(each)} for each in records],
        "spans": [row for each in records for row in span_rows(each)],
        "mentions": [row for each in records for row in mention_rows(each)],
    }


def document_row(article: Article) -> Row:
    """What the row of *article* says of the article itself."""
    return {
        **to_document(article),
        "published_on": day_of(article.published),
        "characters": len(article.text),
    }


def day_of(published: str | None) -> date | None:
    """The day that a date or time of publication starts with, in ISO 8601; None if with none."""
    try:
        return date.fromisoformat((published or "").strip()[:10])
    except ValueError:
        return None


def quote_row(record: Record, place: int, ids: set[str]) -> Row:
    """The row of a quote, the *place*-th of its article, which has the quotes *ids*."""
    cue = record["cue"] or {}
    names = [speaker["name"] for speaker in record["speakers"] if speaker["name"] is not None]
    return {
        "id": record["id"],
        "document_id": record["document"]["id"],
        "place": place,
        "content": record["content"]["text"],
        "speaker": "; ".join(names) or None,
        "title": record["document"]["title"],
        "kind": record["kind"],
        "act": record["act"],
        "cue": cue.get("text"),
        "cue_lemma": cue.get("lemma"),
        "cue_start": cue.get("start"),
        "cue_end": cue.get("end"),
        "negated": cue.get("negated"),
        "paragraph": record["paragraph"],
        "prefix": record["selector"]["prefix"],
        "suffix": record["selector"]["suffix"],
        # A quote that was refused is no row that another could refer to.
        "continues": record["continues"] if record["continues"] in ids else None,
        "nested_in": record["nested_in"] if record["nested_in"] in ids else None,
        **{f"{name}_rule": record["rules"][name] for name in RULES},
        "confidence": record["confidence"],
        "flags": record["flags"],
    }


def span_rows(record: Record) -> list[Row]:
    """The rows of the stretches of content, and of those in quotation marks."""
    whole = record["selector"]["exact"]
    first = record["content"]["spans"][0]["start"]
    content = [("content", number, span) for number, span in enumerate(record["content"]["spans"])]
    quoted = [("quoted", number, span) for number, span in enumerate(record["content"]["quoted"])]
    return [
        {
            "quote_id": record["id"],
            "part": part,
            "number": number,
            "start": span["start"],
            "end": span["end"],
            "text": whole[span["start"] - first : span["end"] - first],
        }
        for part, number, span in content + quoted
    ]


def speaker_id(record: Record, number: int) -> str:
    """s- and 20 hexadecimal digits: of the article's id and the entity, else of quote and place."""
    entity = record["speakers"][number]["entity"]
    parts = (record["document"]["id"], entity) if entity else (record["id"], str(number))
    return "s-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def speaker_rows(document: str, records: Sequence[Record]) -> list[Row]:
    """A row for each speaker in the records of an article: the first that is known of each."""
    rows: dict[str, Row] = {}
    for record in records:
        for number, speaker in enumerate(record["speakers"]):
            id = speaker_id(record, number)
            row = rows.setdefault(id, {"id": id, "document_id": document, "type": "unknown"})
            for column in ("name", "entity", "role", "for", "registry_id"):
                row[column] = speaker[column] if row.get(column) is None else row[column]
            if row["type"] == "unknown":
                row["type"] = speaker["type"]
    return list(rows.values())


def mention_rows(record: Record) -> list[Row]:
    """A row for each speaker of a quote, in the order of the record."""
    rows = []
    for number, speaker in enumerate(record["speakers"]):
        mention, evidence = speaker["mention"] or {}, speaker["evidence"] or {}
        row = {"quote_id": record["id"], "number": number, "speaker_id": speaker_id(record, number)}
        row |= {name: mention.get(name) for name in ("text", "form", "start", "end")}
        row |= {"evidence": evidence.get("text")}
        row |= {f"evidence_{name}": evidence.get(name) for name in ("start", "end")}
        rows.append(row)
    return rows

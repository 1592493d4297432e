"""The queue of quotes to check, and what a reviewer decides on each."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from quotes.show.site.sheets.loading import sheets_of_database
from quotes.show.site.sheets.quote_notes import Note, to_page
from quotes.show.site.sheets.sheet import Sheet
from quotes.show.site.site import Site
from quotes.write.database.decisions import Decision, held, nearest, store
from quotes.write.database.engine import reading
from quotes.write.database.reader import stored_article
from quotes.write.database.tables import documents, quotes, records
from quotes.write.record import Record

BESIDE = 2  # paragraphs shown before and after those of the quote
VERDICTS = ("accept", "reject", "correct", "open")
MOST = 65536  # bytes of a decision
Context = dict[str, Any]  # what the template is given


class BadDecisionError(ValueError):
    """What was posted is not a decision: what is wrong, and what to do."""


def queue(connection: Connection, asked: dict[str, str], site: Site) -> Context:
    """The quote that is asked for, or else the next to check, with the paragraphs around it."""
    document = asked.get("document") or None
    decided = held(connection)
    ids = queued(connection, document)
    shown = asked.get("id") or next((id for id in ids if id not in decided), None)
    total = len(ids)
    done = sum(id in decided for id in ids)
    found: Context = {"total": total, "done": done, "quote": None, "document": document}
    if shown is None or (record := record_of(connection, shown)) is None:
        return found
    (sheet,) = sheets_of_database(connection, record["document"]["id"])
    only = Sheet(*facts_of(sheet), around(sheet, record), (record,))
    page = to_page(only, 0, {})
    before = ids[ids.index(shown) - 1] if shown in ids[1:] else None
    after = next((id for id in after_of(ids, shown) if id not in decided), None)
    found |= {"quote": page.notes[1], "page": page, "record": record, "whole": sheet.whole}
    found |= {"before": before, "after": after, "decision": decided.get(shown)}
    found["name"] = "; ".join(s["name"] or "" for s in record["speakers"]).strip("; ")
    found["candidates"] = choices(page.notes[1])
    return found


def choices(note: Note) -> list[tuple[str, float]]:
    """Those in question as the speaker, the likeliest first; none of a quote of several speakers.

    A correction is of all the speakers of a quote, so one of several cannot be chosen.
    """
    return list(note.whose[0].candidates) if len(note.whose) == 1 else []


def queued(connection: Connection, document: str | None) -> list[str]:
    """The ids of all quotes, the least sure first; those of one *document* as they stand in it."""
    if document is not None:
        query = select(quotes.c.id).where(quotes.c.document_id == document)
        return list(connection.execute(query.order_by(quotes.c.place)).scalars())
    query = select(quotes.c.id).join(documents, documents.c.id == quotes.c.document_id)
    order = (quotes.c.confidence, documents.c.position, quotes.c.place)
    return list(connection.execute(query.order_by(*order)).scalars())


def after_of(ids: list[str], shown: str) -> list[str]:
    """The queue from after *shown* to its end, then from its start."""
    place = ids.index(shown) + 1 if shown in ids else 0
    return ids[place:] + ids[: max(0, place - 1)]


def record_of(connection: Connection, id: str) -> Record | None:
    """The record of a quote; None if there is none."""
    line = connection.execute(select(records.c.record).where(records.c.quote_id == id)).scalar()
    record: Record | None = None if line is None else json.loads(line)
    return record


def facts_of(sheet: Sheet) -> tuple[str, str | None, str | None, str | None]:
    """What a sheet says of its article."""
    return sheet.id, sheet.title, sheet.url, sheet.published


def around(sheet: Sheet, record: Record) -> tuple[Any, ...]:
    """The passages of a quote with those beside them."""
    start, end = record["content"]["spans"][0]["start"], record["content"]["spans"][-1]["end"]
    inside = [
        index
        for index, passage in enumerate(sheet.passages)
        if passage.start < end and start < passage.end
    ]
    return sheet.passages[max(0, inside[0] - BESIDE) : inside[-1] + BESIDE + 1]


def decide(body: bytes, site: Site) -> tuple[dict[str, Any], int]:
    """The answer to a posted decision and its HTTP status; it is stored if it makes sense."""
    try:
        asked = json.loads(body) if len(body) <= MOST else None
        with reading(str(site.db)) as connection:
            record, decision = to_decision(connection, asked, site.reviewer or "")
        store(site.db, record, decision)
    except (BadDecisionError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        return {"error": str(error)}, 400
    except sqlite3.Error as error:
        return {"error": f"{error}; is a run writing to it? try again"}, 503
    return {"stored": decision.verdict}, 200


def to_decision(connection: Connection, asked: Any, by: str) -> tuple[Record, Decision]:
    """The record and the decision on it that *asked* holds; BadDecisionError if it has none."""
    if not isinstance(asked, dict) or asked.get("verdict") not in VERDICTS:
        raise BadDecisionError("no verdict; it is accept, reject, correct or open")
    record = record_of(connection, str(asked.get("quote")))
    if record is None:
        raise BadDecisionError("the quote is no longer there; reload the page")
    if asked["verdict"] != "correct":
        return record, Decision(asked["verdict"], by)
    article = stored_article(connection, record["document"]["id"])
    text = None if article is None else article.text
    speaker, source = corrected_speaker(asked, text, record)
    bounds = place_in(asked.get("bounds"), text)
    if speaker is None and bounds is None:
        raise BadDecisionError("nothing is corrected; select words or write a name")
    words = None if bounds is None or text is None else text[bounds[0] : bounds[1]]
    decision = Decision("correct", by, speaker, source, bounds, words)
    earlier = held(connection, record["document"]["id"]).get(record["id"])
    return record, decision if earlier is None else joined(decision, earlier, record)


def joined(decision: Decision, earlier: Row[Any], record: Record) -> Decision:
    """A correction, with what an *earlier* one on the same text says of the other part."""
    if earlier.verdict != "correct" or earlier.sha256 != record["document"]["sha256"]:
        return decision
    if decision.speaker is None and earlier.speaker is not None:
        start, end = earlier.source_start, earlier.source_end
        source = None if start is None else (start, end)
        return replace(decision, speaker=earlier.speaker, source=source)
    if decision.bounds is None and earlier.start is not None:
        bounds = earlier.start, earlier.end
        return replace(decision, bounds=bounds, corrected=earlier.corrected)
    return decision


def corrected_speaker(
    asked: dict[str, Any], text: str | None, record: Record
) -> tuple[str | None, tuple[int, int] | None]:
    """The name that a reviewer gave, and where it stands in the text if that is known."""
    name = asked.get("speaker")
    if not isinstance(name, str) or not (name := " ".join(name.split())):
        return None, None
    source = place_in(asked.get("source"), text)
    if source is None and text is not None:
        source = nearest(text, name, record["content"]["spans"][0]["start"])
    return name[:500], source


def place_in(asked: Any, text: str | None) -> tuple[int, int] | None:
    """The start and end in *asked*, less white space at the ends; None if nothing is asked."""
    if asked is None:
        return None
    if text is None:
        raise BadDecisionError("the text is not stored; extract the article again, then select")
    fits = isinstance(asked, list) and len(asked) == 2 and all(type(p) is int for p in asked)
    if not fits or not 0 <= asked[0] < asked[1] <= len(text):
        raise BadDecisionError("the selection is not in the text; select again")
    start, end = asked
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    if start >= end:
        raise BadDecisionError("the selection holds no words; select again")
    return start, end

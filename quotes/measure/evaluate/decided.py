"""Gold from a quote database: articles that people have checked in full with `quotes review`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import Connection, Row

from quotes.errors import ReadError
from quotes.measure.evaluate.claims import to_claims
from quotes.measure.evaluate.run import (
    Bar,
    Evaluation,
    EvaluationOptions,
    Make,
    Pair,
    evaluate,
    evaluate_folder,
)
from quotes.measure.gold.attributions import Attribution, Note
from quotes.model import Act
from quotes.read.failure import Failure
from quotes.write.database.decisions import Held, checked_through, held, nearest
from quotes.write.database.engine import reading_current, shown
from quotes.write.database.reader import stored_article, stored_records
from quotes.write.record import Record


def evaluate_gold(
    gold: Path | str, asked: EvaluationOptions, make: Make, report: Note, bar: Bar
) -> Evaluation:
    """What the systems that *make* gives find in *gold*: a folder, or a quote database."""
    if isinstance(gold, Path) and gold.is_dir():
        return evaluate_folder(gold, asked, make, report, bar)
    return evaluate_decided(str(gold), asked, make, report)


def evaluate_decided(gold: str, asked: EvaluationOptions, make: Make, report: Note) -> Evaluation:
    """What the systems that *make* gives find of what people accepted or corrected in *gold*.

    An article counts if a decision holds on each of its quotes. What no extraction found is in no
    queue and so in no gold: recall is against what has been found before.
    """
    if asked.wrong_names:
        raise ReadError(f"{shown(gold)}: no speakers are noted in a database; give a folder")
    failures: list[Failure] = []

    def note(failure: Failure) -> None:
        failures.append(failure)
        report(failure)

    with reading_current(gold) as connection:
        pairs = list(decided_pairs(connection))
    if not pairs:
        message = "no article is checked through and has its text; use quotes review"
        raise ReadError(f"{shown(gold)}: {message}")
    calibration, systems = asked.calibrated(), make(note)
    done = evaluate(pairs, systems, asked.acts, asked.misses or asked.spurious)
    done.failed, done.calibration = len(failures), calibration
    return done


def decided_pairs(connection: Connection) -> Iterator[Pair]:
    """The articles that are checked through and whose text is stored, with their attributions."""
    for document in checked_through(connection):
        article = stored_article(connection, document)
        if article is not None:
            stored = stored_records(connection, document)
            yield article, to_gold(stored, held(connection, document), article.text)


def to_gold(stored: Iterable[Record], decided: Held, text: str) -> tuple[Attribution, ...]:
    """The attributions in what people accepted or corrected of the *stored* records of an article.

    They are joined as records are before they are scored.
    """
    kept = [
        corrected(record, decided[record["id"]], text)
        for record in stored
        if decided[record["id"]].verdict != "reject"
    ]
    return tuple(
        Attribution(f"E{number}", claim.content, claim.cue, claim.source)
        for number, claim in enumerate(to_claims(kept, get_args(Act)), start=1)
    )


def corrected(record: Record, decision: Row[Any], text: str) -> Record:
    """*record* as a decision has it."""
    if decision.verdict != "correct":
        return record
    moved = decision.sha256 != record["document"]["sha256"]
    made: dict[str, Any] = dict(record)
    if decision.start is not None:
        place = decision.start, decision.end
        if moved:
            place = nearest(text, decision.corrected, place_of(record)[0]) or place_of(record)
        made["content"] = {"spans": [{"start": place[0], "end": place[1]}]}
    if decision.speaker is not None:
        source: tuple[int, int] | None = decision.source_start, decision.source_end
        if moved or decision.source_start is None:
            source = nearest(text, decision.speaker, place_of(record)[0])
        made["speakers"] = [] if source is None else [{"mention": to_place(*source)}]
    return made


def place_of(record: Mapping[str, Any]) -> tuple[int, int]:
    """The start and end of a record's content."""
    spans = record["content"]["spans"]
    return spans[0]["start"], spans[-1]["end"]


def to_place(start: int, end: int) -> Record:
    """A place as records have it."""
    return {"start": start, "end": end}

"""Records in: what a system says is a quote, as the scores count it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.lexicon.language import read_language
from quotes.measure.evaluate.rule_weights import product_of_weights
from quotes.measure.gold.attributions import Note, name_of
from quotes.model import Article, Span
from quotes.read.articles import opened_file
from quotes.read.failure import Failure
from quotes.read.input_file import InputFile
from quotes.write.record import Record, text_hash
from quotes.write.validate import CheckedRecords, check_lines

ROLES = ("content", "source", "cue", "mark")  # of the rules in a record that are told apart


@dataclass(frozen=True, slots=True)
class Piece:
    """What one record adds to a claim."""

    content: tuple[Span, ...]
    rules: tuple[tuple[str, str], ...] = ()  # (role, name) of each rule that fired
    confidence: float | None = None  # None of a quote within a quote, which nobody annotates
    weight: float = 1.0  # the product of its rules' weights, 0 to 1


@dataclass(frozen=True, slots=True)
class Claim:
    """A quote that a system says there is; records that go on from its first are part of it."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    act: str | None = None
    pieces: tuple[Piece, ...] = ()  # the first one's is the first
    names: tuple[tuple[str | None, float], ...] = ()  # of the speakers, and how sure each is
    speaker_rule: str | None = None  # that chose the speakers; None if none did


System = Callable[[Article], Sequence[Claim]]


def to_claims(records: Iterable[Record], acts: Collection[str]) -> tuple[Claim, ...]:
    """The claims in the records of one article, of *acts* only.

    Annotators take a quoted sentence that goes on from a quote, without a cue of its own, for a
    part of it: so does this. What goes on from a record that is not there stands for itself.
    """
    kept = [record for record in records if record["act"] in acts]
    by_id = {record["id"]: record for record in kept}
    heads = [record for record in kept if not record["continues"]]
    heads += [r for r in kept if r["continues"] and r["continues"] not in by_id]
    parts: dict[str, list[Record]] = {record["id"]: [record] for record in heads}
    for record in kept:
        if record["id"] not in parts:
            parts.get(head_of(record, by_id), []).append(record)
    return tuple(to_claim(parts[record["id"]]) for record in heads)


def head_of(record: Record, by_id: dict[str, Record]) -> str:
    """The id of the record that a chain begins with; of any in it if it bites its tail."""
    seen = set()
    while record["continues"] in by_id and record["id"] not in seen:
        seen.add(record["id"])
        record = by_id[record["continues"]]
    return str(record["id"])


def to_claim(records: Sequence[Record]) -> Claim:
    """The claim of a record and those that go on from it."""
    first, pieces = records[0], tuple(map(to_piece, records))
    mentions = [speaker["mention"] for speaker in first["speakers"]]
    return Claim(
        content=tuple(span for piece in pieces for span in piece.content),
        cue=() if first["cue"] is None else (to_span(first["cue"]),),
        source=tuple(to_span(mention) for mention in mentions if mention is not None),
        act=first["act"],
        pieces=pieces,
        names=tuple((s["name"], s["confidence"]) for s in first["speakers"] if "confidence" in s),
        speaker_rule=first["rules"]["speaker"],
    )


def to_piece(record: Record) -> Piece:
    """The piece that a record is."""
    return Piece(
        tuple(map(to_span, record["content"]["spans"])),
        tuple((role, record["rules"][role]) for role in ROLES if record["rules"][role]),
        None if record["nested_in"] else record["confidence"],
        product_of_weights(record["rules"], read_language(record["document"]["language"])),
    )


def to_span(place: Record) -> Span:
    """The span of a place in a record."""
    return Span(place["start"], place["end"])


def recorded(path: Path, acts: Collection[str], note: Note) -> System:
    """The system that a file of records comes from; what is wrong in it goes to *note*."""
    by_name = read_records(path, note)

    def claims(article: Article) -> tuple[Claim, ...]:
        records = by_name.get(name_of(article.id), [])
        if any(record["document"]["sha256"] != text_hash(article) for record in records):
            message = "the records are on another text; make them anew from this one"
            note(Failure(article.id, "read", "RecordError", message, str(path)))
        return to_claims(records, acts)

    return claims


def read_records(path: Path, note: Note) -> dict[str, list[Record]]:
    """The records in a file, - for standard input, by the name of their text."""
    checked = CheckedRecords()
    file = InputFile(path.name, None if str(path) == "-" else path, "lines")
    with opened_file(file) as lines:
        for problem in check_lines(lines, checked, keep=True):
            message = f"{problem.message}; left out"
            note(Failure(path.name, "read", "RecordError", message, str(path), problem.line))
    by_name: defaultdict[str, list[Record]] = defaultdict(list)
    for document, own in checked.kept().items():
        by_name[name_of(document)] += own
    return dict(by_name)

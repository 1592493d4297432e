"""What a new version, other rules or a changed text did to the quotes of many articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from quotes.show.diff.pairs import Pair, pair_up
from quotes.show.shortened import shortened
from quotes.write.record import Record

What = Literal["gained", "lost", "re-attributed", "bounds", "retold"]
WHATS: tuple[What, ...] = get_args(What)
# the fields whose change is told, beside speakers and bounds
TOLD = ("kind", "act", "cue", "continues", "nested_in", "flags")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has changed."""

    what: What
    document: str
    rule: str  # the rule of the content, or of the speaker if that has changed
    pair: Pair

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was if it is lost."""
        record = self.pair.new or self.pair.old
        assert record is not None
        return record

    def to_json(self) -> dict[str, Any]:
        """The change as plain data."""
        return {
            "what": self.what,
            "document": self.document,
            "rule": self.rule,
            "old": None if self.pair.old is None else told(self.pair.old),
            "new": None if self.pair.new is None else told(self.pair.new),
        }


@dataclass(slots=True)
class Difference:
    """All changes, and how many quotes are the same."""

    changes: list[Change] = field(default_factory=list)
    same: int = 0

    def counts(self) -> dict[str, int]:
        """How often each kind of change happened."""
        count = Counter(change.what for change in self.changes)
        return {**{what: count[what] for what in WHATS}, "same": self.same}

    def table(self, key: Literal["rule", "document"]) -> dict[str, dict[str, int]]:
        """How often each kind of change happened by rule or by document, the busiest first."""
        rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for change in self.changes:
            rows[getattr(change, key)][change.what] += 1
        busiest = sorted(rows.items(), key=lambda row: (-row[1].total(), row[0]))
        return {name: {what: row[what] for what in WHATS} for name, row in busiest}

    def to_json(self) -> dict[str, Any]:
        """All of it as plain data."""
        return {
            "schema": "diff/1",
            "counts": self.counts(),
            "rules": self.table("rule"),
            "documents": self.table("document"),
            "changes": [change.to_json() for change in self.changes],
        }


def compare(old: Mapping[str, Sequence[Record]], new: Mapping[str, Sequence[Record]]) -> Difference:
    """What differs between the records of two runs, each by document."""
    done = Difference()
    for document in dict.fromkeys((*old, *new)):
        for pair in pair_up(old.get(document, ()), new.get(document, ())):
            changes = list(changes_of(document, pair))
            done.changes += changes
            done.same += not changes
    return done


def changes_of(document: str, pair: Pair) -> Iterator[Change]:
    """What has changed in a quote."""
    old, new = pair.old, pair.new
    if old is None or new is None:
        record = new or old
        assert record is not None
        what: What = "lost" if new is None else "gained"
        yield Change(what, document, record["rules"]["content"], pair)
        return
    if speakers_of(old) != speakers_of(new):
        rule = new["rules"]["speaker"] or new["rules"]["source"] or "no speaker"
        yield Change("re-attributed", document, rule, pair)
    if bounds_of(old, new) != bounds_of(new, old):
        yield Change("bounds", document, new["rules"]["content"], pair)
    elif any(part_of(old, key) != part_of(new, key) for key in TOLD):
        yield Change("retold", document, new["rules"]["content"], pair)


def speakers_of(record: Record) -> list[str]:
    """Who says it: the names, or the words at the quote for those without one."""
    return sorted(
        speaker["name"] or (speaker["mention"] or {}).get("text") or "?"
        for speaker in record["speakers"]
    )


def bounds_of(record: Record, other: Record) -> Any:
    """Where the content stands; its words if the article's text has changed."""
    if record["document"]["sha256"] != other["document"]["sha256"]:
        return record["content"]["text"]
    return [(span["start"], span["end"]) for span in record["content"]["spans"]]


def part_of(record: Record, key: str) -> Any:
    """What a reader sees of a field, without offsets, which move with the text."""
    value = record[key]
    if key == "cue":
        return None if value is None else (value["lemma"], value["text"], value["negated"])
    if key in ("continues", "nested_in"):
        return value is not None
    return value


def told(record: Record) -> dict[str, Any]:
    """What a list of changes says of a record."""
    return {
        "id": record["id"],
        "content": record["content"]["text"],
        "kind": record["kind"],
        "act": record["act"],
        "cue": record["cue"] and record["cue"]["text"],
        "speakers": speakers_of(record),
        "rules": record["rules"],
        "confidence": record["confidence"],
        "flags": record["flags"],
    }


def diff_lines(done: Difference, all_changes: Iterable[Change]) -> Iterator[str]:
    """The changes document by document, then the counts by rule and by document."""
    document = None
    for change in all_changes:
        if change.document != document:
            document = change.document
            yield document
        yield f"  {change_line(change)}"
    yield ", ".join(f"{count:,} {what}" for what, count in done.counts().items())
    yield from table_lines("rule", done.table("rule"))
    yield from table_lines("document", done.table("document"))


def table_lines(key: str, rows: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """The counts of a table, a line for each rule or document; nothing if it is empty."""
    if not rows:
        return
    width = max(len(name) for name in (key, *rows))
    yield f"{key:{width}}  {'  '.join(WHATS)}"
    for name, row in rows.items():
        cells = (str(row[what] or ".").rjust(len(what)) for what in WHATS)
        yield f"{name:{width}}  {'  '.join(cells)}"


def change_line(change: Change) -> str:
    """One change in a line: + gained, - lost, @ re-attributed, ~ other bounds, = told otherwise."""
    old, new, record = change.pair.old, change.pair.new, change.record
    words, rules = f"[{shortened(record['content']['text'])}]", record["rules"]
    who = " and ".join(speakers_of(record)) or "nobody"
    if old is None or new is None:
        sign = "+" if old is None else "-"
        return f"{sign} {words} {who} ({rules['content']})"
    if change.what == "re-attributed":
        before = " and ".join(speakers_of(old)) or "nobody"
        was = old["rules"]["speaker"]
        return f"@ {words} {before} -> {who} ({was} -> {rules['speaker']})"
    if change.what == "bounds":
        before, was = shortened(old["content"]["text"]), old["rules"]["content"]
        return f"~ [{before}] -> {words} ({was} -> {rules['content']})"
    parts = [
        f"{key} {part_of(old, key)} -> {part_of(new, key)}"
        for key in TOLD
        if part_of(old, key) != part_of(new, key)
    ]
    return f"= {words} {'; '.join(parts)}"

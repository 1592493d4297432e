"""Figures as tables: drawn by rich on a terminal, plain text elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from quotes.measure.evaluate.tally import KINDS
from quotes.model import Act
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from rich.table import Table as RichTable

Systems = Mapping[str, Mapping[str, Any]]
Raised = Mapping[str, Mapping[str, int]]
Row = tuple[str, ...]

BALANCES = (
    ("content + source", "content_source"),
    ("content J>=.5", "content"),
    ("content exact", "content_exact"),
    ("content tokens", "content_words"),
)
MOST_ROWS = 40  # of one table; the lexicon has many rows, and the busiest say most


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head, the first column of words, the others of figures."""

    title: str
    head: Row
    rows: tuple[Row, ...]
    more: int = 0  # rows left out


def to_tables(systems: Systems, raised: Raised) -> Iterator[Table]:
    """The tables of all systems side by side, then those by act and rule of the first."""
    first, *others = systems
    names = tuple(systems) if others else ()
    yield Table(
        "found and right",
        ("measure", *(["system"] if names else []), "P", "R", "F", "claimed", "annotated"),
        tuple(
            (measure, *([name] if names else []), *balance_cells(systems[name][key]))
            for measure, key in BALANCES
            for name in systems
        ),
    )
    yield by_kind(systems, bool(names))
    yield beyond(systems, raised)
    ours = systems[first]
    if ours["confidence"]["kept"]:
        yield sure_table(ours["confidence"]["kept"])
    if ours["names"]:
        yield from names_tables(ours["names"])
    yield shares_table("by act", "act", ours["acts"])
    for role, rows in ours["rules"].items():
        if rows:
            yield shares_table(f"by rule: {role}", "rule", rows)


def balance_cells(row: Mapping[str, Any]) -> Row:
    """Precision, recall, F and the counts of a measure."""
    cells = tuple(share(row[key]) for key in ("precision", "recall", "f"))
    return (*cells, str(row["claimed"]), str(row["gold"]))


def by_kind(systems: Systems, named: bool) -> Table:
    """The table by kind: recall over what is annotated, precision over what is claimed."""
    recall = ("annotated", "found", "with source", "exact")
    precision = ("claimed", "precision", "with source")
    rows = []
    for kind in (*KINDS, "speech"):
        for name, figures in systems.items():
            found, claimed = figures["recall"][kind], figures["precision"].get(kind)
            cells = [str(found["n"]), *(share(found[k]) for k in ("content", "source", "exact"))]
            if claimed is None:
                cells += ["", "", ""]
            else:
                cells += [str(claimed["n"]), share(claimed["content"]), share(claimed["source"])]
            rows.append((kind, *([name] if named else []), *cells))
    head = ("kind", *(["system"] if named else []), *recall, *precision)
    return Table("by kind", head, tuple(rows))


def beyond(systems: Systems, raised: Raised) -> Table:
    """The table of what is no balance of precision and recall, a column a system."""
    given = ("source_right", "source_exact", "cue_right")
    shown: dict[str, list[str]] = {"documents": [str(s["documents"]) for s in systems.values()]}
    for key in given:
        name = f"given content: {key.replace('_', ' ')}"
        shown[name] = [share(s["given_content"][key]) for s in systems.values()]
    shown["quoted spans of 4+ words"] = [str(s["quoted"]["n"]) for s in systems.values()]
    shown["quoted spans: found"] = [share(s["quoted"]["content"]) for s in systems.values()]
    shown["quoted spans: right source"] = [share(s["quoted"]["source"]) for s in systems.values()]
    shown["quoted spans: spurious"] = [str(s["quoted"]["spurious"]) for s in systems.values()]
    asked = [s["asked"] for s in systems.values()]
    if set(asked[0]["acts"]) != set(get_args(Act)):
        acts = ", ".join(asked[0]["acts"])
        shown[f"precision with source, as {acts}"] = [share(a["precision"]) for a in asked]
        shown["speech cues found with right source"] = [share(a["speech_recall"]) for a in asked]
    sure = [s["confidence"] for s in systems.values()]
    if any(each["n"] for each in sure):
        shown["confidence: calibration error"] = [share(e["ece"]) if e["n"] else "" for e in sure]
        areas = [each["auc"] for each in sure]
        shown["confidence: area under the curve"] = ["" if a is None else share(a) for a in areas]
        areas = [each["auc_of_weights"] for each in sure]
        shown["the same of the rules' weights"] = ["" if a is None else share(a) for a in areas]
    if any(each["names"] for each in sure):
        named = [each["names"] or {"n": 0, "ece": 0.0} for each in sure]
        shown["names judged"] = [str(each["n"]) for each in named]
        shown["names: calibration error"] = [share(e["ece"]) if e["n"] else "" for e in named]
    if raised:
        shown["paragraphs it raised on"] = [
            f"{raised[name]['raised']} of {raised[name]['paragraphs']}" if name in raised else ""
            for name in systems
        ]
    rows = tuple((name, *cells) for name, cells in shown.items())
    return Table("beyond", ("measure", *systems), rows)


def sure_table(rows: Sequence[Mapping[str, Any]]) -> Table:
    """The table of what is left at a least confidence, or at the one that --precision chooses."""
    cells = tuple(
        (
            "" if row["promised"] is None else f"--precision {row['promised']:g}",
            f"{row['confidence']:.3f}",
            str(row["n"]),
            share(row["precision"]),
            share(row["speech_recall"]),
        )
        for row in rows
    )
    head = ("promised", "at least", "claimed", "precision", "recall of speech cues")
    return Table("by confidence", head, cells)


def names_tables(names: Mapping[str, Any]) -> Iterator[Table]:
    """The tables of names: how many are right by form of the mention, and what is wrong."""
    rows = tuple(
        (
            one_line(form),
            *(str(count) for count in row.values()),
            *(share(row[key] / max(1, row["found"])) for key in ("right", "wrong", "blank")),
        )
        for form, row in names["forms"].items()
    )
    head = ("form", *names["forms"]["all"], "right/found", "wrong/found", "blank/found")
    yield Table("names by form", head, rows)
    errors = tuple((kind, str(count)) for kind, count in names["errors"].items())
    yield Table("names by kind of error", ("error", "n"), errors)


def shares_table(title: str, name: str, rows: Mapping[str, Mapping[str, Any]]) -> Table:
    """A table of shares, a row a name, cut off where it gets long."""
    shown = [
        (one_line(key), str(row["n"]), share(row["content"]), share(row["source"]))
        for key, row in rows.items()
    ]
    head = (name, "n", "content right", "content + source right")
    return Table(title, head, tuple(shown[:MOST_ROWS]), max(0, len(shown) - MOST_ROWS))


def share(value: float) -> str:
    """A share to three places."""
    return f"{value:.3f}"


def below(table: Table) -> str:
    """What is said below a table that was cut; empty if it was not."""
    return f"… {table.more} more rows: --json has them all" if table.more else ""


def is_of_words(number: int, name: str) -> bool:
    """Whether a column holds words, which stand to the left, and not figures."""
    return number == 0 or name == "system"


def plain_lines(table: Table) -> Iterator[str]:
    """The lines of a table in plain text."""
    columns = []
    for number, column in enumerate(zip(table.head, *table.rows, strict=True)):
        width = max(map(len, column))
        left = is_of_words(number, column[0])
        columns.append([cell.ljust(width) if left else cell.rjust(width) for cell in column])
    yield table.title
    yield from (f"  {'  '.join(row)}".rstrip() for row in zip(*columns, strict=True))
    if table.more:
        yield f"  {below(table)}"


def rich_table(table: Table) -> RichTable:
    """The table for a terminal."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    made = RichTable(
        title=table.title,
        title_justify="left",
        caption=below(table) or None,
        caption_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    for number, name in enumerate(table.head):
        side: Literal["left", "right"] = "left" if is_of_words(number, name) else "right"
        made.add_column(Text(name), justify=side, overflow="fold")
    for row in table.rows:
        made.add_row(*map(Text, row))
    return made

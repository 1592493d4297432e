"""An evaluation out: tables and sentences, or one JSON object, and the table of figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from quotes.measure.evaluate.faults import Fault
from quotes.measure.evaluate.reliability import draw
from quotes.measure.evaluate.run import OURS, Asked, Evaluation
from quotes.measure.output.rule_figures import to_figures, to_json
from quotes.measure.output.tables import plain_lines, rich_table, to_tables


def write_evaluation(done: Evaluation, asked: Asked) -> None:
    """Put *done* on standard output in the form asked for, and the figures into their file."""
    figures = done.figures()
    if asked.figures is not None:
        write_figures(figures[OURS], asked.figures)
    if asked.reliability is not None:
        draw(figures[OURS]["confidence"], asked.reliability)
    faults = {
        name: found
        for name, found, wanted in (
            ("misses", done.misses, asked.misses),
            ("spurious", done.spurious, asked.spurious),
        )
        if wanted
    }
    if asked.as_json:
        listed = {name: list(map(to_plain, found)) for name, found in faults.items()}
        whole = {"schema": "evaluation/1", "systems": figures, "raised": done.raised, **listed}
        click.echo(json.dumps(whole, ensure_ascii=False))
        return
    write_tables(figures, done)
    for name, found in faults.items():
        click.echo(f"{name}: {len(found)}")
        for each in found:
            click.echo(f"  {each}")


def write_tables(figures: dict[str, dict[str, Any]], done: Evaluation) -> None:
    """Put the tables on standard output, drawn if it is a terminal."""
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    for table in to_tables(figures, done.raised):
        if console.is_terminal:
            console.print(rich_table(table))
        else:
            click.echo("\n".join(plain_lines(table)))
        click.echo()


def write_figures(figures: dict[str, Any], path: Path) -> None:
    """Put the table of figures by rule into *path*, - for standard output."""
    with click.open_file(str(path), "w", encoding="utf-8") as stream:
        stream.write(to_json(to_figures(figures["rules"])))


def to_plain(fault: Fault) -> dict[str, Any]:
    """A fault as plain data."""
    return {
        "document": fault.document,
        "start": fault.start,
        "why": fault.why,
        "sentence": fault.sentence,
    }

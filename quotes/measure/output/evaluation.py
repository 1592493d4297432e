"""An evaluation out: tables and sentences, or one JSON object, and the table of figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from quotes.measure.evaluate.faults import Fault
from quotes.measure.evaluate.names.counts import WrongName
from quotes.measure.evaluate.run import OURS, Evaluation, EvaluationOptions
from quotes.measure.output.diagram import draw
from quotes.measure.output.rule_figures import to_figures, to_json
from quotes.measure.output.tables import plain_lines, rich_table, to_tables

Echo = Callable[[str], object]  # puts a line on standard output


def write_evaluation(done: Evaluation, asked: EvaluationOptions, echo: Echo) -> None:
    """Put *done* on standard output in the form asked for, and the figures into their file."""
    figures = done.figures()
    if asked.figures is not None:
        write_figures(figures[OURS], asked.figures, echo)
    if asked.reliability is not None:
        draw(figures[OURS]["confidence"], asked.reliability)
    faults: dict[str, Sequence[Fault | WrongName]] = {
        name: found
        for name, found, wanted in (
            ("misses", done.misses, asked.misses),
            ("spurious", done.spurious, asked.spurious),
            ("wrong_names", done.wrong_names, asked.wrong_names),
        )
        if wanted
    }
    if asked.as_json:
        listed = {name: list(map(asdict, found)) for name, found in faults.items()}
        whole = {"schema": "evaluation/1", "systems": figures, "raised": done.raised, **listed}
        echo(json.dumps(whole, ensure_ascii=False))
        return
    write_tables(figures, done, echo)
    for name, found in faults.items():
        echo(f"{name.replace('_', ' ')}: {len(found)}")
        for each in found:
            echo(f"  {each}")


def write_tables(figures: dict[str, dict[str, Any]], done: Evaluation, echo: Echo) -> None:
    """Put the tables on standard output, drawn if it is a terminal."""
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    for table in to_tables(figures, done.raised):
        if console.is_terminal:
            console.print(rich_table(table))
        else:
            echo("\n".join(plain_lines(table)))
        echo("")


def write_figures(figures: dict[str, Any], path: Path, echo: Echo) -> None:
    """Put the table of figures by rule into *path*, - for standard output."""
    text = to_json(to_figures(figures["rules"]))
    if str(path) == "-":
        echo(text.removesuffix("\n"))
    else:
        path.write_text(text, encoding="utf-8")

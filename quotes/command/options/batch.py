"""The options of a run over many articles: how it goes about it, and where else it writes."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

import click

from quotes.command.options.arguments import OUT, Command


@dataclass(frozen=True, slots=True)
class Batch:
    """How a run goes about it."""

    jobs: int | None = None  # None: this process does the work
    timeout: float | None = None  # seconds an article
    force: bool = False
    prune: bool = False


def batch_options(command: Command) -> Command:
    """*command* with the options of a long run; it is given `batch`, and `db` and `summary`."""

    @click.option("--db", metavar="DB", help="Store quotes there: a SQLite file or a database URL.")
    @click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=0),
        metavar="N",
        help="Work in so many processes of their own; 0 for one a core.",
    )
    @click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Give up an article after so long.",
    )
    @click.option("--force", is_flag=True, help="Work on unchanged articles as well.")
    @click.option("--prune", is_flag=True, help="Remove what is stored of articles that are gone.")
    @click.option("--summary", type=OUT, metavar="FILE", help="Write the counts there, as JSON.")
    @wraps(command)
    def with_batch(*args: Any, **options: Any) -> None:
        given = {field.name: options.pop(field.name) for field in fields(Batch)}
        if given["jobs"] == 0:
            given["jobs"] = os.cpu_count() or 1
        if given["timeout"] is not None and given["jobs"] is None:
            given["jobs"] = 1  # only a process of its own can be stopped
        command(*args, batch=Batch(**given), **options)

    return with_batch

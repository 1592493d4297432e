"""The command `quotes diff`: two files of records in, what changed out."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quotes.options import FILE, STDIN, debug_option
from quotes.terminal import complain
from quotes.write.escape import one_line
from quotes.write.record import Record


@click.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@click.option("--summary", is_flag=True, help="Write the counts only, not each change.")
@debug_option
def diff(old: Path, new: Path, as_json: bool, summary: bool) -> None:
    """Tell what is other in the records NEW than in OLD, one of them - for standard input.

    A line a change: + gained, - lost, @ another speaker, ~ other bounds, = told otherwise (kind,
    act, cue, flags); then how often each by rule and by document. Quotes of an article whose text
    has changed are told by their words. The exit code is 0 whether or not there are changes.

    Example: quotes diff before.jsonl after.jsonl
    """
    from quotes.receipts.diff import compare, diff_lines

    if old == STDIN == new:
        raise click.UsageError("OLD and NEW: only one of them can be standard input.")
    bad = 0
    runs = []
    for path in (old, new):
        records, wrong = read_by_document(path)
        bad += wrong
        runs.append(records)
    done = compare(*runs)
    if as_json:
        click.echo(json.dumps(done.to_json(), ensure_ascii=False))
    else:
        for line in diff_lines(done, () if summary else done.changes):
            click.echo(one_line(line))
    click.get_current_context().exit(1 if bad else 0)


def read_by_document(path: Path) -> tuple[dict[str, list[Record]], int]:
    """The records in a file by document, and how many lines were wrong, each complained of."""
    from quotes.read.articles import read_lines
    from quotes.write.validate import Claims, check_lines

    claims, wrong = Claims(), 0
    lines = read_lines(None if path == STDIN else path)
    for problem in check_lines(lines, claims, keep=True):
        complain(f"{path}:{problem.line}: {problem.message}; left out")
        wrong += 1
    return {
        name: [record for _, record in numbered] for name, numbered in claims.by_document.items()
    }, wrong

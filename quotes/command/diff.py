"""The command `quotes diff`: two files of records in, the changes out."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quotes.command.options.arguments import STDIN
from quotes.command.options.records import RECORDS, read_by_document
from quotes.command.terminal.failures import debug_option
from quotes.write.escape import one_line


@click.command()
@click.argument("old", type=RECORDS)
@click.argument("new", type=RECORDS)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@click.option("--summary", is_flag=True, help="Write the counts only, not each change.")
@debug_option
def diff(old: Path | str, new: Path | str, as_json: bool, summary: bool) -> None:
    """Tell what is other in the records NEW than in OLD: files, - for one of them, or databases.

    A line a change: + gained, - lost, @ another speaker, ~ other bounds, = told otherwise (kind,
    act, cue, flags); then how often each by rule and by document. Quotes of an article whose text
    has changed are told by their words. The exit code is 0 whether or not there are changes.

    Example: quotes diff before.jsonl after.jsonl
    """
    from quotes.show.diff.diff import compare, diff_lines

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

"""The command `quotes validate`: records in, their faults out."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.options.arguments import PATH, STDIN
from quotes.command.options.fields import field_options
from quotes.command.options.records import RECORDS, is_database
from quotes.command.terminal.failures import debug_option
from quotes.command.terminal.lines import say
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.read.containers.json_lines import Fields


@click.command()
@click.argument("records", type=RECORDS)
@click.option(
    "--articles",
    type=PATH,
    multiple=True,
    metavar="PATH",
    help="Check against these texts as well; once for each PATH given to extract.",
)
@field_options
@debug_option
def validate(records: Path | str, articles: tuple[Path, ...], fields: Fields) -> None:
    """Check each line of RECORDS, - for standard input, or a quote database, against the schema.

    With --articles also that every stated text stands at its place. A problem is one line on
    standard output, and the exit code 1; so it is if there is no record.

    Example: quotes validate quotes.jsonl --articles news/
    """
    from quotes.pipeline.many.summary import counted
    from quotes.read.articles import read_articles, read_lines
    from quotes.read.files import find_files
    from quotes.write.validate import CheckedRecords, check_articles, check_lines, check_references

    if is_database(str(records)):
        click.get_current_context().exit(validate_database(str(records), articles, fields))
    checked, problems = CheckedRecords(), 0
    lines = read_lines(None if records == STDIN else Path(records))
    by_line = check_lines(lines, checked, keep=bool(articles))
    items = read_articles(find_files(articles), fields)
    for problem in chain(by_line, check_references(checked), check_articles(checked, items)):
        problems += 1
        click.echo(one_line(f"{records}:{problem.line}: {problem.message}"))
    say(f"{counted(checked.records, 'record')}, {counted(problems, 'problem')}")
    click.get_current_context().exit(1 if problems or not checked.records else 0)


def validate_database(db: str, articles: tuple[Path, ...], fields: Fields) -> int:
    """The exit code of a check of the quote database *db*, and against *articles* if any."""
    from quotes.pipeline.many.summary import counted
    from quotes.read.articles import read_articles
    from quotes.read.files import find_files
    from quotes.write.database.check import check_articles, check_stored
    from quotes.write.database.engine import reading, shown
    from quotes.write.database.reader import count_quotes

    problems = 0
    with reading(db) as connection:
        found = check_stored(connection)
        if articles:
            items = read_articles(find_files(articles), fields)
            found = chain(found, check_articles(connection, items))
        for problem in found:
            problems += 1
            click.echo(one_line(f"{shown(db)}: {problem.document}: {problem.message}"))
        records = count_quotes(connection)
    say(f"{counted(records, 'record')}, {counted(problems, 'problem')}")
    return 1 if problems or not records else 0

"""The commands that open a browser's view: report, serve, review."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.options.arguments import OUT, PATH, STDIN
from quotes.command.options.asked import find_options, maker
from quotes.command.options.fields import field_options
from quotes.command.options.outputs import check_files
from quotes.command.options.records import Records, is_database
from quotes.command.terminal.failures import debug_option
from quotes.command.terminal.failures import report as complain_of
from quotes.command.terminal.lines import say

if TYPE_CHECKING:
    from quotes.pipeline.asked import Asked
    from quotes.read.containers.json_lines import Fields
    from quotes.show.site.sheets.sheet import Sheet


class Input(Records):
    """A file, a folder, or the URL of a database."""

    name = "input"
    path = PATH


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=Input(), metavar="INPUT...")
@click.option("-o", "--output", type=OUT, required=True, metavar="FILE", help="An .html file.")
@click.option("--title", metavar="TEXT", help="The heading of the page. [default: INPUT]")
@click.option(
    "--articles",
    type=PATH,
    multiple=True,
    metavar="PATH",
    help="The texts of records; once for each PATH given to extract.",
)
@find_options
@field_options
@debug_option
def report(
    inputs: tuple[Path | str, ...],
    output: Path,
    title: str | None,
    articles: tuple[Path, ...],
    asked: Asked,
    fields: Fields,
) -> None:
    """Write one HTML page with the articles of INPUT and who says what in them.

    INPUT is articles, whose quotes are found now; or files of records (.jsonl), which need
    --articles to show the whole texts; or a quote database. The page loads nothing from elsewhere.

    Example: quotes report news/ -o report.html
    """
    from quotes.show.site.report import check_installed, to_report

    check_installed()
    if output != STDIN and output.suffix.lower() not in (".html", ".htm"):
        raise click.UsageError(f"-o {output}: its name must end in .html.")
    check_files((*inputs, *articles), ("-o", output))
    failed: list[object] = []

    def note(failure: object) -> None:
        failed.append(failure)
        complain_of(failure)  # type: ignore[arg-type]

    sheets = list(sheets_of(inputs, articles, asked, fields, note))
    if not sheets:
        raise click.UsageError("no article and no record in it; name what extract takes or gives.")
    page = to_report(sheets, title or ", ".join(Path(str(each)).name for each in inputs))
    if output == STDIN:
        click.echo(page, nl=False)
    else:
        output.write_text(page, encoding="utf-8")
        say(f"{output}: {len(sheets)} articles, {sum(len(s.records) for s in sheets)} quotes")
    click.get_current_context().exit(1 if failed else 0)


def sheets_of(
    inputs: Sequence[Path | str],
    articles: Sequence[Path],
    asked: Asked,
    fields: Fields,
    note: Callable[..., None],
) -> Iterator[Sheet]:
    """The sheets of *inputs*, which are told apart by what is in them."""
    from quotes.pipeline.pieces import find_in_pieces
    from quotes.read.articles import read_articles
    from quotes.read.files import find_files
    from quotes.show.site.sheets.loading import (
        sheets_of_articles,
        sheets_of_database,
        sheets_of_records,
    )
    from quotes.show.site.sheets.record_files import is_records, read_records
    from quotes.write.database.engine import reading_current

    texts: list[Path] = []
    records: list[Path] = []
    for each in inputs:
        if is_database(str(each)):
            with reading_current(str(each)) as connection:
                yield from sheets_of_database(connection)
        else:
            (records if is_records(Path(each)) else texts).append(Path(each))
    if records:
        items = read_articles(find_files(articles), fields)
        yield from sheets_of_records(read_records(records, note), items, note)
    if texts:
        find = maker()(asked)
        items = read_articles(find_files(texts), fields)
        yield from sheets_of_articles(items, lambda each: find_in_pieces(each, find), note)


port_option = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="0: any free one.",
)
open_option = click.option("--open", "opens", is_flag=True, help="Open it in the browser.")


@click.command()
@click.argument("db")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@port_option
@open_option
@debug_option
def serve(db: str, host: str, port: int, opens: bool) -> None:
    """Serve the quote database DB to a browser on this machine, to read and to search.

    It can be read while extract writes to it. Whoever can reach HOST can read all of it.

    Example: quotes serve quotes.db --open
    """
    from quotes.show.site.server import run
    from quotes.show.site.site import LOOPBACK, Site

    hosts = LOOPBACK if host in LOOPBACK else ()  # who opens it to others knows its names
    run(Site(checked(db), hosts), host, port, opens, say)


@click.command()
@click.argument("db")
@click.option("--by", metavar="NAME", help="Who decides. [default: the user of this machine]")
@port_option
@open_option
@debug_option
def review(db: str, by: str | None, port: int, opens: bool) -> None:
    """Check the quotes in the database DB in a browser: accept, reject, correct.

    Make DB with extract --db, without a threshold: the least sure quotes are those to be checked.
    Decisions are stored in DB with name and time; extract keeps them, export --decisions writes
    them, evaluate takes DB for annotated articles.

    Example: quotes review quotes.db --open
    """
    from getpass import getuser

    from quotes.show.site.server import run
    from quotes.show.site.site import Site
    from quotes.write.database.engine import bring_forward

    if Path(db).is_file():
        bring_forward(db)
    run(Site(checked(db), reviewer=by or getuser()), "127.0.0.1", port, opens, say)


def checked(db: str) -> Path:
    """The path of a quote database that a browser can be shown; an error if it is none."""
    from quotes.write.database.engine import is_url, reading_current

    if is_url(db):
        raise click.UsageError(
            "datasette serves SQLite files; quotes export, then extract --db a file, or name one."
        )
    with reading_current(db):
        return Path(db)

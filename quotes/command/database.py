"""The commands that read a quote database: export, search, speakers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from quotes.command.destinations import opened
from quotes.command.options.arguments import OUT, STDIN
from quotes.command.options.outputs import check_outputs
from quotes.command.terminal.failures import debug_option
from quotes.command.terminal.lines import say
from quotes.model import Kind
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from quotes.write.database.search import Hit

FOUND = ("not dim", "not dim bold reverse")  # the styles of a content, and of what was found in it

limit_option = click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="Show so many at most.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Write a JSON object a line.")


@click.command()
@click.argument("db")
@click.option(
    "-o", "--output", type=OUT, metavar="OUT", help="A .jsonl or .jsonl.gz. [default: stdout]"
)
@click.option("--decisions", type=OUT, metavar="FILE", help="Write there what reviewers decided.")
@debug_option
def export(db: str, output: Path | None, decisions: Path | None) -> None:
    """Write the records in the quote database DB: the lines that extract writes, in their order.

    Decisions on quotes that are no longer stored are written as well, with quote null.

    Example: quotes export quotes.db -o quotes.jsonl
    """
    from quotes.write.database.decision_lines import decided, to_line
    from quotes.write.database.engine import is_url, reading, reading_current
    from quotes.write.database.reader import stored_lines

    output = check_outputs(() if is_url(db) else (Path(db),), output, decisions, name="--decisions")
    if decisions == STDIN and output is None:
        raise click.UsageError("--decisions -: records go there; name a file with -o.")
    look = reading if decisions is None else reading_current
    with look(db) as connection, opened(output, "-o", late=True) as sink:
        sink.append_lines(stored_lines(connection))
        if decisions is not None:
            with opened(None if decisions == STDIN else decisions, "--decisions") as others:
                found = decided(connection)
                others.append_lines(to_line(quote, row) for quote, row in found)
            warn_of_lost(sum(quote is None for quote, _ in found))


def warn_of_lost(count: int) -> None:
    """Say that *count* decisions are on quotes that are not stored, if there are any."""
    from quotes.pipeline.many.summary import counted

    if count:
        say(
            f"warning: {counted(count, 'decision')} with quote null: no such quote is stored now, "
            "as the article changed or a run left it out; extract as before to have it back"
        )


@click.command()
@click.argument("db")
@click.argument("words", nargs=-1)
@click.option("--speaker", metavar="NAME", help="Said by someone whose name holds this.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m", "%Y"]),
    metavar="DATE",
    help="In an article of that day or later: 2026-11-25, 2026-11 or 2026.",
)
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="That or earlier.")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Quotes of this kind.")
@limit_option
@json_option
@debug_option
def search(
    db: str,
    words: tuple[str, ...],
    speaker: str | None,
    since: datetime | None,
    until: datetime | None,
    kind: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Show the quotes in the database DB that have all WORDS in content, speaker or title.

    Words in quotation marks, as one argument, must follow one another. Words are found in their
    other forms too: vote finds voted. What was found is bold; off a terminal it stands in brackets.
    The exit code is 1 if nothing was found.

    Example: quotes search quotes.db mill "wilful delay" --speaker Ito --since 2026-01-01
    """
    from quotes.write.database.engine import reading
    from quotes.write.database.search import Wanted, find_hits

    day, last = (each and each.date() for each in (since, until))
    wanted = Wanted(words, speaker, day, last, kind, limit)
    if not wanted.phrases and speaker is None:
        raise click.UsageError("name some WORDS or a --speaker.")
    with reading(db) as connection:
        hits = list(find_hits(connection, wanted))
    echo_json(hit.to_json() for hit in hits) if as_json else echo_hits(hits)
    click.get_current_context().exit(0 if hits else 1)


@click.command()
@click.argument("db")
@click.option("--type", "type_", metavar="TYPE", help="Only person, organization and so on.")
@limit_option
@json_option
@debug_option
def speakers(db: str, type_: str | None, limit: int, as_json: bool) -> None:
    """List who is quoted how often in the quote database DB, the most quoted first.

    Example: quotes speakers quotes.db --limit 50
    """
    from quotes.write.database.engine import reading
    from quotes.write.database.search import find_speakers

    with reading(db) as connection:
        rows = find_speakers(connection, type_, limit)
    echo_json(rows) if as_json else echo_table(rows)


def echo_json(rows: Iterable[dict[str, Any]]) -> None:
    """Put each of *rows* on standard output, a line each."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False, default=str))


def console() -> Console:
    """Standard output for what people read: lines are never cut or broken off a terminal."""
    from rich.console import Console

    wide = None if sys.stdout.isatty() else 100_000
    return Console(markup=False, highlight=False, emoji=False, soft_wrap=True, width=wide)


def echo_hits(hits: Iterable[Hit]) -> None:
    """Put quotes that a search found on standard output, what was found in bold or brackets."""
    from rich.text import Text

    out = console()
    for hit in hits:
        out.print(Text(one_line(f"{hit.speaker or '(no name)'}: {hit.kind}"), "bold cyan"))
        line = Text(f"  …{one_line(hit.prefix)}", "dim")
        for index, part in enumerate(hit.clipped()):
            bracket = index % 2 and not out.is_terminal
            words = f"[{one_line(part)}]" if bracket else one_line(part)
            line.append(words, FOUND[index % 2])
        out.print(line.append(f"{one_line(hit.suffix)}…", "dim"))
        where = ", ".join(filter(None, (hit.title, hit.published, hit.document)))
        out.print(Text(f"  {one_line(where)}", "dim"))


def echo_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Put *rows*, which have the same keys, on standard output as a table."""
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=None)
    for name in rows[0] if rows else ():
        shown.add_column(name)
    for row in rows:
        shown.add_row(*(Text(one_line("" if v is None else str(v))) for v in row.values()))
    console().print(shown)

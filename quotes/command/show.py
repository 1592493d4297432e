"""The command `quotes show`: an article in, its quotes and their speakers out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.options.arguments import FILE
from quotes.command.options.asked import find_options, maker
from quotes.command.options.fields import field_options
from quotes.command.terminal.failures import debug_option, report, warn
from quotes.model import Article

if TYPE_CHECKING:
    from quotes.pipeline.asked import Asked
    from quotes.read.containers.json_lines import Fields
    from quotes.show.terminal_text import Segment


@click.command()
@click.argument("article", type=FILE)
@find_options
@click.option("--rules", is_flag=True, help="Name the rules that made each decision.")
@field_options
@debug_option
def show(article: Path, asked: Asked, rules: bool, fields: Fields) -> None:
    """Show who says what in ARTICLE, a file or - for standard input.

    What is said is green, the words that say so are yellow, the source is blue; off a terminal
    they stand in brackets: [q1 ...] [c1 said] [s1 Ito].

    Example: quotes show news/mill.txt --rules
    """
    from quotes.pipeline.pieces import find_in_pieces
    from quotes.read.articles import read_articles
    from quotes.read.failure import Failure, Guessed
    from quotes.read.files import find_files
    from quotes.show.terminal_text import to_segments

    find, code = maker()(asked), 0
    for item in read_articles(find_files([article]), fields):
        if isinstance(item, Article):
            echo(to_segments(item, list(find_in_pieces(item, find)), rules))
        elif isinstance(item, Guessed):
            warn(item)
        elif isinstance(item, Failure):
            report(item)
            code = 3
    click.get_current_context().exit(code)


def echo(lines: Iterable[tuple[Segment, ...]]) -> None:
    """Put the lines of an article on standard output: colours on a terminal, else brackets."""
    from rich.console import Console
    from rich.text import Text

    from quotes.show.terminal_text import STYLES

    console = Console(markup=False, highlight=False, emoji=False)
    for line in lines:
        if not console.is_terminal or console.no_color or console.is_dumb_terminal:
            click.echo("".join(segment.text for segment in line))
        else:
            parts = ((s.text, STYLES.get(s.style, "")) for s in line if not s.bracket)
            console.print(Text.assemble(*parts))

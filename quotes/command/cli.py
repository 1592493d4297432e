"""The command line, put together: the group and its commands, each from a file of its own."""

from __future__ import annotations

import click

from quotes.command.calibrate import calibrate
from quotes.command.database import export, search, speakers
from quotes.command.diff import diff
from quotes.command.evaluate import evaluate
from quotes.command.explain import explain
from quotes.command.extract import extract
from quotes.command.rules import rules
from quotes.command.see import report, review, serve
from quotes.command.show import show
from quotes.command.terminal.failures import Commands
from quotes.command.validate import validate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quotes", message="%(prog)s %(version)s")
def main() -> None:
    """Find every quote in news articles, and who said it.

    Example: quotes extract news/ -o quotes.jsonl
    """


COMMANDS = (
    *(extract, show),
    *(validate, export, search, speakers, diff, explain),
    *(report, serve, review),
    *(evaluate, calibrate, rules),
)
for command in COMMANDS:
    main.add_command(command)

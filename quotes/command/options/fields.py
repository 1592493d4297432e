"""The options on the fields of JSON Lines, one for each fact of an article."""

from __future__ import annotations

from functools import wraps
from typing import Any

import click

from quotes.command.options.arguments import Command

FIELDS = (
    ("text", "text", "the text"),
    ("id", "id", "the id"),
    ("title", "title", "the headline"),
    ("url", "url", "the address"),
    ("date", "date,published", "the date: the first of these that holds one"),
)


def field_options(command: Command) -> Command:
    """*command* with an option a field of JSON Lines; it is given them as one value, `fields`."""

    @wraps(command)
    def with_fields(*args: Any, **options: Any) -> None:
        from quotes.read.containers.json_lines import Fields

        names = {name: options.pop(f"{name}_field") for name, _, _ in FIELDS}
        dates = tuple(name.strip() for name in names.pop("date").split(","))
        command(*args, fields=Fields(dates=dates, **names), **options)

    for name, default, what in reversed(FIELDS):
        with_fields = click.option(
            f"--{name}-field",
            default=default,
            show_default=True,
            metavar="NAME",
            help=f"In JSON Lines, the field of {what}.",
        )(with_fields)
    return with_fields

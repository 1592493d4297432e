"""The options on what is looked for: they become one frozen Asked, which becomes an extractor."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.command.options.arguments import FILE, Command, Names
from quotes.command.terminal.lines import say
from quotes.model import Article
from quotes.pipeline.asked import (
    ALL_ACTS,
    ALL_KINDS,
    ALL_NAMES,
    DEFAULT_ACTS,
    DEFAULT_NAMES,
    Asked,
)
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.attribute.registry.registry import Registry
    from quotes.pipeline.extractor import Extractor
    from quotes.pipeline.pieces import QuoteFinder

Make = Callable[[Asked], "QuoteFinder"]

FIRST = "“No,” Ada said."  # an article that needs what all need

model_option = click.option(
    "--model", metavar="NAME", help="The spaCy pipeline to use. [default: English]"
)

names_option = click.option(
    "--names",
    type=click.Choice(ALL_NAMES),
    default=DEFAULT_NAMES,
    show_default=True,
    help="Names to give; a doubtful one is left blank, and the record says who it may be.",
)


def acts_option(default: str) -> Callable[[Command], Command]:
    """The option --acts with a default of its own."""
    return click.option(
        "--acts",
        type=Names(ALL_ACTS),
        default=default,
        show_default=True,
        metavar="LIST",
        help=f"What counts as saying: {', '.join(ALL_ACTS)}; or all.",
    )


def find_options(command: Command) -> Command:
    """*command* with the options on what is looked for; it is given them as one value, `asked`."""

    @acts_option(",".join(DEFAULT_ACTS))
    @click.option(
        "--kinds",
        type=Names(ALL_KINDS),
        default="all",
        show_default=True,
        metavar="LIST",
        help=f"Kinds of quotes: {', '.join(ALL_KINDS)}; or all.",
    )
    @click.option(
        "--speakers",
        type=FILE,
        metavar="FILE",
        help="Known speakers, .csv or .jsonl: id, name, aliases, type, role, valid_from, valid_to.",
    )
    @names_option
    @model_option
    @wraps(command)
    def with_asked(*args: Any, **options: Any) -> None:
        path, names = map(options.pop, ("speakers", "names"))
        model, acts, kinds = map(options.pop, ("model", "acts", "kinds"))
        speakers = None if path is None else read_speakers(path)
        asked = Asked(model=model, acts=acts, kinds=kinds, speakers=speakers, names=names)
        command(*args, asked=asked, **options)

    return with_asked


def read_speakers(path: Path) -> Registry:
    """The list of speakers in *path*, its warnings said; wrong usage if a row is bad."""
    from quotes.attribute.registry.file import RegistryError, read_registry

    try:
        registry = read_registry(path)
    except RegistryError as error:
        raise click.UsageError("\n".join(map(one_line, error.problems))) from error
    for warning in registry.warnings:
        say(f"warning: {one_line(warning)}")
    return registry


def maker() -> Make:
    """What makes an extractor of what is asked: make_extractor, unless another was passed in.

    Whoever calls the command line can pass one as the context's object.
    """
    make: Make = click.get_current_context().obj or make_extractor
    return make


def make_extractor(asked: Asked) -> Extractor:
    """An extractor that has loaded all it needs; ModelError if there is no model."""
    from quotes.pipeline.extractor import Extractor
    from quotes.pipeline.many.work import work_on

    extractor = Extractor.of(asked)
    # A model that is missing costs no output, and the first article waits for no table or schema.
    work_on(Article("", FIRST), extractor)
    return extractor

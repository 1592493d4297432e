"""Options that several commands share, each group handed on as one value."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from quotes.model import Act, Kind

if TYPE_CHECKING:
    from quotes.pieces import Extractor

Command = Callable[..., None]

PATH = click.Path(exists=True, readable=False, allow_dash=True, path_type=Path)
FILE = click.Path(exists=True, readable=False, dir_okay=False, allow_dash=True, path_type=Path)
OUT = click.Path(dir_okay=False, allow_dash=True, path_type=Path)
FIELDS = (
    ("text", "text", "the text"),
    ("id", "id", "the id"),
    ("title", "title", "the headline"),
    ("url", "url", "the address"),
    ("date", "date,published", "the date: the first of these that holds one"),
)


class Names(click.ParamType):  # type: ignore[type-arg]  # generic in new releases only
    """Some of a few names, separated by commas, or `all`."""

    name = "list"

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The names in *value*, in the order of the known ones."""
        if isinstance(value, tuple):
            return value
        names = {name.strip() for name in value.split(",")}
        if unknown := sorted(names - {*self.known, "all"}):
            known = ", ".join((*self.known, "all"))
            self.fail(f"{unknown[0]!r} is not one of {known}.", param, ctx)
        return self.known if "all" in names else tuple(n for n in self.known if n in names)


def find_options(command: Command) -> Command:
    """*command* with the options on what is looked for; it is given a function, `extractor`."""
    acts, kinds = ", ".join(get_args(Act)), ", ".join(get_args(Kind))

    @click.option(
        "--acts",
        type=Names(get_args(Act)),
        default="speech,document",
        show_default=True,
        metavar="LIST",
        help=f"What counts as saying: {acts}; or all.",
    )
    @click.option(
        "--kinds",
        type=Names(get_args(Kind)),
        default="all",
        show_default=True,
        metavar="LIST",
        help=f"Kinds of quotes: {kinds}; or all.",
    )
    @click.option("--model", metavar="NAME", help="The spaCy pipeline to use. [default: English]")
    @wraps(command)
    def with_extractor(
        *args: Any, model: str | None, acts: tuple[Act, ...], kinds: tuple[Kind, ...], **rest: Any
    ) -> None:
        make = click.get_current_context().obj or make_extractor
        command(*args, extractor=partial(make, model, acts, kinds), **rest)

    return with_extractor


def make_extractor(model: str | None, acts: tuple[Act, ...], kinds: tuple[Kind, ...]) -> Extractor:
    """An extractor whose model is loaded; ModelError if there is none."""
    from quotes.pipeline import Extractor

    extractor = Extractor(model, acts, kinds)
    assert extractor.nlp is not None  # to load it now: a model that is missing costs no output
    return extractor


def field_options(command: Command) -> Command:
    """*command* with an option a field of JSON Lines; it is given them as one value, `fields`."""

    @wraps(command)
    def with_fields(*args: Any, **options: Any) -> None:
        from quotes.read.json_lines import Fields

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


def debug_option(command: Command) -> Command:
    """*command* with --debug, which is noted in the context."""
    return click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=set_debug,
        help="Show the traceback of an error.",
    )(command)


def set_debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """Note for the end whether tracebacks are wanted."""
    ctx.meta["debug"] = value

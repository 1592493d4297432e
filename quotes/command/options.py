"""Options that several commands share, each group handed on as one value."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import fields
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from quotes.command.terminal import say
from quotes.model import Act, Article, Kind
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.attribute.registry.registry import Registry
    from quotes.lexicon.counts.calibration import Calibration
    from quotes.measure.evaluate.claims import System
    from quotes.measure.evaluate.run import Asked
    from quotes.measure.gold.attributions import Note
    from quotes.pipeline.pieces import Extractor

Command = Callable[..., None]
Acts = tuple[Act, ...]
Make = Callable[..., "Extractor"]

PATH = click.Path(exists=True, readable=False, allow_dash=True, path_type=Path)
STDIN = Path("-")
FIRST = "“No,” Ada said."  # an article that needs what all need
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
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


def acts_option(default: str) -> Callable[[Command], Command]:
    """The option --acts with a default of its own."""
    return click.option(
        "--acts",
        type=Names(get_args(Act)),
        default=default,
        show_default=True,
        metavar="LIST",
        help=f"What counts as saying: {', '.join(get_args(Act))}; or all.",
    )


model_option = click.option(
    "--model", metavar="NAME", help="The spaCy pipeline to use. [default: English]"
)


def find_options(command: Command) -> Command:
    """*command* with the options on what is looked for; it is given a function, `extractor`."""

    @acts_option("speech,document")
    @click.option(
        "--kinds",
        type=Names(get_args(Kind)),
        default="all",
        show_default=True,
        metavar="LIST",
        help=f"Kinds of quotes: {', '.join(get_args(Kind))}; or all.",
    )
    @click.option(
        "--speakers",
        type=FILE,
        metavar="FILE",
        help="Known speakers, .csv or .jsonl: id, name, aliases, type, role, valid_from, valid_to.",
    )
    @model_option
    @wraps(command)
    def with_extractor(*args: Any, **options: Any) -> None:
        asked = [options.pop(name) for name in ("model", "acts", "kinds")]
        if (path := options.pop("speakers")) is not None:
            asked.append(read_speakers(path))
        make = click.get_current_context().obj or make_extractor
        command(*args, extractor=partial(make, *asked), **options)

    return with_extractor


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


def make_extractor(
    model: str | None,
    acts: Acts,
    kinds: tuple[Kind, ...],
    speakers: Registry | None = None,
    calibration: Calibration | None = None,
) -> Extractor:
    """An extractor that has loaded all it needs; ModelError if there is no model."""
    from quotes.pipeline.extractor import Extractor
    from quotes.pipeline.many.batch import work_on

    extractor = Extractor(model, acts, kinds, speakers, calibration)
    # A model that is missing costs no output, and the first article waits for no table or schema.
    work_on(Article("", FIRST), extractor)
    return extractor


def make_systems(asked: Asked, make: Make, note: Note) -> dict[str, System]:
    """The systems asked for, ours first, their models loaded; what fails later goes to *note*."""
    from quotes.measure.evaluate.baseline import load_textacy
    from quotes.measure.evaluate.claims import recorded
    from quotes.measure.evaluate.run import OURS, extracted
    from quotes.pipeline.many.batch import work_on

    if asked.records is not None:
        systems = {OURS: recorded(asked.records, asked.acts, note)}
    else:
        given = asked.calibrated()
        chosen = make if given is None else partial(make, calibration=given)
        extractor = chosen(asked.model, asked.acts, get_args(Kind))
        systems = {OURS: extracted(partial(work_on, extractor=extractor), asked.acts, note)}
    if asked.system is not None:
        systems[asked.system] = load_textacy(asked.model)
    return systems


def evaluate_options(command: Command) -> Command:
    """*command* with the options of an evaluation; it is given them, `asked`, and `systems`."""

    @click.option("--records", type=FILE, metavar="FILE", help="Score these, do not run the rules.")
    @acts_option("all")
    @click.option("--system", type=click.Choice(["textacy"]), help="Score this one beside ours.")
    @click.option("--misses", is_flag=True, help="Show what was missed or has another source.")
    @click.option("--spurious", is_flag=True, help="Show what was found and is not annotated.")
    @click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
    @click.option(
        "--write-figures", "figures", type=OUT, metavar="FILE", help="Write a table by rule there."
    )
    @click.option(
        "--reliability",
        type=OUT,
        metavar="FILE",
        help="Draw there if confidence holds; .svg, .png.",
    )
    @click.option(
        "--names", type=FILE, metavar="FILE", help="Who speaks. [default: GOLD/speakers.jsonl]"
    )
    @click.option(
        "--calibration", type=FILE, metavar="FILE", help="Choose by this file of quotes calibrate."
    )
    @model_option
    @wraps(command)
    def with_asked(*args: Any, **options: Any) -> None:
        from quotes.measure.evaluate.run import Asked

        asked = Asked(**{field.name: options.pop(field.name) for field in fields(Asked)})
        make = click.get_current_context().obj or make_extractor
        command(*args, asked=asked, systems=partial(make_systems, asked, make), **options)

    return with_asked


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


def piped() -> tuple[Path, ...]:
    """Standard input, if something is piped into it; else no PATH is wrong usage."""
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("Missing argument 'PATH...': name a file or folder, or - for stdin.")
    return (STDIN,)

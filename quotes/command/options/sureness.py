"""The options on how sure quotes have to be, and by which calibration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import wraps
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.command.options.arguments import FILE, OUT, Command
from quotes.command.terminal.lines import say
from quotes.pipeline.asked import ALL_KINDS, DEFAULT_ACTS, Asked

if TYPE_CHECKING:
    from quotes.lexicon.counts.calibration import Calibration


@dataclass(frozen=True, slots=True)
class Sureness:
    """From which confidence a quote is written, and where the others go, None for nowhere."""

    least: float = 0.0
    review: Path | None = None


def sureness_options(command: Command) -> Command:
    """*command*, which takes `asked`, with these options; it is given them as well, `sureness`."""

    @click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="P",
        help="Write quotes of at least this confidence only.",
    )
    @click.option(
        "--precision",
        type=click.FloatRange(0, 1),
        metavar="P",
        help="Write only quotes so sure that this share was right on annotated news, as 0.95.",
    )
    @click.option("--review", type=OUT, metavar="FILE", help="Write the less sure ones there.")
    @click.option(
        "--calibration",
        type=FILE,
        metavar="FILE",
        help="Choose and judge by this file of quotes calibrate. [default: that of the package]",
    )
    @wraps(command)
    def with_sureness(*args: Any, asked: Asked, **options: Any) -> None:
        from quotes.lexicon.counts.calibration import read_calibration

        path = options.pop("calibration")
        asked = replace(asked, calibration=None if path is None else read_calibration(path))
        least, precision, review = map(options.pop, ("min_confidence", "precision", "review"))
        sureness = to_sureness(least, precision, review, asked)
        if precision is not None and not is_of_curve(asked):
            say(
                f"warning: --precision {precision:g}: counted on quotes of every kind whose act is "
                "speech or document; of those asked for, another share may be right"
            )
        command(*args, asked=asked, sureness=sureness, **options)

    return with_sureness


def to_sureness(
    least: float | None, precision: float | None, review: Path | None, asked: Asked
) -> Sureness:
    """What was asked for; wrong usage if it contradicts itself."""
    from quotes.lexicon.language import read_language

    if any(share is not None and isnan(share) for share in (least, precision)):
        raise click.UsageError("--min-confidence and --precision: give a number from 0 to 1.")
    if least is not None and precision is not None:
        raise click.UsageError("--min-confidence and --precision: give one of them.")
    if precision is not None:
        least = threshold(asked.calibration or read_language(asked.language).calibration, precision)
    if review is not None and least is None:
        raise click.UsageError("--review goes with --min-confidence or --precision.")
    if review is not None and least == 0:
        raise click.UsageError(f"--review {review}: no quote is less sure than 0; ask for more.")
    return Sureness(least or 0.0, review)


def is_of_curve(asked: Asked) -> bool:
    """Whether the quotes that are asked for are those the curve was counted on, or fewer acts."""
    return set(asked.acts) <= set(DEFAULT_ACTS) and set(asked.kinds) == set(ALL_KINDS)


def threshold(calibration: Calibration, precision: float) -> float:
    """The confidence from which *precision* was reached; wrong usage if it never was."""
    least = calibration.threshold(precision)
    if least is None:
        most = max((step.precision for step in calibration.curve), default=0.0)
        raise click.UsageError(f"--precision {precision:g}: the most that was reached is {most:g}.")
    return least

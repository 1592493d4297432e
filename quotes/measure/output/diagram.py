"""The reliability diagram: how often quotes are right against how sure they are."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quotes.errors import QuotesError


class PlotError(QuotesError):
    """A diagram that cannot be drawn."""


def check_installed() -> None:
    """PlotError if matplotlib, which draws, is not there."""
    if find_spec("matplotlib") is None:
        raise PlotError("--reliability: needs matplotlib; pip install 'quotes[see]'")


def draw(figures: dict[str, Any], path: Path) -> None:
    """Put the reliability diagram and the curve of precision into *path*, an .svg or .png.

    PlotError if matplotlib is not there or knows no such file.
    """
    check_installed()
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 4.2), layout="constrained")
    left, right = figure.subplots(1, 2)
    bins, steps = figures["bins"], figures["curve"]
    left.plot([0, 1], [0, 1], color="0.6", linestyle="--", label="as often as it says")
    sizes = [row["confidence"] for row in bins], [row["right"] for row in bins]
    left.plot(*sizes, marker="o", color="#0072B2", label=f"{figures['n']:,} quotes in ten parts")
    left.set(xlabel="confidence", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    left.set_title(f"Reliability (calibration error {figures['ece']:.3f})")
    left.legend()
    kept, precision = [s["kept"] for s in steps], [s["precision"] for s in steps]
    right.plot(kept, precision, marker=".", color="#D55E00")
    right.set(xlabel="share of the right quotes kept", ylabel="precision", xlim=(0, 1))
    right.set_title("What a least confidence brings")
    try:
        figure.savefig(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PlotError(f"--reliability {path}: {reason}; name another .svg or .png") from error

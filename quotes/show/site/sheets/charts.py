"""Charts as inline SVG, drawn by matplotlib; without style attributes, as the policy demands."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from quotes.show.site.sheets.speaker_counts import KINDS, Tally

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
INK, BARS = "#010203", {"direct": "#010204", "mixed": "#010205", "indirect": "#010206"}
BAR = "#010207"
CLASSES = {INK: "ink", BAR: "bar", **{colour: f"k-{kind}" for kind, colour in BARS.items()}}
MOST = 12  # speakers in a chart
MOST_DAYS = 120
NAME = 28  # code points of a name in a chart


def drawn(tally: Tally) -> dict[str, str]:
    """The charts of a page by name, each an SVG element; those that would be empty are left out."""
    charts = {}
    if named := [(voice.name, voice.quotes) for voice in tally.voices if voice.named][:MOST]:
        charts["speakers"] = bars_of(named)
    if len(tally.days) > 1:
        charts[step_of(tally.days)] = days_of(tally.days)
    if tally.quotes:
        charts["kinds"] = shares_of(tally.kinds)
    return charts


def new_figure(width: float, height: float) -> tuple[Figure, Any]:
    """A figure of *width* by *height* in inches, with axes, outside matplotlib's state."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams.update(
        {"svg.fonttype": "none", "svg.hashsalt": "quotes", "text.parse_math": False}
    )
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelcolor=INK, labelsize=10)
    return figure, axes


def bars_of(named: Sequence[tuple[str, int]]) -> str:
    """How often each is quoted, the most quoted above."""
    from quotes.write.escape import one_line

    figure, axes = new_figure(5.2, 0.5 + 0.27 * len(named))
    places = range(len(named))
    drawn = axes.barh(places, [count for _, count in named], color=BAR, height=0.66)
    names = [one_line(name) for name, _ in named]
    axes.set_yticks(places, [n if len(n) <= NAME else n[: NAME - 1] + "…" for n in names])
    axes.invert_yaxis()
    axes.set_xticks([])
    axes.bar_label(drawn, padding=4, color=INK, fontsize=10)
    return to_svg(figure)


def step_of(days: Mapping[date, int]) -> str:
    """What a bar stands for: days, or months if those are many."""
    return "months" if (max(days) - min(days)).days > MOST_DAYS else "days"


def days_of(days: Mapping[date, int]) -> str:
    """Quotes by the day on which their article appeared; by month where days are many."""
    figure, axes = new_figure(5.2, 2.4)
    if step_of(days) == "months":
        months: dict[date, int] = {}
        for day, count in days.items():
            months[day.replace(day=1)] = months.get(day.replace(day=1), 0) + count
        axes.bar(list(months), list(months.values()), width=timedelta(days=24), color=BAR)
    else:
        axes.bar(list(days), list(days.values()), width=timedelta(hours=19), color=BAR)
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
    from matplotlib.ticker import MaxNLocator

    locator = AutoDateLocator(minticks=2, maxticks=6)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    dates = ConciseDateFormatter(locator)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(dates)
    axes.xaxis.get_offset_text().set_color(INK)
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    return to_svg(figure)


def shares_of(kinds: Mapping[str, int]) -> str:
    """The share of each kind of quote, in one bar."""
    figure, axes = new_figure(5.2, 0.8)
    total, left = sum(kinds.values()), 0
    for kind in KINDS:
        axes.barh([0], [kinds[kind]], left=left, color=BARS[kind])
        if kinds[kind] / total > 0.08:
            middle = left + kinds[kind] / 2
            label = f"{kind} {kinds[kind] / total:.0%}"
            axes.text(middle, -0.62, label, ha="center", va="bottom", fontsize=10, color=INK)
        left += kinds[kind]
    axes.set_xlim(0, total)
    axes.set_axis_off()
    return to_svg(figure)


def to_svg(figure: Figure) -> str:
    """*figure* as an SVG element whose colours are classes, which a style sheet gives."""
    out = io.StringIO()
    figure.patch.set_visible(False)
    for axes in figure.axes:
        axes.patch.set_visible(False)
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(out.getvalue())
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{SVG}}}metadata", f"{{{SVG}}}style"):
                parent.remove(child)
    for element in root.iter():
        restyle(element)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.set("aria-hidden", "true")  # the same figures stand in a table
    return ET.tostring(root, encoding="unicode")


def restyle(element: ET.Element) -> None:
    """Turns the style of *element* into attributes, and its colours into classes."""
    if element.tag == f"{{{SVG}}}g":
        element.attrib.pop("id", None)
    style = dict(re.findall(r"([\w-]+):\s*([^;]+)", element.attrib.pop("style", "")))
    colours = {style.pop("fill", ""), style.pop("stroke", "")}
    if names := [CLASSES[colour] for colour in colours if colour in CLASSES]:
        element.set("class", names[0])
    elif "none" in colours:
        element.set("fill", "none")
    if "text-anchor" in style:
        element.set("text-anchor", style["text-anchor"])

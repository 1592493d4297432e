"""The table of figures that the package carries: how often each rule fires and is right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from quotes.model import Rule

Figures = Mapping[str, Mapping[str, float]]


def to_figures(rules: Mapping[str, Figures]) -> dict[str, dict[str, float]]:
    """The shares of every rule by its name, to three places: a change in the fourth is noise."""
    # A rule of layout may make both content and cue of a quote: it is counted as of its content.
    roles = reversed(list(rules.values()))
    rows = {name: row for by_name in roles for name, row in by_name.items()}
    return {
        name: {
            "n": rows[name]["n"],
            "content": round(rows[name]["content"], 3),
            "source": round(rows[name]["source"], 3),
        }
        for name in sorted(rows)
    }


def to_json(rows: Figures) -> str:
    """The table as JSON, a rule a line, so that a difference can be read."""
    lines = (f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def rule_lines(rules: Iterable[Rule], figures: Figures) -> Iterator[str]:
    """A line a rule: its name, how often it fires and how often rightly, if known, an example."""
    rules = tuple(rules)
    width = max(len(rule.name) for rule in rules)
    if figures:
        yield f"{'rule':{width}}  {'n':>5}  content  source  example"
    for rule in rules:
        row = figures.get(rule.name)
        known = f"{row['n']:5}    {row['content']:.3f}   {row['source']:.3f}  " if row else " " * 24
        yield f"{rule.name:{width}}  {known if figures else ''}{rule.example}"

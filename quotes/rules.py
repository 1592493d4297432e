"""All rules by name: those of every stage, and the rows of the lexicon."""

from __future__ import annotations

from functools import cache

from quotes.attribute import speakers
from quotes.find import direct, layout, marks, merge, nested, passages, reported, sources
from quotes.lexicon.load import cue_lexicon
from quotes.model import Rule


@cache
def stage_rules() -> tuple[Rule, ...]:
    """The rules that are functions, in the order of the stages."""
    stages = (marks, reported, direct, layout, merge, passages, nested, sources, speakers)
    return tuple(rule for stage in stages for rule in stage.RULES)


@cache
def row_rules() -> tuple[Rule, ...]:
    """The rows of the lexicon as rules, in the order of their names."""
    rows = {row for rows in cue_lexicon().by_form.values() for row in rows}
    return tuple(
        Rule(row.rule, f"{row.lemma} ({row.pos}, {row.act}): {' '.join(sorted(row.frames))}")
        for row in sorted(rows, key=lambda row: row.rule)
    )


def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package, each name once."""
    return stage_rules() + row_rules()

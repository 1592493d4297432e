"""All rules by name: those of every stage, and the rows of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import ModuleType

from quotes.attribute.rules import table as speaker_rules
from quotes.find.direct import direct, nested
from quotes.find.marks import pairing as marks
from quotes.find.passages import continued, layout, passages
from quotes.find.reported import table as reported
from quotes.find.sources import table as sources
from quotes.lexicon.language import Language
from quotes.model import Rule

STAGES = (marks, reported, direct, layout, continued, passages, nested, sources, speaker_rules)


@cache
def stage_rules() -> tuple[Rule, ...]:
    """The rules that are functions, in the order of the stages."""
    return tuple(rule for stage in STAGES for rule in rules_of(stage))


def rules_of(stage: ModuleType) -> Iterator[Rule]:
    """The rules in the table of a stage."""
    for row in stage.RULES:
        yield row if isinstance(row, Rule) else row[0]


@cache
def row_rules(language: Language) -> tuple[Rule, ...]:
    """The rows of a language's lexicon as rules, in the order of their names."""
    rows = {row for rows in language.cues.by_form.values() for row in rows}
    return tuple(
        Rule(row.rule, f"{row.lemma} ({row.pos}, {row.act}): {' '.join(sorted(row.frames))}")
        for row in sorted(rows, key=lambda row: row.rule)
    )


def all_rules(language: Language) -> tuple[Rule, ...]:
    """Every rule for articles in *language*, each name once."""
    return stage_rules() + row_rules(language)


def is_topic(rule: str) -> bool:
    """Whether a rule, by its name, tells only what was spoken of, and not what was said of it."""
    return any(r.is_topic for r in reported.RULES if r.name == rule)


def is_nameless(rule: str) -> bool:
    """Whether a speaker rule, by its name, is for those who have no name."""
    return any(row.is_nameless for row in speaker_rules.TABLE if row.rule.name == rule)


def is_unrivalled(rule: str) -> bool:
    """Whether a speaker rule, by its name, finds the only one whom the words can mean."""
    return any(row.is_unrivalled for row in speaker_rules.TABLE if row.rule.name == rule)

"""The command `quotes rules`: the rules, what each does, its cases and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from quotes.command.terminal.failures import debug_option
from quotes.model import Rule
from quotes.pipeline.asked import Asked

if TYPE_CHECKING:
    from quotes.lexicon.language import Language

FEW = 5  # cases of each sort that are shown unless all are asked for


@click.command()
@click.argument("name", required=False)
@click.option("--all-cases", is_flag=True, help="Show all cases of the rule, not some.")
@debug_option
def rules(name: str | None, all_cases: bool) -> None:
    """List the rules with their figures and an example each; with NAME, tell about that rule.

    That is: what it does, how often it fires on annotated news and how often rightly, and sentences
    with what it finds in them. The rows of the lexicon are many: a NAME that ends in a dot, as cue.
    or cue.verb., lists those whose names begin with it.

    Example: quotes rules direct.cue-after
    """
    from quotes.lexicon.language import read_language
    from quotes.measure.output.rule_figures import rule_lines
    from quotes.pipeline.rules import all_rules, stage_rules

    language = read_language(Asked().language)
    known, figures = {rule.name: rule for rule in all_rules(language)}, language.figures
    if name is None:
        click.echo("\n".join(rule_lines(stage_rules(), figures)))
        rows = len(known) - len(stage_rules())
        click.echo(f"and {rows:,} rows of the lexicon; quotes rules cue. lists them")
        return
    below = [rule for rule in known.values() if rule.name.startswith(name)]
    if name.endswith(".") and below:
        click.echo("\n".join(rule_lines(below, figures)))
        return
    if name not in known:
        close = get_close_matches(name, known, n=3)
        hint = f" Did you mean {' or '.join(close)}?" if close else " quotes rules lists them all."
        raise click.UsageError(f"no rule {name!r}.{hint}")
    click.echo("\n".join(about(known[name], None if all_cases else FEW, language)))


def about(rule: Rule, most: int | None, language: Language) -> Iterator[str]:
    """The lines on one rule, with at most so many cases of each sort."""
    from quotes.show.explain.phrases.cases import cases_of
    from quotes.show.explain.phrases.rules import frame_words, row_of, what_it_does
    from quotes.show.explain.phrases.shares import how_often_right

    yield rule.name
    if does := what_it_does(rule.name, language):
        yield f"  {does}"
    row = row_of(rule.name, language)
    if row is None:
        yield f"  example: {rule.example}"
    else:
        yield f"  forms: {', '.join(sorted(row.forms))}"
        frames = (frame_words(frame, language) for frame in sorted(row.frames))
        yield f"  takes: {'; '.join(frames)}"
    yield f"  measured: {how_often_right(rule.name, language) or 'never counted on annotated news'}"
    cases = cases_of(rule.name)
    for title, lines in (
        ("finds", cases.found),
        ("leaves alone", cases.left_alone),
        ("does not get right yet", cases.missed),
    ):
        if lines:
            yield f"  {title}:"
            yield from (f"    {line}" for line in lines[:most])
            if most is not None and len(lines) > most:
                yield f"    … and {len(lines) - most} more: --all-cases"

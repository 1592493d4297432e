"""The lines that explain one part of a quote, and which rule chose it."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon.language import Language
from quotes.show.explain.phrases.rules import in_plain_words
from quotes.show.explain.phrases.shares import in_general


def part_lines(
    title: str,
    first: str,
    rule: str | None,
    cue: str | None,
    language: Language,
    more: Sequence[str] = (),
) -> list[str]:
    """What a part is, what its rule does, then *more*; last the rule's general record."""
    lines = [f"{title}: {first}"]
    if rule is None:
        return lines + [f"    {line}" for line in more]
    told = in_plain_words(rule, cue, language)
    lines += [f"    {told}"] if told else []
    lines += [f"    {line}" for line in more]
    general = in_general(rule, language)
    return [*lines, f"    ({general} Rule: {rule})" if general else f"    (Rule: {rule})"]


def listed(title: str, lines: Sequence[str]) -> list[str]:
    """*lines* below a title; nothing if there are none."""
    return [f"{title}:", *(f"  - {line}" for line in lines)] if lines else []

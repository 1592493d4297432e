"""One part of a quote, and which rule chose it: the lines that explain it."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.show.explain.plain import in_plain_words
from quotes.show.explain.wording import in_general


def part_lines(
    title: str, first: str, rule: str | None, cue: str | None, more: Sequence[str] = ()
) -> list[str]:
    """What a part is, what its rule does, then *more*; last the rule's general record."""
    lines = [f"{title}: {first}"]
    if rule is None:
        return lines + [f"    {line}" for line in more]
    told = in_plain_words(rule, cue)
    lines += [f"    {told}"] if told else []
    lines += [f"    {line}" for line in more]
    general = in_general(rule)
    return [*lines, f"    ({general} Rule: {rule})" if general else f"    (Rule: {rule})"]


def listed(title: str, lines: Sequence[str]) -> list[str]:
    """*lines* below a title; nothing if there are none."""
    return [f"{title}:", *(f"  - {line}" for line in lines)] if lines else []

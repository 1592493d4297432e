"""What rules and circumstances mean to a reader of news: see explanations.toml."""

from __future__ import annotations

from functools import cache

from quotes.lexicon.language import read_language

SAID = "said"  # stands for the cue where a quote has none of its own
EXAMPLE = "; for example, in another article: "


@cache
def told_of_rules() -> dict[str, str]:
    """The sentence of each rule."""
    table: dict[str, str] = read_language("en").explanations["rule"]
    return table


@cache
def told_of_reasons() -> dict[str, dict[str, str]]:
    """What each reason says where it helps and where it hurts."""
    table: dict[str, dict[str, str]] = read_language("en").explanations["reason"]
    return table


def in_plain_words(rule: str, cue: str | None) -> str:
    """What *rule* did with the words *cue*; empty if nothing is told of it."""
    told = told_of_rules().get(rule, "").replace("{example}", EXAMPLE)
    return told.replace("{cue}", cue or SAID)


def reason_in_words(reason: str, value: str, helps: bool) -> str | None:
    """*reason* as what helps or hurts a quote; None if it makes no sense as such."""
    told = told_of_reasons().get(reason, {}).get("helps" if helps else "hurts")
    return None if told is None else told.format(value)

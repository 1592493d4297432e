"""What a rule does, in plain words: from explanations.toml, its row of the lexicon or its cases."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.lexicon.cues import CueRow
from quotes.lexicon.language import Language
from quotes.show.explain.phrases.cases import cases_of

SAID = "said"  # what stands for the cue if a quote has none of its own
EXAMPLE = "; for example, in another article: "


def in_plain_words(rule: str, cue: str | None, language: Language) -> str:
    """What *rule* did with the words *cue*; empty if there is nothing to say about it."""
    told: str = language.explanations["rule"].get(rule) or cases_of(rule).does or ""
    return told.replace("{example}", EXAMPLE).replace("{cue}", cue or SAID)


def what_it_does(rule: str, language: Language) -> str:
    """What a rule or a row of the lexicon does, in a sentence; empty if nothing is known."""
    row = row_of(rule, language)
    if row is not None:
        return f"The {row.pos} {row.lemma} is a cue that {act_words(row.act, language)}."
    return cases_of(rule).does or ""


def row_of(rule: str, language: Language) -> CueRow | None:
    """The row of the lexicon whose rule is *rule*; None if it is not one."""
    if not rule.startswith("cue."):
        return None
    rows = (row for rows in language.cues.by_form.values() for row in rows)
    return next((row for row in rows if row.rule == rule), None)


def act_words(act: str, language: Language) -> str:
    """What an act is, in words: something is said."""
    words: str = language.explanations["act"][act]
    return words


def frame_words(frame: str, language: Language) -> str:
    """A frame of the lexicon in words: an object and of, for object+of."""
    known: Mapping[str, str] = language.explanations["frame"]
    parts = [known.get(part, part) for part in frame.split("+")]
    return " and ".join(parts)

"""What a rule does, in plain words: from explanations.toml, its row of the lexicon or its cases."""

from __future__ import annotations

from quotes.lexicon.cues import CueRow
from quotes.lexicon.language import Language
from quotes.show.explain.phrases.cases import cases_of

SAID = "said"  # what stands for the cue if a quote has none of its own
EXAMPLE = "; for example, in another article: "
# What the lexicon means by each complement of a cue; all others are prepositions: about, on.
FRAMES = {
    "clause": "a clause (that …)",
    "quote": "words in quotation marks",
    "infinitive": "an infinitive (to …)",
    "gerund": "a gerund (…ing)",
    "object": "an object",
    "complement": "a predicate",
    "passive": "a passive",
    "parenthetical": "a place within the clause (…, Ito argued, …)",
    "as-clause": "a clause with as (…, as Ito argued)",
    "impression": "something that seems so",
    "poll": "the result of a poll",
    "adverb": "a place as an adverb",
    "according": "a source after to",
    "is": "the verb be",
    "opinion": "a source after in the opinion of",
    "received": "someone who received it",
}
ACTS = {
    "speech": "something is said",
    "document": "something stands in a document",
    "thought": "something is believed",
    "attitude": "something is supported or opposed",
    "intention": "something is planned",
    "perception": "something is noticed",
    "decree": "something is ordered",
    "evidential": "something is given as a source of what is known",
}


def in_plain_words(rule: str, cue: str | None, language: Language) -> str:
    """What *rule* did with the words *cue*; empty if there is nothing to say about it."""
    told: str = language.explanations["rule"].get(rule) or cases_of(rule).does or ""
    return told.replace("{example}", EXAMPLE).replace("{cue}", cue or SAID)


def what_it_does(rule: str, language: Language) -> str:
    """What a rule or a row of the lexicon does, in a sentence; empty if nothing is known."""
    row = row_of(rule, language)
    if row is not None:
        return f"The {row.pos} {row.lemma} is a cue that {ACTS[row.act]}."
    return cases_of(rule).does or ""


def row_of(rule: str, language: Language) -> CueRow | None:
    """The row of the lexicon whose rule is *rule*; None if it is not one."""
    if not rule.startswith("cue."):
        return None
    rows = (row for rows in language.cues.by_form.values() for row in rows)
    return next((row for row in rows if row.rule == rule), None)


def frame_words(frame: str) -> str:
    """A frame of the lexicon in words: an object and of, for object+of."""
    parts = [FRAMES.get(part, part) for part in frame.split("+")]
    return " and ".join(parts)

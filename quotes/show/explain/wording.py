"""Rules and figures in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.lexicon.cues import CueRow
from quotes.lexicon.language import read_language
from quotes.show.explain.cases import cases_of

NAMELESS = frozenset({"speaker.unnamed", "speaker.open-pronoun"})  # they say that there is no name
LONGEST = 60  # characters of the words at the quote that are shown again
FEW = 10  # cases, from which a share is told
# What stands in the lexicon for each complement of a cue; others are prepositions: about, on.
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


def what_it_does(rule: str) -> str:
    """What a rule or a row of the lexicon does, in a sentence; empty if nothing is known."""
    row = row_of(rule)
    if row is not None:
        return f"The {row.pos} {row.lemma} is a cue that {ACTS[row.act]}."
    return cases_of(rule).does or ""


def row_of(rule: str) -> CueRow | None:
    """The row of the lexicon that goes by *rule*; None if it is no row."""
    if not rule.startswith("cue."):
        return None
    rows = (row for rows in read_language("en").cues.by_form.values() for row in rows)
    return next((row for row in rows if row.rule == rule), None)


def frame_words(frame: str) -> str:
    """A frame of the lexicon in words: object+of is an object and of."""
    parts = [FRAMES.get(part, part) for part in frame.split("+")]
    return " and ".join(parts)


def how_often_right(rule: str) -> str:
    """How often a rule was right on annotated news; empty if it was never counted."""
    if rule.startswith("speaker."):
        share = read_language("en").calibration.names.get(rule)
        return "" if share is None else f"On annotated news: name right in {in_hundred(share)}."
    row = counted(rule)
    if row is None:
        return ""
    if row["n"] < FEW:
        return f"On annotated news: used only {times(int(row['n']))}, too few to tell."
    return (
        f"On annotated news: used {row['n']:,} times, content right in "
        f"{in_hundred(row['content'])}, content and source in {in_hundred(row['source'])}."
    )


def in_general(rule: str) -> str:
    """The general record of a rule in short, over all annotated news; empty if never counted."""
    if rule.startswith("speaker."):
        share = read_language("en").calibration.names.get(rule)
        if share is not None and rule in NAMELESS:
            return f"All such cases: a name all the same in {in_hundred(1 - share)}."
        right = "" if share is None else f"name right in {in_hundred(share)}"
    else:
        row = counted(rule)
        if row is None:
            return ""
        right = f"words and source right in {in_hundred(row['source'])}"
        if row["n"] < FEW:
            right = "too few to tell"
    return f"All such cases: {right}." if right else ""


def counted(rule: str) -> Mapping[str, float] | None:
    """What was counted of a rule on annotated news."""
    figures: Mapping[str, Mapping[str, float]] = read_language("en").figures
    return figures.get(rule)


def times(count: int) -> str:
    """How often in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def in_hundred(share: float) -> str:
    """A share of a hundred, never quite all or none of them."""
    return f"{hundredths(share)} of 100"


def likely(share: float) -> str:
    """How likely something is: 87 in 100, never quite certain."""
    return f"{hundredths(share)} in 100"


def hundredths(share: float) -> int:
    """How many of a hundred, from 1 to 99."""
    return min(99, max(1, round(100 * share)))


def shortened(text: str, most: int = 70) -> str:
    """*text* on one line, its middle left out if it is long; cut between words."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    before, after = text[: most // 2], text[-most // 2 :]
    return f"{before.rpartition(' ')[0] or before} … {after.partition(' ')[2] or after}"

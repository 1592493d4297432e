"""Who said it: the words at the quote, whom they mean, and who else it could have been."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Span
from quotes.receipts.part import listed, part_lines
from quotes.receipts.passage import marked, sentences_around
from quotes.receipts.rerun import Rerun
from quotes.receipts.rivals import place_asked, speaker_rivals
from quotes.receipts.wording import NAMELESS
from quotes.write.record import Record

FORMS = {
    "name": "a name",
    "partial_name": "part of a name",
    "nominal": "a description, not the speaker's own name",
    "pronoun": "a pronoun",
}
NAMES = ("speaker.name-exact", "speaker.name-partial")


def source_lines(record: Record) -> Iterator[str]:
    """Which words name the source."""
    mentions = [s["mention"] for s in record["speakers"] if s["mention"] is not None]
    rule = record["rules"]["source"]
    if rule is not None or mentions:
        words = " and ".join(f"“{m['text']}”" for m in {m["start"]: m for m in mentions}.values())
        cue = record["cue"] and record["cue"]["text"]
        yield from part_lines("Source", words or "no words at the quote.", rule, cue)


def speaker_lines(record: Record, rerun: Rerun | None) -> Iterator[str]:
    """Who that is, where the name comes from, and who else it could have been."""
    if not record["speakers"]:
        yield "Speaker: nobody was found."
        return
    rule, more = record["rules"]["speaker"], list[str]()
    for speaker in record["speakers"]:
        more.append(speaker_line(speaker, rule))
        if rerun is not None and speaker["evidence"] is not None:
            more += evidence_lines(speaker, rerun)
    if rerun is not None:
        place = place_asked(rerun.trace, rerun.quote)
        others = list(speaker_rivals(rerun.trace, rerun.quote, place))
        more += listed("Others in the article", others)
        if not others and rule in NAMES:
            more.append("Nobody else in the article bears the name.")
    names = " and ".join(s["name"] or "no name found" for s in record["speakers"])
    cue = record["cue"] and record["cue"]["text"]
    yield from part_lines("Speaker", f"{names}.", rule, cue, more)


def speaker_line(speaker: Record, rule: str | None) -> str:
    """What the words at the quote are, and whom they mean."""
    mention, name = speaker["mention"], speaker["name"]
    if mention is None:
        words = "No words at the quote name the speaker"
    else:
        words = f"“{mention['text']}” is {FORMS[mention['form']]}"
    if name is None and mention is not None and rule not in NAMELESS:
        return f"{words}; whom it means here is not clear enough to say."
    if name is None or mention is None or mention["text"] == name:
        return f"{words}."
    return f"{words}; it is taken to mean {name}."


def evidence_lines(speaker: Record, rerun: Rerun) -> Iterator[str]:
    """The sentence that the name was taken from, if it is not that of the quote."""
    evidence, mention = speaker["evidence"], speaker["mention"]
    span = Span(evidence["start"], evidence["end"])
    if mention is not None and mention["start"] <= span.start < mention["end"]:
        return
    for sentence in sentences_around(rerun.trace.trees, [span]):
        yield f"The name stands in: {marked(rerun.article.text, sentence, [('name', span)])}"

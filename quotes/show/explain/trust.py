"""How far to trust a quote: its figures in one line, and advice on what to do with it."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.pipeline.names import DOUBTFUL
from quotes.pipeline.rules import is_nameless, is_topic
from quotes.show.explain.phrases.shares import in_hundred, likely, may_be
from quotes.show.shortened import shortened
from quotes.write.record import Record

LONGEST = 60  # characters of the words at the quote that are shown again
# With one of these flags the speaker has a name, and which one is in question.
IN_QUESTION = frozenset((DOUBTFUL, "ambiguous_pronoun", "ambiguous_speaker"))
# Each advice with the least figure for which it holds; the lowest one that is told counts.
BANDS = (
    (0.9, "Reliable: a glance at the sentence is enough."),
    (0.75, "Likely right: compare it with the article before you use it."),
    (0.5, "Doubtful: check it by eye."),
    (0.0, "More likely wrong than right: do not use it unless you have checked it by eye."),
)


def trust_lines(record: Record) -> Iterator[str]:
    """How likely the quote and each name are right, and what to do about it."""
    share = likely(record["confidence"])
    topic = is_topic(record["rules"]["content"])
    what, whose = ("what is spoken about", "its") if topic else ("the words", "their")
    if not record["speakers"]:
        both = f"about {share} that {what} and the lack of a source are right"
        yield f"Overall: we found nobody who says it; {both}."
    else:
        told = [f"about {share} that {what} and {whose} source are right"]
        told += [name_sure(speaker, record) for speaker in record["speakers"]]
        yield f"Overall: {'; '.join(told)}."
    named = [s["confidence"] for s in record["speakers"] if s["name"] is not None]
    yield f"Advice: {advice(min([record['confidence'], *named]))}"


def name_sure(speaker: Record, record: Record) -> str:
    """How sure the name of a speaker is."""
    mention, name, share = speaker["mention"], speaker["name"], speaker["confidence"]
    words = None if mention is None else f"“{shortened(mention['text'], LONGEST)}”"
    if name is None and speaker.get("candidates") and not IN_QUESTION.isdisjoint(record["flags"]):
        told = may_be(speaker["candidates"])
        return f"no name is given for {words or 'the speaker'}: it may be {told}"
    if name is None:
        lacking = f"we found no name for {words or 'the speaker'}"
        if not is_nameless(record["rules"]["speaker"] or ""):
            return lacking  # how often such a rule misses a name was not counted
        return f"{lacking} (in {in_hundred(1 - share)} such cases there is one that we missed)"
    if words is None:
        return f"{likely(share)} that the speaker is {name}"
    if mention["text"] == name:
        return f"{likely(share)} that {name} is the right name"
    return f"{likely(share)} that {words} means {name}"


def advice(share: float) -> str:
    """What a reader should do with a quote that is right with this probability."""
    # rounded as it is told, so that 90 in 100 is never taken for less
    return next(told for least, told in BANDS if round(share, 2) >= least)

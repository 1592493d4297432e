"""Who said it: the words at the quote, whom they mean, and who else it could have been."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon.language import Language
from quotes.model import Span
from quotes.pipeline.rules import is_nameless, is_unrivalled
from quotes.show.explain.alternatives import other_speakers
from quotes.show.explain.found_again import FoundAgain
from quotes.show.explain.passage import marked, sentences_around
from quotes.show.explain.phrases.lines import listed, part_lines
from quotes.show.explain.phrases.shares import may_be
from quotes.show.explain.trust import LONGEST
from quotes.show.shortened import shortened
from quotes.write.record import Record


def source_lines(record: Record, language: Language) -> Iterator[str]:
    """Which words at the quote are its source."""
    mentions = [s["mention"] for s in record["speakers"] if s["mention"] is not None]
    rule = record["rules"]["source"]
    if rule is not None or mentions:
        words = " and ".join(f"“{m['text']}”" for m in {m["start"]: m for m in mentions}.values())
        cue = record["cue"] and record["cue"]["text"]
        yield from part_lines("Source", words or "no words at the quote.", rule, cue, language)


def speaker_lines(record: Record, again: FoundAgain | None, language: Language) -> Iterator[str]:
    """Who the speaker is, where the name comes from, and who else it could have been."""
    if not record["speakers"]:
        yield "Speaker: nobody was found."
        return
    rule, more = record["rules"]["speaker"], list[str]()
    for speaker in record["speakers"]:
        more += filter(None, [speaker_line(speaker, rule), candidates_line(speaker)])
        if again is not None and speaker["evidence"] is not None:
            more += evidence_lines(speaker, again)
    if again is not None:
        if rule is not None and is_unrivalled(
            rule
        ):  # whoever bears the name was not weighed against others
            name = "these names" if len(record["speakers"]) > 1 else "this name"
            more.append(f"No other person or organisation in the article bears {name}.")
        else:
            more += listed("Others in the article", list(other_speakers(again)))
    names = " and ".join(s["name"] or "no name found" for s in record["speakers"])
    cue = record["cue"] and record["cue"]["text"]
    yield from part_lines("Speaker", f"{names}.", rule, cue, language, more)


def speaker_line(speaker: Record, rule: str | None) -> str:
    """Whom the words at the quote are taken to mean; empty if the words themselves say so."""
    mention, name = speaker["mention"], speaker["name"]
    if mention is None:
        return "No words at the quote name the speaker."
    words = f"“{shortened(mention['text'], LONGEST)}”"
    if name is not None:
        if name in mention["text"]:
            return ""
        if rule is not None and is_unrivalled(rule):
            return f"{words} stands for {name}."
        meant = "that is" if mention["form"] == "pronoun" else f"{words} is taken to mean"
        return f"Here {meant} {name}."
    if rule is None or not is_nameless(rule):
        return f"Whom {words} means here is not clear enough to say."
    described = mention["form"] == "nominal"
    return f"{words} is a description, not the speaker's own name." if described else ""


def candidates_line(speaker: Record) -> str:
    """Who else the speaker may be, or who it may be if no name is given; empty if nobody."""
    if not speaker.get("candidates"):
        return ""
    told = may_be(speaker["candidates"])
    if speaker["name"] is None:
        return f"No name is given: it may be {told}."
    return f"It may also be {told}."


def evidence_lines(speaker: Record, again: FoundAgain) -> Iterator[str]:
    """The sentence that the name was taken from, unless the words at the quote are the name."""
    evidence, mention = speaker["evidence"], speaker["mention"]
    span = Span(evidence["start"], evidence["end"])
    inside = mention is not None and mention["start"] <= span.start < mention["end"]
    if inside or (mention is not None and mention["text"] == speaker["name"]):
        return
    for tree in again.trees:
        for sentence in sentences_around([tree], [span]):
            told = marked(again.article.text, sentence, [("name", span)])
            yield f"The full name is taken from paragraph {tree.index + 1}: {told}"

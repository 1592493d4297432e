"""One quote explained in plain words: what was seen, which rules spoke, what else there was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.lexicon.calibration import Calibration
from quotes.model import Article, Quote, Span
from quotes.receipts.confidence import confidence_lines
from quotes.receipts.passage import from_record, marked, parts_of, sentences_around
from quotes.receipts.rivals import (
    content_rivals,
    direct_rivals,
    overlapping,
    place_asked,
    speaker_rivals,
)
from quotes.receipts.trace import Trace
from quotes.receipts.wording import (
    ACTS,
    how_often_right,
    in_hundred,
    row_of,
    shortened,
    what_it_does,
)
from quotes.write.record import Record

FORMS = {
    "name": "a full name",
    "partial_name": "a part of a name",
    "nominal": "a noun without a name",
    "pronoun": "a pronoun",
}
KINDS = {
    "direct": "a direct quote: its content stands in quotation marks",
    "mixed": "a mixed quote: a part of its content stands in quotation marks",
    "indirect": "an indirect quote: none of it stands in quotation marks",
}
CERTAIN = "; it is kept since the grammar leaves no other reading"
IN_VIEW = "Others in view (the more, the later they were named, and as subjects)"
FLAGS = {
    "unclosed_mark": "a quotation mark is never closed: where the content ends is a guess",
    "no_speaker": "no rule found who speaks",
    "speaker_carried_over": "the speaker is that of the quote or sentence before",
    "ambiguous_pronoun": "the pronoun fits several people: the likeliest is given, or none",
    "ambiguous_speaker": "the name or noun fits several: the likeliest is given, or none",
    "second_hand": "the words of a further speaker stand inside",
    "cut_article": "the article was read in pieces: people are not followed from one to another",
}


@dataclass(frozen=True, slots=True)
class Rerun:
    """The article of a quote, the quote as the rules find it now, and what else they saw."""

    article: Article
    quote: Quote
    trace: Trace
    calibration: Calibration


def explain(record: Record, rerun: Rerun | None) -> Iterator[str]:
    """The lines that explain *record*; what else there was to choose from only with *rerun*."""
    yield f"{record['id']} in {record['document']['id']}, paragraph {record['paragraph'] + 1}"
    yield ""
    yield from passage_lines(record, rerun)
    yield ""
    yield f"This is {KINDS[record['kind']]}. {acted(record)}"
    yield f"Content and source of such quotes are right in {in_hundred(record['confidence'])}."
    if rerun is not None:
        yield from confidence_lines(
            rerun.quote,
            rerun.article,
            rerun.trace.trees[rerun.quote.paragraph].span,
            rerun.calibration,
        )
    yield ""
    yield from mark_lines(record)
    yield from cue_lines(record)
    yield from content_lines(record, rerun)
    yield from source_lines(record)
    yield from speaker_lines(record, rerun)
    for flag in record["flags"]:
        yield f"Note: {FLAGS.get(flag, flag.replace('_', ' '))} ({flag})."


def acted(record: Record) -> str:
    """What was done, as the cue says."""
    what = ACTS[record["act"]]
    cue = record["cue"]
    denied = " The article says that it was not." if cue is not None and cue["negated"] else ""
    return f"{what[0].upper()}{what[1:]} ({record['act']}).{denied}"


def passage_lines(record: Record, rerun: Rerun | None) -> Iterator[str]:
    """The sentences with the parts of the quote marked."""
    if rerun is None:
        yield f"    {from_record(record)}"
        yield "    (give --articles to see the sentences, and what else could have been chosen)"
        return
    parts = list(parts_of(record))
    for sentences in sentences_around(rerun.trace.trees, [span for _, span in parts]):
        yield f"    {marked(rerun.article.text, sentences, parts)}"


def rule_lines(title: str, first: str, rule: str | None, more: Sequence[str] = ()) -> Iterator[str]:
    """What one rule decided, what it does and how often it is right, then *more*."""
    yield f"{title}: {first}"
    if rule is not None:
        said = " ".join(filter(None, (what_it_does(rule), how_often_right(rule))))
        yield f"    Rule {rule}: {said}"
    yield from (f"    {line}" for line in more)


def mark_lines(record: Record) -> Iterator[str]:
    """Which quotation marks there are."""
    rule, quoted = record["rules"]["mark"], record["content"]["quoted"]
    if rule is not None:
        pieces = "one stretch" if len(quoted) == 1 else f"{len(quoted)} stretches"
        yield from rule_lines("Quotation marks", f"{pieces} of the content in marks.", rule)


def cue_lines(record: Record) -> Iterator[str]:
    """Which words say that something is said."""
    cue, rule = record["cue"], record["rules"]["cue"]
    if cue is None:
        why = "none of its own"
        if record["continues"]:
            why += f"; it goes on from quote {record['continues']}"
        yield from rule_lines("Cue", f"{why}.", rule)
    else:
        row = row_of(rule) if rule is not None else None
        form = f" (a form of {row.lemma})" if row is not None and row.lemma != cue["text"] else ""
        told = None if rule == record["rules"]["content"] else rule  # the colon of a transcript
        yield from rule_lines("Cue", f"“{cue['text']}”{form}.", told)


def content_lines(record: Record, rerun: Rerun | None) -> Iterator[str]:
    """Which rule chose the content, and what else the cue could have governed."""
    more: list[str] = []
    if rerun is not None:
        seen = (rerun.article.text, rerun.quote, rerun.trace, rerun.calibration.weights)
        chance = rerun.quote.chance
        if chance is not None:
            kept = "" if chance >= rerun.calibration.weights.listed else CERTAIN
            more.append(
                f"That the cue introduces these words is right in {in_hundred(chance)}{kept}."
            )
        more += listed("What else the cue could introduce", list(content_rivals(*seen)))
        others = list(direct_rivals(rerun.quote, rerun.trace))
        more += listed("What else could be the cue of the marks", others)
        more += listed("Not quotes of their own", list(overlapping(*seen)))
    words = shortened(record["content"]["text"], 100)
    yield from rule_lines("Content", f"[{words}]", record["rules"]["content"], more)


def source_lines(record: Record) -> Iterator[str]:
    """Which words name the source."""
    mentions = [s["mention"] for s in record["speakers"] if s["mention"] is not None]
    rule = record["rules"]["source"]
    if rule is not None or mentions:
        words = " and ".join(f"“{m['text']}”" for m in {m["start"]: m for m in mentions}.values())
        yield from rule_lines("Source", words or "no words at the quote.", rule)


def speaker_lines(record: Record, rerun: Rerun | None) -> Iterator[str]:
    """Who that is, where the name comes from, and who else it could have been."""
    if not record["speakers"]:
        yield "Speaker: nobody was found."
        return
    more: list[str] = []
    for speaker in record["speakers"]:
        more.append(speaker_line(speaker))
        if rerun is not None and speaker["evidence"] is not None:
            more += evidence_lines(speaker, rerun)
    if rerun is not None:
        place = place_asked(rerun.trace, rerun.quote)
        others = list(speaker_rivals(rerun.trace, rerun.quote, place))
        more += listed(IN_VIEW, others)
        if not others and record["rules"]["speaker"] in (
            "speaker.name-exact",
            "speaker.name-partial",
        ):
            more.append("Nobody else in the article bears the name.")
    names = " and ".join(s["name"] or "nobody by name" for s in record["speakers"])
    yield from rule_lines("Speaker", f"{names}.", record["rules"]["speaker"], more)


def speaker_line(speaker: Record) -> str:
    """What the words at the quote are, and how sure the name is."""
    mention, name = speaker["mention"], speaker["name"]
    sure = in_hundred(speaker["confidence"])
    if mention is None:
        words = "No words at the quote name the speaker"
    else:
        words = f"“{mention['text']}” is {FORMS[mention['form']]}"
    meant = f"it means {name}" if name else "the article never names who that is"
    return f"{words}; that {meant} is right in {sure}."


def evidence_lines(speaker: Record, rerun: Rerun) -> Iterator[str]:
    """The sentence that the name was taken from, if it is not that of the quote."""
    evidence, mention = speaker["evidence"], speaker["mention"]
    span = Span(evidence["start"], evidence["end"])
    if mention is not None and mention["start"] <= span.start < mention["end"]:
        return
    for sentence in sentences_around(rerun.trace.trees, [span]):
        yield f"The name stands in: {marked(rerun.article.text, sentence, [('name', span)])}"


def listed(title: str, lines: Sequence[str]) -> list[str]:
    """*lines* below a title; nothing if there are none."""
    return [f"{title}:", *(f"  - {line}" for line in lines)] if lines else []

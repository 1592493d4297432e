"""One quote explained in plain words: what was found, by which rules, what else there was."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon.language import Language
from quotes.pipeline.rules import is_topic
from quotes.show.explain.alternatives import other_contents, other_cues, quotes_within
from quotes.show.explain.found_again import FoundAgain
from quotes.show.explain.outdated import version_lines
from quotes.show.explain.passage import from_record, marked, parts_of, sentences_around
from quotes.show.explain.phrases.lines import listed, part_lines
from quotes.show.explain.phrases.rules import act_words, row_of
from quotes.show.explain.reasons import reason_lines
from quotes.show.explain.sentence_rest import rest_lines
from quotes.show.explain.speaker import source_lines, speaker_lines
from quotes.show.explain.trust import trust_lines
from quotes.show.shortened import shortened
from quotes.write.record import Record

KINDS = {
    "direct": "a direct quote: its content stands in quotation marks",
    "mixed": "a mixed quote: a part of its content stands in quotation marks",
    "indirect": "an indirect quote: none of it stands in quotation marks",
}
TOPIC = "no quotation: the article only tells what was spoken about"
TOPIC_IN_MARKS = "a quotation only within the marks: around them the article tells what it is about"
CERTAIN = "Here this is an unlikely quote; it is kept as it can hardly be read otherwise."
SHARES = (
    "Why, part by part. A share in brackets is that of all such cases in news annotated by people; "
    "the overall figure also weighs what helps and hurts here: it can be much higher or lower."
)
FLAGS = {
    "unclosed_mark": "a quotation mark is never closed: where the quote ends is a guess",
    "no_speaker": "nobody was found who says it",
    "speaker_carried_over": "no speaker stands at this quote: the one of the quote or sentence "
    "before is given",
    "ambiguous_pronoun": "the pronoun fits several people: the likeliest is given, or none",
    "ambiguous_speaker": "the name or description fits several: the likeliest is given, or none",
    "doubtful_speaker": "the likeliest name is too doubtful to be given: see who it may be",
    "second_hand": "a second report, of words or thoughts, stands inside this one: check whose "
    "they are",
    "cut_article": "the article was too long to be read at once: someone named in one piece is "
    "not recognised in the next",
}


def explain(record: Record, again: FoundAgain | None, language: Language) -> Iterator[str]:
    """The lines that explain *record*; *again* adds the sentences and what else could be chosen."""
    yield f"{record['id']} in {record['document']['id']}, paragraph {record['paragraph'] + 1}"
    yield ""
    yield from passage_lines(record, again)
    yield ""
    yield " ".join([f"This is {kind_of(record)}.", *acted(record, language)])
    yield from trust_lines(record)
    if again is not None:
        yield from reason_lines(again, language)
    yield from warning_lines(record, again)
    yield ""
    yield SHARES
    yield from mark_lines(record, language)
    yield from cue_lines(record, language)
    yield from content_lines(record, again, language)
    yield from source_lines(record, language)
    yield from speaker_lines(record, again, language)


def warning_lines(record: Record, again: FoundAgain | None) -> Iterator[str]:
    """What a reader should check before using the quote."""
    if again is not None:
        parts = list(parts_of(record))
        told = [span for name, span in parts if name != "content"]
        last = max((span for name, span in parts if name == "content"), key=lambda s: s.end)
        yield from rest_lines(again.article.text, again.trees, last, told)
        yield from version_lines(record, again.article, again.quote)
    for flag in record["flags"]:
        yield f"Note: {FLAGS.get(flag, flag.replace('_', ' '))} ({flag})."


def kind_of(record: Record) -> str:
    """What sort of quote it is; a topic is no quotation, only what was spoken about."""
    if is_topic(record["rules"]["content"]):
        return TOPIC_IN_MARKS if record["content"]["quoted"] else TOPIC
    return KINDS[record["kind"]]


def acted(record: Record, language: Language) -> Iterator[str]:
    """What was done, as the cue says: said, planned ...; for a topic that was told before."""
    what, cue = act_words(record["act"], language), record["cue"]
    if record["act"] != "speech" or not is_topic(record["rules"]["content"]):
        yield f"{what[0].upper()}{what[1:]}."
    if cue is not None and cue["negated"]:
        yield "The article says that it was not."


def passage_lines(record: Record, again: FoundAgain | None) -> Iterator[str]:
    """The sentences of the quote, its parts in brackets."""
    if again is None:
        yield f"    {from_record(record)}"
        yield "    (give --articles to see the sentences, and what else could have been chosen)"
        return
    parts = list(parts_of(record))
    for sentences in sentences_around(again.trees, [span for _, span in parts]):
        yield f"    {marked(again.article.text, sentences, parts)}"


def mark_lines(record: Record, language: Language) -> Iterator[str]:
    """Which quotation marks the quote has."""
    rule, quoted = record["rules"]["mark"], record["content"]["quoted"]
    if rule is not None:
        pieces = "one stretch" if len(quoted) == 1 else f"{len(quoted)} stretches"
        yield from part_lines(
            "Quotation marks", f"around {pieces} of the words.", rule, None, language
        )


def cue_lines(record: Record, language: Language) -> Iterator[str]:
    """Which words are the cue."""
    cue, rule = record["cue"], record["rules"]["cue"]
    if cue is None:
        why = "none of its own"
        if record["continues"]:
            why += f"; it goes on from quote {record['continues']}"
        yield from part_lines("Cue", f"{why}.", rule, None, language)
    else:
        row = row_of(rule, language) if rule is not None else None
        form = f" (a form of {row.lemma})" if row is not None and row.lemma != cue["text"] else ""
        told = None if rule == record["rules"]["content"] else rule  # the colon of a transcript
        yield from part_lines("Cue", f"“{cue['text']}”{form}.", told, cue["text"], language)


def content_lines(record: Record, again: FoundAgain | None, language: Language) -> Iterator[str]:
    """Which rule chose the content, and what else could have been chosen."""
    more: list[str] = []
    if again is not None:
        chance = again.quote.chance
        if chance is not None and chance < again.calibration.weights.listed:
            more.append(CERTAIN)
        more += listed("Other ways to cut what the cue introduces", list(other_contents(again)))
        cues = list(other_cues(again))
        more += listed("Other words that might introduce what is in quotation marks", cues)
        within = list(quotes_within(again))
        more += listed("Parts of these words, not counted as quotes of their own", within)
    words = shortened(record["content"]["text"], 100)
    cue = record["cue"] and record["cue"]["text"]
    yield from part_lines("Content", f"[{words}]", record["rules"]["content"], cue, language, more)

"""How sure the name of each speaker is, who else it may be, and which names are left blank.

The chance that a name is right, or that none is to be given, is a logistic function of plain
circumstances, which quotes/attribute/circumstances.py tells and `quotes calibrate` has counted on
annotated speakers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from quotes.attribute.rules.table import CONTINUED, FIRST_PERSON, TABLE
from quotes.lexicon.counts.calibration import ANY_CANDIDATE, NameOdds
from quotes.lexicon.thresholds import (
    CANDIDATE_NEAR,
    LEAST_CANDIDATE,
    LIKELY_NAME,
    MOST_IN_QUESTION,
    SURE_NAME,
)
from quotes.model import Candidate, Quote, Span, Speaker
from quotes.pipeline.asked import Names

DOUBTFUL = "doubtful_speaker"  # the flag of a quote of whose speakers a name was left blank
LEAST_NAME: Mapping[Names, float] = {"sure": SURE_NAME, "likely": LIKELY_NAME, "all": 0.0}
# The rules by which the words at the quote are themselves in the user's list.
BY_LIST = {row.rule.name for row in TABLE if row.is_unrivalled} | {"speaker.registry"}
PLACES = 2  # of a chance: two thousand counted names tell no more


def with_names(quotes: Iterable[Quote], counted: NameOdds, names: Names) -> Iterator[Quote]:
    """The quotes with how sure their names are; those less sure than *names* asks are blank.

    What takes its speakers from another quote is as blank as that one.
    """
    done: dict[tuple[Span, ...], Quote] = {}
    for quote in quotes:
        first = done.get(leader(quote) or ())
        if first is not None and DOUBTFUL in first.flags:
            own = quote.speakers[0].mention if quote.nested_in is not None else None
            speakers = tuple(replace(speaker, mention=own) for speaker in first.speakers)
            judged = replace(quote, speakers=speakers, flags=(*quote.flags, DOUBTFUL))
        else:
            # what takes its speakers from a quote that names them names them too
            judged = judged_quote(quote, counted, LEAST_NAME[names] if first is None else 0.0)
        done[quote.spans] = judged
        yield judged


def leader(quote: Quote) -> tuple[Span, ...] | None:
    """The content of the quote from which this one has its speakers; None if it has its own."""
    if quote.rules.speaker == CONTINUED.name:
        return quote.continues
    return quote.nested_in if quote.rules.speaker == FIRST_PERSON.name else None


def judged_quote(quote: Quote, counted: NameOdds, least: float) -> Quote:
    """*quote* with how sure its names are, those of less than *least* blank."""
    rule = quote.rules.speaker
    speakers = tuple(judged_speaker(speaker, rule, counted) for speaker in quote.speakers)
    blank = [
        s.confidence < least and s.name is not None and not is_vouched(s, rule) for s in speakers
    ]
    if not any(blank):
        return replace(quote, speakers=speakers)
    given = tuple(
        blanked(speaker, counted) if is_blank else speaker
        for speaker, is_blank in zip(speakers, blank, strict=True)
    )
    return replace(quote, speakers=given, flags=(*quote.flags, DOUBTFUL))


def is_vouched(speaker: Speaker, rule: str | None) -> bool:
    """Whether the words at the quote are in the user's list, which knows better than counts."""
    return speaker.registry_id is not None and rule in BY_LIST


def judged_speaker(speaker: Speaker, rule: str | None, counted: NameOdds) -> Speaker:
    """*speaker* with how sure its name is, and how likely it is each of those in question."""
    share = counted.odds.share(speaker.told)
    if rule is not None:
        share = min(share, counted.most(rule))
    likely = candidates_of(speaker, 1 - share, counted)
    return replace(speaker, confidence=round(share, PLACES), candidates=likely)


def candidates_of(speaker: Speaker, rest: float, counted: NameOdds) -> tuple[Candidate, ...]:
    """Those in question, the likeliest first, without those who are hardly meant.

    *rest* is the chance that the answer is wrong. A candidate's is its part of that: the share of
    wrong answers for which one in its place was right, as counted; together they are no more.
    """
    shares = [
        counted.instead.get(place_of(speaker, number), ANY_CANDIDATE)
        for number in range(len(speaker.candidates))
    ]
    most = max(1.0, sum(shares))
    judged = [
        replace(candidate, confidence=round(rest * share / most, PLACES))
        for candidate, share in zip(speaker.candidates, shares, strict=True)
    ]
    likely = [each for each in judged if each.confidence >= LEAST_CANDIDATE]
    return tuple(sorted(likely, key=lambda each: -each.confidence)[:MOST_IN_QUESTION])


def place_of(speaker: Speaker, number: int) -> str:
    """The place, among the counts, of the candidate of this number, from 0."""
    sort = "unnamed" if speaker.name is None else "named"
    first = "later" if number else "first"
    near = "near" if speaker.candidates[number].closeness >= CANDIDATE_NEAR else "far"
    return f"{sort} {first} {near}"


def place_of_nobody(share: float) -> str:
    """The place, among the counts, of nobody where a name is right with the chance *share*."""
    return f"nobody, {'doubtful' if share < LIKELY_NAME else 'likely'} name"


def blanked(speaker: Speaker, counted: NameOdds) -> Speaker:
    """*speaker* without the name, which comes first among the candidates.

    How sure it is that there is none is the part of wrong names where none was to be given.
    """
    chosen = Candidate(speaker.name or "", speaker.entity or "", 1.0, speaker.confidence)
    nobody = counted.instead.get(place_of_nobody(speaker.confidence), ANY_CANDIDATE)
    return Speaker(
        mention=speaker.mention,
        type=speaker.type,
        confidence=round((1 - speaker.confidence) * nobody, PLACES),
        candidates=(chosen, *speaker.candidates)[:MOST_IN_QUESTION],
    )

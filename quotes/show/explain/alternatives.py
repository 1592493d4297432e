"""What else a quote's content and speaker could have been, and why it lost."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribute.scene.discourse import InView
from quotes.find.direct.direct import RULES
from quotes.find.paragraph import Paragraph
from quotes.find.reported.pattern import Case
from quotes.find.reported.reported import cases, chance_of, is_kept, to_candidate
from quotes.lexicon.counts.weights import Weights
from quotes.model import Span
from quotes.show.explain.found_again import FoundAgain
from quotes.show.shortened import shortened

MOST = 4  # people who are named
SORTS = {"m": "a man", "f": "a woman", "n": "an organisation"}


def other_contents(again: FoundAgain) -> Iterator[str]:
    """A line for each other content that the grammar gives to the cue of the quote."""
    quote, text, weights = again.quote, again.article.text, again.calibration.weights
    if quote.cue is None or quote.chance is None:
        return
    judged = [
        (chance, case, to_candidate(case, chance))
        for place, page, token in possible_cues(again)
        if quote.cue.span.covers(place)
        for chance, case in judged_cases(page, token, weights)
    ]
    chosen = " ".join(span.of(text) for span in quote.spans)
    told = {chosen}
    for chance, case, found in sorted(judged, key=lambda j: -j[0]):
        if found is None or chance == quote.chance:
            continue  # that is the one chosen, whatever the marks made of it
        words = " ".join(span.of(text) for span in found.spans)
        if words in told:
            continue  # the same words read in another way: no other choice to a reader
        told.add(words)
        yield f"{beside(words, chosen)}: {why_less(case, chance, quote.chance, weights)}"


def possible_cues(again: FoundAgain) -> Iterator[tuple[Span, Paragraph, int]]:
    """Where each possible cue of the article stands, its paragraph and its token."""
    for page in again.pages:
        for token in page.heads:
            yield page.tree.span_of(token, token), page, token


def judged_cases(page: Paragraph, token: int, weights: Weights) -> list[tuple[float, Case]]:
    """The contents that the grammar gives to a possible cue, each with its chance."""
    found = cases(page.tree, page.heads[token], page.quoted)
    return [(chance_of(case, weights), case) for case in found]


def why_less(case: Case, chance: float, chosen: float, weights: Weights) -> str:
    """Why a content was not taken."""
    if not is_kept(case, chance, weights):
        return "rejected as unlikely"
    if chance < chosen:
        return "less likely"
    return "not likelier by enough to be taken instead"


def beside(words: str, chosen: str) -> str:
    """*words* as what sets them apart from the ones chosen."""
    if words in chosen:
        return f"only [{shortened(words)}]"
    if chosen in words:
        before, _, after = words.partition(chosen)
        return f"also [{' … '.join(shortened(part) for part in (before, after) if part.strip())}]"
    return f"[{shortened(words)}]"


def other_cues(again: FoundAgain) -> Iterator[str]:
    """A line for each other cue that a rule of direct speech would have given to the marks."""
    quote = again.quote
    for page in again.pages:
        for number, stretch in enumerate(page.marked):
            if stretch.span in quote.quoted:
                for _, finder in RULES:
                    found = finder(page, number)
                    if found is None or (quote.cue and found.cue.span.overlaps(quote.cue.span)):
                        continue
                    words = found.cue.span.of(page.tree.text)
                    yield f"“{words}”: the cue above stands where such a word usually stands"


def quotes_within(again: FoundAgain) -> Iterator[str]:
    """A line for each cue that stands within the content: what is said there is no quote."""
    text, weights = again.article.text, again.calibration.weights
    for place, page, token in possible_cues(again):
        if any(span.covers(place) for span in again.quote.spans):
            best = max(judged_cases(page, token, weights), key=lambda j: j[0], default=None)
            if best is None or not is_kept(best[1], best[0], weights):
                continue
            found = to_candidate(best[1], best[0])
            if found is not None:
                words = shortened(" ".join(span.of(text) for span in found.spans))
                yield f"“{place.of(text)}” [{words}]"


def other_speakers(again: FoundAgain) -> Iterator[str]:
    """A line for each reason, with the others in view who were not taken for it."""
    place = place_asked(again)
    if place is None:
        return
    view, name_of = again.views[place], again.scene.name_of
    names = {speaker.name for speaker in again.quote.speakers}
    chosen = [seen for seen in view if name_of(seen.entity) in names]
    best = max((seen.presence * seen.fit for seen in chosen), default=None)
    told: dict[str, str] = {}  # why not, by name
    for seen in sorted(view, key=lambda seen: (-seen.presence * seen.fit, -seen.presence)):
        name = name_of(seen.entity)
        if name is None or name in names or name in told or len(told) == MOST:
            continue
        told[name] = why_not(again, seen, best)
    for why in dict.fromkeys(told.values()):
        yield f"{', '.join(name for name in told if told[name] == why)}: {why}"


def why_not(again: FoundAgain, seen: InView, best: float | None) -> str:
    """Why someone in view was not taken."""
    if seen.fit == 0:
        speakers = again.quote.speakers
        mention = speakers[0].mention if speakers else None
        sort = SORTS.get(again.scene.gender(seen.entity))
        if mention is not None and mention.form == "pronoun" and sort is not None:
            return f"the pronoun does not fit {sort}"
        return "what stands at the quote cannot mean them"
    if best is None:
        return "mentioned, but not clearly the one meant"
    return "further in the background: named earlier, or in a lesser part of a sentence"


def place_asked(again: FoundAgain) -> int | None:
    """The place in the text at which the speaker of the quote was asked for; None if nowhere."""
    quote = again.quote
    spans = [s.mention.span for s in quote.speakers if s.mention is not None]
    if quote.source is not None:
        spans.append(quote.source)
    return next((p for p in sorted(again.views) for s in spans if s.start <= p < s.end), None)

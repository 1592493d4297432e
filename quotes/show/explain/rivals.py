"""What else a quote's content and speaker could have been, and why it lost."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.direct.direct import RULES
from quotes.find.reported.pattern import Case
from quotes.find.reported.reported import cases, chance_of, is_kept, to_candidate
from quotes.lexicon.counts.weights import Weights
from quotes.model import Quote, Span
from quotes.show.explain.trace import InView, Trace
from quotes.show.explain.wording import shortened

MOST = 4  # candidates that are told
SORTS = {"m": "a man", "f": "a woman", "n": "an organisation"}


def content_rivals(text: str, quote: Quote, done: Trace, weights: Weights) -> Iterator[str]:
    """A line for each other content that the grammar gives to the cue of *quote*."""
    if quote.cue is None or quote.chance is None:
        return
    judged = []
    for page in done.pages:
        for token, head in page.heads.items():
            if quote.cue.span.covers(page.tree.span_of(token, token)):
                for case in cases(page.tree, head, page.quoted):
                    chance = chance_of(case, weights)
                    judged.append((chance, case, to_candidate(case, chance)))
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


def direct_rivals(quote: Quote, done: Trace) -> Iterator[str]:
    """A line for each other cue that a rule of direct speech would have given to the marks."""
    for page in done.pages:
        for number, stretch in enumerate(page.marked):
            if stretch.span in quote.quoted:
                for _, finder in RULES:
                    beside = finder(page, number)
                    if beside is None or (quote.cue and beside.cue.span.overlaps(quote.cue.span)):
                        continue
                    words = beside.cue.span.of(page.tree.text)
                    yield f"“{words}”: the cue above stands where such a word usually stands"


def overlapping(text: str, quote: Quote, done: Trace, weights: Weights) -> Iterator[str]:
    """A line for each cue that stands within the content: what is said there is no quote."""
    for page in done.pages:
        for token, head in page.heads.items():
            place = page.tree.span_of(token, token)
            if any(span.covers(place) for span in quote.spans):
                judged = (
                    (chance_of(case, weights), case) for case in cases(page.tree, head, page.quoted)
                )
                best = max(judged, key=lambda pair: pair[0], default=None)
                if best is None or not is_kept(best[1], best[0], weights):
                    continue
                found = to_candidate(best[1], best[0])
                if found is not None:
                    words = shortened(" ".join(span.of(text) for span in found.spans))
                    yield f"“{place.of(text)}” [{words}]"


def speaker_rivals(done: Trace, quote: Quote, place: int | None) -> Iterator[str]:
    """A line for each reason, with the others in view who were not taken for it."""
    scene = done.scene
    if scene is None or place is None:
        return
    view = done.views.get(place, [])
    names = {speaker.name for speaker in quote.speakers}
    chosen = [seen for seen in view if name_in(done, seen) in names]
    best = max((seen.presence * seen.fit for seen in chosen), default=None)
    told: dict[str, str] = {}  # why not, by name
    for seen in sorted(view, key=lambda seen: (-seen.presence * seen.fit, -seen.presence)):
        name = name_in(done, seen)
        if name is None or name in names or name in told or len(told) == MOST:
            continue
        told[name] = why_not(done, seen, best, quote)
    for why in dict.fromkeys(told.values()):
        yield f"{', '.join(name for name in told if told[name] == why)}: {why}"


def name_in(done: Trace, seen: InView) -> str | None:
    """The name of someone in view; None for those who have none."""
    return None if done.scene is None else done.scene.name_of(seen.entity)


def why_not(done: Trace, seen: InView, best: float | None, quote: Quote) -> str:
    """Why someone in view was not taken."""
    assert done.scene is not None
    if seen.fit == 0:
        mention = quote.speakers[0].mention if quote.speakers else None
        sort = SORTS.get(done.scene.gender(seen.entity))
        if mention is not None and mention.form == "pronoun" and sort is not None:
            return f"the pronoun does not fit {sort}"
        return "what stands at the quote cannot mean them"
    if best is None:
        return "mentioned, but not clearly the one meant"
    return "further in the background: named earlier, or in a lesser part of a sentence"


def place_asked(done: Trace, quote: Quote) -> int | None:
    """The place in the text at which the speaker of *quote* was asked for; None if nowhere."""
    spans: list[Span] = [s.mention.span for s in quote.speakers if s.mention is not None]
    if quote.source is not None:
        spans.append(quote.source)
    return next((p for p in sorted(done.views) for s in spans if s.start <= p < s.end), None)

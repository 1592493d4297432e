"""Who is being talked about: the entities named so far, and how present each of them is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, Protocol

from quotes.lexicon.thresholds import DECAY, EACH_MENTION, FARTHEST, LOOK_BACK
from quotes.model import Span


class Seen(NamedTuple):
    """An entity where it is named or meant."""

    start: int
    entities: tuple[int, ...]  # more than one: named together
    sentence: float  # numbered through the article
    weight: float  # how much this makes it the one talked about
    many: bool = False  # named by a plural noun


class InView(NamedTuple):
    """Someone whom a pronoun or a noun could mean, and how well it fits."""

    entity: int
    presence: float  # how much the text before makes them the one talked about
    fit: float  # 0 if the words cannot mean them, to 1


class Onlooker(Protocol):
    """Someone who is told, wherever it is asked who is meant, who was in view there."""

    def see_view(self, start: int, view: Sequence[InView]) -> None:
        """Takes note of those in view of what starts at *start*, the most present first."""


class Discourse:
    """What has been named so far, nearly in the order of the text."""

    def __init__(self, contents: Collection[Span], onlooker: Onlooker | None = None) -> None:
        self.onlooker = onlooker
        self.seen: list[Seen] = []
        self.joint: list[Seen] = []  # those of more than one; of A, B and C two pairs
        self.spans = sorted(contents)
        self.starts = [span.start for span in self.spans]

    def in_quote(self, start: int) -> bool:
        """Whether what starts here lies in the content of a quote."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and start < self.spans[at].end

    def ranked(
        self,
        start: int,
        sentence: float,
        fits: Callable[[int], float],
        excluded: Sequence[Span] = (),
    ) -> list[tuple[float, int]]:
        """The entities named before *start*, the most present first; `fits` weighs each."""
        best: dict[int, float] = {}
        for seen_at, entities, seen_in, weight, _ in reversed(self.seen[-LOOK_BACK:]):
            distance = sentence - seen_in
            if distance > FARTHEST:
                break
            if seen_at >= start or (excluded and lies_in(seen_at, excluded)):
                continue
            nearness = weight * DECAY**distance if distance > 0 else weight
            for entity in entities:
                before = best.get(entity, 0.0)
                best[entity] = (nearness if nearness > before else before) + EACH_MENTION * nearness
        if self.onlooker is not None:
            everyone = sorted(((score, entity) for entity, score in best.items()), reverse=True)
            view = [InView(entity, score, fits(entity)) for score, entity in everyone]
            self.onlooker.see_view(start, view)
        scored = [
            (score * share, entity) for entity, score in best.items() if (share := fits(entity)) > 0
        ]
        return sorted(scored, reverse=True)


def lies_in(start: int, spans: Sequence[Span]) -> bool:
    """Whether what starts here lies in one of *spans*."""
    for span in spans:  # noqa: SIM110 - asked of all that was seen before each pronoun
        if span.start <= start < span.end:
            return True
    return False

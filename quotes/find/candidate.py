"""What the finding rules pass among themselves: a content with its cue and its source."""

from __future__ import annotations

from typing import NamedTuple

from quotes.model import Act, Cue, Marked, Span


class Candidate(NamedTuple):
    """A content and what says it, before whole quotation marks are given to it."""

    paragraph: int
    spans: tuple[Span, ...]  # may be empty while only the cue of a direct quote is known
    rule: str  # of the content
    act: Act
    cue: Cue | None = None
    source: Span | None = None
    source_rule: str | None = None
    marked: tuple[Marked, ...] = ()  # the quotation marks that are part of the content
    continues: tuple[Span, ...] | None = None
    nested_in: tuple[Span, ...] | None = None
    flags: tuple[str, ...] = ()
    depth: int = 0  # of the cue in its tree, 0 at the root
    chance: float | None = None  # that the content is right, 0 to 1

    @property
    def span(self) -> Span:
        """The shortest span that covers the content."""
        return Span(self.spans[0].start, self.spans[-1].end)

"""What the finding rules pass among themselves: a content with its cue and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quotes.model import Act, Cue, Marked, Rule, Span


@dataclass(frozen=True, slots=True)
class ContentRule(Rule):
    """A rule that makes a content, with what is asked of it where contents meet."""

    governs: bool = False  # a quote whose cue stands in its content is part of the content
    keeps_words: bool = False  # what the tree gives the cue beside marks stays whole
    of_noun: bool = False  # a noun says it, and may borrow the subject of its verb
    impersonal: bool = False  # nobody says it: The mill seems to be closing
    is_turn: bool = False  # a line of a transcript: direct without any marks


@dataclass(frozen=True, slots=True)
class SourceRule(Rule):
    """A rule that finds a source, with what is asked of it where sources meet."""

    from_afar: bool = False  # its source does not stand at the cue: one beside the marks is better


class Candidate(NamedTuple):
    """A content and what says it, before whole quotation marks are given to it."""

    paragraph: int
    spans: tuple[Span, ...]  # may be empty while only the cue of a direct quote is known
    rule: ContentRule
    act: Act
    cue: Cue | None = None
    source: Span | None = None
    source_rule: SourceRule | None = None
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

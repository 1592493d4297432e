"""What a pattern of reported speech is, and a content with all that is asked before it is kept.

The patterns themselves are the rows of table.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotes.find.candidate import ContentRule, SourceRule
from quotes.find.cues import CueHead
from quotes.find.reported.frames.content import Content, Contents, Shape
from quotes.find.sources.table import AGENT, Source
from quotes.lexicon.counts.weights import Named
from quotes.lexicon.cues import PartOfSpeech
from quotes.parse.tree import Tree

ANY_PREPOSITION = "*"  # among the frames of a pattern


@dataclass(frozen=True, slots=True)
class ReportedRule(ContentRule):
    """A rule of reported speech: what its contents are, and whose."""

    shapes: tuple[Shape, ...] = ()  # those that it stands for; none: all that are left
    # Whether a content is kept whatever its chance; None: only a question is, see certainty.py. A
    # new rule has no counts yet and mostly needs one.
    certain: Callable[[Case], bool] | None = None
    source: SourceRule = AGENT  # how a content that tells its own source does so
    set_in: bool = False  # the cue is set into the clause that it governs
    is_clause: bool = False  # with a tense: participles and appositions at its end are its own
    is_topic: bool = False  # the content is only what is spoken of


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the table: a function that proposes contents to cues of one part of speech."""

    pos: PartOfSpeech
    contents: Contents
    makes: tuple[ReportedRule, ...]  # the first that stands for a content's shape is its rule
    frames: frozenset[str]  # what cue.toml may say of the cue, a + and what follows it aside
    needs: frozenset[str] = frozenset()  # labels, one of them at the cue or below; none: any
    only_listed: bool = False  # the cue's row must have one of the frames, spelt just so

    def rule_of(self, content: Content) -> ReportedRule:
        """The rule of a content that the function proposed."""
        return next(r for r in self.makes if not r.shapes or content.shape in r.shapes)


def row(
    pos: PartOfSpeech,
    contents: Contents,
    makes: ReportedRule | tuple[ReportedRule, ...],
    frames: str,
    needs: str = "",
    only_listed: bool = False,
) -> Pattern:
    """A row of the table; *frames* and *needs* are words parted by spaces."""
    rules = makes if isinstance(makes, tuple) else (makes,)
    listed, labels = frozenset(frames.split()), frozenset(needs.split())
    return Pattern(pos, contents, rules, listed, labels, only_listed)


class Case(NamedTuple):
    """A content that is proposed to a cue, with all that is asked about it."""

    tree: Tree
    head: CueHead
    content: Content
    rule: ReportedRule
    source: Source | None
    kind: str  # of the source, as source_kind tells it
    rank: int  # its number among the contents of the cue
    first: str  # the frame of the first of them
    rows: Sequence[bool]  # for each of them whether the cue's row has its frame
    quoted: frozenset[int]  # the tokens in marks
    at_cue: tuple[Named, ...]  # the circumstances of the cue, whatever its content

    @property
    def listed(self) -> bool:
        """Whether the cue's row has the frame."""
        return self.rows[self.rank]

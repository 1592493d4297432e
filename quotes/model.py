"""The frozen values that pass between the stages; this module imports no other of the package."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "speech", "document", "thought", "attitude", "intention", "perception", "decree", "evidential"
]
Form = Literal["name", "partial_name", "nominal", "pronoun"]
SpeakerType = Literal["person", "organization", "group", "publication", "unknown"]


def known(option: str, given: Iterable[str], allowed: tuple[Any, ...]) -> tuple[Any, ...]:
    """The items of *given* in their order; ValueError at one that is not *allowed*."""
    items = (given,) if isinstance(given, str) else tuple(given)
    for item in items:
        if item not in allowed:
            raise ValueError(f"{option}: {item!r} is not one of {', '.join(allowed)}")
    return items


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of the article's text: code points, from 0, end excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"Span needs 0 <= start < end, got start={self.start}, end={self.end}")

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether every character of *other* is in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read, with what its container says about it."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None  # as the container gives it; None if it gives none
    language: str = "en"

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the text in UTF-8 (a lone surrogate is hashed as such)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Rule:
    """A named decision: its name rides on every value that it makes, into the record."""

    name: str  # stage.rule, or file.table.key for a row of the lexicon
    example: str  # a sentence of the kind that the rule is for
    weight: float = 1.0  # a guess at its share of right results, used until one is counted


TURN_RULE = "layout.turn"  # the rule of a turn in a transcript: direct, though nothing is in marks


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text in quotation marks."""

    span: Span  # marks included
    inner: Span | None  # the words between the marks; None if there are none
    paragraph: int
    rule: str  # the style of the marks: mark.curly-double
    closed: bool = True  # False if no closing mark was found in the paragraph
    reopens: bool = False  # True if it goes on from a mark left open in the paragraph before
    depth: int = 0  # 1 for a quote within a quote


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that say that something is said: a verb group, `according to`, a noun."""

    span: Span
    lemma: str
    act: Act
    rule: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """The names of the rules that made a quote; None where no rule was needed or none fired."""

    content: str
    mark: str | None = None
    cue: str | None = None
    source: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a possible speaker."""

    span: Span
    form: Form


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone with a name who may be the one that the words at a quote mean."""

    name: str
    entity: str
    closeness: float  # how much speaks for it beside the one for whom most does: 1 for that one
    confidence: float = 0.0  # 0 to 1: how likely it is the one


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of a quote: the words at the quote, and who that is."""

    mention: Mention | None  # None if the speaker is implied
    name: str | None = None  # the fullest proper name in the article; None if never named
    entity: str | None = None  # one id for all mentions of one speaker in the article
    type: SpeakerType = "unknown"
    role: str | None = None  # what the article says he or she is; None if it says nothing
    for_: str | None = None  # for whom a spokesman speaks, whose report it is; None if not said
    registry_id: str | None = None  # the id in the user's list of speakers; None if not listed
    evidence: Span | None = None  # the words that the name was taken from; None without a name
    confidence: float = 1.0  # 0 to 1: how likely the name, or that there is none, is right
    candidates: tuple[Candidate, ...] = ()  # who else was in question, the likeliest first
    told: tuple[tuple[str, str], ...] = ()  # circumstances that tell how sure the name is


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct, mixed or reported quote: its content, its cue and its source."""

    spans: tuple[Span, ...]  # the content, in text order, at least one
    quoted: tuple[Span, ...]  # those parts of the content that stand in marks, marks included
    kind: Kind
    act: Act
    paragraph: int  # where the content starts, from 0
    rules: Rules
    cue: Cue | None = None  # None if the quote goes on from another or has a layout for a cue
    source: Span | None = None  # the words that name the source; None if implied or not given
    continues: tuple[Span, ...] | None = None  # the content of the quote that this one goes on from
    nested_in: tuple[Span, ...] | None = None  # the content of the quote that holds this one
    speakers: tuple[Speaker, ...] = ()
    flags: tuple[str, ...] = ()
    confidence: float = 1.0  # 0 to 1: how likely content and source are right
    chance: float | None = None  # 0 to 1: of a reported content, before its marks are known
    is_turn: bool = False  # a line of a transcript: direct though it may stand in no marks
    impersonal: bool = False  # nobody is said to say it: The mill seems to be closing

    @property
    def span(self) -> Span:
        """The shortest span that covers the content."""
        return Span(self.spans[0].start, self.spans[-1].end)

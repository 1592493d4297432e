"""The paragraphs of an article's text: what is parsed together, and what records count by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.model import Span

# Longer stretches without a line break are parsed in pieces: the parser's memory grows with them.
LONGEST_PIECE = 20_000
# A block of lines is wrapped by hand if most of its lines end within this many characters.
WRAP_WIDTHS = range(40, 100)
# By how many characters a line may fall short: the next word had no room in it.
SHORTER = 16

LINE = re.compile(r"[^\r\n]+")
BLOCK_BREAK = re.compile(r"(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)\s*")
BREAKING_PLACE = re.compile(r"(?<=[.!?…”\"])\s+(?=\S)")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of *text*: its lines, or its blocks of lines where lines are wrapped by hand.

    White space around a paragraph is left out; a paragraph of over LONGEST_PIECE characters comes
    in pieces cut after a sentence where possible.
    """
    blocks = list(split_at(text, BLOCK_BREAK))
    lines = [block.of(text).strip().splitlines() for block in blocks]
    full = max((widest(each) for each in lines if is_wrapped(each)), default=0)
    paragraphs: list[Span] = []
    for block, own in zip(blocks, lines, strict=True):
        if is_wrapped(own) or is_as_wide(own, full):
            paragraphs.append(block)
        else:
            paragraphs.extend(
                Span(block.start + line.start(), block.start + line.end())
                for line in LINE.finditer(block.of(text))
            )
    return tuple(piece for p in paragraphs for piece in pieces(text, p))


def split_at(text: str, separator: re.Pattern[str]) -> Iterator[Span]:
    """The non-empty stretches of *text* between the matches of *separator*."""
    start = 0
    for match in separator.finditer(text):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether *lines* are one paragraph that was broken at some column."""
    if len(lines) < 3:
        return False
    widths = [len(line.rstrip()) for line in lines[:-1]]
    widest_line = max(widths)
    full = sum(widest_line - SHORTER <= width for width in widths)
    open_ended = sum(line.rstrip()[-1:] not in tuple(".!?:”\"'") for line in lines[:-1])
    return (
        widest_line in WRAP_WIDTHS and full >= 0.8 * len(widths) and open_ended >= 0.6 * len(widths)
    )


def is_as_wide(lines: Sequence[str], full: int) -> bool:
    """Whether all of *lines* but the last reach to the column *full* at which others are broken."""
    widths = [len(line.rstrip()) for line in lines[:-1]]
    return bool(widths) and full - SHORTER <= min(widths) and max(widths) <= full


def widest(lines: Sequence[str]) -> int:
    """How many characters the longest of *lines* has."""
    return max(len(line.rstrip()) for line in lines)


def pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """*paragraph* without the white space around it, cut where it is too long to parse at once."""
    words = paragraph.of(text)
    start = paragraph.start + len(words) - len(words.lstrip())
    end = paragraph.start + len(words.rstrip())
    while end - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        places = [m.end() for m in BREAKING_PLACE.finditer(window)]
        cut = places[-1] if places else window.rfind(" ") + 1 or LONGEST_PIECE
        yield Span(start, start + len(text[start : start + cut].rstrip()))
        start += cut
        start += len(text[start:end]) - len(text[start:end].lstrip())
    if start < end:
        yield Span(start, end)

"""The stretches of text in quotation marks, found on the raw text before any parse.

Marks are paired by direction and per paragraph; a mark left open ends with its paragraph unless the
next one opens with a mark again; nothing here ever raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from quotes.lexicon.marks import MarkLexicon, MarkStyle
from quotes.model import Marked, Rule, Span

# What may stand before an opening mark and after a closing one, white space and the edges aside.
BEFORE_OPENING = frozenset("([{<-–—―/\u2026*_")
AFTER_CLOSING = frozenset(".,;:!?)]}>-–—―/\u2026*_")
FEET_AND_INCHES = re.compile(r"\d['’]\s?\d{1,2}$")
SURE_END = frozenset(".,!?…—–-")


class Opened(NamedTuple):
    """An opening mark that waits for its closing one."""

    start: int
    mark: str
    style: MarkStyle


def find_marks(text: str, paragraphs: tuple[Span, ...], marks: MarkLexicon) -> tuple[Marked, ...]:
    """The quoted stretches of *text* in order of their start, those inside others with depth 1."""
    found: list[Marked] = []
    left_open: str | None = None  # the style of a mark that the paragraph before left open
    for number, paragraph in enumerate(paragraphs):
        marked = list(marked_in(text, paragraph, number, marks))
        if marked and left_open == marked[0].rule and marked[0].span.start == paragraph.start:
            marked[0] = replace(marked[0], reopens=True)
        last = marked[-1] if marked else None
        left_open = last.rule if last and not last.closed else None
        found.extend(marked)
    return tuple(found)


def marked_in(text: str, paragraph: Span, number: int, marks: MarkLexicon) -> list[Marked]:
    """The quoted stretches of one paragraph, in order of their start."""
    stack: list[Opened] = []
    found: list[Marked] = []
    position, pattern = paragraph.start, marks.pattern
    while match := pattern.search(text, position, paragraph.end):
        mark, start = match.group(), match.start()
        if mark == "''" and stack and stack[-1].mark == "'" and text[start + 2 : start + 3] == "'":
            mark = "'"  # ''He said 'go.''' : the inner quote ends first
        position = start + len(mark)
        if is_apostrophe(text, mark, start, position, paragraph, stack, marks):
            continue
        opens, closes = sides(text, start, position, paragraph, stack, marks.characters)
        depth = closable(stack, mark)
        if depth is not None and (closes or not opens or is_directed(stack[depth], mark)):
            found += marked_stretch(text, stack[depth], position, number, len(mark))
            del stack[depth:]
        elif (opens or not closes) and (style := marks.opening(mark)) is not None:
            same = next((n for n, o in enumerate(stack) if o.style is style), None)
            if same is not None:  # “We won't sell. “Not now.” : the first mark was never closed
                found += marked_stretch(text, stack[same], start, number, None)
                del stack[same:]
            if not style.single or has_end(text, position, paragraph, style):
                stack.append(Opened(start, mark, style))
    if stack and (not stack[0].style.single or stack[0].start == paragraph.start):
        found += marked_stretch(text, stack[0], paragraph.end, number, None)
    found.sort(key=lambda marked: (marked.span.start, -marked.span.end))
    return list(with_depth(found))


def marked_stretch(
    text: str, opened: Opened, end: int, number: int, closer: int | None
) -> tuple[Marked, ...]:
    """The stretch from *opened* to *end*, where a mark of *closer* characters closes it or none."""
    start = opened.start + len(opened.mark)
    inner_end = end - (closer or 0)
    inner_end = start + len(text[start:inner_end].rstrip())
    if inner_end <= start:
        return ()
    span = Span(opened.start, inner_end if closer is None else end)
    inner = Span(start, inner_end)
    return (Marked(span, inner, number, opened.style.name, closed=closer is not None),)


def is_directed(opened: Opened, mark: str) -> bool:
    """Whether *mark* shows by its shape that it closes: « a quote », with spaces inside."""
    style = opened.style
    return mark == style.close[0] and mark != style.open[0] and not style.single


def with_depth(found: list[Marked]) -> Iterator[Marked]:
    """*found*, in order of start, those that stand in an earlier one with depth 1."""
    reach = -1
    for marked in found:
        yield replace(marked, depth=1) if marked.span.end <= reach else marked
        reach = max(reach, marked.span.end)


def sides(
    text: str,
    start: int,
    end: int,
    paragraph: Span,
    stack: list[Opened],
    marks: frozenset[str],
) -> tuple[bool, bool]:
    """Whether the mark at [start, end) stands as an opening one does, and as a closing one does."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    just_opened = bool(stack) and stack[-1].start + len(stack[-1].mark) == start
    space_before = before.isspace() or before in BEFORE_OPENING or just_opened
    opens = space_before and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in AFTER_CLOSING or after in marks)
    if just_opened:
        closes = False
    elif opens and closes:  # an aside—“like this”—or a mark before another
        closes = before not in BEFORE_OPENING
        opens = not closes
    return opens, closes


def is_apostrophe(
    text: str,
    mark: str,
    start: int,
    end: int,
    paragraph: Span,
    stack: list[Opened],
    marks: MarkLexicon,
) -> bool:
    """Whether the mark is an apostrophe, markup, or stands for feet, minutes, inches or seconds."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if mark == '"':
        if before == "=" or after == ">" or text[end : end + 2] == "/>":
            return True  # <a href="…">: markup that was left in the text
        head = text[max(paragraph.start, start - 6) : start]
        return bool(FEET_AND_INCHES.search(head)) or (before.isdigit() and not stack)
    if mark not in ("'", "’", "‘"):
        return False
    if before.isalnum() and after.isalnum():
        return True
    if before.isdigit() and not any(opened.style.single for opened in stack):
        return True
    decade = after.isdigit() and text[end + 1 : end + 3].strip(f"{marks.plural} ,.").isdigit()
    if decade and not before.isalnum():
        return True  # the ’80s
    word = re.match(r"[a-z]+", text[end : end + 8])
    if not before.isalnum() and word and word.group() in marks.elisions:
        return not (stack and stack[-1].style.single and before in SURE_END)
    # the states’ rights, rockin’ all night: no end of a quote if a surer one follows
    trailing = before.isalnum() and re.match(r"\s[a-z]", text[end : end + 2])
    if trailing and mark != "‘" and (single := next((o for o in stack if o.style.single), None)):
        return has_end(text, end, paragraph, single.style, sure=before not in marks.plural)
    return False


def has_end(text: str, start: int, paragraph: Span, style: MarkStyle, sure: bool = False) -> bool:
    """Whether a single quote that is open at *start* ends in the paragraph before one opens.

    A *sure* end has a comma, a stop or a dash before the mark.
    """
    at_start = start - 1 == paragraph.start and style.open[0] == "‘" and not sure
    for at in range(start, paragraph.end):
        character = text[at]
        before = text[at - 1]
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if character in style.close and not before.isspace() and at > start:
            if before in SURE_END or not (sure or after.isalnum()):
                return True
        elif character in style.open and before.isspace() and not after.isspace():
            return False
    return at_start


def closable(stack: list[Opened], mark: str) -> int | None:
    """The index in *stack* of the innermost opening mark that *mark* can close."""
    # “Mostly false.“ : a mark that closes its style only by bad typing gives way to a better one
    for rank in (0, 1):
        for depth in range(len(stack) - 1, -1, -1):
            style = stack[depth].style
            if mark in (style.close[:1], style.close)[rank]:
                return depth
    return None


RULES = (
    Rule("mark.straight-double", '"We will not sell," said Ito.'),
    Rule("mark.curly-double", "“We will not sell,” said Ito."),
    Rule("mark.doubled-single", "''We will not sell,'' said Ito."),
    Rule("mark.low-high", "„We will not sell,“ said Ito."),
    Rule("mark.guillemets", "«We will not sell,» said Ito."),
    Rule("mark.reversed-guillemets", "»We will not sell,« said Ito."),
    Rule("mark.curly-single", "‘We won’t sell,’ said Ito."),
    Rule("mark.straight-single", "'We won't sell,' said Ito."),
    Rule("mark.low-single", "‚We will not sell,‘ said Ito."),
    Rule("mark.backtick", "`We will not sell,' said Ito."),
    Rule("mark.single-guillemets", "‹We will not sell,› said Ito."),
)

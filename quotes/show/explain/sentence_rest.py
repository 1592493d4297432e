"""What the sentence goes on to say after a quote, so that the cut can be checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.model import Span
from quotes.parse.tree import Tree
from quotes.show.explain.passage import sentences_around
from quotes.show.shortened import shortened

BEYOND = 3  # words that may stand between the content and its cue or source
ENDS = ".?!"
AROUND = " \t\r\n\u00a0,;:.?!…\"'“”‘’«»)]-–—"


def rest_lines(
    text: str, trees: Sequence[Tree], content: Span, told: Sequence[Span]
) -> Iterator[str]:
    """A warning if the sentence goes on after *content* with more than the cue and the source.

    *content* is the last span of the quote; *told* are the spans of its cue and its sources.
    """
    rest = rest_of_sentence(text, trees, content)
    if rest is None or begins_with_attribution(text, rest, told):
        return
    words = shortened(rest.of(text).strip())
    yield f"The sentence goes on after the quote: “{words}” Check that the cut is fair."


def rest_of_sentence(text: str, trees: Sequence[Tree], content: Span) -> Span | None:
    """The rest of the sentence in which *content* ends; None if there is no word in it."""
    if content.of(text).rstrip("\"'“”‘’«») ")[-1:] in tuple(ENDS):
        return None
    last = Span(content.end - 1, content.end)
    for sentence in sentences_around(trees, [last]):
        start = content.end
        while start < sentence.end and text[start] in AROUND:
            start += 1
        if start < sentence.end:
            return Span(start, sentence.end)
    return None


def begins_with_attribution(text: str, rest: Span, told: Sequence[Span]) -> bool:
    """Whether *rest* begins with the cue or the source, or a few words before it."""
    return any(
        span.end > rest.start
        and span.start < rest.end
        and len(text[rest.start : max(rest.start, span.start)].split()) <= BEYOND
        for span in told
    )

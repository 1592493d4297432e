"""An article as it is shown: its records, and its text or what the records hold of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.model import Article, Span
from quotes.parse.paragraphs import find_paragraphs
from quotes.write.record import Record


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article's text, a paragraph or a quote with what is beside it."""

    start: int  # its place in the article
    text: str
    cut: bool = False  # text of the article that is not known comes before and after

    @property
    def end(self) -> int:
        """The place in the article after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with its quotes, as a page shows it."""

    id: str
    title: str | None
    url: str | None
    published: str | None
    passages: tuple[Passage, ...]
    records: tuple[Record, ...]

    @property
    def whole(self) -> bool:
        """Whether the text of the article is known."""
        return not any(passage.cut for passage in self.passages)

    @property
    def heading(self) -> str:
        """The headline, or else the id."""
        return self.title or self.id


def to_sheet(article: Article, records: Sequence[Record]) -> Sheet:
    """The sheet of an article whose text is known."""
    passages = tuple(
        Passage(span.start, span.of(article.text)) for span in paragraphs_of(article.text)
    )
    facts = (article.id, article.title, article.url, article.published)
    return Sheet(*facts, passages, tuple(records))


def paragraphs_of(text: str) -> Iterator[Span]:
    """The paragraphs of a text, white space at their ends left out."""
    for span in find_paragraphs(text):
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        end = span.start + len(words.rstrip())
        if start < end:
            yield Span(start, end)


def sheet_of_records(records: Sequence[Record]) -> Sheet:
    """The sheet of an article of which there is nothing but its *records*, at least one."""
    document = records[0]["document"]
    facts = (document["id"], document["title"], document["url"], document["published"])
    return Sheet(*facts, tuple(passages_of(records)), tuple(records))


def passages_of(records: Iterable[Record]) -> Iterator[Passage]:
    """What the selectors of *records* hold of the text: those that touch are one passage."""
    held: Passage | None = None
    for record in sorted(records, key=lambda record: record["content"]["spans"][0]["start"]):
        selector = record["selector"]
        start = record["content"]["spans"][0]["start"] - len(selector["prefix"])
        text = selector["prefix"] + selector["exact"] + selector["suffix"]
        if held is not None and start <= held.end:
            held = Passage(held.start, held.text + text[held.end - start :], cut=True)
            continue
        if held is not None:
            yield held
        held = Passage(start, text, cut=True)
    if held is not None:
        yield held

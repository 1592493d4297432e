"""Searches a quote database: the quotes with some words, and who is quoted how often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, column, literal_column, select, table

from quotes.write.database.full_text import OFF, ON, match
from quotes.write.database.tables import documents, mentions, quotes, speakers

BESIDE = 120  # code points shown beside what was found, where more would flood a terminal
WORD = re.compile(r"\w")
MARKED = re.compile(f"[{ON}{OFF}]")
COLUMNS = ("speaker", "registry_id", "type", "quotes", "direct", "documents")
DATES = ("first_published", "last_published")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for; a None asks nothing."""

    words: Sequence[str]  # each a word or a phrase; all must be there
    speaker: str | None = None  # a part of a name, in capitals or not
    since: date | None = None
    until: date | None = None
    kind: str | None = None
    limit: int = 20

    @property
    def phrases(self) -> list[str]:
        """The words that have a letter or a figure; the others are in no index."""
        return [" ".join(each.split()) for each in self.words if WORD.search(each)]


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that was found."""

    id: str
    document: str
    title: str | None
    published: str | None
    url: str | None
    speaker: str | None
    kind: str
    cue: str | None
    prefix: str
    marked: str  # the content with ON and OFF around what was found
    suffix: str

    @property
    def parts(self) -> list[str]:
        """The content in parts, every second of which was found."""
        return MARKED.split(self.marked)

    def clipped(self) -> list[str]:
        """The parts, of which the long ones that were not found are cut to what is beside them."""
        parts = self.parts
        last = len(parts) - 1
        return [part if i % 2 else clip(part, i > 0, i < last) for i, part in enumerate(parts)]

    @property
    def content(self) -> str:
        """The content as it was stored."""
        return "".join(self.parts)

    def to_json(self) -> dict[str, Any]:
        """The hit as plain data; `found` has the start and end in the content of what was found."""
        names = ("id", "document", "title", "published", "url", "speaker", "kind", "cue", "prefix")
        plain = {name: getattr(self, name) for name in names}
        return {**plain, "content": self.content, "suffix": self.suffix, "found": self.found()}

    def found(self) -> list[list[int]]:
        """Where in the content something was found: code points, half-open."""
        places, length = [], 0
        for index, part in enumerate(self.parts):
            if index % 2:
                places.append([length, length + len(part)])
            length += len(part)
        return places


def clip(part: str, head: bool, tail: bool) -> str:
    """*part*, or if it is long its *head* and its *tail*; its head if neither is asked for."""
    if len(part) <= 2 * BESIDE:
        return part
    start = part[:BESIDE] if head or not tail else ""
    return f"{start} … {part[-BESIDE:] if tail else ''}"


def find_hits(connection: Connection, wanted: Wanted) -> Iterator[Hit]:
    """The quotes wanted, the best first; without words the newest."""
    said, page = quotes.c, documents.c
    source: FromClause = quotes
    content: ColumnElement[Any] = said.content
    order: tuple[Any, ...] = (page.published_on.desc(), page.position, said.place)
    conditions = list(conditions_of(wanted))
    if wanted.phrases:
        matched = match(connection.dialect.name, wanted.phrases)
        source, content = matched.source, matched.content
        conditions.append(matched.where)
        order = (matched.rank, *order)
    query = (
        select(said.id, page.id, page.title, page.published, page.url, said.speaker)
        .add_columns(said.kind, said.cue, said.prefix, content, said.suffix)
        .select_from(source.join(documents, page.id == said.document_id))
        .where(*conditions)
        .order_by(*order)
        .limit(wanted.limit)
    )
    for row in connection.execute(query):
        yield Hit(*row)


def conditions_of(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What is asked of a quote beside its words."""
    if wanted.speaker is not None:
        named = speakers.c.name.icontains(wanted.speaker, autoescape=True)
        saying = mentions.join(speakers, speakers.c.id == mentions.c.speaker_id)
        yield quotes.c.id.in_(select(mentions.c.quote_id).select_from(saying).where(named))
    if wanted.since is not None:
        yield documents.c.published_on >= wanted.since
    if wanted.until is not None:
        yield documents.c.published_on <= wanted.until
    if wanted.kind is not None:
        yield quotes.c.kind == wanted.kind


def find_speakers(connection: Connection, type: str | None, limit: int) -> list[dict[str, Any]]:
    """Who has a name and how many quotes, the most quoted first."""
    view = table("speakers_by_quotes", *(column(name) for name in (*COLUMNS, *DATES)))
    query = select(view).order_by(literal_column("quotes").desc(), view.c.speaker).limit(limit)
    if type is not None:
        query = query.where(view.c.type == type)
    return [dict(row._mapping) for row in connection.execute(query)]

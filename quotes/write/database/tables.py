"""The tables of the quote database: one definition for SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def of(column: str, deferred: bool = False) -> ForeignKey:
    """A reference to *column*; what refers to a row goes with it."""
    later = {"deferrable": True, "initially": "DEFERRED"} if deferred else {}
    return ForeignKey(column, ondelete="CASCADE", **later)  # type: ignore[arg-type]


runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),  # ISO 8601, UTC
    Column("finished", Text),  # null: it is under way, or was cut off
    Column("inputs", JSON, nullable=False),
    Column("version", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("options", JSON, nullable=False),
    Column("summary", JSON),
    comment="Each call of quotes extract, with what it ran and what it did.",
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("url", Text),
    Column("published", Text),  # as the container gave it
    Column("published_on", Date, index=True),  # the day, where that starts with an ISO date
    Column("language", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("quotes", Integer, nullable=False),
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),  # in the order of the input
    Column("resume_key", Text),  # null: some record was refused, so the next run tries again
    comment="The articles, each in the version that its quotes are from.",
)

texts = Table(
    "texts",
    metadata,
    Column("document_id", Text, of("documents.id"), primary_key=True),
    Column("text", Text, nullable=False),
    comment="The text of each article as it was read: what the places count in.",
)

quotes = Table(
    "quotes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document_id", Text, of("documents.id"), nullable=False),
    Column("place", Integer, nullable=False),  # among the quotes of the article, from 0
    Column("content", Text, nullable=False),
    Column("speaker", Text, index=True),  # the names of all its speakers; null: none is named
    Column("title", Text),  # that of the article, so that one index serves a search
    Column("kind", Text, nullable=False, index=True),
    Column("act", Text, nullable=False, index=True),
    Column("cue", Text),
    Column("cue_lemma", Text, index=True),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("negated", Boolean),
    Column("paragraph", Integer, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("continues", Text, of("quotes.id", deferred=True), index=True),
    Column("nested_in", Text, of("quotes.id", deferred=True), index=True),
    Column("mark_rule", Text),
    Column("cue_rule", Text),
    Column("content_rule", Text, nullable=False),
    Column("source_rule", Text),
    Column("speaker_rule", Text),
    Column("confidence", Float, nullable=False),
    Column("flags", JSON, nullable=False),
    Index("ix_quotes_document_id", "document_id", "place"),
    comment="The quotes; every start and end counts code points of the article's text from 0.",
)

records = Table(
    "records",
    metadata,
    Column("quote_id", Text, of("quotes.id"), primary_key=True),
    Column("record", Text, nullable=False),
    comment="The record of each quote, as quotes export writes it: JSON.",
)

spans = Table(
    "spans",
    metadata,
    Column("quote_id", Text, of("quotes.id"), primary_key=True),
    Column("part", Text, primary_key=True),  # content, or quoted for what stands in marks
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    comment="The stretches of text that make a quote's content, and those in quotation marks.",
)

speakers = Table(
    "speakers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, index=True),  # null: never named
    Column("document_id", Text, of("documents.id"), nullable=False, index=True),
    Column("entity", Text),
    Column("type", Text, nullable=False, index=True),
    Column("role", Text),
    Column("for", Text),
    Column("registry_id", Text, index=True),
    comment="Who speaks in an article; the same person in two articles is two rows.",
)

mentions = Table(
    "mentions",
    metadata,
    Column("quote_id", Text, of("quotes.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("speaker_id", Text, of("speakers.id"), nullable=False, index=True),
    Column("text", Text),  # null: the speaker is implied
    Column("form", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("evidence", Text),  # the words that the name was taken from
    Column("evidence_start", Integer),
    Column("evidence_end", Integer),
    comment="Which speaker a quote has, and the words at the quote that say so.",
)

errors = Table(
    "errors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False, index=True),
    Column("document", Text, nullable=False),  # no reference: it may never get in
    Column("file", Text),
    Column("line", Integer),
    Column("stage", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("message", Text, nullable=False),
    comment="What could not be worked on when it was last tried.",
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("quote_id", Text, nullable=False, index=True),  # no reference: it outlives the quote
    Column("document_id", Text, nullable=False, index=True),
    Column("content", Text, nullable=False),  # finds the quote again when the article changed
    Column("prefix", Text, nullable=False),
    Column("verdict", Text, nullable=False),  # accept, reject, correct, or open: taken back
    Column("speaker", Text),  # who it is, if that was corrected
    Column("source_start", Integer),  # the words that name who it is
    Column("source_end", Integer),
    Column("start", Integer),  # the content's bounds, if they were corrected
    Column("end", Integer),
    Column("corrected", Text),  # the words within them
    Column("decided_by", Text, nullable=False),
    Column("decided_at", Text, nullable=False),  # ISO 8601, UTC
    Column("record", Text, nullable=False),  # what was decided upon, as it was then
    Column("sha256", Text, nullable=False),  # of the article's text: the places count in that
    comment="What people decided on quotes; the newest on a quote holds. Extraction keeps them.",
)

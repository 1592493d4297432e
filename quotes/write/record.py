"""From a quote to its record, a plain dict in the order of the schema."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from quotes.errors import RecordError
from quotes.model import Article, Candidate, Cue, Mention, Quote, Span, Speaker
from quotes.read.failure import Failure

Record = dict[str, Any]

CONTEXT = 32  # code points of the selector's prefix and suffix


def to_record(article: Article, quote: Quote) -> Record:
    """The record of *quote*; RecordError if it lies outside the text of *article*."""
    text = article.text
    if max(span.end for span in places(quote)) > len(text):
        raise RecordError(f"a span ends beyond the text of {len(text)} characters; this is a bug")
    whole = quote.span
    return {
        "schema": "quote/1",
        "id": id_of(article, quote.spans),
        "document": to_document(article),
        "kind": quote.kind,
        "act": quote.act,
        "content": {
            "text": " ".join(span.of(text) for span in quote.spans),
            "spans": [to_words(span, text) for span in quote.spans],
            "quoted": [to_place(span) for span in quote.quoted],
        },
        "cue": None if quote.cue is None else to_cue(quote.cue, text),
        "speakers": [to_speaker(speaker, text) for speaker in quote.speakers],
        "paragraph": quote.paragraph,
        "continues": None if quote.continues is None else id_of(article, quote.continues),
        "nested_in": None if quote.nested_in is None else id_of(article, quote.nested_in),
        "selector": {
            "exact": whole.of(text),
            "prefix": text[max(0, whole.start - CONTEXT) : whole.start],
            "suffix": text[whole.end : whole.end + CONTEXT],
        },
        "rules": {
            "mark": quote.rules.mark,
            "cue": quote.rules.cue,
            "content": quote.rules.content,
            "source": quote.rules.source,
            "speaker": quote.rules.speaker,
        },
        "confidence": quote.confidence,
        "flags": list(quote.flags),
    }


def places(quote: Quote) -> list[Span]:
    """Every span of *quote* that its record states."""
    mentions = [s.mention.span for s in quote.speakers if s.mention is not None]
    evidence = [s.evidence for s in quote.speakers if s.evidence is not None]
    cue = [] if quote.cue is None else [quote.cue.span]
    return [*quote.spans, *quote.quoted, *cue, *mentions, *evidence]


def to_document(article: Article) -> Record:
    """What a record says of its article."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "sha256": text_hash(article),
    }


def to_place(span: Span) -> Record:
    """The start and end of *span*."""
    return {"start": span.start, "end": span.end}


def to_words(span: Span, text: str) -> Record:
    """The start and end of *span* and the words between them."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def to_cue(cue: Cue, text: str) -> Record:
    """What a record says of its cue."""
    return {
        "text": cue.span.of(text),
        "lemma": cue.lemma,
        **to_place(cue.span),
        "negated": cue.negated,
    }


def to_speaker(speaker: Speaker, text: str) -> Record:
    """What a record says of one speaker."""
    return {
        "mention": None if speaker.mention is None else to_mention(speaker.mention, text),
        "name": speaker.name,
        "entity": speaker.entity,
        "type": speaker.type,
        "role": speaker.role,
        "for": speaker.for_,
        "registry_id": speaker.registry_id,
        "evidence": None if speaker.evidence is None else to_words(speaker.evidence, text),
        "confidence": speaker.confidence,
        "candidates": [to_candidate(each) for each in speaker.candidates],
    }


def to_candidate(candidate: Candidate) -> Record:
    """What a record says of someone who may be the speaker."""
    return {
        "name": candidate.name,
        "entity": candidate.entity,
        "confidence": candidate.confidence,
    }


def to_mention(mention: Mention, text: str) -> Record:
    """What a record says of the words that name a speaker."""
    return {"text": mention.span.of(text), "form": mention.form, **to_place(mention.span)}


@lru_cache(maxsize=1)
def text_hash(article: Article) -> str:
    """The hash of the article's text, worked out once for all its quotes."""
    return article.sha256


def id_of(article: Article, spans: Sequence[Span]) -> str:
    """The id of the quote of *article* whose content is *spans*."""
    return quote_id(article.id, text_hash(article), [(span.start, span.end) for span in spans])


def quote_id(document: str, sha256: str, spans: Sequence[tuple[int, int]]) -> str:
    """q- and the first 20 hexadecimal digits of the SHA-256 of three lines joined by line feeds.

    The lines, in UTF-8: the document's id; the text's hash; the starts and ends of the content's
    spans, as in 192-319,350-371.
    """
    content = ",".join(f"{start}-{end}" for start, end in spans)
    return "q-" + hashlib.sha256(f"{document}\n{sha256}\n{content}".encode()).hexdigest()[:20]


def to_error(failure: Failure) -> Record:
    """The error record of *failure*."""
    return {
        "schema": "error/1",
        "document": {"id": failure.document, "file": failure.file, "line": failure.line},
        "stage": failure.stage,
        "type": failure.type,
        "message": failure.message,
    }

"""The baseline: textacy's `direct_quotations`, paragraph by paragraph, with the parse it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from quotes.errors import ModelError
from quotes.lexicon.language import Language
from quotes.measure.evaluate.claims import Claim
from quotes.model import Article, Span
from quotes.parse.models import model_name
from quotes.parse.paragraphs import find_paragraphs

UNREAD = ("ner",)  # it reads lemmas and parts of speech, which our own rules do without


@dataclass(slots=True)
class Textacy:
    """A system that is textacy, and how often it gave up."""

    nlp: Any
    paragraphs: int = 0
    raised: int = 0  # paragraphs on which it raised, so that all in them is lost

    def __call__(self, article: Article) -> tuple[Claim, ...]:
        """The claims of textacy on an article."""
        paragraphs = find_paragraphs(article.text)
        docs = self.nlp.pipe(paragraph.of(article.text) for paragraph in paragraphs)
        return tuple(
            claim
            for doc, paragraph in zip(docs, paragraphs, strict=True)
            for claim in self.claims_in(doc, paragraph.start)
        )

    def claims_in(self, doc: Any, start: int) -> list[Claim]:
        """The claims on a paragraph that begins at the character *start*."""
        from textacy.extract.triples import direct_quotations

        self.paragraphs += 1
        try:
            return [to_claim(*triple, start) for triple in direct_quotations(doc)]
        except Exception:  # whatever it trips over; to count this is what it is run for
            self.raised += 1
            return []


def load_textacy(language: Language, model: str | None = None) -> Textacy:
    """The baseline with the pipeline *model*, or the one that our own rules use."""
    from textacy.spacier.core import load_spacy_lang

    name = model_name(language, model)
    try:
        return Textacy(load_spacy_lang(name, exclude=UNREAD))
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"model {name}: not found or not readable; name another with --model"
        ) from error


def to_claim(speaker: Iterable[Any], cue: Iterable[Any], content: Any, start: int) -> Claim:
    """The claim of one of textacy's triples."""
    return Claim(
        content=(Span(start + content.start_char, start + content.end_char),),
        cue=tuple(spans_of(cue, start)),
        source=tuple(spans_of(speaker, start)),
    )


def spans_of(tokens: Iterable[Any], start: int) -> Iterator[Span]:
    """The span of each token in the article."""
    for token in tokens:
        yield Span(start + token.idx, start + token.idx + len(token))

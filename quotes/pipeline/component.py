"""The spaCy component `quotes`: the same rules on a document that a pipeline has parsed.

spaCy imports this module whenever it makes a pipeline, so the rules are imported when they are run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Span as Words

from quotes.errors import ModelError
from quotes.model import Act, Kind, Quote, Span
from quotes.pipeline.asked import ALL_KINDS, DEFAULT_ACTS, DEFAULT_NAMES, Asked, Names

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory(
    "quotes",
    assigns=["doc.spans", "doc.user_data"],
    requires=["token.dep", "token.head", "token.tag"],
    default_config={
        "acts": list(DEFAULT_ACTS),
        "kinds": list(ALL_KINDS),
        "names": DEFAULT_NAMES,
    },
)
def make_quotes(
    nlp: Language, name: str, acts: list[str], kinds: list[str], names: str
) -> QuotesComponent:
    """A component that puts the quotes of each document into `doc.spans` and `doc.user_data`."""
    return QuotesComponent(name, acts, kinds, names)  # type: ignore[arg-type]  # which it checks


class QuotesComponent:
    """Finds the quotes of a parsed document; the only part of the package that writes to one.

    `doc.spans["quotes"]` has the pieces of the contents, the label is the kind;
    `doc.spans["quote_cues"]` the cues, the label is the act;
    `doc.spans["quote_speakers"]` the mentions of speakers, the label is the type and the `kb_id`
    the speaker's entity; the `id` of every span is that of its record in `doc.user_data["quotes"]`.
    Records bear `doc.user_data["id"]` as the id of their document, or "doc" if there is none.
    """

    def __init__(
        self,
        name: str = "quotes",
        acts: Collection[Act] = DEFAULT_ACTS,
        kinds: Collection[Kind] = ALL_KINDS,
        names: Names = DEFAULT_NAMES,
    ) -> None:
        self.name = name
        try:
            self.asked = Asked(acts=acts, kinds=kinds, names=names)
        except ValueError as error:
            raise ValueError(f"component {name}: {error}") from error

    def __call__(self, doc: Doc) -> Doc:
        """*doc*, with its quotes; ModelError if it has no tags or no parse."""
        from quotes.lexicon.language import read_language
        from quotes.model import Article
        from quotes.parse.trees import trees_of
        from quotes.pipeline.extractor import quotes_of
        from quotes.write.record import to_record

        for attribute, lacking, part in (("TAG", "tags", "tagger"), ("DEP", "parse", "parser")):
            if not doc.has_annotation(attribute):
                raise ModelError(
                    f"component {self.name}: the document has no {lacking}; "
                    f"put a {part} before it in the pipeline"
                )
        article = Article(str(doc.user_data.get("id") or "doc"), doc.text)
        language = read_language(self.asked.language)
        quotes = quotes_of(article, trees_of(doc, language), self.asked)
        write_quotes(doc, quotes, [to_record(article, quote) for quote in quotes])
        return doc


def write_quotes(doc: Doc, quotes: Iterable[Quote], records: list[dict[str, Any]]) -> None:
    """Put *quotes* and their *records* into *doc*, in place of any that it has."""
    contents, cues, speakers = [], [], []
    for quote, record in zip(quotes, records, strict=True):
        key = record["id"]
        contents += [words_of(doc, span, quote.kind, key, key) for span in quote.spans]
        if quote.cue:
            cues.append(words_of(doc, quote.cue.span, quote.act, key, key))
        speakers += [
            words_of(doc, speaker.mention.span, speaker.type, speaker.entity or "", key)
            for speaker in quote.speakers
            if speaker.mention
        ]
    doc.spans["quotes"] = contents
    doc.spans["quote_cues"] = cues
    doc.spans["quote_speakers"] = speakers
    doc.user_data["quotes"] = records


def words_of(doc: Doc, span: Span, label: str, kb_id: str, span_id: str) -> Words:
    """The tokens of *doc* that hold the characters of *span*."""
    words = doc.char_span(
        span.start,
        span.end,
        label=label,
        kb_id=kb_id,
        span_id=span_id,
        alignment_mode="expand",
    )
    assert words is not None  # each character is in a token or is the space after one
    return words

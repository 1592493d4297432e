"""From an article's text to the parse of each paragraph, as plain trees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quotes.lexicon.language import Language
from quotes.model import Span
from quotes.parse.headlines import recased
from quotes.parse.lost_subjects import with_lost_subjects
from quotes.parse.paragraphs import find_paragraphs
from quotes.parse.readable import readable
from quotes.parse.schemes.scheme import read_scheme
from quotes.parse.speed.products import one_thread
from quotes.parse.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

# Paragraphs parsed together: with more the memory grows and the speed does not.
BATCH = 64
# What a tree is made of, in spaCy's names: to read whole columns is much faster than each token.
COLUMNS: list[int | str] = ["TAG", "DEP", "HEAD", "IDX", "LENGTH", "IS_SPACE"]


def parse(nlp: Pipeline, text: str, language: Language) -> tuple[Tree, ...]:
    """The parse of each paragraph of *text*, which is in *language*, in order."""
    paragraphs = find_paragraphs(text)
    forms = recased([readable(p.of(text), language) for p in paragraphs])
    docs = nlp.pipe(forms, batch_size=BATCH)
    trees: list[Tree] = []
    with one_thread():
        for doc, form, span in zip(docs, forms, paragraphs, strict=True):
            tree = to_tree(doc, text, language, len(trees), span, form)
            if len(tree):
                trees.append(tree)
    return with_lost_subjects(trees)


def to_tree(doc: Doc, text: str, language: Language, index: int, span: Span, form: str) -> Tree:
    """The tree of one parsed paragraph, white space left out; *span* is the paragraph's place.

    *form* is what the parser was given, the text of *doc*.
    """
    import numpy

    rows = doc.to_array(COLUMNS)  # unsigned, so that steps back to a head wrap round
    signed = rows.view("int64")
    heads = (signed[:, 2] + numpy.arange(len(rows))).tolist()
    blank = rows[:, 5]
    if blank.any():
        kept = numpy.flatnonzero(blank == 0)
        rows, signed = rows[kept], signed[kept]
        place = {token: number for number, token in enumerate(kept.tolist())}
        heads = [place.get(heads[token], number) for token, number in place.items()]
    tags, deps = rows[:, :2].T.tolist()
    first = signed[:, 3] + span.start
    starts, ends = first.tolist(), (first + signed[:, 4]).tolist()
    words = tuple([text[start:end] for start, end in zip(starts, ends, strict=True)])
    if not text.startswith(form, span.start):
        forms = (token.text for token in doc if not token.is_space)
        words = tuple(map(word_of, words, forms))
    scheme = read_scheme(language.scheme)
    return Tree(
        index=index,
        span=span,
        text=text,
        language=language,
        words=words,
        tags=named(tags, doc, scheme.tags),
        deps=named(deps, doc, scheme.labels),
        heads=tuple(heads),
        starts=tuple(starts),
        ends=tuple(ends),
    )


def named(keys: list[int], doc: Doc, own: Mapping[str, str]) -> tuple[str, ...]:
    """The strings that *keys* stand for in the vocabulary of *doc*, or what is *own* for them."""
    strings = doc.vocab.strings
    known = {key: own.get(strings[key], strings[key]) for key in set(keys)}
    return tuple(map(known.__getitem__, keys))


def word_of(word: str, form: str) -> str:
    """The *word* as it stands in the text, whose capitals the parser may not have seen."""
    return word if word.lower() == form.lower() else form


def trees_of(doc: Doc, language: Language) -> tuple[Tree, ...]:
    """The trees of a document that a pipeline has parsed already, a paragraph each."""
    trees: list[Tree] = []
    for span in find_paragraphs(doc.text):
        part = doc.char_span(span.start, span.end, alignment_mode="expand")
        if part is None:
            continue
        start = doc[part.start].idx
        own = part.as_doc()
        tree = to_tree(own, doc.text, language, len(trees), Span(start, part.end_char), own.text)
        if len(tree):
            trees.append(tree)
    return with_lost_subjects(trees)

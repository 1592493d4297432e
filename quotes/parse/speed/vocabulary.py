"""The words that a pipeline has met: it notes less of each, and is reloaded when there are many.

spaCy keeps every word it has met. In its memory zones, which forget, it must work out each word of
each article again, which is a tenth of the parse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# What nothing but the model itself reads of a word.
PARTS = frozenset(("tok2vec", "tagger", "parser", "morphologizer"))
NOTED = ("NORM", "LOWER", "SHAPE", "PREFIX", "SUFFIX", "IS_SPACE")
# More words than a hundred thousand news articles of a kind have; some 40 MB.
MOST_WORDS = 100_000


def note_less(nlp: Language) -> None:
    """Let *nlp* note of new words only what its model and the trees are made of.

    A pipeline with other parts than PARTS may read the rest: it is left as it is.
    """
    from spacy import attrs

    if not PARTS.issuperset(nlp.pipe_names):
        return
    models = [part.model for _, part in nlp.pipeline if hasattr(part, "model")]
    layers = (layer for model in models for layer in model.walk())
    kept = {attrs.IDS[name] for name in NOTED}
    for layer in layers:
        kept.update(layer.attrs.get("columns", ()))
    getters = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]  # not in its stubs
    for attribute in getters.keys() - kept:
        del getters[attribute]


def is_full(nlp: Language) -> bool:
    """Whether *nlp* has met so many words that it had better be loaded anew."""
    return len(nlp.vocab) > MOST_WORDS

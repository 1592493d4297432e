"""Abbreviated titles whose full stop would otherwise end a word, and with it a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotes.lexicon.language import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


def keep_titles(nlp: Pipeline, language: Language) -> None:
    """Let *nlp* read a title before a name as one word: *Sgt.* Ada Bello, *Lt.* Leo Ito."""
    tokenizer: Any = nlp.tokenizer
    if not hasattr(tokenizer, "add_special_case"):  # somebody's own tokenizer knows its words
        return
    for title in sorted(language.words("abbreviation", "titles")):
        written = f"{title.capitalize()}."
        tokenizer.add_special_case(written, [{"ORTH": written}])

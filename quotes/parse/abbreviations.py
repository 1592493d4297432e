"""Abbreviated titles that the tokeniser would cut at their full stop, and a sentence with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotes.lexicon.load import words

if TYPE_CHECKING:
    from spacy.language import Language


def keep_titles(nlp: Language) -> None:
    """Let *nlp* read a title before a name as one word: *Sgt.* Ada Bello, *Lt.* Leo Ito."""
    tokenizer: Any = nlp.tokenizer
    if not hasattr(tokenizer, "add_special_case"):  # somebody's own tokenizer knows its words
        return
    for title in sorted(words("abbreviation", "titles")):
        written = f"{title.capitalize()}."
        tokenizer.add_special_case(written, [{"ORTH": written}])

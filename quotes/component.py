"""The spaCy component `quotes`: the same rules on a document that a pipeline has parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("quotes", assigns=["doc.spans"], requires=["token.dep", "token.tag"])
def make_quotes(nlp: Language, name: str) -> QuotesComponent:
    """A component that puts the quotes of each document into `doc.spans` and `doc.user_data`."""
    return QuotesComponent(name)


class QuotesComponent:
    """Finds the quotes of a parsed document; the only part of the package that writes to one."""

    def __init__(self, name: str = "quotes") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """*doc*, with its quotes."""
        return doc

"""The errors that the package raises: one root, and a child for each kind of cause."""

from __future__ import annotations


class QuotesError(Exception):
    """The root: its text is one line that says where, what, and what to do."""


class ReadError(QuotesError):
    """An article could not be read."""


class ModelError(QuotesError):
    """The language model is missing or lacks what the rules read."""


class LexiconError(QuotesError):
    """A file of the lexicon does not fit its schema."""


class RecordError(QuotesError):
    """A record does not fit the schema."""

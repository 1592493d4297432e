"""Separates quotes that are sure enough from those that a person should look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from quotes.model import Article
from quotes.read.failure import Failure
from quotes.write.record import Record
from quotes.write.sinks.sink import Sink, Sinks


class Divided:
    """A sink for the quotes of at least a confidence, with another, if there is one, for the rest.

    A record that goes on from one on the other side, or stands in it, says so no more.
    """

    def __init__(self, sure: Sink, least: float, review: Sink | None) -> None:
        self.sure, self.least, self.review = sure, least, review
        self.both = Sinks([sure] if review is None else [sure, review])

    def keys(self) -> Mapping[str, str]:
        """The key of each article that is stored on both sides."""
        return self.both.keys()

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Store the records of *article*, each on its side."""
        sure, rest = divided(records, self.least)
        self.sure.write(article, sure, key)
        if self.review is not None:
            self.review.write(article, rest, key)

    def fail(self, failure: Failure) -> None:
        """Note on both sides that an article failed."""
        self.both.fail(failure)

    def finish(self, order: Sequence[str], gone: Collection[str]) -> None:
        """Finish both."""
        self.both.finish(order, gone)


def divided(records: Sequence[Record], least: float) -> tuple[list[Record], list[Record]]:
    """The records of at least the confidence *least*, and the others."""
    sure = [record for record in records if record["confidence"] >= least]
    rest = [record for record in records if not record["confidence"] >= least]
    return alone(sure), alone(rest)


def alone(records: Sequence[Record]) -> list[Record]:
    """*records*, none of which points to one that is not among them."""
    there = {None, *(record["id"] for record in records)}
    return [
        record
        if record["continues"] in there and record["nested_in"] in there
        else {
            **record,
            "continues": record["continues"] if record["continues"] in there else None,
            "nested_in": record["nested_in"] if record["nested_in"] in there else None,
        }
        for record in records
    ]

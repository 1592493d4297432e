"""The whole way of an evaluation on one page: annotated articles in, figures and faults out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.evaluate.claims import Claim, System, to_claims
from quotes.evaluate.gold import Attribution, Note, name_of, read_annotation
from quotes.evaluate.judge import judge
from quotes.evaluate.marked import Fault, misses, spurious
from quotes.evaluate.tally import Tally, figures
from quotes.evaluate.words import to_words
from quotes.model import Article
from quotes.read.failure import Failure, Item, Skipped

if TYPE_CHECKING:
    from quotes.batch import Outcome

OURS = "quotes"  # the system whose faults are shown

Pair = tuple[Article, tuple[Attribution, ...]]


@dataclass(slots=True)
class Evaluation:
    """What a run has counted, and the faults of our own rules if they were asked for."""

    tallies: dict[str, Tally]
    misses: list[Fault] = field(default_factory=list)
    spurious: list[Fault] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, Any]]:
        """The figures of each system by its name."""
        return {name: figures(tally) for name, tally in self.tallies.items()}


def read_pairs(
    items: Iterable[Item], annotations: Mapping[str, Path], note: Note
) -> Iterator[Pair]:
    """The articles that are annotated, with their attributions; what cannot be read to *note*."""
    for item in items:
        if isinstance(item, Failure):
            note(item)
        elif isinstance(item, Article) and (path := annotations.get(name_of(item.id))):
            yield item, read_annotation(path, item, note)


def extracted(
    find: Callable[[Article], Outcome | Failure | Skipped], acts: Collection[str], note: Note
) -> System:
    """The system that our rules are; what fails goes to *note* and counts as no quotes."""

    def claims(article: Article) -> tuple[Claim, ...]:
        done = find(article)
        if isinstance(done, Failure):
            note(done)
        if isinstance(done, Failure | Skipped):
            return ()
        for failure in done.failures:
            note(failure)
        return to_claims(done.records, acts)

    return claims


def evaluate(
    pairs: Iterable[Pair], systems: Mapping[str, System], acts: Collection[str], faults: bool
) -> Evaluation:
    """What *systems* find of the attributions in *pairs*; with *faults*, where ours goes wrong."""
    done = Evaluation({name: Tally(tuple(acts)) for name in systems})
    for article, attributions in pairs:
        words = to_words(article.text)
        for name, claims in systems.items():
            judged = judge(words, attributions, claims(article))
            done.tallies[name].add(judged)
            if faults and name == OURS:
                done.misses.extend(misses(article, judged))
                done.spurious.extend(spurious(article, judged, acts))
    return done

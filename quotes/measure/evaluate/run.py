"""The whole evaluation on one page: annotated articles in, figures and faults out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from quotes.errors import ReadError
from quotes.lexicon.counts.calibration import Calibration, read_calibration
from quotes.lexicon.language import read_language
from quotes.measure.evaluate.article_words import to_words
from quotes.measure.evaluate.baseline import Textacy
from quotes.measure.evaluate.claims import Claim, System, to_claims
from quotes.measure.evaluate.faults import Fault, misses, spurious
from quotes.measure.evaluate.judge import judge, judged_names
from quotes.measure.evaluate.names.counts import WrongName, namings, wrong_names
from quotes.measure.evaluate.tally import Tally, figures
from quotes.measure.gold.attributions import (
    TEXTS,
    Attribution,
    Note,
    find_annotations,
    name_of,
    read_annotation,
)
from quotes.measure.gold.speakers import FILE, Speakers, names_of, read_speakers
from quotes.model import Act, Article
from quotes.pipeline.asked import DEFAULT_LANGUAGE
from quotes.read.articles import read_articles
from quotes.read.failure import Failure, Item, Skipped
from quotes.read.files import FoundFile, find_files

if TYPE_CHECKING:
    from quotes.pipeline.many.outcome import Outcome

OURS = "quotes"  # the system whose faults are shown

Make = Callable[[Note], Mapping[str, System]]
Bar = Callable[[Iterable[FoundFile]], AbstractContextManager[Iterable[FoundFile]]]
Pair = tuple[Article, tuple[Attribution, ...]]


@dataclass(frozen=True, slots=True)
class EvaluationOptions:
    """What an evaluation is to score, and what it is to show."""

    records: Path | None  # None if the rules are to run
    acts: tuple[Act, ...]
    system: str | None  # a baseline beside ours
    misses: bool
    spurious: bool
    wrong_names: bool
    as_json: bool
    figures: Path | None  # where the figures by rule go
    reliability: Path | None  # where the reliability diagram goes
    model: str | None
    names: Path | None = None  # who the speakers are; None for the gold's own
    calibration: Path | None = None  # None for that of the package
    language: str = DEFAULT_LANGUAGE

    def calibrated(self) -> Calibration | None:
        """The calibration to choose and judge by; None for that of the package."""
        return None if self.calibration is None else read_calibration(self.calibration)


@dataclass(slots=True)
class Evaluation:
    """What a run has counted, and the faults of our own rules if they were asked for."""

    tallies: dict[str, Tally]
    failed: int = 0  # files, lines and records that could not be read, articles that failed
    language: str = DEFAULT_LANGUAGE
    calibration: Calibration | None = None  # None for that of the language
    raised: dict[str, dict[str, int]] = field(default_factory=dict)  # how often a baseline gave up
    misses: list[Fault] = field(default_factory=list)
    spurious: list[Fault] = field(default_factory=list)
    wrong_names: list[WrongName] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, Any]]:
        """The figures of each system by its name."""
        calibration = self.calibration or read_language(self.language).calibration
        return {name: figures(tally, calibration) for name, tally in self.tallies.items()}


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


def evaluate_folder(
    gold: Path, asked: EvaluationOptions, make: Make, report: Note, bar: Bar
) -> Evaluation:
    """What the systems that *make* gives find of the attributions in the folder *gold*."""
    failures: list[Failure] = []

    def note(failure: Failure) -> None:
        failures.append(failure)
        report(failure)

    annotations = find_annotations(gold)
    if not annotations:
        raise ReadError(f"{gold}: no annotated text; give it text/NAME.txt, attributions/NAME.ann")
    speakers = read_speakers(asked.names or gold)
    if asked.wrong_names and not speakers:
        raise ReadError(f"{gold}: no speakers are noted; give it {FILE} or --names FILE")
    calibration, systems = asked.calibrated(), make(note)
    with bar(find_files([gold / TEXTS])) as sources:
        pairs = read_pairs(read_articles(sources), annotations, note)
        done = evaluate(pairs, systems, asked.acts, asked.misses or asked.spurious, speakers)
    if not done.tallies[OURS].documents:
        raise ReadError(f"{gold}: no annotated text could be read; mend those named above")
    done.failed, done.calibration = len(failures), calibration
    return done


def evaluate(
    pairs: Iterable[Pair],
    systems: Mapping[str, System],
    acts: Collection[str],
    faults: bool,
    speakers: Speakers = MappingProxyType({}),
) -> Evaluation:
    """What *systems* find of the attributions in *pairs*; with *faults*, where ours goes wrong."""
    done = Evaluation({name: Tally(tuple(acts)) for name in systems})
    for article, attributions in pairs:
        words = to_words(article.text, read_language(article.language))
        known = speakers.get(name_of(article.id), {})
        for name, claims in systems.items():
            judged = judge(words, attributions, claims(article))
            named = tuple(namings(judged, known))
            done.tallies[name].add(judged)
            done.tallies[name].add_names(named, judged_names(judged, names_of(known)))
            if name == OURS:
                done.wrong_names.extend(wrong_names(article.id, named))
            if faults and name == OURS:
                done.misses.extend(misses(article, judged))
                done.spurious.extend(spurious(article, judged, acts))
    done.raised = {
        name: {"paragraphs": system.paragraphs, "raised": system.raised}
        for name, system in systems.items()
        if isinstance(system, Textacy)
    }
    return done

"""The command `quotes calibrate`: annotated articles in, a calibration out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.options.arguments import FOLDER, OUT
from quotes.command.options.asked import model_option
from quotes.command.options.outputs import check_files
from quotes.command.terminal.failures import debug_option, report
from quotes.command.terminal.lines import complain, is_terminal, say
from quotes.command.terminal.progress import progress
from quotes.pipeline.asked import Asked
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

    from quotes.lexicon.language import Language
    from quotes.measure.calibrate.quote_odds import Annotated
    from quotes.read.failure import Failure


@click.command()
@click.argument("gold", type=FOLDER)
@click.option(
    "--names",
    type=FOLDER,
    metavar="GOLD",
    help="Articles whose speakers were judged, with a speakers.jsonl. [default: GOLD itself]",
)
@click.option(
    "-o", "--output", type=OUT, required=True, help="Where the calibration goes, a .json."
)
@model_option
@debug_option
def calibrate(gold: Path, names: Path | None, output: Path, model: str | None) -> None:
    """Count on GOLD, articles that people annotated (brat), how far the rules can be trusted.

    For each content that the rules can give to a cue it is counted whether the annotators have it;
    from that come the weights by which the rules choose, and the confidence of quotes. The package
    carries the calibration of PolNeAR's training part, with the names of tests/news. It needs
    scikit-learn, which comes with textacy.

    Example: quotes calibrate polnear/train --names tests/news -o calibration.json
    """
    from quotes.lexicon.language import read_language
    from quotes.measure.calibrate import run
    from quotes.measure.calibrate.name_shares import carried_names
    from quotes.measure.gold.speakers import read_names
    from quotes.parse.models import load_model

    check_files((), ("-o", output))
    failed: list[Failure] = []

    def note(failure: Failure) -> None:
        failed.append(failure)
        report(failure)

    language = read_language(Asked().language)
    nlp, names = load_model(language, model), names or gold
    judged = read_names(names)  # first: a bad line costs no minutes of work
    annotated = list(annotated_in(gold, nlp, language, note))
    if sum(len(attributions) for _, _, attributions in annotated) < 100:
        complain(f"{gold}: too few annotations to count; give it text/ and attributions/")
        click.get_current_context().exit(3)
    named = annotated if names == gold else list(annotated_in(names, nlp, language, note))
    made = run.calibrate(annotated, named, judged)
    counted = made["names"]["cases"]
    if not counted:
        made["names"] = carried_names(language)
        warn_of_names(names)
    with click.open_file(str(output), "w", encoding="utf-8") as stream:
        stream.write(run.to_text(made))
    say(f"{len(annotated):,} articles, {counted:,} names counted; {output}")
    click.get_current_context().exit(1 if failed else 0)


def warn_of_names(gold: Path) -> None:
    """Say that nothing in *gold* tells how far names can be trusted."""
    say(
        f"warning: {one_line(str(gold))}: no name counted, the shares of names are those that the "
        "package carries; give it a speakers.jsonl, or --names a folder that has one"
    )


def annotated_in(
    gold: Path, nlp: Pipeline, language: Language, note: Callable[[Failure], None]
) -> Iterator[Annotated]:
    """The annotated articles in *gold*, parsed; what cannot be read goes to *note*."""
    from quotes.measure.evaluate.run import read_pairs
    from quotes.measure.gold.attributions import TEXTS, find_annotations
    from quotes.parse.trees import parse
    from quotes.read.articles import read_articles
    from quotes.read.files import find_files

    bar = partial(progress, shown=is_terminal(sys.stderr))
    with bar(find_files([gold / TEXTS])) as sources:
        for article, annotated in read_pairs(read_articles(sources), find_annotations(gold), note):
            yield article, parse(nlp, article.text, language), annotated

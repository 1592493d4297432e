"""The command `quotes calibrate`: annotated articles in, a calibration out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    from quotes.measure.calibrate.run import Named
    from quotes.read.failure import Failure


@click.command()
@click.argument("gold", type=FOLDER, required=False)
@click.option(
    "--names",
    type=FOLDER,
    metavar="GOLD",
    multiple=True,
    help="Articles whose speakers were judged, with a speakers.jsonl; once for each kind of news. "
    "[default: GOLD itself]",
)
@click.option(
    "--only-names",
    is_flag=True,
    help="Count the names alone; all else is as the package has it. It goes without GOLD.",
)
@click.option(
    "-o", "--output", type=OUT, required=True, help="Where the calibration goes, a .json."
)
@model_option
@debug_option
def calibrate(
    gold: Path | None, names: tuple[Path, ...], only_names: bool, output: Path, model: str | None
) -> None:
    """Count on GOLD, articles that people annotated (brat), how far the rules can be trusted.

    For each content that the rules can give to a cue it is counted whether the annotators have it;
    from that come the weights by which the rules choose, and the confidence of quotes. That of
    names comes from articles whose speakers were judged. The package carries the calibration of
    PolNeAR's training part, with names of several kinds of news. It needs scikit-learn, which
    comes with textacy.

    Example: quotes calibrate polnear/train --names tests/news -o calibration.json
    """
    from quotes.lexicon.language import read_language
    from quotes.measure.calibrate.run import to_text
    from quotes.parse.models import load_model

    check_asked(gold, names, only_names)
    check_files((), ("-o", output))
    failed: list[Failure] = []

    def note(failure: Failure) -> None:
        failed.append(failure)
        report(failure)

    language = read_language(Asked().language)
    nlp = load_model(language, model)
    named = named_in(names or (gold or Path(),), nlp, language, note)
    annotated = [] if gold is None else annotated_enough(gold, nlp, language, note)
    made, counted = counted_on(annotated, named, language)
    if not counted:
        warn_of_names(names or (gold or Path(),))
    with click.open_file(str(output), "w", encoding="utf-8") as stream:
        stream.write(to_text(made))
    articles = len(annotated) or sum(len(each) for each, _ in named)
    say(f"{articles:,} articles, {counted:,} names counted; {output}")
    click.get_current_context().exit(1 if failed else 0)


def counted_on(
    annotated: Sequence[Annotated], named: Sequence[Named], language: Language
) -> tuple[dict[str, Any], int]:
    """The calibration, and on how many names; all but names is the package's if none is annotated.

    If too few names were judged, that part is the package's, and the number is 0.
    """
    from quotes.measure.calibrate import run
    from quotes.measure.calibrate.name_odds import carried_file

    made = (
        run.calibrate(annotated, named, language)
        if annotated
        else run.calibrate_names(named, language)
    )
    counted: int = made["names"].get("cases", 0)
    return (made if counted else {**made, "names": carried_file(language)["names"]}), counted


def check_asked(gold: Path | None, names: tuple[Path, ...], only_names: bool) -> None:
    """Wrong usage if nothing is given to count, or what would not be counted."""
    if only_names and not names:
        raise click.UsageError("--only-names: name the articles, with --names.")
    if only_names and gold is not None:
        raise click.UsageError(f"--only-names: nothing is counted in {gold}; leave it out.")
    if not only_names and gold is None:
        raise click.UsageError("Missing argument 'GOLD': name a folder with annotated articles.")


def warn_of_names(folders: Sequence[Path]) -> None:
    """Say that nothing in *folders* tells how far names can be trusted."""
    told = ", ".join(one_line(str(each)) for each in folders)
    say(
        f"warning: {told}: too few names to count, how sure names are is as the package has it; "
        "give it a speakers.jsonl, or --names a folder that has one"
    )


def annotated_enough(
    gold: Path, nlp: Pipeline, language: Language, note: Callable[[Failure], None]
) -> list[Annotated]:
    """The annotated articles in *gold*, parsed; the command ends if they are too few to count."""
    annotated = list(annotated_in(gold, nlp, language, note))
    if sum(len(attributions) for _, _, attributions in annotated) < 100:
        complain(f"{gold}: too few annotations to count; give it text/ and attributions/")
        click.get_current_context().exit(3)
    return annotated


def named_in(
    folders: Sequence[Path], nlp: Pipeline, language: Language, note: Callable[[Failure], None]
) -> list[Named]:
    """The articles in each of *folders* whose speakers are known, parsed, and who these are."""
    from quotes.measure.gold.speakers import read_names

    known = [(folder, read_names(folder)) for folder in folders]  # first: a bad line costs no time
    return [
        (list(annotated_in(folder, nlp, language, note, names)), names) for folder, names in known
    ]


def annotated_in(
    gold: Path,
    nlp: Pipeline,
    language: Language,
    note: Callable[[Failure], None],
    only: Collection[str] | None = None,
) -> Iterator[Annotated]:
    """The annotated articles in *gold*, parsed, or *only* those; what cannot be read to *note*."""
    from quotes.measure.evaluate.run import read_pairs
    from quotes.measure.gold.attributions import TEXTS, find_annotations
    from quotes.parse.trees import parse
    from quotes.read.articles import read_articles
    from quotes.read.files import find_files

    bar = partial(progress, shown=is_terminal(sys.stderr))
    with bar(find_files([gold / TEXTS])) as sources:
        annotations = find_annotations(gold)
        if only is not None:
            annotations = {name: path for name, path in annotations.items() if name in only}
        for article, annotated in read_pairs(read_articles(sources), annotations, note):
            yield article, parse(nlp, article.text, language), annotated

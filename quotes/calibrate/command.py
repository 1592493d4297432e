"""The command `quotes calibrate`: annotated articles in, a file of weights out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.options import FOLDER, OUT, debug_option, model_option
from quotes.terminal import complain, is_terminal, progress, report, say

if TYPE_CHECKING:
    from spacy.language import Language

    from quotes.calibrate.examples import Example
    from quotes.read.failure import Failure


@click.command()
@click.argument("gold", type=FOLDER)
@click.option("-o", "--output", type=OUT, required=True, help="Where the weights go, a .json.")
@model_option
@debug_option
def calibrate(gold: Path, output: Path, model: str | None) -> None:
    """Count on GOLD, articles that people annotated (brat), what a reported content is worth.

    For each content that the rules can give to a cue it is counted whether the annotators have it;
    from that come the weights by which the rules choose. The package carries those of PolNeAR's
    training part. It needs scikit-learn.

    Example: quotes calibrate polnear/train -o weights.json
    """
    from quotes.calibrate.fit import fit, to_text
    from quotes.find.parse import load_model

    failed: list[Failure] = []

    def note(failure: Failure) -> None:
        failed.append(failure)
        report(failure)

    found = list(examples_of(gold, load_model(model), note))
    if len({example.right for example in found}) < 2:
        complain(f"{gold}: too few annotations to count; give it text/ and attributions/")
        click.get_current_context().exit(3)
    with click.open_file(str(output), "w", encoding="utf-8") as stream:
        stream.write(to_text(fit(found)))
    right = sum(example.right for example in found)
    say(f"{len(found):,} contents counted, {right:,} of them right; {output}")
    click.get_current_context().exit(1 if failed else 0)


def examples_of(gold: Path, nlp: Language, note: Callable[[Failure], None]) -> Iterator[Example]:
    """The examples of the annotated articles in *gold*; what cannot be read goes to *note*."""
    from quotes.calibrate.examples import examples
    from quotes.evaluate.gold import TEXTS, find_annotations
    from quotes.evaluate.run import read_pairs
    from quotes.find.parse import parse
    from quotes.read.articles import read_articles
    from quotes.read.sources import find_sources

    bar = partial(progress, shown=is_terminal(sys.stderr))
    with bar(find_sources([gold / TEXTS])) as sources:
        for article, annotated in read_pairs(read_articles(sources), find_annotations(gold), note):
            yield from examples(article.id, parse(nlp, article.text), annotated)

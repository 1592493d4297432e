"""The command `quotes evaluate`: annotated articles in, scores out."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.command.options.arguments import FILE, OUT
from quotes.command.options.asked import Make, acts_option, maker, model_option
from quotes.command.options.outputs import check_drawing, check_files
from quotes.command.options.records import GOLD
from quotes.command.terminal.failures import debug_option, report
from quotes.command.terminal.lines import is_terminal
from quotes.command.terminal.progress import progress
from quotes.pipeline.asked import Asked

if TYPE_CHECKING:
    from quotes.measure.evaluate.claims import System
    from quotes.measure.evaluate.run import EvaluationOptions
    from quotes.measure.gold.attributions import Note


@click.command()
@click.argument("gold", type=GOLD)
@click.option("--records", type=FILE, metavar="FILE", help="Score these, do not run the rules.")
@acts_option("all")
@click.option("--system", type=click.Choice(["textacy"]), help="Score this one beside ours.")
@click.option("--misses", is_flag=True, help="Show what was missed or has another source.")
@click.option("--spurious", is_flag=True, help="Show what was found and is not annotated.")
@click.option("--wrong-names", is_flag=True, help="Show each quote with a wrong name or none.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@click.option(
    "--write-figures", "figures", type=OUT, metavar="FILE", help="Write a table by rule there."
)
@click.option(
    "--reliability",
    type=OUT,
    metavar="FILE",
    help="Draw there if confidence holds; .svg, .png.",
)
@click.option(
    "--names", type=FILE, metavar="FILE", help="Who speaks. [default: GOLD/speakers.jsonl]"
)
@click.option(
    "--calibration", type=FILE, metavar="FILE", help="Choose by this file of quotes calibrate."
)
@model_option
@debug_option
def evaluate(gold: Path | str, **given: Any) -> None:
    """Score what is found against GOLD, articles that people annotated (brat) or reviewed.

    GOLD is a database with decisions of quotes review, or a folder with text/NAME.txt and
    attributions/NAME.ann or, an annotator each, NAME_0af3.ann: of several the first counts.
    Without --records the rules run on the texts. Names are judged if speakers.jsonl or --names says
    who speaks in an attribution: by the form of the mention, and by what is wrong with them.

    With --acts other than all, precision counts a find of an attribution of another act as wrong;
    its act is that of the first verb of its cue that the lexicon has, else of another word of it.

    Example: quotes evaluate tests/gold --acts all
    """
    from quotes.measure.evaluate.decided import evaluate_gold
    from quotes.measure.evaluate.run import EvaluationOptions
    from quotes.measure.output.evaluation import write_evaluation

    options = EvaluationOptions(**given)
    read = (gold, options.records, options.names, options.calibration)
    drawing = ("--reliability", options.reliability)
    check_files(read, ("--write-figures", options.figures), drawing)
    check_drawing(*drawing)
    systems = partial(make_systems, options, maker())
    bar = partial(progress, shown=is_terminal(sys.stderr))
    done = evaluate_gold(gold, options, systems, report, bar)
    write_evaluation(done, options, click.echo)
    click.get_current_context().exit(1 if done.failed else 0)


def make_systems(options: EvaluationOptions, make: Make, note: Note) -> dict[str, System]:
    """The systems asked for, ours first, their models loaded; what fails later goes to *note*."""
    from quotes.lexicon.language import read_language
    from quotes.measure.evaluate.baseline import load_textacy
    from quotes.measure.evaluate.claims import recorded
    from quotes.measure.evaluate.run import OURS, extracted
    from quotes.pipeline.many.work import work_on

    if options.records is not None:
        systems = {OURS: recorded(options.records, options.acts, note)}
    else:
        calibration = options.calibrated()
        asked = Asked(options.language, options.model, acts=options.acts, calibration=calibration)
        work = partial(work_on, extractor=make(asked))
        systems = {OURS: extracted(work, options.acts, note)}
    if options.system is not None:
        systems[options.system] = load_textacy(read_language(options.language), options.model)
    return systems

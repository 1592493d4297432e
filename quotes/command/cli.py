"""The command line: checks of what was asked, one call, one exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.calibrate import calibrate
from quotes.command.database import COMMANDS, GOLD, RECORDS, is_database, validate_database
from quotes.command.extract import batch_options
from quotes.command.options import (
    FILE,
    OUT,
    PATH,
    STDIN,
    debug_option,
    evaluate_options,
    field_options,
    find_options,
    piped,
)
from quotes.command.outputs import check_drawing, check_files, check_outputs
from quotes.command.profile import Profile, profile_option
from quotes.command.receipts import RECEIPTS
from quotes.command.see import COMMANDS as SEE_COMMANDS
from quotes.command.sureness import Sureness, sureness_options
from quotes.command.terminal import (
    Commands,
    complain,
    echo,
    is_terminal,
    progress,
    report,
    say,
    warn,
)
from quotes.model import Article
from quotes.pipeline.pieces import MAX_CHARS
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.command.extract import Batch
    from quotes.measure.evaluate.run import Asked, Make
    from quotes.pipeline.pieces import Extractor
    from quotes.read.containers.json_lines import Fields


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quotes", message="%(prog)s %(version)s")
def main() -> None:
    """Find every quote in news articles, and who said it.

    Example: quotes extract news/ -o quotes.jsonl
    """


@main.command()
@click.argument("paths", nargs=-1, type=PATH, metavar="PATH...")
@click.option(
    "-o", "--output", type=OUT, metavar="OUT", help="A .jsonl or .jsonl.gz. [default: stdout]"
)
@click.option("--errors", type=OUT, metavar="FILE", help="Write errors there, as JSON Lines.")
@find_options
@click.option(
    "--max-chars",
    type=click.IntRange(min=1000),
    default=MAX_CHARS,
    show_default=True,
    metavar="N",
    help="Work on longer articles in pieces of so many characters; memory grows with them.",
)
@field_options
@batch_options
@sureness_options
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@profile_option
@debug_option
def extract(
    paths: tuple[Path, ...],
    output: Path | None,
    errors: Path | None,
    extractor: Callable[[], Extractor],
    max_chars: int,
    fields: Fields,
    batch: Batch,
    sureness: Sureness,
    quiet: bool,
    profile: Profile,
) -> None:
    """Write a record of every quote in the articles at PATH.

    PATH is a text, a JSON Lines file with an article a line (.jsonl, .ndjson), a folder of such
    files, or - for standard input. Each may be compressed (.gz). An article's id is its path below
    the folder, or its own in JSON Lines; of several PATHs, an id that is taken gets the file's path
    in front.

    Example: quotes extract news/ -o quotes.jsonl --errors errors.jsonl
    """
    from quotes.command.extract import extract_all

    paths = paths or piped()
    output = check_outputs(paths, output, errors, sureness.review, *batch.files)
    asked = (max_chars, fields, batch, sureness, quiet, profile)
    summary = extract_all(paths, output, errors, extractor, *asked)
    if summary.articles == summary.unchanged == summary.failed == 0:
        complain("nothing to read; name a text or a folder with .txt or .jsonl files")
    click.get_current_context().exit(summary.exit_code)


@main.command()
@click.argument("article", type=FILE)
@find_options
@click.option("--rules", is_flag=True, help="Name the rules that made each decision.")
@field_options
@debug_option
def show(article: Path, extractor: Callable[[], Extractor], rules: bool, fields: Fields) -> None:
    """Show who says what in ARTICLE, a file or - for standard input.

    What is said is green, the words that say so are yellow, the source is blue; off a terminal
    they stand in brackets: [q1 ...] [c1 said] [s1 Ito].

    Example: quotes show news/mill.txt --rules
    """
    from quotes.pipeline.pieces import find_in_pieces
    from quotes.read.articles import read_articles
    from quotes.read.failure import Failure, Guessed
    from quotes.read.files import find_files
    from quotes.show.terminal_text import to_segments

    find, code = extractor(), 0
    for item in read_articles(find_files([article]), fields):
        if isinstance(item, Article):
            echo(to_segments(item, list(find_in_pieces(item, find)), rules))
        elif isinstance(item, Guessed):
            warn(item)
        elif isinstance(item, Failure):
            report(item)
            code = 3
    click.get_current_context().exit(code)


@main.command()
@click.argument("records", type=RECORDS)
@click.option(
    "--articles",
    type=PATH,
    multiple=True,
    metavar="PATH",
    help="Check against these texts as well; once for each PATH given to extract.",
)
@field_options
@debug_option
def validate(records: Path | str, articles: tuple[Path, ...], fields: Fields) -> None:
    """Check each line of RECORDS, - for standard input, or a quote database, against the schema.

    With --articles also that every stated text stands at its place. A problem is one line on
    standard output, and the exit code 1; so it is if there is no record.

    Example: quotes validate quotes.jsonl --articles news/
    """
    from quotes.pipeline.many.summary import counted
    from quotes.read.articles import read_articles, read_lines
    from quotes.read.files import find_files
    from quotes.write.validate import CheckedRecords, check_articles, check_lines, check_references

    if is_database(str(records)):
        click.get_current_context().exit(validate_database(str(records), articles, fields))
    claims, problems = CheckedRecords(), 0
    lines = read_lines(None if records == STDIN else Path(records))
    by_line = check_lines(lines, claims, keep=bool(articles))
    items = read_articles(find_files(articles), fields)
    for problem in chain(by_line, check_references(claims), check_articles(claims, items)):
        problems += 1
        click.echo(one_line(f"{records}:{problem.line}: {problem.message}"))
    say(f"{counted(claims.records, 'record')}, {counted(problems, 'problem')}")
    click.get_current_context().exit(1 if problems or not claims.records else 0)


for command in (*COMMANDS, *SEE_COMMANDS):
    main.add_command(command)


@main.command()
@click.argument("gold", type=GOLD)
@evaluate_options
@debug_option
def evaluate(gold: Path | str, asked: Asked, systems: Make) -> None:
    """Score what is found against GOLD, articles that people annotated (brat) or reviewed.

    GOLD is a database with decisions of quotes review, or a folder with text/NAME.txt and
    attributions/NAME.ann or, an annotator each, NAME_0af3.ann: of several the first counts.
    Without --records the rules run on the texts. With --acts other than all, precision counts a
    find of an attribution of another act as wrong; its act is that of the first verb of its cue
    that the lexicon has, else of another word of the cue.

    Example: quotes evaluate tests/gold --acts all
    """
    from quotes.measure.evaluate.decided import evaluate_gold
    from quotes.measure.output.evaluation import write_evaluation

    read = (gold, asked.records, asked.names, asked.calibration)
    check_files(read, ("--write-figures", asked.figures), ("--reliability", asked.reliability))
    check_drawing("--reliability", asked.reliability)
    bar = partial(progress, shown=is_terminal(sys.stderr))
    done = evaluate_gold(gold, asked, systems, report, bar)
    write_evaluation(done, asked, click.echo)
    click.get_current_context().exit(1 if done.failed else 0)


for command in (calibrate, *RECEIPTS):
    main.add_command(command)

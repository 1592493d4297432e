"""The command `quotes extract`: articles in, a record of every quote out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.destinations import (
    Destinations,
    divided_sinks,
    file_of,
    noting,
    opened_sinks,
    write_summary,
)
from quotes.command.options.arguments import OUT, PATH, piped
from quotes.command.options.asked import Make, find_options, maker
from quotes.command.options.batch import Batch, batch_options
from quotes.command.options.fields import field_options
from quotes.command.options.outputs import check_outputs
from quotes.command.options.sureness import Sureness, sureness_options
from quotes.command.terminal.failures import debug_option, warn
from quotes.command.terminal.lines import complain, say
from quotes.command.terminal.profile import Profile, TimedSink, profile_option
from quotes.command.terminal.progress import progressing
from quotes.pipeline.pieces import MAX_CHARS, QuoteFinder
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.model import Article
    from quotes.pipeline.asked import Asked
    from quotes.pipeline.many.outcome import Done, Workers
    from quotes.pipeline.many.pool import Lost
    from quotes.pipeline.many.summary import Summary
    from quotes.read.containers.json_lines import Fields
    from quotes.write.settings import Settings


@dataclass(frozen=True, slots=True)
class Inputs:
    """The articles of a run."""

    paths: tuple[Path, ...]
    fields: Fields  # what the facts of an article are called in JSON Lines
    max_chars: int = MAX_CHARS  # longer articles are worked on in pieces


@click.command()
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
    asked: Asked,
    max_chars: int,
    fields: Fields,
    db: str | None,
    summary: Path | None,
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
    paths = paths or piped()
    beside = ("--db", file_of(db)), ("--summary", summary)
    output = check_outputs(paths, output, errors, sureness.review, *beside)
    inputs = Inputs(paths, fields, max_chars)
    destinations = Destinations(output, errors, db, summary, sureness, quiet)
    counts = extract_all(inputs, asked, destinations, batch, profile)
    if counts.articles == counts.unchanged == counts.failed == 0:
        complain("nothing to read; name a text or a folder with .txt or .jsonl files")
    click.get_current_context().exit(counts.exit_code)


def extract_all(
    inputs: Inputs, asked: Asked, destinations: Destinations, batch: Batch, profile: Profile
) -> Summary:
    """The counts of a run over *inputs*, said on standard error unless it is to be quiet."""
    from quotes.pipeline.many.batch import run
    from quotes.pipeline.many.plan import Plan
    from quotes.pipeline.many.summary import Summary
    from quotes.read.articles import read_articles
    from quotes.read.files import find_files

    make, sureness = maker(), destinations.sureness
    settings, summary = settings_for(asked, make, inputs, sureness), Summary(least=sureness.least)
    plan = Plan(settings.key, batch.force, batch.prune)
    with ExitStack() as stack:
        sinks = opened_sinks(destinations, inputs.paths, settings, summary)
        sink = stack.enter_context(divided_sinks(stack.enter_context(sinks), sureness))
        note = stack.enter_context(noting(destinations.errors))
        found = find_files(inputs.paths, destinations.files())
        bar = progressing(found, destinations.output, summary, destinations.quiet)
        sources, watched = stack.enter_context(bar)
        stack.callback(write_summary, destinations.summary, summary)
        if not destinations.quiet:
            stack.push(partial(say_summary, summary))
        items = profile.each("read", read_articles(sources, inputs.fields))
        # a worker's clock is not read: --profile goes without --jobs
        load = partial(make, asked)
        load = partial(profile.loaded, load) if batch.jobs is None else load
        work, timed = workers_for(batch, load, inputs.max_chars), TimedSink(sink, profile)
        run(items, watched(work), timed, note, plan=plan, warn=warn, summary=summary)
        if batch.prune and plan.unread is not None:
            say(f"warning: nothing pruned: {one_line(plan.unread)} could not be read whole")
    return summary


def settings_for(asked: Asked, make: Make, inputs: Inputs, sureness: Sureness) -> Settings:
    """The settings of a run with an extractor that *make* makes of what is *asked*."""
    from quotes.write.settings import digest, settings_of

    speakers, calibration = asked.speakers, asked.calibration
    options = {
        "acts": asked.acts,
        "kinds": asked.kinds,
        "names": asked.names,
        "max_chars": inputs.max_chars,
        "speakers": digest(speakers.rows) if speakers is not None else None,
        "calibration": digest(repr(calibration)) if calibration is not None else None,
        "least": sureness.least,
        "reviewed": sureness.review is not None,
        "extractor": getattr(make, "__qualname__", str(make)),
    }
    return settings_of(asked.model, asked.language, options)


def workers_for(batch: Batch, load: Callable[[], QuoteFinder], max_chars: int) -> Workers:
    """What works on the articles: this process, or processes of their own."""
    from quotes.pipeline.many.batch import serial
    from quotes.pipeline.many.pool import Pool
    from quotes.pipeline.many.work import make_work

    make = partial(make_work, load, max_chars)
    if batch.jobs is None:
        return serial(make)
    return Pool(make, batch.jobs, lost, batch.timeout).map


def lost(article: Article, why: Lost) -> Done:
    """The failure of an article for which no worker has an answer."""
    from quotes.read.failure import Failure

    return Failure(article.id, "parse", why.type, why.message, sha256=article.sha256)


def say_summary(summary: Summary, error: type[BaseException] | None, *_: object) -> None:
    """Put the counts on standard error, also of a run that was cut off, unless by its reader."""
    if error is not BrokenPipeError and (error is None or summary.done):
        say(str(summary))

"""What a call of quotes extract opens and starts: its sinks, its workers, its settings."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.command.options import OUT, STDIN, Command
from quotes.command.progress import progressing
from quotes.command.terminal import noting, opened, say, say_summary, warn
from quotes.write.escape import one_line

if TYPE_CHECKING:
    from quotes.command.profile import Profile
    from quotes.command.sureness import Sureness
    from quotes.model import Article
    from quotes.pipeline.many.batch import Done, Workers
    from quotes.pipeline.many.pool import Lost
    from quotes.pipeline.many.summary import Summary
    from quotes.read.containers.json_lines import Fields
    from quotes.write.settings import Settings
    from quotes.write.sinks.sink import Sink


@dataclass(frozen=True, slots=True)
class Batch:
    """How a run goes about it, and where beside a file its records go."""

    db: str | None = None  # a path or a URL
    jobs: int | None = None  # None: this process does the work
    timeout: float | None = None  # seconds an article
    force: bool = False
    prune: bool = False
    summary: Path | None = None

    @property
    def files(self) -> tuple[tuple[str, Path | None], ...]:
        """The files that a run writes beside its records, each with its option."""
        db = None if self.db is None or "://" in self.db else Path(self.db)
        return ("--db", db), ("--summary", self.summary)


def batch_options(command: Command) -> Command:
    """*command* with the options of a run over many articles; it is given them, `batch`."""

    @click.option("--db", metavar="DB", help="Store quotes there: a SQLite file or a database URL.")
    @click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=0),
        metavar="N",
        help="Work in so many processes of their own; 0 for one a core.",
    )
    @click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Give up an article after so long.",
    )
    @click.option("--force", is_flag=True, help="Work on unchanged articles as well.")
    @click.option("--prune", is_flag=True, help="Remove what is stored of articles that are gone.")
    @click.option("--summary", type=OUT, metavar="FILE", help="Write the counts there, as JSON.")
    @wraps(command)
    def with_batch(*args: Any, **options: Any) -> None:
        asked = {field.name: options.pop(field.name) for field in fields(Batch)}
        if asked["jobs"] == 0:
            asked["jobs"] = os.cpu_count() or 1
        if asked["timeout"] is not None and asked["jobs"] is None:
            asked["jobs"] = 1  # only a process of its own can be stopped
        command(*args, batch=Batch(**asked), **options)

    return with_batch


def settings_for(extractor: Callable[[], Any], max_chars: int, sureness: Sureness) -> Settings:
    """The settings of a run with what *extractor*, the function that makes it, was asked for."""
    from quotes.write.settings import digest, settings_of

    assert isinstance(extractor, partial)
    model, acts, kinds, *speakers = extractor.args
    options = {"acts": acts, "kinds": kinds, "max_chars": max_chars}
    options["speakers"] = digest(speakers[0].rows) if speakers else None
    given = extractor.keywords.get("calibration")
    options["calibration"] = digest(repr(given)) if given is not None else None
    options["least"], options["reviewed"] = sureness.least, sureness.review is not None
    options["extractor"] = getattr(extractor.func, "__qualname__", str(extractor.func))
    return settings_of(model, "en", options)


def workers_for(batch: Batch, extractor: Callable[[], Any], max_chars: int) -> Workers:
    """What works on the articles: this process, or processes of their own."""
    from quotes.pipeline.many.batch import make_work, serial
    from quotes.pipeline.many.pool import Pool

    make = partial(make_work, extractor, max_chars)
    if batch.jobs is None:
        return serial(make)
    return Pool(make, batch.jobs, lost, batch.timeout).map


def lost(article: Article, why: Lost) -> Done:
    """The failure of an article for which no worker has an answer."""
    from quotes.read.failure import Failure

    return Failure(article.id, "parse", why.type, why.message, sha256=article.sha256)


def extract_all(
    paths: tuple[Path, ...],
    output: Path | None,
    errors: Path | None,
    extractor: Callable[[], Any],
    max_chars: int,
    fields: Fields,
    batch: Batch,
    sureness: Sureness,
    quiet: bool,
    profile: Profile,
) -> Summary:
    """The counts of a run over *paths*, said on standard error unless *quiet*."""
    from quotes.command.profile import TimedSink
    from quotes.pipeline.many.batch import run
    from quotes.pipeline.many.plan import Plan
    from quotes.pipeline.many.summary import Summary
    from quotes.read.articles import read_articles
    from quotes.read.files import find_files

    settings, summary = settings_for(extractor, max_chars, sureness), Summary(least=sureness.least)
    plan = Plan(settings.key, batch.force, batch.prune)
    with ExitStack() as stack:
        sinks = opened_sinks(output, batch, paths, settings, summary)
        sink = stack.enter_context(divided_sinks(stack.enter_context(sinks), sureness))
        note = stack.enter_context(noting(errors))
        found = find_files(paths, files_of(output, batch, errors, sureness.review))
        bar = progressing(found, output, summary, quiet)
        sources, watched = stack.enter_context(bar)
        stack.callback(write_summary, batch.summary, summary)
        if not quiet:
            stack.push(partial(say_summary, summary))
        items = profile.each("read", read_articles(sources, fields))
        # a worker's clock is not read: --profile goes without --jobs
        make = partial(profile.loaded, extractor) if batch.jobs is None else extractor
        work, timed = workers_for(batch, make, max_chars), TimedSink(sink, profile)
        run(items, watched(work), timed, note, plan=plan, warn=warn, summary=summary)
        if batch.prune and plan.unread is not None:
            say(f"warning: nothing pruned: {one_line(plan.unread)} could not be read whole")
    return summary


@contextmanager
def opened_sinks(
    output: Path | None,
    batch: Batch,
    inputs: tuple[Path, ...],
    settings: Settings,
    summary: Summary,
) -> Iterator[Sink]:
    """Where records go: the file *output*, - for standard output, and the database."""
    from quotes.write.sinks.sink import Sinks

    sinks: list[Sink] = []
    with ExitStack() as stack:
        if output is not None and is_kept(output):
            from quotes.write.sinks.journal import open_journal

            sinks.append(stack.enter_context(open_journal(output)))
        elif output is not None or batch.db is None:
            stream = None if output in (None, STDIN) else output
            sinks.append(stack.enter_context(opened(stream, "-o", late=True)))
        if batch.db is not None:
            from quotes.write.database.writer import open_database

            paths = [str(path) for path in inputs]
            database = stack.enter_context(open_database(batch.db, paths, settings))
            sinks.append(database)
        yield Sinks(sinks)
        if batch.db is not None:
            database.close_run(summary.to_json())


@contextmanager
def divided_sinks(sink: Sink, sureness: Sureness) -> Iterator[Sink]:
    """*sink* for the quotes that are sure enough, a file of their own for the others."""
    from quotes.write.sinks.divided import Divided
    from quotes.write.sinks.journal import open_journal

    with ExitStack() as stack:
        if not sureness.least:
            yield sink
            return
        review: Sink | None = None
        if sureness.review is not None and is_kept(sureness.review):
            review = stack.enter_context(open_journal(sureness.review))
        elif sureness.review is not None:
            review = stack.enter_context(opened(sureness.review, "--review", late=True))
        yield Divided(sink, sureness.least, review)


def is_kept(output: Path) -> bool:
    """Whether *output* is a file that a later run can go on with, not a pipe or a device."""
    return output != STDIN and (output.is_file() or not output.exists())


def files_of(output: Path | None, batch: Batch, *others: Path | None) -> list[Path]:
    """The files that a run writes, which are no articles."""
    from quotes.write.sinks.state import part_of, state_of

    files = [path for path in (*others, batch.summary) if path is not None]
    databases = []
    if output is not None:
        files += [output, part_of(output)]
        databases.append(state_of(output))
    if batch.db is not None and "://" not in batch.db:
        path = Path(batch.db)
        databases.append(path)
        files.append(path.with_name(f".{path.name}.lock"))
    ends = ("", "-wal", "-shm", "-journal")  # what SQLite puts beside a database
    return files + [path.with_name(path.name + end) for path in databases for end in ends]


def write_summary(path: Path | None, summary: Summary) -> None:
    """Write the counts to *path*, - for standard output, if there is one."""
    if path is None:
        return
    text = json.dumps(summary.to_json(), indent=2) + "\n"
    if path == STDIN:
        click.echo(text, nl=False)
    else:
        path.write_text(text, encoding="utf-8")

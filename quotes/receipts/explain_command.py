"""The command `quotes explain`: a record in, why it is what it is out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.options import FILE, PATH, debug_option, field_options, model_option, read_speakers
from quotes.receipts.diff_command import read_by_document
from quotes.terminal import report, say
from quotes.write.escape import one_line
from quotes.write.record import Record

if TYPE_CHECKING:
    from quotes.model import Article
    from quotes.read.json_lines import Fields
    from quotes.receipts.explain import Rerun


@click.command()
@click.argument("records", type=FILE)
@click.argument("quote_id", metavar="ID")
@click.option(
    "--articles",
    type=PATH,
    multiple=True,
    metavar="PATH",
    help="The articles: then what else could have been chosen is told; as given to extract.",
)
@click.option("--speakers", type=FILE, metavar="FILE", help="The list that extract was given.")
@click.option("--calibration", type=FILE, metavar="FILE", help="That which extract was given.")
@model_option
@field_options
@debug_option
def explain(
    records: Path,
    quote_id: str,
    articles: tuple[Path, ...],
    speakers: Path | None,
    calibration: Path | None,
    model: str | None,
    fields: Fields,
) -> None:
    """Tell in plain words why the quote ID, or an id that begins so, is in RECORDS.

    Which marks, which cue, which rules chose content, source and speaker, and how often those are
    right. With --articles the rules run on its article once more: then the sentences are shown,
    where the name comes from, and what else there was to choose from and why it was not chosen.

    Example: quotes explain quotes.jsonl q-5f0c1a --articles news/
    """
    from quotes.receipts.explain import explain as explained

    record = record_in(records, quote_id)
    rerun = None
    if articles:
        article = article_in(articles, record["document"]["id"], fields)
        if article is not None:
            rerun = rerun_on(article, record, model, speakers, calibration)
    for line in explained(record, rerun):
        click.echo(one_line(line))


def record_in(path: Path, quote_id: str) -> Record:
    """The record in a file whose id is or begins with *quote_id*; wrong usage if not just one."""
    by_document, _ = read_by_document(path)
    records = [record for rows in by_document.values() for record in rows]
    found = [record for record in records if record["id"].startswith(quote_id)]
    if len(found) != 1:
        count = f"{len(found)} records begin so; give more of it" if found else "no record has it"
        raise click.UsageError(f"{path}: {quote_id}: {count}.")
    return found[0]


def article_in(paths: tuple[Path, ...], document: str, fields: Fields) -> Article | None:
    """The article with the id *document* at one of *paths*; None, and a word on it, if there is
    none."""
    from quotes.model import Article
    from quotes.read.articles import read_articles
    from quotes.read.failure import Failure
    from quotes.read.sources import find_sources

    for item in read_articles(find_sources(paths), fields):
        if isinstance(item, Article) and item.id == document:
            return item
        if isinstance(item, Failure) and item.document == document:
            report(item)
    say(f"warning: {one_line(document)}: not among the articles given; told from the record alone")
    return None


def rerun_on(
    article: Article,
    record: Record,
    model: str | None,
    speakers: Path | None,
    calibration: Path | None,
) -> Rerun | None:
    """The quote of *record* as the rules find it now; None, and a word on it, if they do not."""
    from quotes.find.parse import load_model, parse
    from quotes.lexicon.calibration import carried_calibration, read_calibration
    from quotes.receipts.explain import Rerun
    from quotes.receipts.trace import trace
    from quotes.write.record import id_of

    counts = carried_calibration() if calibration is None else read_calibration(calibration)
    registry = None if speakers is None else read_speakers(speakers)
    done = trace(article, parse(load_model(model), article.text), counts, registry)
    for quote in done.quotes:
        if id_of(article, quote.spans) == record["id"]:
            return Rerun(article, quote, done, counts)
    why = "the rules do not find it now"
    if article.sha256 != record["document"]["sha256"]:
        why = "the article's text is another now"
    say(f"warning: {record['id']}: {why}; told from the record alone")
    return None

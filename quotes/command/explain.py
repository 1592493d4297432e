"""The command `quotes explain`: a record in, its explanation out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.command.options.arguments import FILE, PATH
from quotes.command.options.asked import model_option, names_option, read_speakers
from quotes.command.options.fields import field_options
from quotes.command.options.records import RECORDS, is_database, record_in
from quotes.command.terminal.failures import debug_option, report
from quotes.command.terminal.lines import say
from quotes.pipeline.asked import ALL_ACTS, ALL_KINDS, Asked, Names
from quotes.write.escape import one_line
from quotes.write.record import Record

if TYPE_CHECKING:
    from quotes.model import Article
    from quotes.read.containers.json_lines import Fields
    from quotes.show.explain.found_again import FoundAgain


@click.command()
@click.argument("records", type=RECORDS)
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
@names_option
@model_option
@field_options
@debug_option
def explain(
    records: Path | str,
    quote_id: str,
    articles: tuple[Path, ...],
    speakers: Path | None,
    calibration: Path | None,
    names: Names,
    model: str | None,
    fields: Fields,
) -> None:
    """Tell in plain words why the quote ID, or the one whose id begins so, is in RECORDS.

    RECORDS is a file that extract wrote, - for standard input, or a quote database, which has the
    articles as well.

    Which marks, which cue, which rules chose content, source and speaker, and how often those are
    right. With --articles the rules run on its article once more: then the sentences are shown,
    where the name comes from, and what else there was to choose from and why it was not chosen.

    Example: quotes explain quotes.jsonl q-5f0c1a --articles news/
    """
    from quotes.lexicon.language import read_language
    from quotes.show.explain.explain import explain as explained
    from quotes.write.database.engine import reading
    from quotes.write.database.reader import stored_article

    record = record_in(records, quote_id)
    language = read_language(record["document"]["language"])
    article, again = None, None
    if articles:
        article = article_in(articles, record["document"]["id"], fields)
    elif is_database(str(records)):
        with reading(str(records)) as connection:
            article = stored_article(connection, record["document"]["id"])
    if article is not None:
        asked = asked_for(language.code, model, speakers, calibration, names)
        again = again_in(article, record, asked)
    for line in explained(record, again, language):
        click.echo(one_line(line))


def article_in(paths: tuple[Path, ...], document: str, fields: Fields) -> Article | None:
    """The article with the id *document* at one of *paths*; None, and a word on it, if there is
    none."""
    from quotes.model import Article
    from quotes.read.articles import read_articles
    from quotes.read.failure import Failure
    from quotes.read.files import find_files

    for item in read_articles(find_files(paths), fields):
        if isinstance(item, Article) and item.id == document:
            return item
        if isinstance(item, Failure) and item.document == document:
            report(item)
    say(f"warning: {one_line(document)}: not among the articles given; told from the record alone")
    return None


def asked_for(
    language: str,
    model: str | None,
    speakers: Path | None,
    calibration: Path | None,
    names: Names,
) -> Asked:
    """What extract was asked for, as far as that decides what is found; every act and kind."""
    from quotes.lexicon.counts.calibration import read_calibration

    given = None if calibration is None else read_calibration(calibration)
    registry = None if speakers is None else read_speakers(speakers)
    return Asked(language, model, ALL_ACTS, ALL_KINDS, registry, given, names)


def again_in(article: Article, record: Record, asked: Asked) -> FoundAgain | None:
    """The quote of *record* as the rules find it now; None, and a word on it, if they do not."""
    from quotes.lexicon.language import read_language
    from quotes.parse.models import load_model
    from quotes.parse.trees import parse
    from quotes.show.explain.found_again import find_again
    from quotes.write.record import id_of

    language = read_language(asked.language)
    trees = parse(load_model(language, asked.model), article.text, language)
    for again in find_again(article, trees, asked):
        if id_of(article, again.quote.spans) == record["id"]:
            return again
    why = "the rules do not find it now"
    if article.sha256 != record["document"]["sha256"]:
        why = "the article's text is another now"
    say(f"warning: {record['id']}: {why}; told from the record alone")
    return None

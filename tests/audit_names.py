"""Doubtful names and roles, a line each, for a reader's eye.

    python tests/audit_names.py PATH... [--texts FOLDER] [--counts FILE]

PATH is a folder of articles, on which the rules are run, or a file of records made by
`quotes extract`; --texts then names the folder of their articles, without which what depends on
the words around a name is left out. A line is: kind, article, name or role, why, the words around.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from audit_words import Named
from name_faults import name_fault
from role_faults import role_fault

from quotes.model import Article
from quotes.pipeline.asked import ALL_ACTS
from quotes.pipeline.extractor import Extractor
from quotes.read.articles import read_articles
from quotes.read.files import find_files
from quotes.write.escape import one_line
from quotes.write.record import to_record

Record = Mapping[str, Any]
AROUND = 40  # characters on each side of a name


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """A name or a role that a reader should look at."""

    kind: str
    document: str
    words: str  # the name or the role
    why: str
    around: str  # the name between the words beside it; for a role whose it is

    def __str__(self) -> str:
        return " | ".join(
            map(one_line, (self.kind, self.document, self.words, self.why, self.around))
        )


def doubts_in(records: Iterable[Record], texts: Mapping[str, str]) -> list[Doubt]:
    """The doubtful names and roles of *records*, each once an article, sorted by kind."""
    found: dict[tuple[str, str, str], Doubt] = {}
    for record in records:
        document = record["document"]["id"]
        for speaker in record["speakers"]:
            for doubt in doubts_of(speaker, document, texts.get(document, "")):
                found.setdefault((doubt.kind, document, doubt.words), doubt)
    return sorted(found.values())


def doubts_of(speaker: Record, document: str, text: str) -> Iterator[Doubt]:
    """What is doubtful of one speaker in a record."""
    name, role = speaker["name"], speaker["role"]
    if name is not None:
        named = to_named(speaker, text)
        if fault := name_fault(named):
            yield Doubt(fault[0], document, name, fault[1], around(named))
    if role is not None and (fault := role_fault(role, name, text)):
        yield Doubt(fault[0], document, role, fault[1], str(name))


def to_named(speaker: Record, text: str) -> Named:
    """The name of a speaker at the place from which it was taken."""
    name, evidence = speaker["name"], speaker["evidence"]
    start = text.find(name, evidence["start"] if evidence else 0)
    start = text.find(name) if start < 0 else start
    if start < 0:
        return Named(name, speaker["type"], text)
    return Named(name, speaker["type"], text, start, start + len(name))


def around(named: Named) -> str:
    """The name in brackets between the words beside it; empty if it stands nowhere."""
    if not named.end:
        return ""
    left = named.text[max(0, named.start - AROUND) : named.start]
    return f"{left}[{named.name}]{named.text[named.end : named.end + AROUND]}"


def records_of(articles: Sequence[Article], extractor: Extractor) -> Iterator[Record]:
    """The records of the quotes in *articles*."""
    for article in articles:
        for quote in extractor.quotes(article):
            yield to_record(article, quote)


def articles_in(folder: Path) -> list[Article]:
    """The articles in a folder, those that cannot be read left out."""
    return [item for item in read_articles(find_files([folder])) if isinstance(item, Article)]


def audited(paths: Iterable[Path], texts: Path | None) -> list[Doubt]:
    """The doubts of all *paths*."""
    doubts: list[Doubt] = []
    extractor: Extractor | None = None
    known = {} if texts is None else {each.id: each.text for each in articles_in(texts)}
    for path in paths:
        if path.is_dir():
            extractor = extractor or Extractor(acts=ALL_ACTS)
            articles = articles_in(path)
            own = {article.id: article.text for article in articles}
            doubts += doubts_in(records_of(articles, extractor), own)
        else:
            lines = path.read_text(encoding="utf-8").splitlines()
            doubts += doubts_in(map(json.loads, filter(None, lines)), known)
    return sorted(doubts)


def count_lines(doubts: Iterable[Doubt]) -> list[str]:
    """A line a kind: how many doubts are of it."""
    counts = Counter(doubt.kind for doubt in doubts)
    return [f"{counts[kind]:5} {kind}" for kind in sorted(counts)]


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(paths: tuple[Path, ...], texts: Path | None) -> None:
    """Write the doubts of *paths* on standard output, their counts on standard error."""
    doubts = audited(paths, texts)
    for doubt in doubts:
        click.echo(str(doubt))
    for line in count_lines(doubts):
        click.echo(line, err=True)


if __name__ == "__main__":
    main()

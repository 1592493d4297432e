"""What each page of the site shows, read from the database in one go."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any, get_args
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from quotes.model import Kind
from quotes.show.site.queries import QUERIES
from quotes.show.site.sheets.charts import days_of, step_of
from quotes.show.site.sheets.loading import sheets_of_database
from quotes.show.site.sheets.quote_notes import to_page
from quotes.show.site.sheets.sheet import Sheet
from quotes.show.site.sheets.speaker_counts import count
from quotes.show.site.site import Site
from quotes.write.database.engine import reading
from quotes.write.database.search import Wanted, find_hits, find_speakers
from quotes.write.database.tables import documents, mentions, quotes
from quotes.write.database.tables import speakers as speaker_table

Context = dict[str, Any]  # what a template is given
HITS, LISTED = 50, 200


def front(connection: Connection, asked: dict[str, str], site: Site) -> Context:
    """The front page: what a search found, or without one the numbers of the database."""
    wanted = wanted_of(asked)
    found: Context = {"hits": None, "kinds": get_args(Kind)}
    found["saved"] = [(key, title) for key, (title, _) in QUERIES.items()]
    if wanted is None:
        found["numbers"] = numbers(connection, site)
    else:
        hits = list(find_hits(connection, replace(wanted, limit=HITS + 1)))
        found |= {"hits": hits[:HITS], "more": len(hits) > HITS}
    return found


def wanted_of(asked: dict[str, str]) -> Wanted | None:
    """What a search asks for; None if it asks for nothing."""
    days: dict[str, date | None] = {"since": None, "until": None}
    for key in days:
        with suppress(ValueError):
            days[key] = date.fromisoformat(asked.get(key, ""))
    kind = asked.get("kind") if asked.get("kind") in get_args(Kind) else None
    speaker = asked.get("speaker", "").strip() or None
    words = phrases_of(asked.get("q", ""))
    wanted = Wanted(words, speaker, days["since"], days["until"], kind, HITS)
    asks = (wanted.phrases, speaker, days["since"], days["until"], kind)
    return wanted if any(asks) else None


def phrases_of(line: str) -> tuple[str, ...]:
    """The words of a search line; what stands in double quotes is one phrase."""
    parts = line.replace("“", '"').replace("”", '"').split('"')
    phrases = [[part] if index % 2 else part.split() for index, part in enumerate(parts)]
    return tuple(phrase for each in phrases for phrase in each)


def numbers(connection: Connection, site: Site) -> Context:
    """How much is stored and who is quoted most, worked out once for each state of the database."""
    how_many = select(func.count()).select_from
    run: ColumnElement[int] = literal_column("(SELECT coalesce(max(id), 0) FROM runs)")
    counts = select(run, how_many(quotes).scalar_subquery(), how_many(documents).scalar_subquery())
    return numbers_at(str(site.db), *connection.execute(counts).one())


@lru_cache(maxsize=1)
def numbers_at(db: str, run: int, stored: int, articles: int) -> Context:
    """The numbers of a database; its last run and what it holds tell one state from another."""
    by_kind = select(quotes.c.kind, func.count()).group_by(quotes.c.kind)
    first_last = select(func.min(documents.c.published_on), func.max(documents.c.published_on))
    with reading(db) as connection:
        kinds: dict[str, int] = dict(connection.execute(by_kind).tuples().all())
        return {
            "quotes": stored,
            "documents": articles,
            "kinds": {kind: kinds.get(kind, 0) for kind in get_args(Kind)},
            "days": connection.execute(first_last).one(),
            "speakers": find_speakers(connection, None, LISTED),
        }


def speakers(connection: Connection, asked: dict[str, str], site: Site) -> Context:
    """The page of all speakers: who is quoted how often."""
    return {"speakers": numbers(connection, site)["speakers"]}


def article(connection: Connection, asked: dict[str, str], site: Site) -> Context | None:
    """The page of an article with its quotes; None if no article has the id that is asked for."""
    return next(map(page_of, sheets_of_database(connection, asked.get("id", ""))), None)


def page_of(sheet: Sheet) -> Context:
    """What the page of one article shows."""
    tally = count([sheet])
    places = {voice.key: place for place, voice in enumerate(tally.voices)}
    return {"page": to_page(sheet, 0, places), "voices": tally.voices}


def speaker(connection: Connection, asked: dict[str, str], site: Site) -> Context | None:
    """The page of a speaker: what they said, by day, and where; None if nobody has that name."""
    name, listed = asked.get("name", ""), asked.get("registry_id", "")
    own, page = speaker_table.c, documents.c
    fits = own.registry_id == listed if listed else own.name == name
    said = mentions.join(speaker_table, own.id == mentions.c.speaker_id)
    query = (
        select(quotes.c.id, quotes.c.content, quotes.c.kind, quotes.c.act, quotes.c.cue)
        .add_columns(quotes.c.confidence, page.title, page.id.label("document"), page.url)
        .add_columns(page.published_on, own.name, own.type, own.role, quotes.c.cue_lemma)
        .select_from(
            said.join(quotes, quotes.c.id == mentions.c.quote_id).join(
                documents, page.id == quotes.c.document_id
            )
        )
        .where(fits)
        .order_by(page.published_on.desc(), page.position, quotes.c.place)
    )
    rows = connection.execute(query).all()
    if not rows:
        return None
    shown = rows[: int(asked["show"]) if asked.get("show", "").isdigit() else LISTED]
    days = Counter(row.published_on for row in rows if row.published_on is not None)
    return {
        "name": rows[0].name or name,
        "type": rows[0].type,
        "roles": [role for role, _ in Counter(r.role for r in rows if r.role).most_common(5)],
        "cues": Counter(r.cue_lemma for r in rows if r.cue_lemma).most_common(8),
        "kinds": {kind: sum(row.kind == kind for row in rows) for kind in get_args(Kind)},
        "by_day": [(day, list(of_day)) for day, of_day in groupby(shown, key=day_of_row)],
        "step": step_of(days) if days else "days",
        "chart": days_of(days) if len(days) > 1 else None,
        "outlets": Counter(outlet_of(row.url, row.document) for row in rows).most_common(20),
        "total": len(rows),
        "shown": len(shown),
        "documents": len({row.document for row in rows}),
    }


def day_of_row(row: Any) -> date | None:
    """The day of a row."""
    day: date | None = row.published_on
    return day


def outlet_of(url: str | None, document: str) -> str:
    """Who published an article: the host of its address, or else the folder it was in."""
    with suppress(ValueError):
        if host := urlsplit(url or "").hostname:
            return host.removeprefix("www.")
    folder, slash, _ = document.replace("\\", "/").partition("/")
    return folder if slash else "no address"

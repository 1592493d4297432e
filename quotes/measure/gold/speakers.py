"""Who the speakers of annotated articles are, and whether two lists of names are the same.

The gold is a file speakers.jsonl beside the annotations: a line an attribution, with `doc`, its
`event` and the names of its `speakers`; with `mention`, the words for them, and its `form` too, if
they are noted.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import ReadError
from quotes.lexicon.language import Language
from quotes.measure.gold.attributions import name_of
from quotes.measure.gold.counted_words import counted_words

FILE = "speakers.jsonl"
Names = Mapping[str, Mapping[str, tuple[str, ...]]]  # by text and event


@dataclass(frozen=True, slots=True)
class Known:
    """Who speaks in an attribution."""

    names: tuple[str, ...]  # the fullest in the article; empty if it names nobody
    mention: str | None = None  # the words that stand for the speakers; None if not noted
    form: str | None = None  # full_name, partial_name, pronoun, nominal, none; None if not noted


Speakers = Mapping[str, Mapping[str, Known]]  # by text and event


def read_names(gold: Path) -> Names:
    """The names of the speakers that `read_speakers` gives."""
    return {doc: names_of(events) for doc, events in read_speakers(gold).items()}


def names_of(events: Mapping[str, Known]) -> dict[str, tuple[str, ...]]:
    """The names of the speakers in one text by event."""
    return {event: known.names for event, known in events.items()}


def read_speakers(gold: Path) -> Speakers:
    """The speakers in the folder or file *gold* by text and event.

    Empty if nobody noted them; attributions of which a reader was unsure, or whose speaker is the
    article's author, are left out. ReadError at a line that says no speakers.
    """
    path = gold / FILE if gold.is_dir() else gold
    speakers: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    if path.is_file():
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            try:
                doc, event, known = to_row(line)
            except (ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
                message = "no speakers of an attribution; give the line doc, event and speakers"
                raise ReadError(f"{path}:{number}: {message}") from error
            if known is not None:
                speakers[name_of(doc)][event] = known
    return speakers


def to_row(line: bytes) -> tuple[str, str, Known | None]:
    """The text, the event and the speakers in a *line*, None for speakers that are left out.

    KeyError, TypeError or ValueError if it says none.
    """
    row = json.loads(line)
    given = tuple(speaker.get("name") for speaker in row["speakers"])
    mention, form = row.get("mention"), row.get("form")
    may_lack = (each for each in (*given, mention, form) if each is not None)
    if not all(isinstance(each, str) for each in (row["doc"], row["event"], *may_lack)):
        raise TypeError("all of them are texts")
    by_author = any(speaker.get("type") == "author" for speaker in row["speakers"])
    left_out = row.get("unsure") or by_author
    known = None if left_out else Known(tuple(filter(None, given)), mention, form)
    return row["doc"], row["event"], known


def same_names(given: Iterable[str], wanted: Iterable[str], language: Language) -> bool:
    """Whether all wanted names and no others are given."""
    return Counter(keys_of(given, language)) == Counter(keys_of(wanted, language))


def same_speaker(known: Known, given: Iterable[str], language: Language) -> bool:
    """Whether the names *given* are right: for one without a name, also words of the mention."""
    if known.names:
        return same_names(given, known.names, language)
    (own,) = keys_of([known.mention or ""], language)
    return all(set(key) <= set(own) for key in keys_of(given, language))


def keys_of(names: Iterable[str], language: Language) -> list[tuple[str, ...]]:
    """The words of each name that count."""
    titles = counted_words(language).titles
    return [key_of(name, titles) for name in names]


def key_of(name: str, titles: Collection[str]) -> tuple[str, ...]:
    """The words of a name that count: no titles, accents, possessives or middle initials."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    joined = re.sub(r"\b(?:[a-z]\.){2,}", lambda short: short[0].replace(".", ""), plain.lower())
    words = re.findall(r"[a-z0-9]+", re.sub(r"'s\b|'", "", joined))  # U.S. is US
    weighty = [word for word in words if word not in titles]
    short = [word for n, word in enumerate(weighty) if n == 0 or len(word) > 1]
    return tuple(short if len(short) > 1 else weighty)

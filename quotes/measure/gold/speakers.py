"""Who the speakers of annotated articles are, and whether two lists of names are the same.

The gold is a file speakers.jsonl beside the annotations: a line an attribution, with `doc`, its
`event` and the names of its `speakers`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from quotes.errors import ReadError
from quotes.lexicon.language import Language
from quotes.measure.gold.attributions import name_of
from quotes.measure.gold.counted_words import counted_words

FILE = "speakers.jsonl"
Names = Mapping[str, Mapping[str, tuple[str, ...]]]  # by text and event


def read_names(gold: Path) -> Names:
    """The names of the speakers in the folder or file *gold* by text and event.

    Empty if nobody noted them; attributions of which a reader was unsure, or whose speaker is the
    article's author, are left out. ReadError at a line that says no speakers.
    """
    path = gold / FILE if gold.is_dir() else gold
    names: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    if path.is_file():
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            try:
                doc, event, speakers = to_row(line)
            except (ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
                message = "no speakers of an attribution; give the line doc, event and speakers"
                raise ReadError(f"{path}:{number}: {message}") from error
            if speakers is not None:
                names[name_of(doc)][event] = speakers
    return names


def to_row(line: bytes) -> tuple[str, str, tuple[str, ...] | None]:
    """The text, the event and the names in a *line*, None for names that are left out.

    KeyError, TypeError or ValueError if it says none.
    """
    row = json.loads(line)
    given = tuple(speaker.get("name") for speaker in row["speakers"])
    texts = (row["doc"], row["event"], *(name for name in given if name is not None))
    if not all(isinstance(each, str) for each in texts):
        raise TypeError("all of them are texts")
    by_author = any(speaker.get("type") == "author" for speaker in row["speakers"])
    left_out = row.get("unsure") or by_author
    return row["doc"], row["event"], None if left_out else tuple(filter(None, given))


def same_names(given: Iterable[str], wanted: Iterable[str], language: Language) -> bool:
    """Whether all wanted names and no others are given."""
    titles = counted_words(language).titles
    one, other = (Counter(key_of(name, titles) for name in names) for names in (given, wanted))
    return one == other


def key_of(name: str, titles: Collection[str]) -> tuple[str, ...]:
    """The words of a name that count: no titles, accents, possessives or middle initials."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"'s\b|'", "", plain.lower()))
    weighty = [word for word in words if word not in titles]
    short = [word for n, word in enumerate(weighty) if n == 0 or len(word) > 1]
    return tuple(short if len(short) > 1 else weighty)

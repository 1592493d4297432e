"""Who the speakers of annotated articles are, and whether the names that were given are theirs.

The gold is a file speakers.jsonl beside the annotations: a line an attribution, with `doc`, its
`event` and the names of its `speakers`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quotes.evaluate.gold import name_of
from quotes.evaluate.judge import Judged
from quotes.evaluate.reliability import Judgement

FILE = "speakers.jsonl"
TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "the"))
Names = Mapping[str, Mapping[str, tuple[str, ...]]]  # by text and event


def read_names(gold: Path) -> Names:
    """The names of the speakers in the folder or file *gold* by text and event.

    Empty if nobody noted them; attributions of which a reader was unsure, or whose speaker is the
    article's author, are left out.
    """
    path = gold / FILE if gold.is_dir() else gold
    names: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            by_author = any(speaker.get("type") == "author" for speaker in row["speakers"])
            if not row.get("unsure") and not by_author:
                given = (speaker.get("name") for speaker in row["speakers"])
                names[name_of(row["doc"])][row["event"]] = tuple(name for name in given if name)
    return names


def judged_names(judged: Judged, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Judgement]:
    """For each attribution found whose speakers are known: how sure the names are, and if right."""
    for place, gold in enumerate(judged.golds):
        find = judged.find_for(place)
        if find is not None and find.claim.names and gold.attribution.id in wanted:
            names = [name for name, _ in find.claim.names if name is not None]
            sure = min(confidence for _, confidence in find.claim.names)
            yield sure, same_names(names, wanted[gold.attribution.id])


def same_names(given: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether all wanted names and no others are given."""
    return Counter(map(key_of, given)) == Counter(map(key_of, wanted))


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name that count: no titles, accents, possessives or middle initials."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"'s\b|'", "", plain.lower()))
    weighty = [word for word in words if word not in TITLES]
    short = [word for n, word in enumerate(weighty) if n == 0 or len(word) > 1]
    return tuple(short if len(short) > 1 else weighty)

"""How often the names are right, by the rule that chose them: counted on a gold of speakers.

The gold is a file speakers.jsonl beside the annotations: a line an attribution, with `doc`, its
`event` and the names of its `speakers`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from quotes.evaluate.gold import Attribution, name_of
from quotes.evaluate.judge import ENOUGH, jaccard
from quotes.evaluate.words import to_words
from quotes.model import Article, Quote

FILE = "speakers.jsonl"
TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "the"))
Names = Mapping[str, Mapping[str, tuple[str, ...]]]  # by text and event


def read_names(gold: Path) -> Names:
    """The names of the speakers in *gold* by text and event; empty if nobody noted them."""
    path = gold / FILE
    names: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not row.get("unsure"):
                given = (speaker.get("name") for speaker in row["speakers"])
                names[name_of(row["doc"])][row["event"]] = tuple(name for name in given if name)
    return names


def count_names(
    article: Article,
    quotes: Iterable[Quote],
    attributions: Iterable[Attribution],
    wanted: Mapping[str, tuple[str, ...]],
    counts: Counter[tuple[str, bool]],
) -> None:
    """Count for the attributions that are found whether their names are right, by rule."""
    words = to_words(article.text)
    found = [(words.within(quote.spans), quote) for quote in quotes]
    for attribution in attributions:
        content = words.within(attribution.content)
        if attribution.id not in wanted or not content:
            continue
        near = max(found, key=lambda f: jaccard(f[0], content) if f[0] else 0.0, default=None)
        if near is None or not near[0] or jaccard(near[0], content) < ENOUGH:
            continue
        given = Counter(key_of(s.name) for s in near[1].speakers if s.name is not None)
        right = given == Counter(map(key_of, wanted[attribution.id]))
        counts[near[1].rules.speaker or "", right] += 1


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name that count: no titles, accents, possessives or middle initials."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"'s\b|'", "", plain.lower()))
    weighty = [word for word in words if word not in TITLES]
    short = [word for n, word in enumerate(weighty) if n == 0 or len(word) > 1]
    return tuple(short if len(short) > 1 else weighty)


def to_file(counts: Counter[tuple[str, bool]]) -> dict[str, Any]:
    """The part `names` of a calibration."""
    rules = sorted({rule for rule, _ in counts if rule})
    cases = sum(counts.values())
    return {
        "cases": cases,
        "right": sum(count for (_, right), count in counts.items() if right),
        "rules": {
            rule: [counts[rule, True] + counts[rule, False], counts[rule, True]] for rule in rules
        },
    }

"""Names counted: by form of the mention how many are right, by kind what is wrong with the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quotes.measure.evaluate.judge import ENOUGH, Find, Gold, Judged, jaccard
from quotes.measure.evaluate.names.errors import ERRORS, Error, error_of
from quotes.measure.gold.speakers import Known
from quotes.write.escape import one_line

# The rows by form, in this order; the gold may have more.
FORMS = ("all", "named", "unnamed", "full_name", "partial_name", "pronoun", "nominal", "none")
COUNTED = ("gold", "found", "right", "wrong", "blank")


@dataclass(frozen=True, slots=True)
class Naming:
    """An attribution whose speakers are known, and the names that its find has."""

    known: Known
    start: int  # of the content, in characters
    given: tuple[str, ...] = ()
    found: bool = False
    error: Error | None = None  # None if the names are right, or nothing is found
    rule: str | None = None  # that chose the speaker; None if none did


@dataclass(frozen=True, slots=True)
class WrongName:
    """A quote with wrong names or none, as it is listed."""

    document: str
    start: int  # of the content, in characters
    mention: str | None  # the words that stand for the speaker, as the gold has them
    wanted: tuple[str, ...]
    given: tuple[str, ...]
    kind: Error
    rule: str | None

    def __str__(self) -> str:
        cells = (
            f"{self.document}:{self.start}",
            self.mention or "-",
            " + ".join(self.wanted) or "-",
            " + ".join(self.given) or "-",
            self.kind,
            self.rule or "-",
        )
        return one_line(" | ".join(cells))


@dataclass(slots=True)
class NameCounts:
    """Counts over the namings added so far."""

    forms: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    errors: Counter[Error] = field(default_factory=Counter)

    def add(self, naming: Naming) -> None:
        """Count one."""
        counted = ["gold"]
        if naming.found:
            wrong = "wrong" if naming.given else "blank"
            counted += ["found", "right" if naming.error is None else wrong]
        for row in rows_of(naming.known):
            self.forms[row].update(counted)
        if naming.error is not None:
            self.errors[naming.error] += 1

    def figures(self) -> dict[str, Any] | None:
        """The counts by form and by kind of error as plain data; None if there are none."""
        if not self.forms:
            return None
        others = sorted(self.forms.keys() - set(FORMS))
        shown = [row for row in (*FORMS, *others) if row in self.forms]
        return {
            "forms": {row: {key: self.forms[row][key] for key in COUNTED} for row in shown},
            "errors": {kind: self.errors[kind] for kind in ERRORS},
        }


def rows_of(known: Known) -> list[str]:
    """The rows by form in which an attribution is counted."""
    own = [] if known.form is None else [known.form]
    return ["all", "named" if known.names else "unnamed", *own]


def namings(judged: Judged, known: Mapping[str, Known]) -> Iterator[Naming]:
    """The attributions of an article whose speakers are *known*, by their id.

    What is found of one is the find that is nearest to its content, whatever else it is nearest
    to: who speaks is asked of each attribution on its own.
    """
    for gold in judged.golds:
        if gold.attribution.id in known:
            yield to_naming(judged, gold, known[gold.attribution.id])


def to_naming(judged: Judged, gold: Gold, known: Known) -> Naming:
    """The naming of one attribution."""
    start = min(span.start for span in gold.attribution.content)
    find = nearest(gold, judged.finds)
    if find is None:
        return Naming(known, start)
    given = tuple(name for name, _ in find.claim.names if name)
    error = error_of(known, given, judged.words.forms, judged.words.language)
    return Naming(known, start, given, True, error, find.claim.speaker_rule)


def nearest(gold: Gold, finds: Sequence[Find]) -> Find | None:
    """The find that shares most with an attribution, the first of several; None if too little."""
    near = max(finds, key=lambda find: jaccard(gold.content, find.content), default=None)
    return near if near and jaccard(gold.content, near.content) >= ENOUGH else None


def wrong_names(document: str, named: Iterable[Naming]) -> Iterator[WrongName]:
    """Those of the namings in a *document* that are wrong or blank."""
    for each in named:
        if each.error is not None:
            yield WrongName(
                document,
                each.start,
                each.known.mention,
                each.known.names,
                each.given,
                each.error,
                each.rule,
            )

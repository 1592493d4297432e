"""What a run has done: counted, said in a line, given as data and as an exit code."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quotes.pipeline.asked import ALL_ACTS, ALL_KINDS

if TYPE_CHECKING:
    from quotes.pipeline.many.outcome import Outcome


@dataclass(slots=True)
class Summary:
    """What a run has done so far; it counts, says and gives the exit code."""

    articles: int = 0  # worked on
    unchanged: int = 0  # stored by an earlier run as they are now
    pruned: int = 0  # stored by an earlier run and gone
    failed: int = 0  # articles, or lines and files that should have held one
    refused: int = 0  # records that did not fit the schema
    skipped: int = 0
    guessed: int = 0  # files whose encoding was guessed
    named: int = 0  # quotes with a speaker who has a name
    least: float = 0.0  # the confidence from which a quote is written
    doubtful: int = 0  # quotes below it
    kinds: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=time.perf_counter)

    @property
    def quotes(self) -> int:
        """How many quotes were written."""
        return self.kinds.total()

    @property
    def done(self) -> int:
        """How many articles are stored as they are now."""
        return self.articles + self.unchanged

    @property
    def exit_code(self) -> int:
        """0 if all was read, 1 if something failed, 3 if nothing could be done."""
        if not self.done:
            return 3
        return 1 if self.failed or self.refused else 0

    def add(self, outcome: Outcome) -> None:
        """Count what was written for one article."""
        self.articles += 1
        self.refused += len(outcome.failures)
        for record in outcome.records:
            if record["confidence"] < self.least:
                self.doubtful += 1
                continue
            self.kinds[record["kind"]] += 1
            self.acts[record["act"]] += 1
            self.named += any(speaker["name"] is not None for speaker in record["speakers"])

    def speed(self) -> str:
        """How many quotes there are, and how fast it goes."""
        per_second = (self.done + self.failed) / max(time.perf_counter() - self.started, 1e-9)
        return f"{counted(self.quotes, 'quote')}, {per_second:.1f} articles/s"

    def so_far(self) -> str:
        """A line on a run that goes on."""
        return f"{counted(self.done, 'article')} so far, {self.failed} failed; {self.speed()}"

    def to_json(self) -> dict[str, Any]:
        """The counts as plain data; seconds are those of the clock on the wall."""
        seconds = time.perf_counter() - self.started
        return {
            "articles": self.articles,
            "unchanged": self.unchanged,
            "pruned": self.pruned,
            "failed": self.failed,
            "refused": self.refused,
            "skipped": self.skipped,
            "guessed": self.guessed,
            "quotes": self.quotes,
            "doubtful": self.doubtful,
            "kinds": {kind: self.kinds[kind] for kind in ALL_KINDS},
            "acts": {act: self.acts[act] for act in ALL_ACTS},
            "named": round(self.named / self.quotes, 4) if self.quotes else None,
            "seconds": round(seconds, 3),
            "articles_per_second": round(self.done / seconds, 1),
        }

    def __str__(self) -> str:
        counts = [f"{counted(self.articles, 'article')} read", f"{self.failed} failed"]
        if self.unchanged:
            counts.insert(1, f"{self.unchanged:,} unchanged")
        if self.pruned:
            counts.append(f"{self.pruned:,} pruned")
        if self.guessed:
            counts.append(f"{counted(self.guessed, 'encoding')} guessed")
        if self.skipped:
            counts.append(f"{counted(self.skipped, 'file')} skipped")
        if self.refused:
            counts.append(f"{counted(self.refused, 'record')} refused")
        found = counted(self.quotes, "quote")
        if self.quotes:
            kinds = (f"{self.kinds[k]} {k}" for k in ("direct", "mixed", "indirect"))
            acts = (f"{count} {act}" for act, count in self.acts.most_common())
            found += f" ({', '.join(kinds)}), {self.named / self.quotes:.0%} with a named speaker"
            found += f"; {', '.join(acts)}"
        if self.least:
            found += f"; {self.doubtful:,} below {self.least:g}"
        return f"{', '.join(counts)}; {found}; {time.perf_counter() - self.started:.1f} s"


def counted(count: int, thing: str) -> str:
    """*count* and what it counts, in the plural where that is due: no quotes, 1 quote."""
    return f"{count or 'no':{',' if count else ''}} {thing}{'' if count == 1 else 's'}"

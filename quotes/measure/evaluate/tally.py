"""Counts over many articles, and the figures that they give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from quotes.lexicon.counts.calibration import Calibration
from quotes.measure.evaluate.article_words import Numbers
from quotes.measure.evaluate.claims import ROLES
from quotes.measure.evaluate.judge import Find, Gold, Judged
from quotes.measure.evaluate.names.counts import NameCounts, Naming
from quotes.measure.evaluate.reliability import Judgement, area, kept, reliability
from quotes.model import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)
SPAN_WORDS = 4  # in marks, from which a stretch counts as quoted and not as a title or term
MOST = 0.8  # the share of a quoted stretch that a content has to have


@dataclass(slots=True)
class Share:
    """How many there are of something, and for how many of them what was right."""

    n: int = 0
    content: int = 0  # found, or not spurious
    source: int = 0  # so, and with the right source
    exact: int = 0  # so, word by word, whatever the source

    def add(self, content: bool, source: bool, exact: bool = False) -> None:
        """Count one."""
        self.n += 1
        self.content += content
        self.source += source
        self.exact += exact


@dataclass(slots=True)
class Tally:
    """Counts over the articles added so far."""

    acts: Collection[str]  # those asked for
    documents: int = 0
    golds: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    finds: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    by_act: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    by_rule: defaultdict[tuple[str, str], Share] = field(default_factory=lambda: defaultdict(Share))
    words: Share = field(default_factory=Share)  # n: claimed; content: rightly; exact: in golds
    source_exact: int = 0
    cue_right: int = 0
    of_acts: int = 0  # finds that are right and match an attribution of an act asked for
    quoted: Share = field(default_factory=Share)  # stretches in a gold content
    sureness: list[Judgement] = field(default_factory=list)
    weighed: list[Judgement] = field(default_factory=list)  # by the rules' weights instead
    speech: list[float] = field(default_factory=list)  # how sure those right with a speech cue are
    names: list[Judgement] = field(default_factory=list)
    name_counts: NameCounts = field(default_factory=NameCounts)
    spurious: int = 0  # stretches in marks claimed that are in none

    def add(self, judged: Judged) -> None:
        """Count one article."""
        self.documents += 1
        in_golds = frozenset[int]().union(*(gold.content for gold in judged.golds))
        claimed = frozenset[int]().union(*(find.content for find in judged.finds))
        self.words.n += len(claimed)
        self.words.content += len(claimed & in_golds)
        self.words.exact += len(in_golds)
        for number, gold in enumerate(judged.golds):
            self.add_gold(judged, gold, judged.find_for(number))
        for number, find in enumerate(judged.finds):
            self.add_find(judged, find, judged.gold_for(number))
        for run in judged.words.runs:
            if len(run) >= SPAN_WORDS:
                self.add_quoted(judged, run)

    def add_names(self, named: Iterable[Naming], judgements: Iterable[Judgement]) -> None:
        """Count the names of one article."""
        self.names.extend(judgements)
        for naming in named:
            self.name_counts.add(naming)

    def add_gold(self, judged: Judged, gold: Gold, find: Find | None) -> None:
        """Count an attribution and what was found of it."""
        right = judged.is_right(gold, find)
        exact = find is not None and gold.content == find.content
        for group in ("all", gold.kind, *(["speech"] if gold.speech else [])):
            self.golds[group].add(find is not None, right, exact)
        if find is not None:
            self.source_exact += gold.source == find.source
            self.cue_right += not gold.cue.isdisjoint(find.cue) or not (gold.cue or find.cue)
            if right and gold.speech and find.claim.pieces:
                self.speech.append(find.claim.pieces[0].confidence or 0.0)

    def add_find(self, judged: Judged, find: Find, gold: Gold | None) -> None:
        """Count a find and what is right of it."""
        right = judged.is_right(gold, find)
        for group in ("all", find.kind):
            self.finds[group].add(gold is not None, right)
        if find.claim.act is not None:
            self.by_act[find.claim.act].add(gold is not None, right)
        self.of_acts += right and gold is not None and gold.act in self.acts
        for number, piece in enumerate(find.claim.pieces):
            if piece.confidence is not None:
                self.sureness.append((piece.confidence, right))
                self.weighed.append((piece.weight, right))
            found = gold is not None
            if number and gold is not None:  # what goes on from the first piece may go too far
                own = judged.words.within(piece.content)
                found = 2 * len(own & gold.content) >= len(own)
            for rule in piece.rules:
                self.by_rule[rule].add(found, found and right)

    def add_quoted(self, judged: Judged, run: Numbers) -> None:
        """Count a stretch in marks: is it found, and has it the right source?"""
        gold = next((gold for gold in judged.golds if has_most(gold, run)), None)
        finds = [find for find in judged.finds if has_most(find, run)]
        if gold is None:
            self.spurious += bool(finds)
        else:
            right = any(judged.is_right(gold, find) for find in finds)
            self.quoted.add(bool(finds), right)


def has_most(one: Gold | Find, run: Numbers) -> bool:
    """Whether most words of a stretch in marks are in the content."""
    return len(run & one.content) >= MOST * len(run)


def figures(tally: Tally, calibration: Calibration) -> dict[str, Any]:
    """All figures as plain data, shares from 0 to 1."""
    golds, finds, found = tally.golds["all"], tally.finds["all"], tally.golds["all"].content
    given = {
        "source_right": golds.source / max(1, found),
        "source_exact": tally.source_exact / max(1, found),
        "cue_right": tally.cue_right / max(1, found),
    }
    return {
        "documents": tally.documents,
        "content_source": balance(golds.source, finds.n, golds.n),
        "content": balance(golds.content, finds.n, golds.n),
        "content_exact": balance(golds.exact, finds.n, golds.n),
        "content_words": balance(tally.words.content, tally.words.n, tally.words.exact),
        "recall": {group: shares(tally.golds[group], exact=True) for group in (*KINDS, "speech")},
        "precision": {kind: shares(tally.finds[kind]) for kind in KINDS},
        "given_content": given,
        "quoted": {**shares(tally.quoted), "spurious": tally.spurious},
        "asked": {
            "acts": list(tally.acts),
            "precision": tally.of_acts / max(1, finds.n),
            "speech_recall": shares(tally.golds["speech"])["source"],
        },
        "confidence": {
            **reliability(tally.sureness),
            "auc_of_weights": area(sorted(tally.weighed)),
            "kept": kept(tally.sureness, tally.speech, tally.golds["speech"].n, calibration),
            "names": reliability(tally.names) if tally.names else None,
        },
        "names": tally.name_counts.figures(),
        "acts": {act: shares(tally.by_act[act]) for act in sorted(tally.by_act)},
        "rules": {role: of_role(tally.by_rule, role) for role in ROLES},
    }


def balance(right: int, claimed: int, gold: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean, with the counts that they are of."""
    precision, recall = right / max(1, claimed), right / max(1, gold)
    f = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": precision, "recall": recall, "f": f, "claimed": claimed, "gold": gold}


def shares(share: Share, exact: bool = False) -> dict[str, float]:
    """The count, and which share of it is right."""
    out = {"n": share.n, "content": share.content / max(1, share.n)}
    out["source"] = share.source / max(1, share.n)
    return {**out, "exact": share.exact / max(1, share.n)} if exact else out


def of_role(by_rule: Mapping[tuple[str, str], Share], role: str) -> dict[str, dict[str, float]]:
    """The shares of the rules of one role, the busiest first."""
    rows = [(name, share) for (of, name), share in by_rule.items() if of == role]
    rows.sort(key=lambda row: (-row[1].n, row[0]))
    return {name: shares(share) for name, share in rows}

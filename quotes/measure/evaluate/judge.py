"""What was found of one article: attributions and claims, matched one to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotes.measure.evaluate.article_words import ArticleWords, Numbers
from quotes.measure.evaluate.claims import Claim
from quotes.measure.evaluate.reliability import Judgement
from quotes.measure.gold.acts import act_of, is_speech
from quotes.measure.gold.attributions import Attribution
from quotes.measure.gold.counted_words import counted_words
from quotes.measure.gold.speakers import same_names
from quotes.model import Act, Kind

ENOUGH = 0.5  # the Jaccard index from which a claim has found a content


@dataclass(frozen=True, slots=True)
class Gold:
    """An attribution in words."""

    attribution: Attribution
    content: Numbers
    cue: Numbers
    source: Numbers
    kind: Kind
    speech: bool
    act: Act | None  # None if neither the lexicon nor the list of speech has a word of its cue


@dataclass(frozen=True, slots=True)
class Find:
    """A claim in words."""

    claim: Claim
    content: Numbers
    cue: Numbers
    source: Numbers
    kind: Kind


@dataclass(frozen=True, slots=True)
class Judged:
    """The attributions and claims of one article, and which of them belong together."""

    words: ArticleWords
    golds: tuple[Gold, ...]
    finds: tuple[Find, ...]
    find_of: dict[int, int]  # from the number of a gold, from 0, to that of its find
    gold_of: dict[int, int]

    def gold_for(self, find: int) -> Gold | None:
        """The gold that the find of this number has found; None if it is spurious."""
        return self.golds[self.gold_of[find]] if find in self.gold_of else None

    def find_for(self, gold: int) -> Find | None:
        """The find of the gold of this number; None if it was missed."""
        return self.finds[self.find_of[gold]] if gold in self.find_of else None

    def is_right(self, gold: Gold | None, find: Find | None) -> bool:
        """Whether both are there and the find has the gold's source."""
        return gold is not None and find is not None and same_source(self.words, gold, find)


def judge(
    words: ArticleWords, attributions: Iterable[Attribution], claims: Iterable[Claim]
) -> Judged:
    """The attributions and claims of an article, matched; those without a word are left out."""
    golds = tuple(to_gold(words, each) for each in attributions if words.within(each.content))
    finds = tuple(to_find(words, each) for each in claims if words.within(each.content))
    find_of = match([g.content for g in golds], [f.content for f in finds])
    return Judged(words, golds, finds, find_of, {find: gold for gold, find in find_of.items()})


def to_gold(words: ArticleWords, attribution: Attribution) -> Gold:
    """An attribution in words."""
    content, cue = words.within(attribution.content), words.within(attribution.cue)
    kind, forms = words.kind(content), [words.forms[word] for word in sorted(cue)]
    source = words.within(attribution.source)
    speech, act = is_speech(forms, kind, words.language), act_of(forms, kind, words.language)
    return Gold(attribution, content, cue, source, kind, speech, act)


def to_find(words: ArticleWords, claim: Claim) -> Find:
    """A claim in words."""
    content = words.within(claim.content)
    cue, source = words.within(claim.cue), words.within(claim.source)
    return Find(claim, content, cue, source, words.kind(content))


def match(golds: Sequence[Numbers], finds: Sequence[Numbers]) -> dict[int, int]:
    """Which gold is found by which find, one to one, both by their numbers.

    The pairs that share most go first; of pairs that share as much, those late in the text.
    """
    pairs = [
        (jaccard(gold, find), i, j)
        for i, gold in enumerate(golds)
        for j, find in enumerate(finds)
        if not gold.isdisjoint(find)
    ]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for shared, i, j in sorted(pairs, reverse=True):
        if shared >= ENOUGH and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def jaccard(one: Numbers, other: Numbers) -> float:
    """The share of the words of either that are words of both; neither is empty."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def same_source(words: ArticleWords, gold: Gold, find: Find) -> bool:
    """Whether the sources share a telling word, or neither is there.

    A source of nothing but weak words, such as `who`, is right by any word shared.
    """
    if not gold.source:
        return not find.source
    shared = gold.source & find.source
    return bool(shared) and (has_telling(words, shared) or not has_telling(words, gold.source))


def has_telling(words: ArticleWords, source: Numbers) -> bool:
    """Whether a word of *source* is other than weak."""
    weak = counted_words(words.language).weak
    return any(words.forms[word] not in weak for word in source)


def judged_names(judged: Judged, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Judgement]:
    """For each attribution found whose speakers are known: how sure the names are, and if right."""
    for number, gold in enumerate(judged.golds):
        find = judged.find_for(number)
        if find is not None and find.claim.names and gold.attribution.id in wanted:
            names = [name for name, _ in find.claim.names if name is not None]
            sure = min(confidence for _, confidence in find.claim.names)
            yield sure, same_names(names, wanted[gold.attribution.id], judged.words.language)

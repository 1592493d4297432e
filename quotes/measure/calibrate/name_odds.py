"""From annotated speakers to how sure names are: a logistic regression over plain circumstances."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.lexicon.counts.calibration import Odds, carried_bytes
from quotes.lexicon.language import Language
from quotes.measure.calibrate.logistic import Row, row_of, table_of
from quotes.measure.evaluate.article_words import to_words
from quotes.measure.evaluate.judge import match
from quotes.measure.gold.attributions import Attribution
from quotes.measure.gold.speakers import same_names
from quotes.model import Article, Quote, Speaker
from quotes.pipeline.names import place_of, place_of_nobody

LEAST_CASES = 5  # a circumstance met less often has no weight
INVERSE_PENALTY = 1.0  # scikit-learn's C: small values keep weights small
NOTHING = 0.02  # a weight that is not worth a line
FEWEST_NAMES = 100  # judged names from which weights can be told


@dataclass(frozen=True, slots=True)
class JudgedNames:
    """The speakers of a quote whose names are known, and whether they have just these."""

    article: str
    rule: str | None
    speakers: tuple[Speaker, ...]
    wanted: tuple[str, ...]
    right: bool


def judged_names(
    article: Article,
    language: Language,
    quotes: Iterable[Quote],
    attributions: Iterable[Attribution],
    wanted: Mapping[str, tuple[str, ...]],
) -> Iterator[JudgedNames]:
    """For the attributions that are found by one of *quotes* whether its names are right.

    Unlike in an evaluation, which judges a quote with those that go on from it as one, each quote
    may be what is found: one that goes on from another has circumstances of its own.
    """
    words = to_words(article.text, language)
    finds = [(found, quote) for quote in quotes if (found := words.within(quote.spans))]
    golds = [(gold, each.id) for each in attributions if (gold := words.within(each.content))]
    for number, find in match([g for g, _ in golds], [f for f, _ in finds]).items():
        names, quote = wanted.get(golds[number][1]), finds[find][1]
        if names is not None:
            given = [s.name for s in quote.speakers if s.name is not None]
            right = same_names(given, names, language)
            yield JudgedNames(article.id, quote.rules.speaker, quote.speakers, names, right)


def carried_file(language: Language) -> dict[str, Any]:
    """The file of the calibration that the package carries, as it is."""
    file: dict[str, Any] = json.loads(carried_bytes(language.code))
    return file


def fit_names(judged: Sequence[JudgedNames], language: Language) -> dict[str, Any]:
    """The part `names` of a calibration; each speaker is as right as all names of its quote."""
    rules = Counter((each.rule, each.right) for each in judged if each.rule is not None)
    speakers = [(speaker.told, each.right) for each in judged for speaker in each.speakers]
    met = Counter(named for told, _ in speakers for named in told)
    rows: list[Row] = [row_of(told, met, LEAST_CASES) for told, _ in speakers]
    intercept, table = table_of(rows, [right for _, right in speakers], INVERSE_PENALTY, NOTHING)
    odds = Odds(intercept, {}, table)
    return {
        "cases": len(judged),
        "right": sum(each.right for each in judged),
        "rules": {
            rule: [rules[rule, True] + rules[rule, False], rules[rule, True]]
            for rule in sorted({rule for rule, _ in rules})
        },
        "intercept": round(intercept, 3),
        "chance": {},
        "circumstances": table,
        "instead": instead(judged, odds, language),
    }


def instead(judged: Iterable[JudgedNames], odds: Odds, language: Language) -> dict[str, list[int]]:
    """Where names were wrong, the candidates by place and the right ones among them.

    In the place of nobody are the wrong names, and those of them where none was to be given.
    """
    rows: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for each in judged:
        for speaker in () if each.right else each.speakers:
            if speaker.name is not None:
                count(rows[place_of_nobody(odds.share(speaker.told))], not each.wanted)
            for number, candidate in enumerate(speaker.candidates):
                meant = any(same_names([candidate.name], [n], language) for n in each.wanted)
                count(rows[place_of(speaker, number)], meant)
    return dict(sorted(rows.items()))


def count(row: list[int], right: bool) -> None:
    """One more case in *row*, right or not."""
    row[0] += 1
    row[1] += right

"""Whether confidence can be trusted: how often quotes should be right, and how often they are.

The expected calibration error is that of Naeini, Cooper and Hauskrecht, Obtaining well calibrated
probabilities using Bayesian binning, AAAI 2015, with bins of equal counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from quotes.lexicon.counts.calibration import Calibration

BINS = 10
LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # of confidence, and the shares asked of --precision
PROMISES = (0.8, 0.85, 0.9, 0.95, 0.97)
Judgement = tuple[float, bool]  # a quote's confidence, and whether it was right


def reliability(judged: Sequence[Judgement]) -> dict[str, Any]:
    """The bins of equal counts, the calibration error, the area under the curve, and the curve.

    `auc` is the chance that a right quote is surer than a wrong one (Mann and Whitney), None if
    there are none of one sort.
    """
    judged = sorted(judged)
    bins = [bin_of(part) for part in parts(evened(judged))]
    error = sum(row["n"] * abs(row["confidence"] - row["right"]) for row in bins)
    return {
        "n": len(judged),
        "ece": error / max(1, len(judged)),
        "auc": area(judged),
        "bins": bins,
        "curve": curve(judged),
    }


def evened(judged: Sequence[Judgement]) -> list[tuple[float, float]]:
    """Each confidence with the share of right ones among those just as sure.

    So it makes no difference which of them an edge between two bins divides.
    """
    right: defaultdict[float, list[bool]] = defaultdict(list)
    for confidence, is_right in judged:
        right[confidence].append(is_right)
    share = {confidence: sum(each) / len(each) for confidence, each in right.items()}
    return [(confidence, share[confidence]) for confidence, _ in judged]


def parts(pairs: Sequence[tuple[float, float]]) -> list[Sequence[tuple[float, float]]]:
    """*pairs*, which are sorted, in ten parts of equal counts, as far as there are so many."""
    size = len(pairs)
    cuts = [size * n // BINS for n in range(BINS + 1)]
    return [pairs[a:b] for a, b in pairwise(cuts) if a < b]


def bin_of(part: Sequence[tuple[float, float]]) -> dict[str, float]:
    """The count of a part, its mean confidence and its share of right quotes."""
    count = len(part)
    return {
        "n": count,
        "confidence": sum(confidence for confidence, _ in part) / count,
        "right": sum(right for _, right in part) / count,
    }


def area(judged: Sequence[Judgement]) -> float | None:
    """The area under the curve of true against false positives; ties count half."""
    wrong_below, right_total, wins, start = 0, 0, 0.0, 0
    while start < len(judged):
        end = start
        while end < len(judged) and judged[end][0] == judged[start][0]:
            end += 1
        right = sum(is_right for _, is_right in judged[start:end])
        wrong = end - start - right
        wins += right * (wrong_below + wrong / 2)
        wrong_below, right_total, start = wrong_below + wrong, right_total + right, end
    pairs = wrong_below * right_total
    return wins / pairs if pairs else None


def curve(judged: Sequence[Judgement]) -> list[dict[str, float]]:
    """For each twentieth of a confidence: the precision from there on, the share of right kept."""
    all_right = sum(right for _, right in judged)
    rows = []
    for least in (n / 20 for n in range(20)):
        kept = [right for confidence, right in judged if confidence >= least]
        if kept:
            precision, share = sum(kept) / len(kept), sum(kept) / max(1, all_right)
            rows.append({"confidence": least, "precision": precision, "kept": share})
    return rows


def kept(
    judged: Sequence[Judgement], speech: Sequence[float], golds: int, calibration: Calibration
) -> list[dict[str, Any]]:
    """What is left at some least confidences, and at those that --precision chooses.

    `speech_recall` is the share of the *golds*, the attributions with a cue of speech, that are
    found with the right source; *speech* has how sure those are.
    """
    steps: list[tuple[float | None, float | None]] = [(None, least) for least in LEVELS]
    steps += [(promise, calibration.threshold(promise)) for promise in PROMISES]
    rows = []
    for promise, least in steps:
        right = [right for confidence, right in judged if least and confidence >= least]
        if least and right:
            recall = sum(confidence >= least for confidence in speech) / max(1, golds)
            row = {"promised": promise, "confidence": least, "n": len(right)}
            rows.append({**row, "precision": sum(right) / len(right), "speech_recall": recall})
    return rows

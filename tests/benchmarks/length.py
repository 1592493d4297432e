"""How the time of one article grows with its length, by stage: 1.0 is linear.

    python tests/benchmarks/length.py [FOLDER] [--whole]

The articles are the texts in FOLDER one after another, over and over, up to each length. Longer
ones are worked on in pieces, as `quotes extract` does, unless --whole says otherwise.
"""

from __future__ import annotations

import math
import time
from itertools import cycle
from pathlib import Path
from statistics import linear_regression

import click

from quotes.command.terminal.profile import Profile
from quotes.model import Article
from quotes.pipeline.asked import ALL_ACTS
from quotes.pipeline.extractor import Extractor
from quotes.pipeline.many.outcome import Outcome
from quotes.pipeline.many.work import make_work
from quotes.pipeline.pieces import MAX_CHARS

SAMPLES = Path(__file__).parent.parent / "articles"
LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000, 200_000)  # words
REPEATS = 3  # of the shorter ones, of which the best counts
STAGES = ("parse", "find", "attribute", "confidence", "all")


def joined(folder: Path, words: int) -> str:
    """The first *words* words of the texts in *folder*, each begun anew when all are used up."""
    paragraphs = [
        line
        for path in sorted(folder.rglob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    chosen: list[str] = []
    for paragraph in cycle(paragraphs):
        if words <= 0:
            break
        chosen.append(" ".join(paragraph.split(" ")[:words]))
        words -= len(paragraph.split())
    return "\n".join(chosen)


def seconds(extractor: Extractor, article: Article, max_chars: int) -> dict[str, float]:
    """How long each stage takes for *article*, its records made and checked too."""
    profile = Profile()
    extractor.timed = profile.timed
    work = make_work(lambda: extractor, max_chars)  # the collector of garbage is set as in a run
    start = time.perf_counter()
    outcome = work(article)
    whole = time.perf_counter() - start
    assert isinstance(outcome, Outcome), outcome
    return {**{stage: profile.seconds[stage] for stage in STAGES[:-1]}, "all": whole}


@click.command()
@click.argument("folder", default=SAMPLES, type=click.Path(exists=True, path_type=Path))
@click.option("--whole", is_flag=True, help="Do not cut long articles into pieces.")
def main(folder: Path, whole: bool) -> None:
    """Time articles of growing length, made of the texts in FOLDER. [default: the samples]"""
    extractor = Extractor(acts=ALL_ACTS)
    rows: list[tuple[int, dict[str, float]]] = []
    for words in LENGTHS:
        article = Article("long", joined(folder, words))
        limit = len(article.text) if whole else MAX_CHARS
        if not rows:
            seconds(extractor, article, limit)  # the lexicon is read
        times = REPEATS if words <= LENGTHS[3] else 1
        runs = [seconds(extractor, article, limit) for _ in range(times)]
        rows.append((words, {stage: min(run[stage] for run in runs) for stage in STAGES}))
        told = "  ".join(f"{stage} {rows[-1][1][stage]:7.3f} s" for stage in STAGES)
        click.echo(f"{words:>8,} words  {told}  {words / rows[-1][1]['all']:>7,.0f} words/s")
    lengths = [math.log(words) for words, _ in rows]
    for stage in STAGES:
        slope, _ = linear_regression(lengths, [math.log(each[stage]) for _, each in rows])
        click.echo(f"{stage}: time grows with length to the power of {slope:.3f}")


if __name__ == "__main__":
    main()

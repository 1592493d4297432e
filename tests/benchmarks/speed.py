"""How fast quotes is, beside spaCy's default pipeline over whole articles, run by run in turn.

    python tests/benchmarks/speed.py [FOLDER] [--runs 5] [--json FILE]

Each run is a process of its own, so that its peak memory is its own. Two ratios are told: of whole
processes, and of the work alone, without imports and the load of the model.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import click

from quotes.lexicon.language import read_language
from quotes.pipeline.asked import ALL_ACTS, Asked

SAMPLES = Path(__file__).parent.parent / "articles"
REPEATS = 8  # of the sample articles: about 50,000 words
MEBIBYTE = 2**20 if sys.platform == "darwin" else 2**10  # in the unit of ru_maxrss
Figures = dict[str, Any]


def run_spacy(folder: Path, out: Path) -> Figures:
    """The seconds of spaCy's whole default pipeline over the texts in *folder*."""
    start = time.perf_counter()
    import spacy
    from spacy.util import is_package

    nlp = spacy.load(next(name for name in read_language("en").models if is_package(name)))
    loaded = time.perf_counter()
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt")))
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    done = time.perf_counter()
    assert tokens
    return {"load": loaded - start, "work": done - loaded}


def run_quotes(folder: Path, out: Path) -> Figures:
    """The seconds of the way from the files in *folder* to validated records in *out*, by stage."""
    start = time.perf_counter()
    from quotes.command.options.asked import make_extractor
    from quotes.command.terminal.profile import Profile, TimedSink
    from quotes.pipeline.many.batch import run, serial
    from quotes.pipeline.many.work import make_work
    from quotes.read.articles import read_articles
    from quotes.read.files import find_files
    from quotes.write.sinks.sink import open_sink

    profile = Profile()
    find = profile.loaded(partial(make_extractor, Asked(acts=ALL_ACTS)))
    loaded = time.perf_counter()
    with open_sink(out) as sink:
        items = profile.each("read", read_articles(find_files([folder])))
        work = serial(partial(make_work, lambda: find))
        summary = run(items, work, TimedSink(sink, profile), lambda failure: None)
    work = time.perf_counter() - loaded
    stages = {name: seconds for name, seconds in profile.seconds.items() if name != "load"}
    stages["record"] = work - sum(stages.values())  # records, their validation, and the rest
    return {"load": loaded - start, "work": work, "stages": stages, "quotes": summary.quotes}


SYSTEMS: dict[str, Callable[[Path, Path], Figures]] = {"spacy": run_spacy, "quotes": run_quotes}


def measured(system: str, folder: Path, out: Path) -> Figures:
    """The figures of one run of *system* in a process of its own, whole seconds and memory too."""
    start = time.perf_counter()
    command = [sys.executable, __file__, str(folder), "--one", system, "--json", str(out)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    whole = time.perf_counter() - start
    return {**json.loads(done.stdout.splitlines()[-1]), "whole": whole}


def summed_up(runs: dict[str, list[Figures]], words: int) -> Figures:
    """The medians of *runs*, and of their ratios pair by pair."""
    totals: Figures = {"words": words, "runs": len(runs["quotes"])}
    for system, figures in runs.items():
        keys = ("whole", "load", "work", "memory")
        totals[system] = {key: median(each[key] for each in figures) for key in keys}
        totals[system]["words_per_second"] = words / totals[system]["work"]
    pairs = list(zip(runs["spacy"], runs["quotes"], strict=True))
    for key in ("whole", "work"):
        totals[f"times_as_fast_{key}"] = median(theirs[key] / ours[key] for theirs, ours in pairs)
    stages = runs["quotes"][0]["stages"]
    totals["shares"] = {
        stage: median(each["stages"][stage] / each["work"] for each in runs["quotes"])
        for stage in stages
    }
    rules = ("find", "attribute", "confidence", "record", "write")
    totals["rules_share"] = median(
        sum(each["stages"][stage] for stage in rules) / each["work"] for each in runs["quotes"]
    )
    totals["rules_share_whole"] = median(
        sum(each["stages"][stage] for stage in rules) / each["whole"] for each in runs["quotes"]
    )
    return totals


def lines(totals: Figures) -> list[str]:
    """What a reader wants to know of *totals*."""
    told = [f"{totals['words']:,} words, medians of {totals['runs']} runs in turn"]
    for system in SYSTEMS:
        each = totals[system]
        told.append(
            f"{system:<7} whole {each['whole']:6.2f} s, load {each['load']:5.2f} s, work "
            f"{each['work']:6.2f} s, {each['words_per_second']:7,.0f} words/s, "
            f"peak {each['memory']:4.0f} MiB"
        )
    told.append(
        f"quotes is {totals['times_as_fast_work']:.2f} times as fast in its work, "
        f"{totals['times_as_fast_whole']:.2f} times as a whole process"
    )
    told.append(" ".join(f"{name} {share:.1%}" for name, share in totals["shares"].items()))
    told.append(
        f"all but reading and the parse {totals['rules_share']:.1%} of the work, "
        f"{totals['rules_share_whole']:.1%} of the whole process"
    )
    return told


def repeated(folder: Path) -> Path:
    """*folder*, filled with copies of the sample articles."""
    for path in sorted(SAMPLES.glob("*.txt")):
        for number in range(REPEATS):
            (folder / f"{path.stem}-{number}.txt").write_bytes(path.read_bytes())
    return folder


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=5, show_default=True, help="Of each system, in turn.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures there.")
@click.option("--one", type=click.Choice(list(SYSTEMS)), hidden=True)
def main(folder: Path | None, runs: int, out: Path | None, one: str | None) -> None:
    """Time quotes beside spaCy on the texts in FOLDER. [default: the sample articles, repeated]"""
    if one is not None and folder is not None and out is not None:
        figures = SYSTEMS[one](folder, out)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE
        click.echo(json.dumps({**figures, "memory": memory}))
        return
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        (place / "articles").mkdir()
        folder = folder or repeated(place / "articles")
        texts = (path.read_text(encoding="utf-8") for path in folder.rglob("*.txt"))
        words = sum(len(text.split()) for text in texts)
        done: dict[str, list[Figures]] = {system: [] for system in SYSTEMS}
        for _ in range(runs):
            for system, figures_so_far in done.items():
                figures_so_far.append(measured(system, folder, place / "out.jsonl"))
    totals = summed_up(done, words)
    click.echo("\n".join(lines(totals)))
    if out is not None:
        out.write_text(json.dumps({**totals, "each": done}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

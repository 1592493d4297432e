"""The annotated articles of the tests, and records that say just what their annotators said."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.measure.gold.attributions import find_annotations, read_annotation
from quotes.model import Article, Cue, Mention, Quote, Rules, Speaker
from quotes.read.failure import Failure
from quotes.write.record import Record, to_record

GOLD = Path(__file__).parent / "gold"


def records_of(gold: Path) -> list[Record]:
    """Records that say just what the annotators of *gold* said."""
    records = []
    for name, path in sorted(find_annotations(gold).items()):
        text = (gold / "text" / f"{name}.txt").read_text(encoding="utf-8")
        article = Article(f"{name}.txt", text)
        for each in read_annotation(path, article, print_failure):
            cue = Cue(each.cue[0], "x", "speech", "cue.verb.x")
            speakers = tuple(Speaker(Mention(span, "nominal")) for span in each.source)
            rules = Rules("reported.clause", cue="cue.verb.x", source="source.subject")
            quote = Quote(each.content, (), "indirect", "speech", 0, rules, cue, speakers=speakers)
            records.append(to_record(article, quote))
    return records


def print_failure(failure: Failure) -> None:
    pytest.fail(failure.message)

"""What is other in a new run's quotes: gained, lost, another speaker, other bounds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from samples import ARTICLE, FIRST, ITO, QUOTE, SECOND

from quotes.command.cli import main
from quotes.model import Article, Mention, Quote, Span, Speaker
from quotes.show.diff.diff import compare
from quotes.show.diff.pairs import OVERLAP, overlap
from quotes.write.record import Record, to_record
from quotes.write.sinks.sink import to_line

COUNCIL = Quote(
    spans=(Span(ARTICLE.text.index("agreed"), ARTICLE.text.index("agreed") + 6),),
    quoted=(),
    kind="indirect",
    act="speech",
    paragraph=1,
    rules=replace(QUOTE.rules, content="reported.clause", mark=None),
)
OTHER = replace(QUOTE, speakers=(Speaker(Mention(ITO, "name"), "Leo Bello", "e1", "person"),))
SHORTER = replace(QUOTE, spans=(FIRST,), quoted=(FIRST,))


def run(*quotes: Quote, article: Article = ARTICLE) -> dict[str, list[Record]]:
    """The records of a run that found *quotes* in one article."""
    return {article.id: [to_record(article, quote) for quote in quotes]}


def content(places: list[tuple[int, int]]) -> Record:
    """As much of a record as says where its content stands."""
    return {"content": {"spans": [{"start": start, "end": end} for start, end in places]}}


def spans() -> st.SearchStrategy[list[tuple[int, int]]]:
    """Spans one after the other, as a content has them."""
    bounds = st.sets(st.integers(0, 40), min_size=2, max_size=6).map(sorted)
    return bounds.map(lambda found: list(zip(found[::2], found[1::2], strict=False)))


@pytest.mark.parametrize(
    ("old", "new", "what", "rule"),
    [
        ([QUOTE], [QUOTE, COUNCIL], "gained", "reported.clause"),
        ([QUOTE, COUNCIL], [QUOTE], "lost", "reported.clause"),
        ([QUOTE, COUNCIL], [OTHER, COUNCIL], "re-attributed", "source.subject"),
        ([QUOTE, COUNCIL], [SHORTER, COUNCIL], "bounds", "direct.inverted"),
        (
            [QUOTE, COUNCIL],
            [replace(QUOTE, flags=("unclosed_mark",)), COUNCIL],
            "retold",
            "direct.inverted",
        ),
    ],
)
def test_each_change_is_counted_once_by_rule_and_by_document(
    old: list[Quote], new: list[Quote], what: str, rule: str
) -> None:
    done = compare(run(*old), run(*new))
    counts = done.counts()
    assert (counts.pop("same"), counts.pop(what)) == (1, 1)
    assert set(counts.values()) == {0}
    assert done.table("rule")[rule][what] == 1
    assert done.table("document")["mill.txt"][what] == 1


def test_a_quote_that_is_surer_than_before_is_the_same() -> None:
    done = compare(run(QUOTE), run(replace(QUOTE, confidence=0.5)))
    assert done.changes == []
    assert done.same == 1


def test_in_an_article_that_was_edited_quotes_are_told_by_their_words() -> None:
    """A line before the quote moves all places: that alone changes nothing."""
    longer = replace(ARTICLE, text="Mill to stay\r\n\r\n" + ARTICLE.text)
    by = len(longer.text) - len(ARTICLE.text)

    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    assert QUOTE.cue is not None
    quote = replace(
        QUOTE,
        spans=(moved(FIRST), moved(SECOND)),
        quoted=(moved(FIRST), moved(SECOND)),
        cue=replace(QUOTE.cue, span=moved(QUOTE.cue.span)),
        speakers=(replace(QUOTE.speakers[0], mention=Mention(moved(ITO), "name")),),
    )
    done = compare(run(QUOTE), run(quote, article=longer))
    assert (done.changes, done.same) == ([], 1)
    cut = compare(run(QUOTE), run(replace(quote, spans=(moved(FIRST),), quoted=()), article=longer))
    assert [change.what for change in cut.changes] == ["bounds"]


@given(st.lists(spans(), min_size=2, max_size=2))
def test_overlap_is_the_share_of_places_that_both_have(both: list[list[tuple[int, int]]]) -> None:
    old, new = ({n for start, end in one for n in range(start, end)} for one in both)
    share = len(old & new) / len(old | new)
    expected = share if share >= OVERLAP else 0
    assert overlap(*map(content, both)) == pytest.approx(expected)


def test_long_contents_are_compared_by_their_bounds_alone() -> None:
    long = content([(0, 10**15), (2 * 10**15, 3 * 10**15)])
    assert overlap(long, content([(0, 10**15)])) == 0.5


def diff(folder: Path, old: list[Quote], new: list[Quote], *options: str) -> Result:
    """The result of the command on two files with these quotes."""
    paths = []
    for name, quotes in (("old", old), ("new", new)):
        path = folder / f"{name}.jsonl"
        path.write_bytes(b"".join(to_line(to_record(ARTICLE, quote)) for quote in quotes))
        paths.append(str(path))
    return CliRunner().invoke(main, ["diff", *paths, *options])


def test_text_has_a_line_a_change_and_the_counts(tmp_path: Path) -> None:
    result = diff(tmp_path, [QUOTE], [OTHER, COUNCIL])
    assert result.exit_code == 0
    document, swapped, gained, counts, *_ = result.stdout.splitlines()
    assert document == "mill.txt"
    assert swapped.startswith("  @ [“We won’t sell,” “Never.”] Mary Ito -> Leo Bello")
    assert gained == "  + [agreed] nobody (reported.clause)"
    assert counts == "1 gained, 0 lost, 1 re-attributed, 0 bounds, 0 retold, 0 same"


def test_json_has_the_same(tmp_path: Path) -> None:
    plain: dict[str, Any] = json.loads(diff(tmp_path, [QUOTE], [OTHER], "--json").stdout)
    assert plain["schema"] == "diff/1"
    (change,) = plain["changes"]
    assert (change["old"]["speakers"], change["new"]["speakers"]) == (["Mary Ito"], ["Leo Bello"])


def test_lines_that_are_no_records_are_named_and_left_out(tmp_path: Path) -> None:
    bad, empty = tmp_path / "bad.jsonl", tmp_path / "empty.jsonl"
    bad.write_text("{}\n", encoding="utf-8")
    empty.touch()
    result = CliRunner().invoke(main, ["diff", str(bad), str(empty)])
    assert result.exit_code == 1
    assert "bad.jsonl:1: " in result.stderr
    assert "left out" in result.stderr

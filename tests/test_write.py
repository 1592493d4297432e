"""Writing: records say what the text says, bad ones are refused, files hold whole lines."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import signal
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ARTICLE, FIRST, QUOTE, SECOND, TEXT, MarksOnly

from quotes.errors import ModelError, RecordError
from quotes.model import Article, Quote, Span
from quotes.pipeline.many.batch import run, serial
from quotes.pipeline.many.outcome import Workers
from quotes.pipeline.many.summary import Summary
from quotes.pipeline.many.work import work_on
from quotes.pipeline.pieces import CUT, QuoteFinder, cut, find_in_pieces
from quotes.read.failure import Failure, Guessed, Item, Skipped
from quotes.write.escape import escaped, one_line
from quotes.write.record import Record, quote_id, to_record
from quotes.write.sinks.sink import Forgetful, JsonLines, open_sink


class Kept(Forgetful):
    """A sink that keeps what it is given."""

    def __init__(self) -> None:
        self.records: list[Record] = []

    def write(self, article: Article, records: Sequence[Record], key: str | None = None) -> None:
        """Keep *records*."""
        self.records.extend(records)


def worked_by(extractor: QuoteFinder) -> Workers:
    """This process, working with *extractor*."""
    return serial(lambda: partial(work_on, extractor=extractor))


def test_record_has_the_keys_of_the_design_in_their_order() -> None:
    keys = "schema id document kind act content cue speakers paragraph continues nested_in"
    keys += " selector rules confidence flags"
    assert list(to_record(ARTICLE, QUOTE)) == keys.split()


def test_every_stated_text_stands_at_its_place() -> None:
    record = to_record(ARTICLE, QUOTE)
    stated = [*record["content"]["spans"], record["cue"], record["speakers"][0]["mention"]]
    assert [part["text"] for part in stated] == ["“We won’t sell,”", "“Never.”", "said", "Mary Ito"]
    assert all(TEXT[part["start"] : part["end"]] == part["text"] for part in stated)
    assert record["content"]["text"] == "“We won’t sell,” “Never.”"
    assert record["document"]["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


def test_selector_frames_the_whole_quote_with_32_characters() -> None:
    text = "x" * 40 + TEXT
    moved = replace(QUOTE, spans=(Span(40, 56),), quoted=(), cue=None, speakers=())
    selector = to_record(Article("a", text), moved)["selector"]
    assert selector == {"exact": text[40:56], "prefix": "x" * 32, "suffix": text[56:88]}
    assert to_record(ARTICLE, QUOTE)["selector"]["exact"] == TEXT[FIRST.start : SECOND.end]


def test_id_depends_on_document_text_and_spans_alone() -> None:
    record = to_record(ARTICLE, QUOTE)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    made = hashlib.sha256(f"mill.txt\n{sha256}\n0-16,43-51".encode()).hexdigest()
    assert record["id"] == quote_id("mill.txt", sha256, [(0, 16), (43, 51)]) == f"q-{made[:20]}"
    assert to_record(ARTICLE, replace(QUOTE, act="thought", cue=None))["id"] == record["id"]
    others = [
        to_record(replace(ARTICLE, id="b"), QUOTE),
        to_record(replace(ARTICLE, text=TEXT + " "), QUOTE),
        to_record(ARTICLE, replace(QUOTE, spans=(FIRST,))),
    ]
    assert len({record["id"], *(other["id"] for other in others)}) == 4


def test_ids_of_other_quotes_are_those_of_their_own_records() -> None:
    whole = to_record(ARTICLE, replace(QUOTE, spans=(FIRST,)))
    tied = replace(QUOTE, spans=(SECOND,), continues=(FIRST,), nested_in=(FIRST,))
    record = to_record(ARTICLE, tied)
    assert record["continues"] == record["nested_in"] == whole["id"]


def test_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(RecordError, match="beyond the text"):
        to_record(ARTICLE, replace(QUOTE, quoted=(Span(5, 5000),)))


def test_lines_are_whole_compact_and_not_ascii() -> None:
    stream = io.BytesIO()
    JsonLines(stream).append([{"a": "“é”\n", "b": 1}, {}])
    assert stream.getvalue().decode() == '{"a":"“é”\\n","b":1}\n{}\n'


def test_stream_that_takes_a_few_bytes_at_a_time_gets_them_all() -> None:
    class Slow(io.BytesIO):
        def write(self, data: memoryview) -> int:  # type: ignore[override]
            return super().write(data[:3])

    stream = Slow()
    JsonLines(stream).append([{"key": "a longer value"}])
    assert stream.getvalue() == b'{"key":"a longer value"}\n'


def test_file_is_whole_after_each_article(tmp_path: Path) -> None:
    for name, unpack in (("a.jsonl", bytes), ("a.jsonl.gz", gzip.decompress)):
        with open_sink(tmp_path / name) as sink:
            for count in (1, 2):
                sink.append([{"n": count}])
                lines = unpack((tmp_path / name).read_bytes()).splitlines()
                assert [json.loads(line)["n"] for line in lines] == [*range(1, count + 1)]


def test_records_are_passed_on_at_once(tmp_path: Path) -> None:
    with open(tmp_path / "a.jsonl", "wb", buffering=100_000) as stream:
        JsonLines(stream).append([{}])
        assert (tmp_path / "a.jsonl").read_bytes() == b"{}\n"


def test_compressed_file_is_the_same_bytes_each_time_and_can_be_empty(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        with open_sink(tmp_path / name) as sink:
            sink.append([to_record(ARTICLE, QUOTE)])
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()
    assert (tmp_path / "a.jsonl.gz").read_bytes()[4:8] == bytes(4)  # no time of writing
    with open_sink(tmp_path / "none.jsonl.gz"):
        pass
    assert gzip.decompress((tmp_path / "none.jsonl.gz").read_bytes()) == b""
    assert (tmp_path / "none.jsonl.gz").stat().st_size > 0


def test_one_bad_article_costs_one_failure_and_the_run_goes_on() -> None:
    items: list[Item] = [
        Article("a", "“A”"),
        Article("b", "BOOM"),
        Skipped("c"),
        Article("d", "“B” “C”"),
    ]
    sink, failures = Kept(), list[Failure]()
    summary = run(items, worked_by(MarksOnly()), sink, failures.append)
    assert [record["document"]["id"] for record in sink.records] == ["a", "d", "d"]
    assert [(f.document, f.stage, f.type) for f in failures] == [("b", "find", "ZeroDivisionError")]
    assert "the rules tripped" in failures[0].message
    assert (summary.articles, summary.failed, summary.skipped, summary.quotes) == (2, 1, 1, 3)
    assert "3 quotes (3 direct, 0 mixed, 0 indirect), 100% with a named speaker" in str(summary)


def test_guessed_encodings_are_counted_and_handed_on() -> None:
    guessed, warned = Guessed("a.txt", "cp1252"), list[Guessed]()
    items: list[Item] = [guessed, Article("a", "“A”")]
    summary = run(items, worked_by(MarksOnly()), Kept(), list[Failure]().append, warn=warned.append)
    assert warned == [guessed]
    assert ", 1 encoding guessed; 1 quote " in str(summary)


def test_interruption_while_records_are_written_waits_until_they_are_counted() -> None:
    class Pressed(Kept):
        def write(
            self, article: Article, records: Sequence[Record], key: str | None = None
        ) -> None:
            signal.raise_signal(signal.SIGINT)
            super().write(article, records)

    sink, summary = Pressed(), Summary()
    with pytest.raises(KeyboardInterrupt):
        run(
            [ARTICLE, ARTICLE],
            worked_by(MarksOnly()),
            sink,
            list[Failure]().append,
            summary=summary,
        )
    assert summary.quotes == len(sink.records) == 2
    assert summary.articles == 1


def test_record_against_the_schema_goes_to_the_errors_not_to_the_output() -> None:
    class Wrong:
        def quotes(self, article: Article) -> tuple[Quote, ...]:
            return (replace(QUOTE, kind="loud"), QUOTE, QUOTE)  # type: ignore[arg-type]

    sink, failures = Kept(), list[Failure]()
    summary = run([ARTICLE], worked_by(Wrong()), sink, failures.append)
    assert [record["kind"] for record in sink.records] == ["direct"]
    assert [failure.stage for failure in failures] == ["write", "write"]
    assert "$.kind: 'loud' is not one of" in failures[0].message
    assert "second quote of the same content" in failures[1].message
    assert summary.exit_code == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, ModelError("model x: not found")])
def test_what_would_stop_every_article_stops_the_run(error: BaseException) -> None:
    class Stops:
        def quotes(self, article: Article) -> tuple[Quote, ...]:
            raise error

    with pytest.raises((KeyboardInterrupt, ModelError)):
        run([ARTICLE], worked_by(Stops()), Kept(), list[Failure]().append)


@pytest.mark.parametrize(
    ("counts", "code"),
    [({"articles": 2}, 0), ({"articles": 1, "failed": 1}, 1), ({"failed": 1}, 3), ({}, 3)],
)
def test_exit_code_says_how_much_failed(counts: dict[str, int], code: int) -> None:
    assert Summary(**counts).exit_code == code  # type: ignore[arg-type]


@given(st.text("a \n\r“”", max_size=300), st.integers(10, 60))
def test_pieces_tile_the_text(text: str, most: int) -> None:
    pieces = list(cut(text, most))
    assert "".join(piece.of(text) for piece in pieces) == text
    assert all(piece.end - piece.start <= most for piece in pieces)
    assert all(a.end == b.start for a, b in pairwise(pieces))


def test_quotes_of_an_article_in_pieces_have_its_places() -> None:
    text = "".join(f"Ito said it: “number {n}”.\n\n" for n in range(100))
    article = Article("long", text)
    whole = list(MarksOnly().quotes(article))
    parts = list(find_in_pieces(article, MarksOnly(), max_chars=500))
    assert [quote.spans for quote in parts] == [quote.spans for quote in whole]
    assert [quote.paragraph for quote in parts] == [quote.paragraph for quote in whole]
    evidence = [quote.speakers[0].evidence for quote in parts]
    assert evidence == [quote.speakers[0].evidence for quote in whole]
    assert {quote.flags for quote in parts} == {(CUT,)} == {("cut_article",)}
    entities = [quote.speakers[0].entity for quote in parts]
    assert len(set(entities)) == len(list(cut(text, 500))) > 1  # no speaker is taken for another


@given(st.text())
def test_escaped_text_cannot_steer_a_terminal(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", escaped(text))
    assert not set("\n\t\r\x1b") & set(one_line(text))


def test_escapes_are_readable() -> None:
    assert escaped("\x1b[31mred\x07\n") == "\\x1b[31mred\\x07\n"
    assert one_line("a\nb\u202e") == "a\\nb\\u202e"

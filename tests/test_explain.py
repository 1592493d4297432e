"""Every quote says why: explained in plain words, with what else there was to choose from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import ENGLISH, write

from quotes.attribute.result import CARRIED_OVER
from quotes.command.cli import main
from quotes.model import Article, Span
from quotes.parse.trees import parse
from quotes.pipeline.extractor import Extractor
from quotes.pipeline.rules import all_rules, stage_rules
from quotes.show.explain.explain import FLAGS
from quotes.show.explain.found_again import find_again
from quotes.show.explain.passage import marked
from quotes.show.explain.phrases.cases import bracketed, cases_of
from quotes.show.explain.phrases.rules import what_it_does
from quotes.show.explain.phrases.shares import how_often_right, in_hundred
from quotes.write.schema import read_schema

TEXT = """\
Ada Bello runs the mill in Dover. Leo Ito keeps its books.

On Monday Bello met Ito at the mill. She told him that the dam would hold, and he left.

“We will not sell it to anyone,” Bello said. “Not to them.”
"""


def quotes(*args: object) -> Result:
    """The result of a command."""
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and its records."""
    folder = tmp_path_factory.mktemp("explain")
    write(folder / "news" / "mill.txt", TEXT)
    done = quotes("extract", folder / "news", "-o", folder / "quotes.jsonl", "-q")
    assert done.exit_code == 0, done.stderr
    return folder


def id_of(folder: Path, words: str) -> str:
    """The id of the one quote with *words* in its content."""
    lines = (folder / "quotes.jsonl").read_text(encoding="utf-8").splitlines()
    (found,) = (r for r in map(json.loads, lines) if words in r["content"]["text"])
    return str(found["id"])


def explain(folder: Path, words: str, *options: object) -> str:
    """The explanation of the quote with *words* in its content."""
    result = quotes("explain", folder / "quotes.jsonl", id_of(folder, words), *options)
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.mark.model
def test_parts_are_marked_in_the_sentence(folder: Path) -> None:
    told = explain(folder, "the dam", "--articles", folder / "news")
    assert "[source She] [cue told] him [content that the dam would hold]" in told


@pytest.mark.model
def test_rules_are_told_with_their_record(folder: Path) -> None:
    told = explain(folder, "the dam", "--articles", folder / "news")
    assert "Cue: “told” (a form of tell)." in told
    assert "Rule: cue.verb.tell)" in told
    assert "“told” goes with a statement: that is what was said." in told
    assert "(All such cases: words and source right in " in told


@pytest.mark.model
def test_trust_is_told_before_the_rules(folder: Path) -> None:
    told = explain(folder, "the dam", "--articles", folder / "news")
    assert "that “She” means Ada Bello.\nAdvice: " in told
    assert told.index("Overall: about ") < told.index("All such cases")


@pytest.mark.model
def test_who_else_was_in_view_is_told_and_why_it_is_not_meant(folder: Path) -> None:
    """“She” is Ada Bello, named two sentences before; Ito is a man."""
    told = explain(folder, "the dam", "--articles", folder / "news")
    assert "Speaker: Ada Bello." in told
    assert (
        "The full name is taken from paragraph 1: [name Ada Bello] runs the mill in Dover." in told
    )
    assert "- Leo Ito: the pronoun does not fit a man" in told


@pytest.mark.model
def test_without_the_article_the_record_tells_what_it_can(folder: Path) -> None:
    told = explain(folder, "not sell")
    assert "give --articles" in told
    assert "Rule: direct.cue-after)" in told
    assert "Rule: mark.curly-double)" in told
    assert "Others in" not in told


@pytest.mark.model
def test_a_database_has_the_article_as_well(folder: Path) -> None:
    db = folder / "quotes.db"
    assert quotes("extract", folder / "news", "--db", db, "-q").exit_code == 0
    result = quotes("explain", db, id_of(folder, "the dam"))
    assert result.stdout == explain(folder, "the dam", "--articles", folder / "news")


@pytest.mark.model
def test_an_article_that_has_changed_is_said_and_costs_only_what_needs_it(folder: Path) -> None:
    other = write(folder / "other" / "mill.txt", "Nothing was said.")
    quote = id_of(folder, "the dam")
    result = quotes("explain", folder / "quotes.jsonl", quote, "--articles", other)
    assert result.exit_code == 0
    assert "the article's text is another now" in result.stderr
    assert "Rule: reported.clause)" in result.stdout


@pytest.mark.parametrize(("quote", "why"), [("q-", "records begin so"), ("q-0", "no record")])
@pytest.mark.model
def test_id_must_be_one_records(folder: Path, quote: str, why: str) -> None:
    result = quotes("explain", folder / "quotes.jsonl", quote)
    assert result.exit_code == 2
    assert why in result.stderr


@pytest.mark.model
@pytest.mark.parametrize("name", ["two-ministries", "nested-and-long-quotes", "badly-typed"])
def test_watched_rules_find_what_they_find_unwatched(name: str, extractor: Extractor) -> None:
    path = Path(__file__).parent / "articles" / f"{name}.txt"
    article = Article(path.name, path.read_text(encoding="utf-8"))
    trees = parse(extractor.nlp, article.text, ENGLISH)
    found = find_again(article, trees, extractor.asked)
    assert tuple(again.quote for again in found) == extractor.quotes(article)


@pytest.mark.model
def test_speaker_of_the_quote_before_is_flagged(extractor: Extractor) -> None:
    text = "Ada Ito said that the mill would stay. “We will not sell it to anyone.”"
    first, second = extractor.quotes(Article("a", text))
    assert second.speakers[0].name == "Ada Ito"
    assert (CARRIED_OVER in first.flags, CARRIED_OVER in second.flags) == (False, True)


def test_brackets_nest_and_meet() -> None:
    text = "“No,” said Ito."
    parts = [("content", Span(0, 5)), ("quote", Span(1, 3)), ("cue", Span(6, 10))]
    expected = "[content “[quote No],”] [cue said] Ito."
    assert marked(text, Span(0, len(text)), parts) == expected


def test_every_rule_says_what_it_does() -> None:
    silent = {rule.name for rule in all_rules(ENGLISH) if not what_it_does(rule.name, ENGLISH)}
    # rules whose cases are sentences in other files: they need a list or an interview
    assert silent <= {"speaker.registry"}


def test_flags_that_are_explained_are_those_of_the_schema() -> None:
    described = read_schema("quote.schema.json")["properties"]["flags"]["description"]
    assert [flag for flag in FLAGS if f"{flag}: " not in described] == []


def test_rule_is_told_with_cases_and_record() -> None:
    told = quotes("rules", "direct.cue-after").stdout
    assert cases_of("direct.cue-after").does in told.splitlines()[1]
    assert "finds:" in told
    assert "leaves alone:" in told
    assert "measured: On annotated news: used " in told
    assert len(quotes("rules", "direct.cue-after", "--all-cases").stdout) > len(told)


def test_row_of_the_lexicon_is_told_with_its_forms_and_complements() -> None:
    told = quotes("rules", "cue.verb.accuse").stdout
    assert "forms: accuse, accused, accuses, accusing" in told
    assert "an object and of" in told


@pytest.mark.parametrize(
    ("case", "shown"),
    [
        ("<q1>“No,”</q1> <c1>said</c1> Ito.", "[q1 “No,”] [c1 said] Ito."),
        ("<q1>“No.”</q1> <q2+>“Go.”</q2> = ? | Ito", "[q1 “No.”] [q2 “Go.”] → nobody | Ito"),
        ("<q1>“No.”</q1> = Ito & -", "[q1 “No.”] → Ito & someone unnamed"),
    ],
)
def test_cases_are_shown_with_brackets_and_speakers(case: str, shown: str) -> None:
    assert bracketed(case) == shown


def test_shares_are_never_certain() -> None:
    assert in_hundred(1.0) == "99 of 100"
    assert in_hundred(0.0) == "1 of 100"
    assert how_often_right("no.such-rule", ENGLISH) == ""
    assert [rule.name for rule in stage_rules() if how_often_right(rule.name, ENGLISH)] != []

"""Annotated sentences, rule by rule: what must come out, what must not, what is a known miss.

markup.py says how they are written.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Case, files_in, params, read_cases, read_folder
from samples import ENGLISH

from quotes.model import Quote

CASES = read_folder("cases")
LINKING = read_folder("linking")
FILES = [path for name in ("cases", "linking") for path in files_in(name)]
Found = Callable[[str], tuple[Quote, ...]]


def fired(quotes: tuple[Quote, ...]) -> set[str]:
    """The names of the rules that made *quotes*."""
    names = {name for quote in quotes for name in dataclasses.astuple(quote.rules)}
    return names - {None}


@pytest.mark.model
@pytest.mark.parametrize("case", params(CASES, "+?"))
def test_comes_out_as_marked(case: Case, found: Found) -> None:
    assert case.line_of(found(case.text)) == case.line


@pytest.mark.model
@pytest.mark.parametrize("case", params(CASES, "+"))
def test_case_is_made_by_its_rule(case: Case, found: Found) -> None:
    assert case.rule in fired(found(case.text)), f"{case.place}: the rule did not make this quote"


@pytest.mark.model
@pytest.mark.parametrize("case", params(CASES, "-"))
def test_gives_nothing(case: Case, found: Found) -> None:
    assert case.line_of(found(case.text)) == case.line


@pytest.mark.model
@pytest.mark.parametrize("case", params(LINKING))
def test_given_quotes_get_these_speakers(case: Case, link: Found) -> None:
    assert case.line_of(link(case.marked)) == case.line


def test_cases_about_speakers_name_them() -> None:
    about_speakers = [case for case in CASES if case.rule.startswith("speaker.")]
    silent = [
        case.place
        for case in (*about_speakers, *LINKING)
        if case.speakers is None and "<q1>" in case.marked
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<q1>“No,”</q1> she said.", r"begin the line with '\+ ', '- ', '\? ' or '# '"),
        ("+ ", "begin the line with"),
        ("+ <q1>“No,”</q2> she said.", "</q2> at 9 closes nothing"),
        ("+ She left.", r"'\+' has tags, '-' has none"),
        ("- <q1>“No,”</q1> she said.", r"'\+' has tags, '-' has none"),
        ("+ <q2>“No,”</q2> she said.", "number quotes as they appear: <q1>“No,”</q1>"),
        ("+ <q1+>“No,”</q1> she said.", r"<q1\+> goes on from nothing"),
        ("+ <q1>“No,”</q1> she said. = Ito | Bello", "2 speakers are given for 1 quotes"),
        ("- Two and two = four.", "1 speakers are given for 0 quotes"),
        ("+ <q1>“No,”</q1> she said. = ", "white space around the sentence"),
        ("+ <q1>“a = b”</q1> she said.", "<q1> not closed"),
        ("+ <q1>“No,”</q1> she = <s1>she</s1>", "only speakers follow ' = '"),
        ("+ <q1>“No,”</q1> x = y. = Ito", "only speakers follow ' = ', which stands once"),
    ],
)
def test_bad_line_is_told_with_its_file_and_number(line: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(f"# What is bad.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"^bad\.txt:2: .*{message}"):
        read_cases(path)


def test_no_case_stands_twice_in_a_file() -> None:
    count = Counter((case.path.name, case.marked) for case in (*CASES, *LINKING))
    assert [key for key, times in count.items() if times > 1] == []


def test_case_files_say_what_they_are_for() -> None:
    silent = [p.name for p in FILES if not p.read_text(encoding="utf-8").startswith("# ")]
    assert silent == []


def test_rule_names_are_unique() -> None:
    from quotes.pipeline.rules import all_rules

    count = Counter(rule.name for rule in all_rules(ENGLISH))
    assert [name for name, times in count.items() if times > 1] == []


def test_every_function_rule_has_cases_of_both_signs() -> None:
    from quotes.pipeline.rules import all_rules

    # A cue is a row of a table; the registry needs a list of speakers: tests/test_registry.py.
    functions = {rule.name for rule in all_rules(ENGLISH) if not rule.name.startswith("cue.")}
    wanted = functions - {"speaker.registry"}
    signs = {(case.rule, case.sign) for case in CASES}
    assert sorted(f"{n} {sign}" for n in wanted for sign in "+-" if (n, sign) not in signs) == []


def test_every_case_file_has_a_rule() -> None:
    from quotes.pipeline.rules import all_rules

    names = {rule.name for rule in all_rules(ENGLISH)}
    assert [path.name for path in files_in("cases") if path.stem not in names] == []

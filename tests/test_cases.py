"""Annotated sentences, rule by rule: what must come out, what must not, what is a known miss."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import markup
import pytest

from quotes.model import Quote

CASES = Path(__file__).parent / "cases"
Found = Callable[[str], tuple[Quote, ...]]


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """One line of a case file: + must come out so, - must give nothing, ? is a known miss."""

    rule: str
    line: int
    sign: str
    marked: str

    @property
    def place(self) -> str:
        """Where the case stands, as an editor wants it."""
        return f"{self.rule}.txt:{self.line}"


def read_cases(path: Path) -> list[Case]:
    """The cases of a file; a line that is no case, comment or empty line is a ValueError."""
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        sign, _, marked = line.partition(" ")
        if sign in ("+", "-", "?") and marked.strip():
            cases.append(Case(path.stem, number, sign, marked.strip()))
        elif line and sign != "#":
            raise ValueError(f"{path.name}:{number}: begin the line with '+ ', '- ', '? ' or '# '")
    return cases


FILES = sorted(CASES.glob("*.txt"))
ALL_CASES = [case for path in FILES for case in read_cases(path)]


def params(*signs: str) -> list[object]:
    """The cases with one of *signs* as pytest wants them."""
    miss = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known miss")
    return [
        pytest.param(case, id=case.place, marks=[miss] if case.sign == "?" else [])
        for case in ALL_CASES
        if case.sign in signs
    ]


def fired(quotes: tuple[Quote, ...]) -> set[str]:
    """The names of the rules that made *quotes*."""
    names = {name for quote in quotes for name in dataclasses.astuple(quote.rules)}
    return names - {None}


@pytest.mark.model
@pytest.mark.parametrize("case", params("+", "?"))
def test_comes_out_as_marked(case: Case, found: Found) -> None:
    text, _ = markup.read(case.marked)
    assert markup.write(text, found(text)) == case.marked


@pytest.mark.model
@pytest.mark.parametrize("case", params("+"))
def test_case_is_made_by_its_rule(case: Case, found: Found) -> None:
    text, _ = markup.read(case.marked)
    assert case.rule in fired(found(text)), f"{case.place}: the rule did not make this quote"


@pytest.mark.model
@pytest.mark.parametrize("case", params("-"))
def test_gives_nothing(case: Case, found: Found) -> None:
    text, _ = markup.read(case.marked)
    assert markup.write(text, found(text)) == case.marked


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: case.place)
def test_case_is_well_written(case: Case) -> None:
    text, quotes = markup.read(case.marked)
    if case.sign != "?":
        assert bool(quotes) == (case.sign == "+"), f"{case.place}: '+' has tags, '-' has none"
    assert markup.write(text, quotes) == case.marked, f"{case.place}: number quotes as they appear"


def test_no_case_stands_twice_in_a_file() -> None:
    count = Counter((case.rule, case.marked) for case in ALL_CASES)
    assert [key for key, times in count.items() if times > 1] == []


def test_case_files_say_what_they_are_for() -> None:
    silent = [p.name for p in FILES if not p.read_text(encoding="utf-8").startswith("# ")]
    assert silent == []


def test_rule_names_are_unique() -> None:
    from quotes.pipeline.rules import all_rules

    count = Counter(rule.name for rule in all_rules())
    assert [name for name, times in count.items() if times > 1] == []


def test_every_function_rule_has_cases_of_both_signs() -> None:
    from quotes.pipeline.rules import all_rules

    # A cue is a row of a table; the registry needs a list of speakers: tests/test_registry.py.
    wanted = {r.name for r in all_rules() if not r.name.startswith("cue.")} - {"speaker.registry"}
    signs = {(case.rule, case.sign) for case in ALL_CASES}
    assert sorted(f"{n} {sign}" for n in wanted for sign in "+-" if (n, sign) not in signs) == []


def test_every_case_file_has_a_rule() -> None:
    from quotes.pipeline.rules import all_rules

    names = {rule.name for rule in all_rules()}
    assert [path.name for path in FILES if path.stem not in names] == []

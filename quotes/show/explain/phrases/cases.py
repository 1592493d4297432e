"""The annotated sentences of a rule: what it finds in them, and what it leaves alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

TAG = re.compile(r"<(/?)([qcs][0-9]+)\+?>")
NOT_NAMED = {"-": "someone unnamed", "?": "nobody"}


@dataclass(frozen=True, slots=True)
class Cases:
    """What a rule does, in a sentence, and example sentences with what it finds in brackets."""

    does: str | None = None  # None if the rule has no file of cases
    found: tuple[str, ...] = ()
    left_alone: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


@cache
def cases_of(rule: str) -> Cases:
    """The cases of *rule*: from the installed package, or from the tests of a checkout."""
    package = resources.files("quotes")
    inside = package.joinpath("cases", f"{rule}.txt")
    file = inside if inside.is_file() else package.joinpath("..", "tests", "cases", f"{rule}.txt")
    if not file.is_file():
        return Cases()
    lines = file.read_text(encoding="utf-8").splitlines()
    does = next((line[2:] for line in lines if line.startswith("# ")), None)

    def after(sign: str) -> tuple[str, ...]:
        return tuple(bracketed(line[2:]) for line in lines if line.startswith(f"{sign} "))

    return Cases(does, after("+"), after("-"), after("?"))


def bracketed(case: str) -> str:
    """*case* with brackets for its tags, as quotes show has them, and then who said each quote:
    [s1 She] [c1 said] [q1 no]. → Ada Bello
    """
    marked, _, speakers = case.partition(" = ")
    sentence = TAG.sub(lambda tag: "]" if tag[1] else f"[{tag[2]} ", marked)
    if not speakers:
        return sentence
    said_by = [
        " & ".join(NOT_NAMED.get(name, name) for name in joint.split(" & "))
        for joint in speakers.split(" | ")
    ]
    return f"{sentence} → {' | '.join(said_by)}"

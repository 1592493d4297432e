"""What in the files of a language decides what is found, without comments and layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import orjson

# Tables that only explain what was found, or by which it is counted or searched.
NOT_DECIDING = frozenset(("explanations.toml", "figures.json", "measure.toml", "search.toml"))
# The parts of a TOML file: strings, the ends of lines with blank lines and comments after them,
# comments beside a row, and whatever else is no space.
PART = re.compile(
    r"""\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
    r"""|\n(?:\s|#[^\n]*)*|#[^\n]*|[^\s"'#]+""",
    re.DOTALL,
)


def deciding_files(language: str) -> Iterator[tuple[str, str]]:
    """The name of each file of *language* that decides and what it says, in the order of names.

    The order of rows is kept: of two rows with the same word the first one counts.
    """
    folder = files("quotes.lexicon").joinpath(language)
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        bare = BARE.get(file.name.rpartition(".")[2])
        if bare is not None and file.name not in NOT_DECIDING:
            yield file.name, bare(file.read_text(encoding="utf-8"))


def bare_toml(text: str) -> str:
    """*text* without comments, blank lines and spaces: TOML of the same values.

    To parse all tables would take a third of a run in which no article has changed.
    """
    parts = (part for part in PART.findall(text) if part[0] != "#")
    return "".join("\n" if part[0] == "\n" else part for part in parts).strip()


def bare_json(text: str) -> str:
    """The values in *text* as JSON on one line."""
    return orjson.dumps(orjson.loads(text)).decode()


def bare_list(text: str) -> str:
    """The lines of *text* that are rows of a list."""
    lines = map(str.strip, text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("#"))


BARE = {"toml": bare_toml, "json": bare_json, "txt": bare_list}

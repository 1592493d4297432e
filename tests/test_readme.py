"""What the README says of the files is so."""

from __future__ import annotations

import re
from importlib.util import find_spec

from test_layout import PACKAGE, ROOT, SOURCES

README = (ROOT / "README.md").read_text(encoding="utf-8")
TREE = re.search(r"```\n(quotes/\n.*?)```", README, re.DOTALL)


def listed_folders() -> set[str]:
    """The folders and files that the README lists, from the root."""
    assert TREE is not None
    above: list[str] = []
    found = set()
    for line in TREE[1].splitlines():
        if line.startswith(" " * 20):  # the second line of an entry
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        above[depth:] = [line.split()[0].rstrip("/")]
        found.add("/".join(above))
    return found


def test_the_readme_lists_every_room_and_nothing_that_is_not_there() -> None:
    rooms = {str(path.parent.relative_to(ROOT)) for path in SOURCES}
    assert rooms - listed_folders() == set()
    assert [name for name in listed_folders() if not (ROOT / name).exists()] == []


def test_files_that_the_readme_names_are_there() -> None:
    named = set(re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.[a-z]+)?)`", README))
    roots = (ROOT, PACKAGE)
    assert named > {"find/", "lexicon/en/cue.toml"}
    assert [n for n in named - {"news/"} if not any((root / n).exists() for root in roots)] == []


def test_modules_that_the_readme_names_can_be_imported() -> None:
    named = set(re.findall(r"`(quotes(?:\.[a-z_]+){2,})`", README))
    assert named
    assert [name for name in named if find_spec(name) is None] == []

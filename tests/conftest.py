"""What the tests share: one loaded model, the quotes of each case, an option."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import markup
import pytest
from browser import started
from hypothesis import settings
from postgres import find_binaries, new_database, serving
from samples import ENGLISH

from quotes.attribute.speakers import link_speakers
from quotes.model import Article, Quote
from quotes.parse.trees import parse
from quotes.pipeline.asked import ALL_ACTS
from quotes.pipeline.extractor import Extractor

settings.register_profile("quotes", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "quotes")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what is found in tests/articles to tests/golden; the diff is the review",
    )


def pytest_report_header() -> str:
    """The model and its version: a case that moves with the model says so."""
    for name in ENGLISH.models:
        try:
            return f"model: {name} {version(name)}"
        except PackageNotFoundError:
            continue
    return f"model: none of {', '.join(ENGLISH.models)} is installed"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server, started for this session; skips where there is none."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed")
    with serving(binaries) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser, started once; skips where there is none."""
    with started() as browser:
        yield browser


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The name of a database that is not made yet (SQLite) or has no tables (PostgreSQL)."""
    if request.param == "sqlite":
        return str(tmp_path / "quotes.db")
    server: str = request.getfixturevalue("postgres_server")
    return new_database(server)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package, to be changed."""
    root, skipped = Path(__file__).parent.parent, shutil.ignore_patterns("__pycache__")
    for name in ("quotes", "schemas"):
        shutil.copytree(root / name, tmp_path / name, ignore=skipped)
    return tmp_path / "quotes"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """An extractor of quotes of every act with all names, its model loaded."""
    extractor = Extractor(acts=ALL_ACTS, names="all")
    assert extractor.nlp.pipe_names
    return extractor


@pytest.fixture(scope="session")
def careful(extractor: Extractor) -> Extractor:
    """An extractor of quotes of every act that leaves doubtful names blank, as unless told."""
    careful = Extractor(acts=ALL_ACTS)
    careful.__dict__["nlp"] = extractor.nlp  # load it once a session
    return careful


@pytest.fixture(scope="session")
def found(extractor: Extractor) -> Callable[[str], tuple[Quote, ...]]:
    """The function from a sentence to its quotes; each sentence is parsed once a session."""
    return cache(lambda text: extractor.quotes(Article("case", text)))


@pytest.fixture(scope="session")
def link(extractor: Extractor) -> Callable[[str], tuple[Quote, ...]]:
    """The function from a sentence with its quotes tagged to these quotes with speakers."""

    def linked(marked: str) -> tuple[Quote, ...]:
        text, quotes = markup.given(marked)
        return link_speakers(Article("case", text), parse(extractor.nlp, text, ENGLISH), quotes)

    return linked

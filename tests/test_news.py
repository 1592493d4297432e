"""News of other kinds than the rules were counted on: courts, sport, science, markets, councils.

The articles of tests/news were written for this and annotated before the rules were run on them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quotes.command.cli import main
from quotes.command.options.asked import make_extractor

NEWS = Path(__file__).parent / "news"


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    """The figures of the rules on these articles, for every act."""
    args = ["evaluate", str(NEWS), "--acts", "all", "--json"]
    result = CliRunner().invoke(main, args, obj=make_extractor)
    assert result.exit_code == 0, result.stderr
    return dict(json.loads(result.stdout)["systems"]["quotes"])


@pytest.mark.model
def test_most_attributions_are_found_with_their_source(figures: dict[str, Any]) -> None:
    assert figures["documents"] == 32
    assert figures["content_source"]["f"] > 0.85
    assert figures["content_source"]["precision"] > 0.88


@pytest.mark.model
@pytest.mark.parametrize(("kind", "least"), [("direct", 0.93), ("mixed", 0.88), ("indirect", 0.76)])
def test_each_kind_is_found_with_its_source(
    figures: dict[str, Any], kind: str, least: float
) -> None:
    assert figures["recall"][kind]["source"] > least


@pytest.mark.model
def test_no_title_or_term_in_marks_is_taken_for_speech(figures: dict[str, Any]) -> None:
    assert figures["quoted"]["spurious"] <= 1

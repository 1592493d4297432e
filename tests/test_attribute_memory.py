"""Asking writes nothing: what the rules conclude is in their answers, and reading notes it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from quotes.attribute import asking
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.memory import Memory
from quotes.attribute.scene.scene import Scene
from quotes.model import Article
from quotes.pipeline.extractor import Extractor

ARTICLES = Path(__file__).parent / "articles"


def state_of(memory: Memory) -> dict[str, Any]:
    """All that is in the memory, in values that can be compared."""
    fields = {name: getattr(memory, name) for name in Memory.__slots__}
    discourse = fields.pop("discourse")
    return fields | {"seen": discourse.seen, "joint": discourse.joint}


@pytest.mark.model
@pytest.mark.parametrize("name", ["two-ministries", "nested-and-long-quotes"])
def test_rules_write_nothing(
    name: str, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def watched(part: Part, scene: Scene) -> tuple[Answer, str]:
        before = deepcopy(state_of(scene.memory))
        answer, rule = resolve(part, scene)
        asked.append(rule)
        assert state_of(scene.memory) == before, rule
        return answer, rule

    resolve = asking.resolve
    monkeypatch.setattr(asking, "resolve", watched)
    path = ARTICLES / f"{name}.txt"
    extractor.quotes(Article(path.name, path.read_text(encoding="utf-8")))
    assert len(set(asked)) > 3

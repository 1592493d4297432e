"""The rules for quotes without a source, in the order in which they are asked: one row per rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.attribute.scene.answer import Part
from quotes.attribute.scene.scene import Scene
from quotes.attribute.sources import implied
from quotes.model import Quote, Rule


@dataclass(frozen=True, slots=True)
class ImpliedRow:
    """A rule for a quote without a source."""

    rule: Rule
    find: Callable[[Scene, Quote], Part | None]
    before: bool = False  # whether the part stands before the quote and not at it


IMPLIED = (
    ImpliedRow(
        Rule("speaker.label", "Ada Bello left. ¶ “BELLO: We won’t sell. It is ours.”", 0.85),
        implied.label,
    ),
    ImpliedRow(
        Rule(
            "speaker.beside-cue",
            "Speaking to the Dover Gazette Ada Bello said: “It will rain.”",
            0.85,
        ),
        implied.beside_cue,
    ),
    ImpliedRow(
        Rule(
            "speaker.within-cue",
            "Plasma is a gas described by Leo Ito in 1879 as “radiant matter that glows”.",
            0.85,
        ),
        implied.within_cue,
    ),
    ImpliedRow(
        Rule(
            "speaker.opening",
            "Ada Bello, doubling down on her words, tweeted on Friday that it would rain.",
            0.8,
        ),
        implied.opening,
    ),
    ImpliedRow(
        Rule(
            "speaker.controller",
            "A day after telling her team that it would rain, Ada Bello left.",
            0.85,
        ),
        implied.controller,
    ),
    ImpliedRow(
        Rule(
            "speaker.introduced", "Leo Ito laughed at the plan. ¶ “It is a mill, not a mint.”", 0.75
        ),
        implied.introduced,
        before=True,
    ),
)

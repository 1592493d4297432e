"""Rules for interviews: who asks and who answers where the lines begin with Q and A."""

from __future__ import annotations

from itertools import islice

from quotes.attribute.scene.answer import Answer, Part, foremost
from quotes.attribute.scene.notes import Turn
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.thresholds import ANSWERS_OFTENER, TURNS_LOOK_BACK
from quotes.model import Quote


def turn_of(scene: Scene, quote: Quote, place: int, entities: tuple[int, ...]) -> Turn | None:
    """The line that a quote is, if it is one of an interview."""
    if not quote.is_turn or not entities or quote.source is None:
        return None
    asks = scene.trees[place].words[-1] in ("?", "?”", '?"')
    lettered = quote.source.end - quote.source.start == 1
    return Turn(place, entities[0], asks, lettered)


def is_letter(part: Part, scene: Scene, letters: frozenset[str]) -> bool:
    """Whether the source is no more than the letter before a colon."""
    tree, after = scene.trees[part.place], part.head + 1
    marks = (":", ".")
    return tree.words[part.head] in letters and after < len(tree) and tree.words[after] in marks


def question(part: Part, scene: Scene) -> Answer | None:
    """ITO: Will it stay? BELLO: It will. Q: And the dam? It is Ito who goes on asking.

    Not after a paragraph of the writer's: others, such as readers, may ask from there on.
    """
    if not is_letter(part, scene, scene.lexicon.small.question):
        return None
    found, last = told_apart(scene, asks=True)
    lines = {turn.place for turn in scene.memory.turns[-TURNS_LOOK_BACK:]}
    between = (p for p in range(last + 1, part.place) if p not in lines)
    if found is None or any(scene.trees[p].words[0] != "(" for p in between):
        return None
    return Answer((found,), "nominal")


def answer(part: Part, scene: Scene) -> Answer | None:
    """Q: Will it stay? A: It will. The one who answers is the one whom the interview is about."""
    if not is_letter(part, scene, scene.lexicon.small.answer):
        return None
    found, _ = told_apart(scene, asks=False)
    if found is not None:
        return Answer((found,), "nominal")
    before = (e for e in scene.persons if e.start < part.start)
    ranked = list(islice(before, 2))
    often = foremost([(person.count, person.number) for person in ranked])
    if not ranked or (len(ranked) == 2 and ranked[0].count < ANSWERS_OFTENER * ranked[1].count):
        return Answer((), "nominal", "ambiguous_speaker", ranked=often)
    return Answer((ranked[0].number,), "nominal", ranked=often)


def told_apart(scene: Scene, asks: bool) -> tuple[int | None, int]:
    """The only one of two named in lines before who mostly asks, or answers; and the last line."""
    lately = scene.memory.turns[-TURNS_LOOK_BACK:]
    named = [t for t in lately if scene.has_name(t.entity) and not t.lettered]
    shares: dict[int, list[bool]] = {}
    for turn in named:
        shares.setdefault(turn.entity, []).append(turn.asks)
    fitting = [e for e, turns in shares.items() if (2 * sum(turns) > len(turns)) is asks]
    last = named[-1].place if named else 0
    return (fitting[0] if len(shares) == 2 and len(fitting) == 1 else None), last

"""What tells how sure the name of a speaker is: plain circumstances of the answer of a rule.

What each is worth is counted on annotated speakers: see quotes/pipeline/names.py. No word of an
open class is among them, so what was learnt from one kind of news holds for another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.attribute.reading import Attribution
from quotes.attribute.rules.nouns.phrases import is_definite, noun_of
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.counts.weights import Named
from quotes.lexicon.names import NameLexicon

# How present another one is beside the first, and how present that is: the most, and its name.
RIVALS = ((0.2, "faint rival"), (0.4, "far rival"), (0.6, "rival"), (0.8, "near rival"))
PRESENCES = ((0.2, "faint"), (0.4, "far"), (0.7, "near"), (1.1, "present"))
# Tags to what a word is, as far as it tells whether somebody has a name.
WORDS = {"NNP": "proper", "NNPS": "proper many", "NN": "one", "NNS": "many", "PRP": "pronoun"}


def circumstances(scene: Scene, each: Attribution, entity: int | None) -> tuple[Named, ...]:
    """The circumstances of an attribution by which a speaker is *entity*; None if it is nobody."""
    known = entity is not None and scene.has_name(entity)
    sort = "named" if known else "unnamed"
    told = [
        ("rule", f"{sort} {each.rule}"),
        ("flag", f"{sort} {each.answer.flag or '-'}"),
        ("presence", f"{sort} {presence_of(each.answer)}"),
    ]
    if entity is not None and known:
        return (*told, *of_name(scene, each, entity))
    return (*told, *of_noun(scene, each.part))


def presence_of(answer: Answer) -> str:
    """How present the first of those in question is, and the next one beside it.

    If someone else is the answer, nobody was weighed for it.
    """
    ranked, chosen = answer.ranked, answer.entities
    if not ranked or (chosen and not any(entity in chosen for _, entity in ranked)):
        return "nobody weighed"
    first = step(ranked[0][0], PRESENCES, "foremost")
    rival = step(ranked[1][0] / ranked[0][0], RIVALS, "close rival") if ranked[1:] else "alone"
    return f"{first}, {rival}"


def of_name(scene: Scene, each: Attribution, entity: int) -> Iterator[Named]:
    """What the one with a name is, and what the article tells of it."""
    who = scene.entities[entity] if scene.is_named(entity) else None
    kind = scene.memory.types[entity] if who is None else who.kind
    yield "kind", f"{kind}, gender {'known' if scene.gender(entity) else 'unknown'}"
    before = who is not None and who.start < each.part.start
    yield "form", f"{each.answer.form}, named {'before' if before else 'here'}"
    yield "role", "told" if who is not None and who.roles else "-"


def of_noun(scene: Scene, part: Part) -> Iterator[Named]:
    """What the words are that stand for someone without a name."""
    tree, lexicon = scene.trees[part.place], scene.lexicon
    word = WORDS.get(tree.tags[part.head], "other")
    article = article_of(scene, part)
    # “ritics said so”: a paragraph that lost its first letter lost words that tell who speaks
    small = part.place not in scene.headlines and tree.words[0][:1].islower()
    yield "noun", f"{what(noun_of(part, scene), lexicon)} {word}, {article}"
    yield "word", f"{word}{', paragraph begins small' if small else ''}"
    yield "article", article


def what(noun: str, lexicon: NameLexicon) -> str:
    """What a noun stands for, as far as the lexicon knows."""
    if noun in lexicon.roles or noun in lexicon.titles:
        return "role"
    if noun in lexicon.kin:
        return "kin"
    if noun in lexicon.documents:
        return "document"
    return "body" if noun in lexicon.org_heads or noun in lexicon.stands_for else "other"


def article_of(scene: Scene, part: Part) -> str:
    """Whether a noun has an article, and whether that points at someone known."""
    tree = scene.trees[part.place]
    before = tree.child(part.head, "det", "poss")
    if before is None:
        return "no article"
    if tree.deps[before] == "poss":
        return "possessed"
    return "definite" if is_definite(part, scene) else "indefinite"


def step(value: float, steps: Iterable[tuple[float, str]], more: str) -> str:
    """The name of the first of *steps* that *value* does not exceed, else *more*."""
    return next((name for most, name in steps if value <= most), more)

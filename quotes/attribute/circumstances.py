"""What tells how sure the name of a speaker is: plain circumstances of the answer of a rule.

What each is worth is counted on annotated speakers: see quotes/pipeline/names.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotes.attribute.reading import Attribution
from quotes.attribute.rules.nouns.phrases import is_definite, noun_of
from quotes.attribute.scene.answer import Part
from quotes.attribute.scene.scene import Scene

Named = tuple[str, str]  # a circumstance and its value

# Shares and distances: the most of each, and its name.
RIVALS = ((0.2, "to 0.2"), (0.4, "to 0.4"), (0.6, "to 0.6"), (0.8, "to 0.8"))
PRESENCES = ((0.2, "to 0.2"), (0.4, "to 0.4"), (0.7, "to 0.7"), (1.1, "to 1.1"))
SENTENCES = ((0.0, "this one"), (1.6, "the one before"), (3.2, "to 3"), (6.5, "to 6"))


def circumstances(
    scene: Scene, found: Sequence[Attribution], number: int, entity: int | None
) -> tuple[Named, ...]:
    """The circumstances of one of the attributions *found*, by which a speaker is *entity*."""
    each = found[number]
    sort = "unnamed" if entity is None or not scene.has_name(entity) else "named"
    told = [
        ("rule", f"{each.rule} {sort}"),
        ("form", f"{each.answer.form} {sort}"),
        ("flag", f"{each.answer.flag} {sort}"),
        ("rival", f"{sort} {rival_of(each)}"),
        ("presence", f"{sort} {presence_of(each)}"),
        ("implied", f"{each.before} {sort}"),
        ("speakers", f"{min(2, max(len(found), len(each.answer.entities)))} {sort}"),
        ("headline", f"{each.part.place in scene.headlines} {sort}"),
    ]
    if entity is not None and sort == "named":
        told += of_named(scene, each, entity)
    else:
        told += of_unnamed(scene, each.part)
    return tuple(told)


def rival_of(each: Attribution) -> str:
    ranked = each.answer.ranked
    if not ranked:
        return "nobody weighed"
    return "none" if len(ranked) == 1 else step(ranked[1][0] / ranked[0][0], RIVALS)


def presence_of(each: Attribution) -> str:
    ranked = each.answer.ranked
    return step(ranked[0][0], PRESENCES) if ranked else "-"


def of_named(scene: Scene, each: Attribution, entity: int) -> Iterator[Named]:
    part, rule = each.part, each.rule
    seen = [s for s in scene.memory.discourse.seen if s.start < part.start and entity in s.entities]
    last = max((s.sentence for s in seen), default=None)
    yield "last", "never" if last is None else step(part.sentence - last, SENTENCES)
    gender = scene.gender(entity)
    yield "gender", ("known" if gender else "unknown")
    if not scene.is_named(entity):
        yield "name", "listed"
        return
    who = scene.entities[entity]
    size = min(3, len(who.words))
    yield "kind", f"{who.kind}"
    yield "name", f"{who.kind} {size}"
    yield "words", f"{size}"
    yield "times", f"{min(3, who.count)}"
    yield "before", str(who.start < part.start)
    yield "times and words", f"{min(3, who.count)} {size}"
    others = [e for e in scene.entities if e.number != entity and set(e.words) & set(who.words)]
    yield "shares a word", str(bool(others))
    yield "role", str(bool(who.roles))
    tree = scene.trees[part.place]
    index = scene.mention_at(part.place, part.head)
    inside = scene.mentions_in(part.place, part.first, part.last)
    yield "head", "in the name" if index is not None else "beside one" if inside else "elsewhere"
    after = (scene.mentions[index].name.last if index is not None else part.last) + 1
    owns = after < len(tree) and tree.tags[after] == "POS"
    yield "possessive", str(owns or tree.deps[part.head] == "poss")
    yield "dep", tree.deps[part.head]
    yield "upper", str(who.name.isupper())


def of_unnamed(scene: Scene, part: Part) -> Iterator[Named]:
    tree, lexicon = scene.trees[part.place], scene.lexicon
    noun = noun_of(part, scene)
    tag = tree.tags[part.head]
    what = (
        "role" if noun in lexicon.roles or noun in lexicon.titles
        else "kin" if noun in lexicon.kin
        else "document" if noun in lexicon.documents
        else "body" if noun in lexicon.org_heads or noun in lexicon.stands_for
        else "other"
    )
    number = "many" if tag in ("NNS", "NNPS") else "one"
    definite = "definite" if is_definite(part, scene) else "indefinite"
    det = tree.child(part.head, "det", "poss")
    yield "noun", f"{what} {number} {definite}"
    yield "what", what
    yield "number", number
    yield "definite", definite
    yield "det", "-" if det is None else tree.deps[det]
    yield "tag", tag
    inside = scene.mentions_in(part.place, part.first, part.last)
    yield "name inside", str(bool(inside))
    yield "begins small", str(part.place not in scene.headlines and tree.words[0][:1].islower())
    yield "dep", "u " + tree.deps[part.head]
    yield "type what", f"{what} {tag} {'-' if det is None else tree.lower[det] if tree.lower[det] in ('the','a','an') else tree.deps[det]}"
    yield "capital", str(tree.words[part.head][:1].isupper())
    yield "words", str(min(6, part.last - part.first + 1))
    yield "bearers", str(min(2, len(scene.by_role.get(lexicon.roles.get(noun, noun), ()))))


def step(value: float, steps: Iterable[tuple[float, str]]) -> str:
    """The name of the first of *steps* that *value* does not exceed."""
    return next((name for most, name in steps if value <= most), "more")

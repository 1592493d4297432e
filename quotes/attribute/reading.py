"""Reads an article front to back and notes who is named, meant and quoted at each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotes.attribute.asking import ask, implied_part
from quotes.attribute.principals import note_principals, note_unnamed
from quotes.attribute.rules import naming
from quotes.attribute.rules.interviews import turn_of
from quotes.attribute.rules.pronouns import pronoun_of
from quotes.attribute.rules.table import FIRST_PERSON
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.discourse import Seen
from quotes.attribute.scene.memory import note
from quotes.attribute.scene.scene import Scene
from quotes.attribute.sources.parts import part_at, source_parts
from quotes.lexicon.thresholds import (
    AS_SPEAKER,
    AS_SUBJECT,
    ELSEWHERE,
    IN_HEADLINE,
    IN_QUOTE,
    PLACE_AS_SUBJECT,
    PLACES,
)
from quotes.model import Quote
from quotes.parse.tree import Tree


class Attribution(NamedTuple):
    """Who one part of a quote's source is, and the rule that told."""

    part: Part
    answer: Answer
    rule: str
    before: bool = False  # whether the part stands before the quote and not at it


SUBJECTS = frozenset(("nsubj", "nsubjpass"))
DOERS = SUBJECTS | {"pobj"}  # where a word may stand that does something


# A place of the article where something is noted: its start in the text; what stands there, of two
# at one place first a name (0), then a source (1), then a subject (2); the number of the mention,
# of the quote or of the tree; and the token of a subject.
Step = tuple[int, int, int, int]


def resolve_all(scene: Scene, quotes: tuple[Quote, ...]) -> dict[int, list[Attribution]]:
    """For each quote with a source who its parts are; reads the article front to back."""
    done: dict[int, list[Attribution]] = {}
    told: dict[tuple[int, int, int], tuple[Answer, str]] = {}
    implied = {n: found for n, quote in enumerate(quotes) if (found := implied_part(scene, quote))}
    parts = [list(source_parts(scene, quote)) if quote.source else [] for quote in quotes]
    for number, (part, _) in implied.items():
        parts[number] = [part]
    for _, kind, number, token in sorted(steps_of(scene, parts)):
        if kind == 0:
            see_name(scene, number)
        elif kind == 2:
            see_subject(scene, number, token)
        else:
            heard = resolve_source(scene, parts[number], told)
            if number in implied:
                row = implied[number][1]
                heard = [each._replace(rule=row.rule.name, before=row.before) for each in heard]
            done[number] = heard
            entities = tuple(e for each in heard for e in each.answer.entities)
            turn = turn_of(scene, quotes[number], parts[number][0].place, entities)
            if turn is not None:
                note(scene.memory, turn)
    quote_oneself(scene, quotes, done)
    return done


def steps_of(scene: Scene, parts: Sequence[Sequence[Part]]) -> list[Step]:
    """The names, sources and subjects of the article; *parts* are those of each quote's source."""
    covered = {(part.place, part.head) for found in parts for part in found}
    named = enumerate(zip(scene.mentions, scene.groups, strict=True))
    names = [(mention.start, 0, index, 0) for index, (mention, groups) in named if groups]
    sources = [(found[0].start, 1, number, 0) for number, found in enumerate(parts) if found]
    subjects = [
        (tree.starts[token], 2, place, token)
        for place, tree in enumerate(scene.trees)
        for token, dep in enumerate(tree.deps)
        if dep in DOERS
        and is_narrative(scene, tree, token)
        and (dep != "pobj" or is_agent(scene, tree, token))
        and (place, token) not in covered
    ]
    return names + sources + subjects


def quote_oneself(
    scene: Scene, quotes: tuple[Quote, ...], done: dict[int, list[Attribution]]
) -> None:
    """Puts whoever speaks for each "I" within what is said: “I asked him, ‘Why?’” said *Ito*."""
    numbers = {quote.spans: number for number, quote in enumerate(quotes)}
    for number, found in done.items():
        outer = done.get(numbers.get(quotes[number].nested_in or (), -1))
        if outer is None or len(found) != 1 or len(outer) != 1 or not outer[0].answer.entities:
            continue
        pronoun = pronoun_of(found[0].part, scene)
        if pronoun is not None and (pronoun.kind, pronoun.number) == ("self", "one"):
            speaker = outer[0].answer
            form = found[0].answer.form
            said = Answer(speaker.entities, form, speaker.flag, ranked=speaker.ranked)
            done[number] = [Attribution(found[0].part, said, FIRST_PERSON.name)]


def is_narrative(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether a subject is a pronoun or noun that may stand for someone.

    A noun within someone's words stands for nobody whom the writer goes on to speak of.
    """
    tag = tree.tags[token]
    if tag in ("NN", "NNS"):
        return not scene.memory.discourse.in_quote(tree.starts[token])
    return tag == "PRP" and tree.lower[token] in scene.lexicon.small.narrative


def is_agent(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether an object is a person who does what a passive says: seen by *the vicar*."""
    return tree.lower[tree.heads[token]] in scene.lexicon.small.by and (
        tree.lower[token] in scene.lexicon.roles
    )


def see_name(scene: Scene, index: int) -> None:
    """Notes that a name is here, and for whom its bearer speaks."""
    mention = scene.mentions[index]
    tree = scene.trees[mention.tree]
    if len(scene.groups[index]) == 1:
        entity = scene.groups[index][0]
        note_principals(scene, index)
    else:
        part = part_at(scene, mention.tree, mention.head, mention.name.first, mention.name.last)
        answer = naming.name_shared(part, scene)
        if answer is None or not answer.entities:
            return
        note(scene.memory, *answer.notes)
        entity = answer.entities[0]
    dep, top = tree.deps[mention.head], mention.head
    while tree.deps[top] in ("conj", "appos") and tree.heads[top] < top:
        top = tree.heads[top]
    weight = PLACES.get(tree.deps[top], ELSEWHERE)
    if tree.deps[top] in SUBJECTS:
        weight *= scene.clause_weight(mention.tree, top)
    if mention.headline or (mention.name.kind == "place" and weight < PLACE_AS_SUBJECT):
        weight *= IN_HEADLINE
    if scene.memory.discourse.in_quote(mention.start):
        weight *= IN_QUOTE
    sentence = scene.sentence_of(mention.tree, mention.head)
    note(scene.memory, Seen(mention.start, (entity,), sentence, weight))
    # Bello and Ito: they
    before = scene.mention_at(mention.tree, tree.heads[mention.head]) if dep == "conj" else None
    if before is not None and before != index and len(scene.groups[before]) == 1:
        pair = (scene.groups[before][0], entity)
        note(scene.memory, Seen(mention.start, pair, sentence, weight))


def see_subject(scene: Scene, place: int, token: int) -> None:
    """Notes whom the subject of a clause stands for."""
    tree = scene.trees[place]
    part = part_at(scene, place, token, tree.left[token], tree.right[token])
    if naming.name_index(part, scene) is not None:
        return
    answer, _ = ask(part, scene)
    if answer.entities:
        weight = AS_SUBJECT * scene.clause_weight(place, token)
        if scene.memory.discourse.in_quote(part.start):
            weight *= IN_QUOTE
        note(scene.memory, Seen(part.start, answer.entities, part.sentence, weight))


def is_prominent(scene: Scene, part: Part) -> bool:
    """Whether a speaker is more than an object or an aside: an injury, which *Ito* called bad.

    Not of a letter to *leaders* opposing the plan.
    """
    tree, small = scene.trees[part.place], scene.lexicon.small
    if tree.deps[part.head] != "pobj":
        aside = (
            tree.deps[tree.heads[part.head]] == "relcl" and tree.lower[part.head] not in small.who
        )
        return tree.deps[part.head] != "dobj" and not aside
    prep = tree.heads[part.head]
    return tree.deps[prep] == "agent" or tree.lower[tree.heads[prep]] in small.according


def is_many(scene: Scene, part: Part) -> bool:
    """Whether a plural noun stands for the entity: *critics*, including the council."""
    return scene.trees[part.place].tags[part.head] == "NNS"


def resolve_source(
    scene: Scene,
    parts: list[Part],
    told: dict[tuple[int, int, int], tuple[Answer, str]],
) -> list[Attribution]:
    """Who each part of a source is; notes them as speakers. What was *told* is not asked again.

    *A spokesman* said it would stay and denied a delay: one speaker of two quotes
    """
    found = []
    for part in parts:
        words = (part.place, part.head, part.last)
        if words not in told:
            told[words] = ask(part, scene)
        answer, rule = told[words]
        note_unnamed(scene, part, answer)
        found.append(Attribution(part, answer, rule))
    together = tuple(e for each in found for e in each.answer.entities)
    if together:
        weight = AS_SPEAKER if is_prominent(scene, parts[0]) else AS_SUBJECT
        note(
            scene.memory,
            Seen(parts[0].start, together, parts[0].sentence, weight, is_many(scene, parts[0])),
        )
    return found

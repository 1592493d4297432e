"""From the speakers found for each quote to the quotes with their speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from quotes.attribute.circumstances import circumstances
from quotes.attribute.reading import Attribution
from quotes.attribute.rules.table import CONTINUED
from quotes.attribute.scene.answer import Answer, Part
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.counts.weights import Named
from quotes.model import Candidate, Form, Mention, Quote, Rules, Span, Speaker
from quotes.parse.tree import Tree

CARRIED_OVER = "speaker_carried_over"  # the flag of a quote whose speaker stands before it
JOINED = frozenset(("cc", "conj"))  # with what is joined to a noun its own words end
LONGEST_ROLE = 100  # characters of the record's `role`


def name_entities(
    scene: Scene, quotes: tuple[Quote, ...], answers: dict[int, list[Attribution]]
) -> Iterator[Quote]:
    """The quotes with their speakers, entities numbered in the order in which they are met."""
    first: dict[int, int] = {}
    for found in answers.values():
        for each in found:
            for entity in each.answer.entities:
                start = scene.entities[entity].start if scene.is_named(entity) else each.part.start
                first[entity] = min(first.get(entity, start), start)
    order = sorted(first, key=lambda entity: (first[entity], entity))
    ids = {entity: f"e{number}" for number, entity in enumerate(order, 1)}
    for entity in sorted(in_question(answers.values())):  # who never speaks comes last
        ids.setdefault(entity, f"e{len(ids) + 1}")
    linked: dict[tuple[Span, ...], Quote] = {}
    for number, quote in enumerate(quotes):
        if number in answers:
            quote = with_speakers(scene, quote, answers[number], ids)
        elif quote.continues is not None and (head := linked.get(quote.continues)):
            implied = tuple(carried_over(speaker) for speaker in head.speakers)
            quote = replace(
                quote,
                speakers=implied,
                rules=replace(quote.rules, speaker=CONTINUED.name),
                flags=(*quote.flags, *flags_carried(head)),
            )
        linked[quote.spans] = quote
        yield quote


def in_question(answers: Iterable[list[Attribution]]) -> set[int]:
    """The entities that were in question anywhere."""
    return {e for found in answers for each in found for _, e in each.answer.ranked}


def carried_over(speaker: Speaker) -> Speaker:
    """*speaker* as that of a quote that goes on from its own."""
    told = (("carried over", "-"), *(each for each in speaker.told if each[0] != "rule"))
    return replace(speaker, mention=None, told=told)


def flags_carried(head: Quote) -> tuple[str, ...]:
    """The remarks on a quote whose speakers are those of *head*."""
    carried = (CARRIED_OVER,) if head.speakers else ()
    return carried + tuple(flag for flag in head.flags if flag.startswith("ambiguous"))


def with_speakers(
    scene: Scene, quote: Quote, found: list[Attribution], ids: dict[int, str]
) -> Quote:
    """The quote with the speakers that were found for it."""
    speakers: list[Speaker] = []
    spoken = {entity for each in found for entity in each.answer.entities}
    met: set[int] = set()  # Ada Bello, the mayor and *former judge*: whoever it is speaks once
    flags = [flag for flag in quote.flags if flag != "no_speaker"]
    for number, (_, answer, _, before) in enumerate(found):
        span = mention_span(scene, quote.source, found, number)
        form = cast(Form, answer.form)
        mention = None if before else Mention(span, form)
        remarks = (answer.flag, CARRIED_OVER if before else None)
        flags += [flag for flag in remarks if flag and flag not in flags]
        others = [entity for entity in answer.entities if entity not in met]
        met.update(others)
        nobody: list[int | None] = [] if answer.entities else [None]
        candidates = candidates_of(scene, answer, ids, spoken) if answer.ranked else ()
        for entity in (*others, *nobody):
            told = circumstances(scene, found[number], entity)
            speakers.append(
                Speaker(mention, candidates=candidates, told=told)
                if entity is None
                else to_speaker(scene, entity, mention, ids, candidates, told)
            )
    r = quote.rules
    rules = Rules(r.content, r.mark, r.cue, r.source, speaker=found[0].rule)
    return replace(quote, speakers=tuple(speakers), rules=rules, flags=tuple(flags))


def candidates_of(
    scene: Scene, answer: Answer, ids: dict[int, str], spoken: set[int]
) -> tuple[Candidate, ...]:
    """Those with a name who were in question for *answer*, beside those who have *spoken* it."""
    most = max((score for score, _ in answer.ranked), default=0.0)
    return tuple(
        Candidate(name, ids[entity], score / most)
        for score, entity in answer.ranked
        if entity not in spoken and (name := scene.name_of(entity)) is not None
    )


def mention_span(scene: Scene, source: Span | None, found: list[Attribution], number: int) -> Span:
    """The words that name one of the speakers: of the source, or elsewhere if there is none."""
    if len(found) == 1 and source is not None:
        return source
    part = found[number].part
    tree = scene.trees[part.place]
    index = scene.mention_at(part.place, part.head)
    if index is None:
        return tree.span_of(*words_of(tree, part))
    return tree.span_of(scene.mentions[index].name.begin, scene.mentions[index].name.last)


def words_of(tree: Tree, part: Part) -> tuple[int, int]:
    """The first and last token of what stands with a noun that is joined to others.

    *Two farmers from the valley* and *other critics of the mill*: "and" belongs to neither
    """
    first = last = part.head
    for child in tree.children[part.head]:
        if tree.deps[child] in ("punct", "preconj"):
            continue
        if child < part.head:
            first = min(first, max(tree.left[child], part.first))
        elif tree.deps[child] in JOINED:
            break
        elif tree.right[child] <= part.last:
            last = tree.right[child]
    return first, last


def to_speaker(
    scene: Scene,
    entity: int,
    mention: Mention | None,
    ids: dict[int, str],
    candidates: tuple[Candidate, ...],
    told: tuple[Named, ...],
) -> Speaker:
    """The record's value for one entity; *told* tells how sure it is."""
    row, named = scene.memory.listed.get(entity), scene.is_named(entity)
    kind = scene.entities[entity].type if named else scene.memory.types[entity]
    principal = scene.memory.principals.get(entity)
    words = mention.span if row is not None and mention is not None else None
    return Speaker(
        mention=mention,
        name=scene.name_of(entity),
        entity=ids[entity],
        type=row.type or kind if row else kind,
        role=role_in(scene, entity),
        for_=None if principal is None else scene.name_of(principal),
        registry_id=row.id if row else None,
        evidence=scene.entities[entity].evidence if named else words,
        candidates=candidates,
        told=told,
    )


def role_in(scene: Scene, entity: int) -> str | None:
    """What the article says that the entity is, or else the list of speakers for its day."""
    roles = scene.entities[entity].roles if scene.is_named(entity) else ()
    said = [role.text.strip(" ,;–—") for role in roles]
    short = [text for text in said if 0 < len(text) <= LONGEST_ROLE]
    if short:
        return max(short, key=len)
    row, listing = scene.memory.listed.get(entity), scene.listing
    timeless = row is not None and row.valid_from is None is row.valid_to
    held = row is not None and listing is not None and (timeless or row.holds(listing.day))
    return row.role if row is not None and held else None

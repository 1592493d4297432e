"""From who was found for each quote to the quotes with their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.attribute.scene import Scene
from quotes.attribute.walk import Found
from quotes.model import Mention, Quote, Rule, Span, Speaker

LONGEST_ROLE = 100  # characters of the record's `role`
CONTINUED = Rule("speaker.continued", "Ito said that the mill would stay. “We won’t sell.”", 0.95)


def name_entities(
    scene: Scene, quotes: tuple[Quote, ...], answers: dict[int, list[Found]]
) -> Iterator[Quote]:
    """The quotes with their speakers, entities numbered in the order in which they are met."""
    first: dict[int, int] = {}
    for found in answers.values():
        for part, answer, _ in found:
            for entity in answer.entities:
                start = scene.entities[entity].start if scene.is_named(entity) else part.start
                first[entity] = min(first.get(entity, start), start)
    order = sorted(first, key=lambda entity: (first[entity], entity))
    ids = {entity: f"e{number}" for number, entity in enumerate(order, 1)}
    linked: dict[tuple[Span, ...], Quote] = {}
    for number, quote in enumerate(quotes):
        if number in answers:
            quote = with_speakers(scene, quote, answers[number], ids)
        elif quote.continues is not None and (head := linked.get(quote.continues)):
            implied = tuple(replace(speaker, mention=None) for speaker in head.speakers)
            quote = replace(
                quote,
                speakers=implied,
                rules=replace(quote.rules, speaker=CONTINUED.name),
                flags=quote.flags + tuple(f for f in head.flags if f.startswith("ambiguous")),
            )
        linked[quote.spans] = quote
        yield quote


def with_speakers(scene: Scene, quote: Quote, found: list[Found], ids: dict[int, str]) -> Quote:
    """The quote with the speakers that were found for it."""
    speakers: list[Speaker] = []
    flags = list(quote.flags)
    for number, (_, answer, _) in enumerate(found):
        assert quote.source is not None
        span = mention_span(scene, quote.source, found, number)
        mention = Mention(span, answer.form)  # type: ignore[arg-type]
        if answer.flag and answer.flag not in flags:
            flags.append(answer.flag)
        speakers.extend(to_speaker(scene, entity, mention, ids) for entity in answer.entities)
        if not answer.entities:
            speakers.append(Speaker(mention))
    rules = replace(quote.rules, speaker=found[0][2])
    return replace(quote, speakers=tuple(speakers), rules=rules, flags=tuple(flags))


def mention_span(scene: Scene, source: Span, found: list[Found], number: int) -> Span:
    """The words of the source that name one of its speakers."""
    if len(found) == 1:
        return source
    part = found[number][0]
    tree = scene.trees[part.place]
    index = scene.mention_at(part.place, part.head)
    first, last = part.head, part.head
    if index is not None:
        first, last = scene.mentions[index].name.begin, scene.mentions[index].name.last
    return tree.span_of(first, last)


def to_speaker(scene: Scene, entity: int, mention: Mention, ids: dict[int, str]) -> Speaker:
    """The record's value for one entity."""
    if not scene.is_named(entity):
        return Speaker(mention, None, ids[entity], scene.types[entity])
    found = scene.entities[entity]
    said = [role.text.strip(" ,;–—") for role in found.roles]
    role = max((text for text in said if 0 < len(text) <= LONGEST_ROLE), key=len, default=None)
    return Speaker(mention, found.name, ids[entity], found.type, role)


RULES = (CONTINUED,)

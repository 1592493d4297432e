"""Sets the scene of an article: finds its names, puts them together, and tells who is what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quotes.attribute.entities.common_nouns import without_nouns
from quotes.attribute.entities.entities import Entity, to_entities
from quotes.attribute.entities.groups import Grouping
from quotes.attribute.entities.joined_names import group, known_words
from quotes.attribute.entities.listing import KINDS, Listing, find_groups, listed_gender, merge
from quotes.attribute.entities.mentions import NameMention, find_known_mentions, find_mentions
from quotes.attribute.entities.surnames import as_surnames
from quotes.attribute.names.splitting import Name
from quotes.attribute.registry.registry import Listed
from quotes.attribute.scene.discourse import Discourse, Onlooker
from quotes.attribute.scene.facts import Facts
from quotes.attribute.scene.memory import Memory, note
from quotes.attribute.scene.notes import Gendered
from quotes.attribute.scene.scene import Scene
from quotes.attribute.scene.torn import torn_words
from quotes.attribute.scene.voices import to_voices
from quotes.lexicon.names import NameLexicon, fold
from quotes.lexicon.thresholds import (
    BETWEEN_PARAGRAPHS,
    GENDER_AGAINST,
    GENDER_OFTENER,
    GENDER_WITHIN,
)
from quotes.model import Span
from quotes.parse.headlines import is_headline
from quotes.parse.tree import Tree

KINDS_WITH_NOUNS = frozenset(("organization", "publication"))  # the ministry; not the place
KINDS_OF_BODIES = KINDS_WITH_NOUNS | {"place"}


def build_scene(
    trees: Sequence[Tree],
    contents: Sequence[Span],
    lexicon: NameLexicon,
    listing: Listing | None = None,
    onlooker: Onlooker | None = None,
    sources: Sequence[Span] = (),
) -> Scene:
    """The scene of an article before anything is linked; *sources* are those of its quotes."""
    headlines = frozenset(place for place, tree in enumerate(trees) if is_headline(tree))
    state = Grouping(lexicon)
    mentions, groups = grouped(trees, headlines, state, listing)
    listed = find_groups(state, listing) if listing else {}
    gone = merge(state, groups, listed)
    listed = {number: row for number, row in listed.items() if number not in gone}
    entities = with_rows(tuple(to_entities(state)), listed, lexicon)
    kept = [entity for entity in entities if entity.number not in gone]
    persons = (entity for entity in entities if entity.kind == "person")
    genders = {e.number: "n" if e.kind in KINDS_OF_BODIES else e.gender for e in kept}
    scene = Scene(
        lexicon=lexicon,
        trees=trees,
        mentions=tuple(mentions),
        groups=tuple(map(tuple, groups)),
        entities=entities,
        sentences=numbered(trees),
        headlines=headlines,
        at_token=tokens_of(trees, mentions, lexicon),
        by_role=found_by((role.noun, e.number) for e in kept for role in e.roles),
        by_age=found_by((a, e.number) for e in kept if e.ages and may_have_age(e) for a in e.ages),
        by_head=found_by((e.noun, e.number) for e in kept if e.kind in KINDS_WITH_NOUNS),
        persons=sorted(persons, key=lambda person: (-person.count, person.start)),
        torn=torn_words(trees, headlines),
        voices=to_voices(mentions, groups, entities, sources),
        listing=listing,
        memory=Memory(Discourse(contents, onlooker), genders, listed),
    )
    told = told_genders(scene)
    note(scene.memory, *(Gendered(entity, gender) for entity, gender in told.items()))
    return scene


def with_rows(
    entities: tuple[Entity, ...], listed: Mapping[int, Listed], lexicon: NameLexicon
) -> tuple[Entity, ...]:
    """*entities* with what the rows of the user's list say that they are."""
    if not listed:
        return entities
    return tuple(
        entity
        if (row := listed.get(entity.number)) is None or not row.type
        else replace(
            entity,
            kind=KINDS.get(row.type, entity.kind),
            gender=entity.gender or listed_gender(row, lexicon),
        )
        for entity in entities
    )


def tokens_of(
    trees: Sequence[Tree], mentions: Sequence[NameMention], lexicon: NameLexicon
) -> tuple[dict[int, int], ...]:
    """For each tree its tokens to the mentions that they are part of."""
    at_token: tuple[dict[int, int], ...] = tuple({} for _ in trees)
    for index, m in enumerate(mentions):
        for token in range(m.name.begin, end_of(trees[m.tree], m.name, lexicon)):
            at_token[m.tree][token] = index
    return at_token


def may_have_age(entity: Entity) -> bool:
    """Whether an entity is a person or may be one."""
    return entity.kind == "person" or len(entity.words) > 1


def found_by(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """For each key the entities that it comes with, each once, in their order."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for key, number in pairs:
        found[key][number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}


def grouped(
    trees: Sequence[Tree],
    headlines: frozenset[int],
    state: Grouping,
    listing: Listing | None,
) -> tuple[list[NameMention], list[list[int]]]:
    """The mentions of the article in order, and for each the groups that it may belong to."""
    registry = listing.registry if listing else None
    found = list(find_mentions(trees, headlines, state.lexicon, registry))
    mentions = as_surnames(without_nouns(found, trees), trees, state.lexicon)
    groups = group(state, mentions)
    covered = {(m.tree, t) for m in mentions for t in range(m.name.begin, m.name.last + 1)}
    known = known_words(state)
    more = list(find_known_mentions(trees, known, covered, headlines, state.lexicon))
    both = zip([*mentions, *more], [*groups, *group(state, more)], strict=True)
    ordered = sorted(both, key=lambda pair: pair[0].start)
    return [mention for mention, _ in ordered], [found for _, found in ordered]


def numbered(trees: Sequence[Tree]) -> tuple[dict[int, float], ...]:
    """For each tree the number in the article of the sentence of each root."""
    sentences, count = [], 0.0
    for tree in trees:
        roots = dict.fromkeys(tree.root)
        sentences.append({root: count + number for number, root in enumerate(roots)})
        count += len(roots) + BETWEEN_PARAGRAPHS
    return tuple(sentences)


def end_of(tree: Tree, name: Name, lexicon: NameLexicon) -> int:
    """The token after a name and the letters after it: Ada Bello QC."""
    end = name.last + 1
    while name.kind == "person" and end < len(tree) and fold(tree.words[end]) in lexicon.honours:
        end += 1
    return end


def told_genders(facts: Facts) -> dict[int, str]:
    """The genders that the text itself tells: Xan Bello said *she* would stay with *her* mill.

    Counted are pronouns after a name that is a subject, up to the next name of a person.
    """
    first: dict[str, int] = {}  # where a woman and a man are first named
    for entity in facts.entities:
        if entity.kind == "person":
            first[entity.gender] = min(first.get(entity.gender, entity.start), entity.start)
    genders = {e.number: e.gender for e in facts.entities if e.kind == "person"}
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    sexed = {word for word, p in facts.lexicon.pronouns.items() if p.gender in ("m", "f")}
    telling = [not sexed.isdisjoint(tree.lower) for tree in facts.trees]
    for index, mention in enumerate(facts.mentions):
        found = facts.groups[index]
        tree = facts.trees[mention.tree]
        if not telling[mention.tree] or len(found) != 1 or found[0] not in genders:
            continue
        if tree.deps[mention.head] != "nsubj":
            continue
        for token in range(
            mention.name.last + 1, min(mention.name.last + GENDER_WITHIN, len(tree))
        ):
            if (
                tree.tags[token] in ("NNP", "“", "``")
                or tree.root[token] != tree.root[mention.head]
            ):
                break
            pronoun = facts.lexicon.pronouns.get(tree.lower[token])
            # Ito denied ignoring *her*: an object is someone else
            own = tree.deps[token] in ("nsubj", "nsubjpass", "poss")
            if not own or pronoun is None or pronoun.gender not in ("m", "f"):
                continue
            # Arno Ito wrote that *she* had won: one named before, if there is one
            said = tree.deps[tree.heads[token]] in ("ccomp", "acl")
            if not (said and first.get(pronoun.gender, mention.start) < mention.start):
                votes[found[0]][pronoun.gender] += 1
                break
    told = {entity: gender_told(counted, genders[entity]) for entity, counted in votes.items()}
    return {entity: gender for entity, gender in told.items() if gender}


def gender_told(votes: Counter[str], known: str) -> str:
    """The gender that the pronouns after a name tell, "" if they do not, or not against *known*."""
    (gender, most), *others = votes.most_common()
    if known:
        return gender if gender != known and not others and most >= GENDER_AGAINST else ""
    return gender if all(most > GENDER_OFTENER * count for _, count in others) else ""

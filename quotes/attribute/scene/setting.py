"""Sets the scene of an article: finds its names, puts them together, and tells who is what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.entities.entities import to_entities
from quotes.attribute.entities.groups import Grouping
from quotes.attribute.entities.joined_names import group, known_words
from quotes.attribute.entities.listing import KINDS, Listing, find_groups, listed_gender, merge
from quotes.attribute.entities.mentions import NameMention, find_known_mentions, find_mentions
from quotes.attribute.entities.surnames import as_surnames
from quotes.attribute.names.capitals import is_title_case
from quotes.attribute.names.splitting import Name
from quotes.attribute.scene.discourse import Discourse
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import NameLexicon, fold
from quotes.model import Span
from quotes.parse.tree import Tree

# A new paragraph takes from what was spoken of as much as this part of a sentence does.
BETWEEN_PARAGRAPHS = 0.5


def set_scene(
    trees: Sequence[Tree],
    contents: Sequence[Span],
    words: NameLexicon,
    listing: Listing | None = None,
) -> Scene:
    """The scene of an article before anything is linked."""
    headlines = frozenset(place for place, tree in enumerate(trees) if is_title_case(tree))
    state = Grouping(words)
    mentions, groups = grouped(trees, headlines, state, listing)
    listed = find_groups(state, listing) if listing else {}
    gone = merge(state, groups, listed)
    at_token: list[dict[int, int]] = [{} for _ in trees]
    for index, m in enumerate(mentions):
        for token in range(m.name.begin, end_of(trees[m.tree], m.name, words)):
            at_token[m.tree][token] = index
    scene = Scene(
        words=words,
        trees=trees,
        mentions=mentions,
        groups=groups,
        entities=to_entities(state),
        discourse=Discourse(contents),
        sentences=numbered(trees),
        headlines=headlines,
        at_token=at_token,
        listing=listing,
        listed={number: row for number, row in listed.items() if number not in gone},
    )
    see_entities(scene, gone)
    return scene


def see_entities(scene: Scene, gone: frozenset[int]) -> None:
    """Puts the named entities, less those that are *gone*, into the scene's tables."""
    for number, row in scene.listed.items():
        found = scene.entities[number]
        gender = listed_gender(row, scene.words) if row.type else found.gender
        kind = KINDS.get(row.type, found.kind) if row.type else found.kind
        scene.entities[number] = replace(found, kind=kind, gender=found.gender or gender)
    for entity in scene.entities:
        if entity.number in gone:
            continue
        body = entity.kind in ("organization", "publication", "place")
        scene.genders[entity.number] = "n" if body else entity.gender
        if entity.kind == "person" or len(entity.words) > 1:
            for age in entity.ages:
                scene.by_age[age].append(entity.number)
        for role in entity.roles:
            scene.by_role[role.noun][entity.number] = None
        if body and entity.kind != "place":
            scene.by_head[entity.noun].append(entity.number)
    persons = (entity for entity in scene.entities if entity.kind == "person")
    scene.persons = sorted(persons, key=lambda e: (-e.count, e.start))
    scene.genders |= told_genders(scene)


def grouped(
    trees: Sequence[Tree],
    headlines: frozenset[int],
    state: Grouping,
    listing: Listing | None,
) -> tuple[list[NameMention], list[list[int]]]:
    """The mentions of the article in order, and for each the groups that it may belong to."""
    registry = listing.registry if listing else None
    mentions = as_surnames(
        list(find_mentions(trees, headlines, state.words, registry)), trees, state.words
    )
    groups = group(state, mentions)
    covered = {(m.tree, t) for m in mentions for t in range(m.name.begin, m.name.last + 1)}
    known = known_words(state)
    more = list(find_known_mentions(trees, known, covered, headlines, state.words))
    both = zip([*mentions, *more], [*groups, *group(state, more)], strict=True)
    ordered = sorted(both, key=lambda pair: pair[0].start)
    return [mention for mention, _ in ordered], [found for _, found in ordered]


def numbered(trees: Sequence[Tree]) -> list[dict[int, float]]:
    """For each tree the number in the article of the sentence of each root."""
    sentences, count = [], 0.0
    for tree in trees:
        roots = dict.fromkeys(tree.root)
        sentences.append({root: count + number for number, root in enumerate(roots)})
        count += len(roots) + BETWEEN_PARAGRAPHS
    return sentences


def end_of(tree: Tree, name: Name, words: NameLexicon) -> int:
    """The token after a name and the letters after it: Ada Bello QC."""
    end = name.last + 1
    while name.kind == "person" and end < len(tree) and fold(tree.words[end]) in words.honours:
        end += 1
    return end


def told_genders(scene: Scene) -> dict[int, str]:
    """The genders that the text itself tells: Xan Bello said *she* would stay with *her* mill.

    Counted are pronouns after a name that is a subject, up to the next name of a person.
    """
    first: dict[str, int] = {}  # where a woman and a man are first named
    for entity in scene.entities:
        if entity.kind == "person":
            first[entity.gender] = min(first.get(entity.gender, entity.start), entity.start)
    unsexed = {e.number for e in scene.entities if e.kind == "person" and not e.gender}
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for index, mention in enumerate(scene.mentions):
        found = scene.groups[index]
        tree = scene.trees[mention.tree]
        if len(found) != 1 or found[0] not in unsexed or tree.deps[mention.head] != "nsubj":
            continue
        for token in range(mention.name.last + 1, min(mention.name.last + 25, len(tree))):
            if (
                tree.tags[token] in ("NNP", "“", "``")
                or tree.root[token] != tree.root[mention.head]
            ):
                break
            pronoun = scene.words.pronouns.get(tree.lower[token])
            # Ito denied ignoring *her*: an object is someone else
            own = tree.deps[token] in ("nsubj", "nsubjpass", "poss")
            if not own or pronoun is None or pronoun.gender not in ("m", "f"):
                continue
            # Arno Ito wrote that *she* had won: one named before, if there is one
            said = tree.deps[tree.heads[token]] in ("ccomp", "acl")
            if not (said and first.get(pronoun.gender, mention.start) < mention.start):
                votes[found[0]][pronoun.gender] += 1
                break
    return {
        entity: counted.most_common(1)[0][0]
        for entity, counted in votes.items()
        if len(counted) == 1 or counted.most_common(1)[0][1] > 2 * min(counted.values())
    }

"""All that the linking rules see of an article: trees, names, entities, and who was spoken of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.attribute.discourse import Discourse
from quotes.attribute.entities import Entity, to_entities
from quotes.attribute.grouping import Grouping, group, known_words
from quotes.attribute.lexicon import Words, fold
from quotes.attribute.mentions import NameMention, find_known_mentions, find_mentions
from quotes.attribute.names import Name
from quotes.attribute.runs import is_title_case
from quotes.model import Span, SpeakerType
from quotes.tree import Tree

# A new paragraph takes from what was spoken of as much as this part of a sentence does.
BETWEEN_PARAGRAPHS = 0.5
# How much of its weight the subject of a clause keeps, by what the clause is to its sentence.
CLAUSES = {"relcl": 0.55, "acl": 0.6, "advcl": 0.8, "ccomp": 0.75, "pcomp": 0.7, "csubj": 0.7}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the speakers that a source names: "Ito and Bello" has two parts."""

    place: int  # of the tree among the article's trees
    head: int
    first: int
    last: int
    start: int  # of the head, in the article
    sentence: float
    excluded: tuple[Span, ...] = ()  # the quote's own content


@dataclass(frozen=True, slots=True)
class Answer:
    """Who a part is."""

    entities: tuple[int, ...]
    form: str
    flag: str | None = None


@dataclass(slots=True)
class Scene:
    """The article while its speakers are linked; `entities` and `discourse` grow along the text."""

    words: Words
    trees: Sequence[Tree]
    mentions: list[NameMention]
    groups: list[list[int]]  # for each mention the entities it may be, the likeliest first
    entities: list[Entity]
    discourse: Discourse
    sentences: list[dict[int, float]]  # for each tree the number of the sentence of each root
    headlines: frozenset[int]  # the places of the trees that are headlines
    at_token: dict[tuple[int, int], int]  # (tree, token) to the mention that it is part of
    by_role: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_head: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    unnamed: dict[str, int] = field(default_factory=dict)
    types: dict[int, SpeakerType] = field(default_factory=dict)  # of entities without a name
    plural: set[int] = field(default_factory=set)  # those of them that are many
    genders: dict[int, str] = field(default_factory=dict)  # of those that only the text tells

    def sentence_of(self, place: int, token: int) -> float:
        """The number of the token's sentence in the article."""
        return self.sentences[place][self.trees[place].root[token]]

    def place_of(self, start: int) -> int:
        """The tree that a place of the text lies in."""
        at = bisect_right(self.trees, start, key=lambda tree: tree.span.start) - 1
        return max(0, at)

    def mention_at(self, place: int, token: int) -> int | None:
        """The mention that the token is part of; None if it is in none."""
        return self.at_token.get((place, token))

    def mentions_in(self, place: int, first: int, last: int) -> list[int]:
        """The mentions that lie whole between two tokens, in order."""
        found = (self.at_token.get((place, token)) for token in range(first, last + 1))
        return [
            index
            for index in dict.fromkeys(found)
            if index is not None
            and first <= self.mentions[index].name.first
            and self.mentions[index].name.last <= last
        ]

    def gender(self, entity: int) -> str:
        """What is known of an entity's gender: "m", "f", "n" for bodies, or ""."""
        return self.genders.get(entity, "")

    def clause_weight(self, place: int, token: int) -> float:
        """How much the clause of a subject counts: a main clause more than one within another."""
        tree = self.trees[place]
        return CLAUSES.get(tree.deps[tree.heads[token]], 1.0)

    def is_person(self, entity: int) -> bool:
        """Whether the entity is a person with a name."""
        return self.is_named(entity) and self.entities[entity].kind == "person"

    def is_named(self, entity: int) -> bool:
        """Whether the entity has a name."""
        return entity < len(self.entities)


def set_scene(trees: Sequence[Tree], contents: Sequence[Span], words: Words) -> Scene:
    """The scene of an article before anything is linked."""
    headlines = frozenset(place for place, tree in enumerate(trees) if is_title_case(tree))
    state = Grouping(words)
    mentions, groups = grouped(trees, headlines, state)
    at_token = {
        (m.tree, token): index
        for index, m in enumerate(mentions)
        for token in range(m.name.begin, end_of(trees[m.tree], m.name, words))
    }
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
    )
    for entity in scene.entities:
        body = entity.kind in ("organization", "publication", "place")
        scene.genders[entity.number] = "n" if body else entity.gender
        for role in entity.roles:
            scene.by_role[role.noun].add(entity.number)
        if body and entity.kind != "place":
            scene.by_head[entity.noun].append(entity.number)
    scene.genders |= told_genders(scene)
    return scene


def grouped(
    trees: Sequence[Tree], headlines: frozenset[int], state: Grouping
) -> tuple[list[NameMention], list[list[int]]]:
    """The mentions of the article in order, and for each the groups that it may belong to."""
    mentions = list(find_mentions(trees, headlines, state.words))
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


def end_of(tree: Tree, name: Name, words: Words) -> int:
    """The token after a name and the letters after it: Ada Bello QC."""
    end = name.last + 1
    while name.kind == "person" and end < len(tree) and fold(tree.words[end]) in words.honours:
        end += 1
    return end


def told_genders(scene: Scene) -> dict[int, str]:
    """The genders that the text itself tells: Xan Bello said *she* would stay with *her* mill.

    Counted are pronouns after a name that is a subject, up to the next name of a person.
    """
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
            if pronoun is not None and pronoun.gender in ("m", "f"):
                votes[found[0]][pronoun.gender] += 1
                break
    return {
        entity: counted.most_common(1)[0][0]
        for entity, counted in votes.items()
        if len(counted) == 1 or counted.most_common(1)[0][1] > 2 * min(counted.values())
    }

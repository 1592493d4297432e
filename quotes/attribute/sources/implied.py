"""Speakers of quotes whose source no parse shows: the name at the cue, the name before a colon."""

from __future__ import annotations

from bisect import bisect_left

from quotes.attribute.scene.scene import Part, Scene
from quotes.attribute.sources.parts import part_at
from quotes.model import Quote, Rule
from quotes.parse.tree import Tree

BESIDE = Rule(
    "speaker.beside-cue",
    "Speaking to the Dover Gazette Ada Bello said: “It will rain.”",
    0.85,
)
LABEL = Rule("speaker.label", "Ada Bello left. ¶ “BELLO: We won’t sell. It is ours.”", 0.85)
INTRODUCED = Rule(
    "speaker.introduced", "Leo Ito laughed at the plan. ¶ “It is a mill, not a mint.”", 0.75
)
FINITE = frozenset(("VBD", "VBZ", "VBP"))
OPENING = frozenset(('"', "“", "``", "''", "‘", "`", "'", "«", "»", "„"))


def implied_part(scene: Scene, quote: Quote) -> tuple[Part, Rule] | None:
    """The name that the words around a quote without a source give it, and the rule; or None."""
    if quote.source is not None or quote.continues is not None:
        return None
    if (index := label_of(scene, quote)) is not None:
        return named_part(scene, index, quote), LABEL
    if (index := beside_cue(scene, quote)) is not None:
        return named_part(scene, index, quote), BESIDE
    if (part := introduced(scene, quote)) is not None:
        return part, INTRODUCED
    return None


def named_part(scene: Scene, index: int, quote: Quote) -> Part:
    """The part that is one mention and no more."""
    mention = scene.mentions[index]
    name = mention.name
    return part_at(scene, mention.tree, mention.head, name.begin, name.last, quote.spans)


def token_at(tree: Tree, start: int) -> int:
    """The first token that starts at or after a place of the text."""
    return bisect_left(tree.starts, start)


def label_of(scene: Scene, quote: Quote) -> int | None:
    """The name in capitals that opens the paragraph of a quote: “BELLO: Well, we won’t sell."""
    place = scene.place_of(quote.spans[0].start)
    tree, first = scene.trees[place], 0
    if quote.spans[-1].end > tree.span.end:
        return None  # it may hold lines of others
    while first < len(tree) and tree.words[first] in OPENING:
        first += 1
    index = scene.mention_at(place, first)
    if index is None or not scene.groups[index]:
        return None
    name = scene.mentions[index].name
    colon = name.last + 1
    if colon >= len(tree) or tree.words[colon] != ":" or not tree.words[name.last].isupper():
        return None
    begin = token_at(tree, quote.spans[0].start)
    return index if name.begin == first and begin <= colon + 2 else None


def beside_cue(scene: Scene, quote: Quote) -> int | None:
    """The name that touches the cue: Said *Ito*: ...; to the Dover Post *Ito* said that ..."""
    if quote.cue is None or quote.impersonal:
        return None  # Ito seemed to agree: it is the writer who says so
    place = scene.place_of(quote.cue.span.start)
    tree = scene.trees[place]
    first = token_at(tree, quote.cue.span.start)
    last = token_at(tree, quote.cue.span.end) - 1
    if first >= len(tree) or last < first or tree.tags[first] not in FINITE:
        return None
    if first != last or "pass" in tree.deps[tree.left[first]]:  # was told: by someone else
        return None
    before = scene.mention_at(place, first - 1) if first else None
    if before is not None and is_speaker(scene, before):
        # Ito, expected to leave: by others
        bare = last + 1 < len(tree) and tree.lower[last + 1] == "to"
        of_other = tree.child(first, "nsubj") is not None
        touches = scene.mentions[before].name.last == first - 1
        return before if touches and not bare and not of_other else None
    after = scene.mention_at(place, last + 1)
    if after is None or not is_speaker(scene, after) or (first and not ends_before(tree, first)):
        return None
    name = scene.mentions[after].name
    closed = name.last + 1 < len(tree) and tree.words[name.last + 1] in (":", ",")
    return after if name.begin == last + 1 and closed else None


def introduced(scene: Scene, quote: Quote) -> Part | None:
    """The subject of the sentence before a paragraph that is all quote: Ito spoke of the mill."""
    if quote.cue is not None or len(quote.quoted) != 1 or quote.nested_in is not None:
        return None
    if "unclosed_mark" in quote.flags:
        return None
    place = scene.place_of(quote.spans[0].start)
    tree = scene.trees[place]
    if place == 0 or place - 1 in scene.headlines or tree.starts[0] < quote.spans[0].start:
        return None
    before = scene.trees[place - 1]
    if quote.spans[-1].end < tree.ends[-1] or before.tags[-1] != ".":
        return None
    subject = before.child(before.root[-1], "nsubj")
    if subject is None or before.tags[before.root[-1]] not in FINITE:
        return None
    index = scene.mention_at(place - 1, subject)
    named = index is not None and is_speaker(scene, index)
    if not named and before.lower[subject] not in ("he", "she"):
        return None
    first = scene.mentions[index].name.begin if index is not None else subject
    return part_at(scene, place - 1, subject, first, subject, quote.spans)


def ends_before(tree: Tree, token: int) -> bool:
    """Whether a sentence or a quote ends right before *token*."""
    return tree.words[token - 1] in OPENING or tree.tags[token - 1] == "."


def is_speaker(scene: Scene, index: int) -> bool:
    """Whether a mention is one person's name."""
    found = scene.groups[index]
    return len(found) == 1 and scene.is_person(found[0])

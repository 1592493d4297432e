"""Rules for sources that hold a name."""

from __future__ import annotations

from quotes.attribute.names.roles import noun_called
from quotes.attribute.names.splitting import Name
from quotes.attribute.scene.answer import Answer, Part, foremost
from quotes.attribute.scene.notes import Called
from quotes.attribute.scene.scene import Scene
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import (
    NAME_AGAIN,
    NAME_SPOKE,
    NAMED_AFTER,
    NAMED_OFTENER,
    NAMESAKE_CLOSE,
    NAMESAKE_EVEN,
)
from quotes.parse.tree import Tree

UNASKED = -1


def name_index(part: Part, scene: Scene) -> int | None:
    """The name that the part is, looked for once."""
    key = (part.place, part.head, part.first, part.last)
    found = scene.names_found.get(key, UNASKED)
    if found == UNASKED:
        found = scene.names_found[key] = find_name(part, scene)
    return found


def find_name(part: Part, scene: Scene) -> int | None:
    """The name that the part is: its head, or what stands in apposition to its head.

    Ada Bello, a painter; her husband, Ada Bello; the group's head Ada Bello
    """
    tree = scene.trees[part.place]
    at_head = scene.mention_at(part.place, part.head)
    if at_head is not None and scene.mentions[at_head].name.kind != "role":
        return at_head
    inside = scene.mentions_in(part.place, part.first, part.last)
    if not inside:
        return called_beyond(part, scene)
    if part.place in scene.headlines and scene.mentions[inside[0]].name.begin == part.first:
        return inside[0]
    opening = scene.mentions[inside[0]].name
    leads = opening.kind == "person" and opening.begin == part.first
    if leads and opening.last < part.head and tree.words[opening.last + 1] == ",":
        return inside[0]  # Ada Bello, notary in Dover
    noun = tree.lower[part.head]
    singular = noun in scene.lexicon.roles or tree.tags[part.head] == "NN"
    if noun in scene.lexicon.plural_roles:
        singular = False
    for index in inside:
        mention = scene.mentions[index]
        if mention.name.kind in ("place", "role"):
            continue
        called = noun_called(tree, mention.name.begin, scene.lexicon)
        known = mention.roles or mention.name.kind in ("person", "organization")
        if called is not None and known and is_apposed(tree, part.head, called):
            return index  # her manager, a man named Xan Bello
        if is_apposed(tree, part.head, mention.head) or (known and called == part.head):
            return index
        honoured = scene.mention_at(part.place, part.last) == index  # Ada Bello QC
        if singular and is_set_beside(tree, part, mention.name, scene.lexicon, honoured):
            return index
    return None


def called_beyond(part: Part, scene: Scene) -> int | None:
    """The name that a clause after the source gives its noun: a man who goes by *“Xan”*."""
    tree, small = scene.trees[part.place], scene.lexicon.small
    if tree.tags[part.head] != "NN":
        return None
    last = min(len(tree) - 1, part.last + NAMED_AFTER)
    words = tree.lower[part.head + 1 : last + 1]
    if small.named.isdisjoint(words) and small.known_by.isdisjoint(words):
        return None
    after = scene.mentions_in(part.place, part.last + 1, last)
    called = ((i, scene.mentions[i].name.begin) for i in after)
    return next((i for i, b in called if noun_called(tree, b, scene.lexicon) == part.head), None)


def is_apposed(tree: Tree, head: int, token: int) -> bool:
    """Whether a word is set beside *head*: her coach, the champion, *Ada Bello*."""
    while tree.deps[token] == "appos" and tree.heads[token] < token:
        token = tree.heads[token]
        if token == head:
            return True
    return False


def is_set_beside(tree: Tree, part: Part, name: Name, lexicon: NameLexicon, honoured: bool) -> bool:
    """Whether a name stands beside the noun of a role, though the parse hangs it elsewhere.

    A lawyer for Leo Ito, *Ada Bello*, said so; co-host *Ada Bello* said so
    """
    if name.begin == part.head + 1:
        return name.kind in ("person", "unknown")
    if name.kind == "person" and name.last == part.last:
        between = tree.lower[part.head + 1 : name.begin]
        joints = lexicon.small.role_joints
        joined = not lexicon.small.and_.isdisjoint(between)
        if joined and all(w in lexicon.roles or w in joints for w in between):
            return True  # founder and director Ada Bello
        if holds_office(tree, part.head, name.begin, lexicon):
            return True  # the ambassador to the alliance Ada Bello
    closed = honoured or name.last == part.last or tree.words[name.last + 1] in (",", "–", "—")
    near = name.kind == "person" or name.begin == part.head + 2
    before = name.begin - 1
    while before > part.head + 1 and tree.lower[before] in lexicon.roles:
        before -= 1  # his counsel, barrister *Ada Bello*
    return near and closed and tree.words[before] == ","


def holds_office(tree: Tree, head: int, begin: int, lexicon: NameLexicon) -> bool:
    """Whether a name follows the whole of an office: the ambassador to the alliance *Ada Bello*.

    Not after a person: the ambassador to the president Ada Bello; nor after one of many: a friend
    """
    thing, prep = begin - 1, head + 1
    determiner = tree.child(head, "det")
    roles, small = lexicon.roles, lexicon.small
    one_of_many = determiner is not None and tree.lower[determiner] in small.one_of_many
    if one_of_many or tree.lower[head] not in roles or thing < prep + 1:
        return False
    held = tree.lower[prep] in small.office_of and tree.tags[thing] in ("NN", "NNS")
    return held and tree.lower[thing] not in roles and "," not in tree.words[prep:begin]


def name_exact(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello said the mill would stay."""
    index = name_index(part, scene)
    if index is None or len(scene.groups[index]) != 1:
        return None
    entity = scene.entities[scene.groups[index][0]]
    words = scene.mentions[index].name.words
    shorter = len(words) < len(entity.words)
    if shorter and (entity.kind == "person" or len(words) == 1):
        return None
    if len(words) == 1 and entity.kind == "person" and words != entity.words:
        return None  # Ms. Bello, of whom the text has only the first name
    return Answer((entity.number,), "name")


def name_partial(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello runs the mill. Bello said it would stay."""
    index = name_index(part, scene)
    if index is None or len(scene.groups[index]) != 1:
        return None
    return Answer((scene.groups[index][0],), "partial_name")


def is_named_after(entity: int, scene: Scene) -> bool:
    """Whether a name that ends in a surname is a body's: the Coalition for *Bello* is not Bello."""
    found, heads = scene.entities[entity], scene.lexicon.org_heads
    return found.kind != "person" and any(word in heads for word in found.words)


def name_shared(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello and her son Leo Bello own the mill. Bello said it would stay."""
    index = name_index(part, scene)
    if index is None or not scene.groups[index]:
        return None
    candidates, name = set(scene.groups[index]), scene.mentions[index].name
    candidates = {e for e in candidates if not is_named_after(e, scene)} or candidates
    if len(candidates) == 1:
        return Answer(tuple(candidates), "partial_name")
    bare = name.words[0] if len(name.words) == 1 and not name.titles else ""
    spoke = {e for e in candidates if scene.voices.first.get(e, part.start) < part.start}

    def fits(entity: int) -> float:
        if entity not in candidates:
            return 0.0
        # whoever has spoken goes on speaking
        once = NAME_SPOKE if len(spoke) == 1 and entity in spoke else 1.0
        # whoever went by the bare name goes on so: the others are named in full
        return once * (NAME_AGAIN if bare and scene.memory.called[bare, entity] else 1.0)

    ranked = scene.memory.discourse.ranked(part.start, part.sentence, fits, part.excluded)
    if ranked:
        rival = ranked[1][0] / ranked[0][0] if len(ranked) > 1 else 0.0
        found = (ranked[0][1],) if rival <= NAMESAKE_EVEN else ()
        notes = tuple(Called(bare, entity) for entity in found if bare)
        flag = "ambiguous_speaker" if rival > NAMESAKE_CLOSE else None
        return Answer(found, "partial_name", flag, notes=notes, ranked=foremost(ranked))
    # nobody of the name was there lately: the one who has spoken, or whom the article is about
    often = sorted(((scene.entities[e].count, e) for e in candidates), key=lambda each: -each[0])
    if len(spoke) == 1:
        notes = tuple(Called(bare, entity) for entity in spoke if bare)
        return Answer(tuple(spoke), "partial_name", notes=notes, ranked=foremost(often))
    (most, first), (fewer, _) = often[:2]
    found = (first,) if most > NAMED_OFTENER * fewer else ()
    return Answer(found, "partial_name", "ambiguous_speaker", ranked=foremost(often))

"""The words that name the source of a cue: its subject, wherever the tree keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.find.content import is_infinitive
from quotes.lexicon.load import words
from quotes.model import Rule
from quotes.tree import Tree

SUBJECTS = ("nsubj", "csubj")


@dataclass(frozen=True, slots=True)
class Source:
    """The head of the words that name a source, and the rule that found it."""

    head: int
    rule: str


Finder = Callable[[Tree, int], int | None]


def own_subject(tree: Tree, cue: int) -> int | None:
    """The subject that hangs on *cue*, a relative pronoun among them; never an expletive."""
    if tree.child(cue, "nsubjpass", "auxpass") is not None and tree.tags[cue] == "VBN":
        return None
    if lacks_addressee(tree, cue):
        return None
    subjects = list(tree.child_of(cue, ("nsubj",)))
    before = [s for s in subjects if s < cue]
    after = [s for s in subjects if s > cue]
    # The goat, said the captain, had a ticket: set in by commas, the verb has its subject after it
    set_in = bool(after) and tree.words[cue - 1 : cue] == (",",)
    subject = before[-1] if before and not set_in else next(iter(after), None)
    if subject is None or tree.lower[subject] in words("clause", "expletives"):
        return None
    if tree.lower[subject] == "it" and is_expletive(tree, cue):
        return None
    return subject


def lacks_addressee(tree: Tree, cue: int) -> bool:
    """Man stole bells, jury told: a verb of telling without its addressee has it for a subject."""
    if tree.lower[cue] not in words("verb", "addressed") or cue + 2 < tree.right[tree.root[cue]]:
        return False
    return tree.child(cue, "dobj", "dative", "xcomp", "aux") is None and not any(
        c > cue and tree.deps[c] in ("ccomp", "prep") for c in tree.children[cue]
    )


def is_expletive(tree: Tree, cue: int) -> bool:
    """It is said that …; it seems that …"""
    return tree.child(cue, "auxpass") is not None


def is_passive(tree: Tree, cue: int) -> bool:
    """Whether *cue* is a passive: `was told`, `told` after its noun, `asked` before the clause."""
    return tree.tags[cue] == "VBN" and (
        tree.child(cue, "nsubjpass", "auxpass", "agent") is not None
        or (
            tree.deps[cue] in ("acl", "advcl", "csubj")
            and not any(tree.deps[c] == "aux" for c in tree.children[cue])
        )
    )


def agent(tree: Tree, cue: int) -> int | None:
    """The plan was praised by Ito."""
    by = next((c for c in tree.child_of(cue, ("agent",)) if c > cue), None)
    if by is None and is_passive(tree, cue):
        by = next(
            (c for c in tree.child_of(cue, ("prep",)) if c > cue and tree.lower[c] == "by"), None
        )
    return tree.child(by, "pobj") if by is not None else None


def is_swallowed(tree: Tree, verb: int, head: int) -> bool:
    """Whether the parser hung a conjunct of the cue on a clause that the cue governs."""
    cue = tree.heads[head]
    return (
        tree.deps[head] in ("ccomp", "relcl", "acl")
        and tree.tags[verb] == tree.tags[cue]
        and tree.tags[verb] != tree.tags[head]
    )


def is_final_participle(tree: Tree, verb: int) -> bool:
    """Whether *verb* begins a participle clause set off by a comma: …, saying that he was ill."""
    first = tree.left[verb]
    return tree.tags[verb] == "VBG" and first > 0 and tree.words[first - 1] == ","


def climbed_subject(tree: Tree, cue: int) -> int | None:
    """Ito stood up and said no; she declined to say why; “No,” he said, adding that he was ill."""
    if is_passive(tree, cue):
        return None
    if tree.deps[cue] == "advcl" and is_final_participle(tree, cue):
        # Ito said he was ill, adding that it would pass: the participle is the main clause's
        main = tree.root[cue]
        found = own_subject(tree, main) if tree.tags[main].startswith("VB") else None
        if found is not None and main < cue:
            return found
    verb = cue
    for _ in range(6):
        head = next_verb(tree, verb)
        if head is None:
            return None
        if tree.deps[verb] == "xcomp" and tree.lower[head] in words("verb", "object-control"):
            controller = tree.child(head, "dobj", "dative")
            if controller is not None and head < controller < verb:
                return controller  # the report led Ito to say
        verb = head
        if not tree.tags[verb].startswith(("VB", "MD")):
            continue
        found = tree.child(verb, "nsubj", "nsubjpass")
        if found is not None and tree.lower[found] not in words("clause", "expletives"):
            return found if not tree.left[found] <= cue <= tree.right[found] else None
    return None


def next_verb(tree: Tree, verb: int) -> int | None:
    """The word above *verb* that shares its subject, or leads to one that does."""
    head, dep = tree.heads[verb], tree.deps[verb]
    if head == verb:
        return None
    if dep == "conj" and is_swallowed(tree, verb, head):
        return tree.heads[head]  # Ito said the mill could not stay and added that …
    if dep in ("conj", "advcl", "xcomp", "dep"):
        return head
    if dep in ("acomp", "attr") and tree.tags[verb].startswith(("JJ", "NN")):
        return head  # Ito is likely to say; Ito is the first to say
    if dep in ("acl", "relcl") and is_infinitive(tree, verb):
        return head
    if dep == "dobj" and tree.tags[verb].startswith("NN"):
        return head  # Ito led an effort to deny
    if dep == "ccomp" and tree.child(verb, "nsubj", "nsubjpass", "mark") is None:
        return head
    if dep == "pcomp" and tree.deps[head] == "prep":
        above = tree.heads[head]
        while tree.deps[above] in ("prep", "pobj"):
            above = tree.heads[above]  # in addition to saying that …, Ito
        return above
    return None


def modified_noun(tree: Tree, cue: int) -> int | None:
    """A letter saying that the mill would close reached the town."""
    noun = tree.heads[cue]
    if tree.deps[cue] != "acl" or tree.tags[cue] != "VBG" or not tree.tags[noun].startswith("N"):
        return None
    # Ito sent a letter saying that …: whoever sends it says it
    return lent_subject(tree, noun) or noun


def noun_before(tree: Tree, cue: int) -> int | None:
    """Ito (left) says the mill will close — where the parser lost the subject."""
    if tree.tags[cue] not in ("VBD", "VBZ", "VBP") or lacks_addressee(tree, cue):
        return None
    token = cue - 1
    while token >= 0 and (
        tree.tags[token].startswith(("RB", "MD")) or not tree.words[token][0].isalnum()
    ):
        if tree.words[token] in (";", ":", ".", "?", "!"):
            return None
        token -= 1
    if token < 0 or not tree.tags[token].startswith(("NN", "PRP", "CD")):
        return None
    while tree.heads[token] < cue and tree.heads[token] != token and cue - tree.heads[token] < 25:
        head = tree.heads[token]
        if not tree.tags[head].startswith(("NN", "IN", "PRP", "CD")):
            break
        token = head
    return token if tree.tags[token] != "IN" else None


def inverted(tree: Tree, cue: int) -> int | None:
    """“We won't sell,” said Ito — where the parser took Ito for an object."""
    found = tree.child(cue, "dobj", "attr", "npadvmod", "oprd")
    return found if found is not None and found > cue else None


def possessor(tree: Tree, cue: int) -> int | None:
    """Ito's claim that the mill would close; their promise to stay"""
    return tree.child(cue, "poss")


def author(tree: Tree, cue: int) -> int | None:
    """a promise by Ito to stay; a warning from the council"""
    for prep in tree.children[cue]:
        if (
            prep > cue
            and tree.deps[prep] in ("prep", "agent")
            and tree.lower[prep]
            in (
                "by",
                "from",
            )
        ):
            return tree.child(prep, "pobj")
    return None


def lent_subject(tree: Tree, cue: int) -> int | None:
    """Ito made the case that the mill should stay."""
    verb = tree.heads[cue]
    if tree.deps[cue] in ("dobj", "attr") and tree.tags[verb].startswith("VB"):
        return own_subject(tree, verb) or climbed_subject(tree, verb)
    if tree.deps[cue] == "pobj":
        verb = tree.heads[tree.heads[cue]]
        if tree.tags[verb].startswith("VB"):
            return own_subject(tree, verb) or climbed_subject(tree, verb)
    return None


def predicate_subject(tree: Tree, cue: int) -> int | None:
    """Ito was adamant that the mill would stay."""
    verb = tree.heads[cue]
    passive = tree.child(cue, "nsubjpass")  # Ito was convinced: to the parser a passive
    if passive is not None:
        return passive
    if tree.tags[verb].startswith(("VB", "MD")) and verb != cue:
        return own_subject(tree, verb) or climbed_subject(tree, verb)
    return own_subject(tree, cue)


def find_source(tree: Tree, cue: int, pos: str) -> Source | None:
    """The head of the source of *cue*, by the first rule for its part of speech that finds one."""
    for rule, parts, finder in RULES:
        if pos in parts and (head := finder(tree, cue)) is not None:
            return Source(head, rule.name)
    return None


# What other rules know by themselves: the object of `according to`, the words beside the marks.
ACCORDING = Rule("source.according", "The mill will close, according to Ito.")
INVERTED = Rule("source.inverted", "“We won’t sell,” added another villager.")
ADJACENT = Rule("source.adjacent", "“We won’t sell,” Ito, 81 and retired in Ise, said.")
DASH = Rule("source.dash", "“We won’t sell.” — Miriam Stone")
LABEL = Rule("source.label", "REED: We will not sell. ¶ ITO: Not even now?")

VERB, NOUN, ADJECTIVE = ("verb",), ("noun",), ("adjective",)
RULES: tuple[tuple[Rule, tuple[str, ...], Finder], ...] = (
    (Rule("source.subject", "Ito said the mill would close."), VERB, own_subject),
    (Rule("source.agent", "The plan was praised by Ito."), VERB, agent),
    (
        Rule("source.modified-noun", "A letter saying that the mill would close reached the town."),
        VERB,
        modified_noun,
    ),
    (
        Rule("source.climbed-subject", "Ito stood up and said that the mill would close."),
        VERB,
        climbed_subject,
    ),
    (
        Rule("source.noun-before", "Saturday at the fair Ito (left) said the mill would close."),
        VERB,
        noun_before,
    ),
    (
        Rule("source.possessor", "Ito's claim that the mill would close surprised the town."),
        NOUN,
        possessor,
    ),
    (Rule("source.author", "A promise by Ito to stay calmed the town."), NOUN, author),
    (
        Rule("source.lent-subject", "Ito made the case that the mill should stay."),
        NOUN,
        lent_subject,
    ),
    (
        Rule("source.predicate-subject", "Ito was adamant that the mill would stay."),
        ADJECTIVE,
        predicate_subject,
    ),
)

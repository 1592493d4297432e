"""The subject that a verb takes from the verb above it: that verb's subject or its object.

An infinitive, a gerund or a participle has no subject of its own; which word controls it is told by
the verb above and by the way from one to the other.
"""

from __future__ import annotations

from quotes.find.grammar.clause import is_infinitive, opens_quote
from quotes.find.grammar.nouns import can_speak
from quotes.find.grammar.subjects import is_passive, is_saying, own_subject
from quotes.lexicon.thresholds import MOST_CLIMBS
from quotes.parse.dateline import dateline_end, past_dateline
from quotes.parse.tree import Tree


def any_subject(tree: Tree, verb: int) -> int | None:
    """The verb's own subject, or the one that it shares."""
    own = own_subject(tree, verb)
    return climbed_subject(tree, verb) if own is None else own


def climbed_subject(tree: Tree, cue: int) -> int | None:
    """Ito stood up and said no; she declined to say why; “No,” he said, adding that he was ill."""
    if is_passive(tree, cue):
        return None
    if tree.deps[cue] in ("advcl", "ccomp") and tree.tags[cue] in ("VBD", "VBZ", "VBP"):
        return (
            None  # the council, when told of it, shut the mill: a clause with a tense shares none
        )
    if tree.deps[cue] == "advcl" and is_final_participle(tree, cue):
        found = participle_subject(tree, cue)
        if found is not None:
            return found
    fellow = fellow_cue(tree, cue)
    if fellow is not None:
        return own_subject(tree, fellow)
    verb = cue
    for _ in range(MOST_CLIMBS):
        head = next_verb(tree, verb)
        if head is None:
            return None
        controller = controlling_object(tree, verb, head)
        if controller is not None:
            return controller
        below, verb = verb, head
        if not tree.tags[verb].startswith(("VB", "MD")):
            continue
        found = first_subject(tree, verb)
        if found is not None and not tree.in_list(found, "clause", "expletives"):
            within = tree.left[found] <= cue <= tree.right[found]
            return None if within or cannot_say(tree, found, verb, below) else found
    return None


def first_subject(tree: Tree, verb: int) -> int | None:
    """The first subject that hangs on *verb*; a dateline is none."""
    subjects = tree.child_of(verb, ("nsubj", "nsubjpass"))
    if not subjects:
        return None
    after = dateline_end(tree)
    return next((s for s in (past_dateline(tree, t) for t in subjects) if s >= after), None)


def participle_subject(tree: Tree, cue: int) -> int | None:
    """Ito said he was ill, adding that it would pass: the participle is the main clause's."""
    above = tree.heads[cue]
    # Shares fell after the mill warned of losses, saying …: the mill says it
    speaks = tree.deps[above] != "ccomp" and is_saying(tree, above)
    speaks = speaks and own_subject(tree, above) is not None
    main = above if speaks else tree.root[cue]
    found = own_subject(tree, main) if tree.tags[main].startswith("VB") else None
    if found is None or main > cue:
        return None
    return found if can_speak(tree, found) else nearer_subject(tree, main, cue) or found


def nearer_subject(tree: Tree, main: int, cue: int) -> int | None:
    """The fire spread as neighbours ran out, shouting …: a fire does not shout."""
    clauses = [
        t
        for t in range(main + 1, cue)
        if tree.deps[t] in ("advcl", "relcl") and tree.tags[t] in ("VBD", "VBZ", "VBP")
    ]
    subject = own_subject(tree, clauses[-1]) if clauses else None
    return subject if subject is not None and can_speak(tree, subject) else None


def controlling_object(tree: Tree, verb: int, head: int) -> int | None:
    """The object of *head* that does what *verb* says: The report led *Ito* to say …"""
    infinitive = is_infinitive(tree, verb)
    shared = tree.deps[verb] in ("xcomp", "advcl", "ccomp")
    if shared and tree.in_list(head, "verb", "object-control"):
        controller = tree.child(head, "dobj", "dative")
        beside = controller is not None and tree.right[controller] == tree.left[verb] - 1
        if controller is not None and head < controller < verb and (beside or infinitive):
            return controller
    if shared and infinitive:
        # The town relies on Ito to say so
        first = tree.left[verb] - 1
        prep = tree.heads[first] if first > head and tree.deps[first] == "pobj" else head
        asked = tree.in_list(head, "verb", "prepositional-control")
        if asked and tree.heads[prep] == head and prep != head:
            return first
    return object_before(tree, verb, head)


def object_before(tree: Tree, gerund: int, head: int) -> int | None:
    """The object of *head* of which a gerund tells: quoted *Ito* as saying; blamed *her* for it."""
    prep = tree.heads[gerund]
    if tree.deps[gerund] != "pcomp" or prep == head:
        return None
    quoted = tree.in_list(prep, "preposition", "role") and tree.in_list(head, "verb", "quoting")
    if not quoted and not tree.in_list(prep, "preposition", "reason"):
        return None
    # to the parser, whoever is quoted with an apposition may be the subject
    deps = ("dobj", "nsubj") if quoted else ("dobj",)
    thing = next((c for c in tree.child_of(head, deps) if head < c < prep), None)
    return thing if thing is None or quoted or can_speak(tree, thing) else None


def cannot_say(tree: Tree, subject: int, verb: int, below: int) -> bool:
    """Whether the subject of *verb* cannot be whoever does what *below* says.

    It would be wrong to say …; that means admitting …; the plan was justified by arguing …
    """
    if tree.in_list(subject, "clause", "impersonal"):
        return tree.in_list(verb, "verb", "copulas") or tree.in_list(verb, "verb", "meaning")
    means = tree.deps[below] == "pcomp" and tree.in_list(tree.heads[below], "preposition", "means")
    return means and tree.deps[subject] == "nsubjpass"


def is_swallowed(tree: Tree, verb: int, head: int) -> bool:
    """Whether the parser hung a conjunct of the cue on a clause that the cue governs."""
    cue = tree.heads[head]
    return (
        tree.deps[head] in ("ccomp", "relcl", "acl")
        and tree.tags[verb] == tree.tags[cue]
        and tree.tags[verb] != tree.tags[head]
        and not opens_quote(tree, verb)
    )


def is_final_participle(tree: Tree, verb: int) -> bool:
    """Whether *verb* begins a participle clause set off by a comma: …, saying that he was ill."""
    first = tree.left[verb]
    return tree.tags[verb] == "VBG" and first > 0 and tree.words[first - 1] == ","


def fellow_cue(tree: Tree, cue: int) -> int | None:
    """The cue that *cue* goes with, past a verb that says nothing.

    Shares fell after the mill said it would close and warned that …: the mill warned.
    """
    head = tree.heads[cue]
    if tree.deps[cue] != "conj" or is_saying(tree, head):
        return None
    fellows = (c for c in tree.child_of(head, ("advcl",)) if head < c < cue)
    return next(
        (
            c
            for c in fellows
            if tree.tags[c] == tree.tags[cue]
            and is_saying(tree, c)
            and own_subject(tree, c) is not None
        ),
        None,
    )


def next_verb(tree: Tree, verb: int) -> int | None:
    """The word above *verb* that shares its subject, or leads to one that does."""
    head, dep = tree.heads[verb], tree.deps[verb]
    if head == verb:
        return None
    if dep == "conj" and is_swallowed(tree, verb, head):
        return tree.heads[head]  # Ito said the mill could not stay and added that …
    if dep in ("conj", "advcl", "xcomp", "dep"):
        return head
    if dep == "advmod" and tree.tags[verb].startswith("RB"):
        return head  # Ito went so far as to say
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

"""What nouns and adjectives say: the claim that …; Ito's view is that …; she is sure that …"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.grammar.clause import governed_clause
from quotes.find.grammar.shared_subjects import any_subject
from quotes.find.reported.content import (
    Content,
    Frame,
    complement_frame,
    frame,
    governed,
    is_that_clause,
    whole,
    without,
)
from quotes.parse.tree import Tree


def noun_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """the claim that the mill would close; Ito's promise to stay; her criticism of the plan"""
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("acl", "ccomp", "xcomp", "relcl"):
            frame = complement_frame(tree, child)
            marked = any(
                tree.deps[c] == "mark" and tree.lower[c] == "that" for c in tree.children[child]
            )
            if frame == "infinitive" or (frame == "clause" and marked):
                yield Content(frame, (whole(tree, child),), cue)
            elif tree.deps[child] == "relcl" and is_that_clause(tree, child):
                yield Content("clause", (whole(tree, child),), cue)
        elif tree.deps[child] == "prep":
            head = governed(tree, child)
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)


def beside_verb(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito threw her support behind the mill; they paid tribute to the crew."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "dobj" or not tree.tags[verb].startswith("VB"):
        return
    for prep in tree.child_of(verb, ("prep", "dative")):
        head = governed(tree, prep) if prep > cue else None
        if head is not None:
            yield Content(tree.lower[prep], ((tree.left[head], tree.right[prep]),), prep)


def as_to(tree: Tree, cue: int) -> Iterator[Content]:
    """There was speculation all week as to whether the mill would close: about it.

    "As to" and a question go with the noun or adjective that asks, whatever stands between them.
    """
    clause = tree.language.grammar["clause"]
    questions = clause["questions"] | clause["openers"]
    for asks in range(cue + 1, len(tree) - 2):
        if tree.root[asks] != tree.root[cue]:
            return
        if tree.lower[asks : asks + 2] == ("as", "to") and tree.lower[asks + 2] in questions:
            head = governed(tree, asks + 1)
            if head is not None:
                yield Content("about", ((asks + 2, tree.right[asks + 1]),), cue)
            return


def received(tree: Tree, cue: int) -> Iterator[Content]:
    """The plan drew criticism from villagers; he faced opposition from the council."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "dobj" or not tree.in_list(verb, "verb", "receiving"):
        return
    subject = any_subject(tree, verb)
    after = [c for t in (cue, verb) for c in tree.child_of(t, ("prep", "agent")) if c > cue]
    author = next(
        (c for c in after if tree.in_list(c, "noun", "giving-prepositions")),
        None,
    )
    giver = None if author is None else tree.child(author, "pobj", "pcomp")
    if subject is not None and giver is not None and tree.right[subject] < verb:
        yield Content("received", (whole(tree, subject),), cue, own_source=giver)


def opinion(tree: Tree, cue: int) -> Iterator[Content]:
    """In Ito's view, the mill will close; the mill, in the words of Ito, is a ruin."""
    prep = tree.heads[cue]
    if tree.deps[cue] != "pobj" or tree.lower[prep] not in ("in", "to", "by"):
        return
    of = next((c for c in tree.child_of(cue, ("prep",)) if tree.lower[c] == "of"), None)
    holder = tree.child(cue, "poss") if of is None else tree.child(of, "pobj")
    if holder is None or not tree.in_list(cue, "noun", "opinions"):
        return
    head = governed_clause(tree, prep)
    if head not in (prep, cue) and tree.tags[head].startswith(("VB", "MD")):
        pieces = without(tree, head, whole(tree, prep))
        yield Content("opinion", pieces, cue, own_source=holder)


def noun_copula(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito's view is that the mill will close."""
    verb = tree.heads[cue]
    if tree.deps[cue] != "nsubj" or not tree.in_list(verb, "verb", "copulas"):
        return
    for child in tree.children[verb]:
        if child > verb and tree.deps[child] in ("ccomp", "xcomp", "acomp", "attr"):
            frame = complement_frame(tree, child)
            if frame in ("clause", "infinitive"):
                yield Content(f"is+{frame}", (whole(tree, child),), verb)


def noun_colon(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito's argument: only a new council can save the mill."""
    colon = cue + 1
    if colon + 2 >= len(tree) or tree.words[colon] != ":" or tree.child(cue, "poss") is None:
        return
    last = colon + 1
    while last + 1 < len(tree) and tree.tags[last] != ".":
        last += 1
    yield Content("is+clause", ((colon + 1, last),), colon)


def poll(tree: Tree, cue: int) -> Iterator[Content]:
    """In a poll released on Monday, most villagers were for the mill."""
    noun = tree.child(cue, "pobj")
    if noun is None or not tree.in_list(noun, "noun", "polls"):
        return
    verb = tree.heads[cue]
    after = tree.right[cue] + 1
    fronted = tree.left[verb] == cue and tree.words[after : after + 1] == (",",)
    if fronted and tree.deps[cue] == "prep" and tree.tags[verb].startswith(("VB", "MD")):
        yield Content("poll", without(tree, verb, whole(tree, cue)), cue, own_source=noun)


def adverb(tree: Tree, cue: int) -> Iterator[Content]:
    """The mill has reportedly been sold."""
    verb = tree.heads[cue]
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if tree.deps[cue] != "advmod" or subject is None or subject > cue:
        return
    if (
        tree.language.cues.row(tree.lower[verb], "verb") is None
    ):  # Ito reportedly said so: Ito's words
        pieces = ((tree.left[subject], cue - 1), (cue + 1, tree.right[verb]))
        yield Content("adverb", pieces, cue, no_source=True)


def adjective_complement(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito was adamant that the mill would close; she is confident of success."""
    if tree.deps[cue] not in ("acomp", "oprd", "attr", "ROOT", "conj", "advcl", "amod"):
        return
    impersonal = is_impersonal(tree, cue)
    for child in tree.children[cue]:
        if child < cue:
            continue
        if tree.deps[child] in ("ccomp", "xcomp", "advcl"):
            frame = complement_frame(tree, child)
            yield Content(frame, (whole(tree, child),), cue, no_source=impersonal)
        elif tree.deps[child] == "prep":
            head = governed(tree, child)
            if head is not None:
                yield Content(tree.lower[child], ((tree.left[head], tree.right[child]),), child)
    if tree.deps[cue] == "acomp":  # the parser may hang the clause on the verb instead
        for child in tree.child_of(tree.heads[cue], ("ccomp", "xcomp")):
            if child > cue:
                frame = complement_frame(tree, child)
                yield Content(frame, (whole(tree, child),), cue, no_source=impersonal)


def made_clear(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito made it clear that the mill would close; Ito has made clear why."""
    verb = tree.heads[cue]
    if tree.deps[cue] not in ("ccomp", "oprd", "acomp") or verb > cue:
        return
    if not tree.in_list(verb, "verb", "making"):
        return
    for child in (*tree.children[cue], *tree.children[verb]):
        clausal = tree.deps[child] in ("ccomp", "advcl", "csubj") and child > cue
        if clausal and tree.in_list(tree.left[child], "clause", "openers"):
            yield Content("clause", (whole(tree, child),), cue)


def is_impersonal(tree: Tree, cue: int) -> bool:
    """Whether no one is said to think so: It is unclear whether the mill will close."""
    subject = any_subject(tree, tree.heads[cue])
    return (
        tree.in_list(cue, "adjective", "impersonal")
        and subject is not None
        and tree.lower[subject] in ("it", "that", "this", "what")
    )


NOUN_FRAMES: tuple[Frame, ...] = (
    frame(noun_complement, "acl", "ccomp", "xcomp", "relcl", "prep"),
    frame(beside_verb, "dobj"),
    frame(received, "dobj"),
    frame(opinion, "pobj"),
    frame(as_to),
    frame(noun_copula, "nsubj"),
    frame(noun_colon, "poss"),
)
PREPOSITION_FRAMES: tuple[Frame, ...] = (frame(poll, "pobj", row="poll"),)
ADVERB_FRAMES: tuple[Frame, ...] = (frame(adverb, "advmod", row="adverb"),)
ADJECTIVE_FRAMES: tuple[Frame, ...] = (
    frame(made_clear),
    frame(adjective_complement),
    frame(as_to),
)

"""What a verb says something about or of: objects, prepositional phrases, subjects of passives."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.find.grammar.clause import governed_clause
from quotes.find.grammar.subjects import swapped_subject
from quotes.find.reported.clauses import (
    clause,
    clause_in_phrase,
    contact_clause,
    headline,
    is_adverbial,
    question,
)
from quotes.find.reported.content import (
    Content,
    Frame,
    complement_frame,
    cue_end,
    frame,
    governed,
    is_infinitive,
    whole,
    without,
)
from quotes.parse.tree import Tree


def thing(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito criticised the plan; he accused the council of delay; she called him a liar."""
    head = tree.child(cue, "dobj")
    end = cue_end(tree, cue, len(tree))
    if head is None:
        named = tree.child(cue, "oprd")
        if named is not None and named > cue and tree.child(named, "appos") is not None:
            # Ito called the mayor “a puppet in a chain”: one phrase to the parser
            yield Content("object+complement", (whole(tree, named),), end)
        return
    if tree.in_list(head, "noun", "utterances"):
        return
    if head < cue:  # the plan, which Ito criticised; the ban, which he described as harsh
        for child in tree.child_of(cue, ("prep",)):
            pieces = (whole(tree, head), whole(tree, child))
            yield Content(f"object+{tree.lower[child]}", pieces, end)
        yield Content("object", (whole(tree, head),), end)
        return
    # Ito described herself on her page as a miller: `as` goes with the object, whatever is between
    for child in sorted(tree.children[cue], key=lambda c: tree.lower[c] != "as"):
        if child <= head or tree.left[child] < tree.right[head]:
            continue
        both = ((tree.left[head], tree.right[child]),)
        if tree.deps[child] == "prep":
            yield Content(f"object+{tree.lower[child]}", both, end)
        elif tree.deps[child] in ("oprd", "acomp", "attr"):
            yield Content("object+complement", both, end)
        elif tree.deps[child] == "advcl" and tree.tags[child] == "VBG":
            if tree.words[tree.left[child] - 1] == ",":
                continue  # Ito rejected the idea, pointing out that …
            yield Content("object+gerund", both, end)
        else:
            continue
        break
    for child in tree.child_of(head, ("prep",)):
        # the parser hangs `of delay` on the council: he accused the council of delay
        yield Content(f"object+{tree.lower[child]}", (whole(tree, head),), end)
    yield Content("object", (whole(tree, head),), end)


def preposition(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito talked about the mill; she insisted on seeing it; he warned against a sale."""
    for prep in tree.children[cue]:
        if tree.deps[prep] != "prep" or prep < cue:
            continue
        head = governed(tree, prep)
        if head is not None:
            last = max(tree.right[head], tree.right[prep])
            for other in tree.child_of(cue, ("prep",)):
                # Ito referred to the plan as a disaster
                if tree.lower[other] == "as" and tree.left[other] == last + 1:
                    last = tree.right[other]
            for other in tree.child_of(cue, ("xcomp", "advcl")):
                # Ito called on the council to wait
                if other > last and is_infinitive(tree, other) and tree.left[other] == last + 1:
                    both = ((tree.left[head], tree.right[other]),)
                    yield Content(f"{tree.lower[prep]}+infinitive", both, prep)
            yield Content(tree.lower[prep], ((tree.left[head], last),), prep)


def wished_for(tree: Tree, cue: int) -> Iterator[Content]:
    """Ito called for the mill to be saved."""
    for child in tree.child_of(cue, ("advcl", "ccomp", "xcomp")):
        first = tree.left[child]
        if child > cue and tree.lower[first] == "for" and is_infinitive(tree, child):
            yield Content("for", ((first + 1, tree.right[child]),), first)


def passive(tree: Tree, cue: int) -> Iterator[Content]:
    """The council was accused of delay by Ito; the mill is expected to close."""
    subject = tree.child(cue, "nsubjpass")
    if subject is None or tree.tags[cue] != "VBN":
        return
    if tree.lower[subject] in ("it", "there") or tree.in_list(cue, "verb", "addressed"):
        return  # It is understood that …; Ito was told that …
    pieces = [whole(tree, subject)]
    made = "passive"
    for child in sorted(tree.children[cue], key=lambda c: tree.lower[c] != "as"):
        if child < cue or tree.deps[child] in ("agent", "punct", "npadvmod", "advmod"):
            continue
        if tree.deps[child] in ("xcomp", "oprd", "ccomp", "attr", "acomp"):
            made = f"passive+{complement_frame(tree, child)}"
            if made == "passive+clause":
                return  # Ito was asked why the mill had closed: whom one asks is not asked about
            pieces.append(whole(tree, child))
            break
        if tree.deps[child] == "prep":
            if tree.child(child, "pcomp") is not None and tree.lower[child] == "as":
                return  # Ito was quoted as saying that …: it is she who says
            pieces.append(whole(tree, child))
            made = f"passive+{tree.lower[child]}"
            break
    by = swallowed_agent(tree, cue, pieces[-1]) if len(pieces) > 1 else None
    agent = tree.child(by, "pobj") if by is not None else None
    if by is not None:
        pieces[-1] = (pieces[-1][0], by - 1)
    if len(pieces) > 1:
        yield Content(made, tuple(pieces), cue, own_source=agent)
    yield Content("passive", (pieces[0],), cue, own_source=agent)


def swallowed_agent(tree: Tree, cue: int, piece: tuple[int, int]) -> int | None:
    """The `by` at the end of the last phrase: The goal was described as a fluke by the coach."""
    if tree.child(cue, "agent") is not None:
        return None
    first, last = piece
    return next(
        (
            t
            for t in range(first + 1, last)
            if tree.lower[t] == "by" and tree.right[t] == last and tree.deps[t] in ("prep", "agent")
        ),
        None,
    )


def cleft(tree: Tree, cue: int) -> Iterator[Content]:
    """What Ito said was that the mill would close; all she wants is to stay."""
    noun = tree.heads[cue]
    if tree.deps[cue] not in ("csubj", "relcl") or tree.tags[cue] == "VBN":
        return
    verb = tree.heads[noun] if tree.deps[cue] == "relcl" else noun
    if not tree.in_list(verb, "verb", "copulas") or verb < cue:
        return
    if tree.deps[cue] == "relcl" and tree.deps[noun] != "nsubj":
        return
    for child in tree.child_of(verb, ("ccomp", "xcomp", "advcl")):
        if child > verb:
            yield Content(f"is+{complement_frame(tree, child)}", (whole(tree, child),), verb)


def impression(tree: Tree, cue: int) -> Iterator[Content]:
    """The mill seems to be closing."""
    subject = tree.child(cue, "nsubj")
    rest = [
        c
        for c in tree.children[cue]
        if c > cue and tree.deps[c] in ("xcomp", "oprd", "acomp", "ccomp", "advcl", "attr")
    ]
    if subject is None or not rest or subject > cue:
        return
    last = (tree.left[rest[0]], tree.right[rest[0]])
    pieces = (last,) if tree.lower[subject] in ("it", "there") else (whole(tree, subject), last)
    yield Content("impression", pieces, cue, no_source=True)


def parenthetical(tree: Tree, cue: int) -> Iterator[Content]:
    """The bridge, Ito argued, was safe. The bridge was safe, as Ito argued."""
    head = tree.heads[cue]
    if tree.deps[cue] == "parataxis":
        made = "parenthetical"
    elif tree.deps[cue] == "advcl" and any(
        tree.lower[c] == "as" for c in tree.children[cue] if c < cue
    ):
        made = "as-clause"
    else:
        return
    for child in tree.children[cue]:
        addressee = tree.deps[child] == "dobj" and (
            tree.in_list(cue, "verb", "addressed") or tree.lower[child] == "it"
        )  # as Ito told the court; as Ito puts it
        if tree.deps[child] in ("ccomp", "dobj", "xcomp") and not addressee:
            return
    if head > cue and is_adverbial(tree, head):
        head = tree.heads[head]  # The bridge fell, Ito said, hours before it was to open
    while tree.deps[head] in ("conj", "acomp") and tree.heads[head] < cue:
        head = tree.heads[head]  # The talks were, Ito said, frank but hard: all that the talks were
    first, last = whole(tree, cue)
    if tree.words[cue - 1 : cue] == (",",):
        first = cue  # The goat, said the captain, had a ticket: the goat is the content's
    yield Content(made, without(tree, head, (first, last)), cue)


def set_into_clause(tree: Tree, cue: int) -> Iterator[Content]:
    """The plan, said Ito, who owns the mill, is dead."""
    swapped = swapped_subject(tree, cue)
    if swapped is not None:
        first, speaker, clause = swapped
        rest = (tree.right[speaker] + 1, tree.right[clause])
        yield Content("parenthetical", ((tree.left[first], cue - 2), rest), cue)


def according(tree: Tree, cue: int) -> Iterator[Content]:
    """The bridge is safe, according to Ito."""
    to = tree.child(cue, "prep")
    if to is None and cue + 1 < len(tree) and tree.lower[cue + 1] == "to":
        to = cue + 1
    source = tree.child(to, "pobj", "pcomp") if to is not None else None
    if to is None or source is None or tree.in_list(source, "noun", "measures"):
        return
    head = governed_clause(tree, cue)
    if head == cue:
        return
    yield Content("according", without(tree, head, whole(tree, cue)), to, own_source=source)


VERB_FRAMES: tuple[Frame, ...] = (
    frame(clause, "ccomp", "xcomp"),
    frame(contact_clause, "dobj"),
    frame(headline, "nsubj"),
    frame(clause_in_phrase, "prep"),
    frame(question, "advcl", "intj", "dep"),
    frame(passive, "nsubjpass"),
    frame(thing, "dobj", "oprd"),
    frame(wished_for, "advcl", "ccomp", "xcomp"),
    frame(preposition, "prep"),
    frame(cleft, "csubj", "relcl"),
    frame(impression, "nsubj", row="impression"),
    frame(parenthetical, "parataxis", "advcl"),
    frame(set_into_clause, "ccomp"),
    frame(according, row="according"),
)

"""Which verb beside a stretch in quotation marks can be its verb of saying."""

from __future__ import annotations

from typing import Literal

from quotes.find.cues import CueHead
from quotes.find.marks.bounds import is_title_case
from quotes.find.paragraph import Paragraph, tokens_of
from quotes.lexicon.thresholds import (
    BEHIND_MARKS,
    FARTHEST_CUE,
    FARTHEST_SAID_BEFORE,
    SHORT_SOURCE,
    SOURCE_START,
)
from quotes.parse.tree import Tree

Ending = Literal["open", "mark", "stop", "none"]  # how marks end: see `ending`


def speaking_after(paragraph: Paragraph, number: int) -> CueHead | None:
    """The verb after the marks that can be their cue: the first of its sentence that leads up."""
    tree = paragraph.tree
    first, last = tokens_of(paragraph, number)
    end = ending(paragraph, number)
    if end == "none" or belongs_before(tree, first, end):
        return None
    for token in range(last + 1, min(last + FARTHEST_CUE, len(tree))):
        if paragraph.inside[token] >= 0 and hold_name(paragraph, paragraph.inside[token]):
            continue  # …,” Ito, the author of “Salt and Iron,” said
        if paragraph.inside[token] >= 0 or (tree.words[token] in ".:;" and token > last + 1):
            return None
        if tree.tags[token] == "CC" and (
            token - last <= BEHIND_MARKS or tree.words[token - 1] == ","
        ):
            return None  # “No,” and said that …
        head = paragraph.heads.get(token)
        if head is None or not can_take_quote(tree, head):
            continue
        if not is_uttered(paragraph, number, head):
            continue
        if tree.tags[token] == "VBG":
            # “Never again,” saying that … looks ahead; “…,” the agency quoted Ito as saying, back
            return head if is_passed_on(tree, token) else None
        if end in ("mark", "stop") and is_led_up_to(paragraph, number):
            return None  # He said, “Who needs it?” That tells you everything.
        if end == "stop" and (token - last > SHORT_SOURCE or says_more(tree, token)):
            return None
        if end == "stop" and "," in tree.words[last + 1 : token]:
            return None  # “No.” Gardeners, he added, should wait.
        if token - last <= BEHIND_MARKS or is_main(tree, last, token):
            return head
        if token - last > SHORT_SOURCE and tree.deps[token] not in ("relcl", "acl"):
            return None
    return None


def belongs_before(tree: Tree, first: int, end: Ending) -> bool:
    """Whether the words before the marks at *first* are what leads to them, not those behind.

    His famous demand: “Tear it down!” In what Ito called “the old way,” the club charged a fee.
    """
    if first == 0:
        return False
    before = tree.words[first - 1]
    named = tree.in_list(first - 1, "verb", "calling") and tree.tags[first - 1][:2] == "VB"
    return named or (before == ":" and end in ("mark", "stop"))


def is_passed_on(tree: Tree, gerund: int) -> bool:
    """Whether a verb of quoting tells what someone says: The agency quoted Ito as saying …"""
    prep = tree.heads[gerund]
    quoting = tree.in_list(tree.heads[prep], "verb", "quoting")
    return tree.deps[gerund] == "pcomp" and tree.in_list(prep, "preposition", "role") and quoting


def hold_name(paragraph: Paragraph, number: int) -> bool:
    """Whether the marks hold a name or a title, which a source can have in it."""
    inner = paragraph.marked[number].inner if number < len(paragraph.marked) else None
    return inner is not None and is_title_case(
        inner.of(paragraph.tree.text), paragraph.tree.language
    )


def is_uttered(paragraph: Paragraph, number: int, head: CueHead) -> bool:
    """Whether the marks can hold what the verb says: a title opens or runs, it is not said."""
    inner = paragraph.marked[number].inner
    # He said, “Never Again.” But: Ito, who starred in “Salt and Iron,” posted a picture.
    # a pool that the herders call “the Well of Names”: a name, whatever else the verb takes
    names = paragraph.tree.in_list(head.token, "verb", "calling")
    plain = head.row.takes_clause and not says_more(paragraph.tree, head.token) and not names
    if plain or inner is None:
        return True
    said = inner.of(paragraph.tree.text)
    # “Never,” replied the widow.
    return " " not in said or not is_title_case(said, paragraph.tree.language)


def says_more(tree: Tree, verb: int) -> bool:
    """Whether the verb has a content of its own: “…” He promised to wait."""
    return any(c > verb and tree.deps[c] in ("ccomp", "xcomp", "dobj") for c in tree.children[verb])


def is_led_up_to(paragraph: Paragraph, number: int) -> bool:
    """Whether a verb of saying and a comma or colon lead up to the marks: he explained, “and …”"""
    first, _ = tokens_of(paragraph, number)
    tree = paragraph.tree
    if first == 0 or tree.words[first - 1] not in (",", ":"):
        return False
    for token in range(first - 2, max(-1, first - FARTHEST_SAID_BEFORE), -1):
        head = paragraph.heads.get(token)
        if head is not None and can_take_quote(tree, head):
            return True
        if paragraph.inside[token] >= 0 or not tree.words[token][0].isalnum():
            return False
    return False


def can_take_quote(tree: Tree, head: CueHead) -> bool:
    """Whether the cue is a verb that takes a quote, and is not a mere attribute."""
    return head.row.pos == "verb" and head.row.takes_quote and tree.deps[head.token] != "amod"


def ending(paragraph: Paragraph, number: int) -> Ending:
    """How the marks end: `open` to a cue, with a `mark`, with a `stop`, or as `none` of speech."""
    marked = paragraph.marked[number]
    text = paragraph.tree.text
    quoted = (marked.inner or marked.span).of(text).rstrip("'\"’”» ")
    if quoted[-1:] in (*",—–-…;",) or text[marked.span.end : marked.span.end + 1] == ",":
        return "open"
    if quoted[-1:] in ("!", "?"):
        return "mark"
    return "stop" if quoted[-1:] == "." else "none"


def comes_before(tree: Tree, last: int, token: int) -> bool:
    """Whether a subject stands between the marks that end at *last* and the verb *token*."""
    return any(
        tree.deps[t] in ("nsubj", "nsubjpass")
        or tree.tags[t] in ("PRP", "NNP", "NNPS", "NN", "NNS", "CD")
        for t in range(last + 1, token)
    )


def is_main(tree: Tree, last: int, token: int) -> bool:
    """Whether the verb *token* is the one that the words after the marks lead up to."""
    subject = tree.child(token, "nsubj")
    if subject is not None and last < subject < token:
        # …,” Ito, who said little, told the court: `said` is not the verb of Ito
        return tree.left[subject] <= last + SOURCE_START and not tree.in_list(
            subject, "clause", "relative"
        )
    if token - last <= SHORT_SOURCE:
        return True
    # …,” Ito, 81 and retired in Ise, said: long sources confuse the parser
    first = tree.tags[last + 1]
    later = any(c > token and tree.deps[c] == "ccomp" for c in tree.children[token])
    return first.startswith(("NN", "DT", "CD", "JJ", "PRP")) and not later


def is_participle(tree: Tree, verb: int) -> bool:
    """Whether the verb is a past participle without an auxiliary of its own."""
    return tree.tags[verb] in ("VBN", "VBD") and tree.child(verb, "aux", "nsubj") is None

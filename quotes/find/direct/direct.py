"""Direct speech: which cue a stretch in quotation marks belongs to, by what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quotes.find.candidate import Candidate, ContentRule
from quotes.find.cues import CueHead
from quotes.find.direct.beside_sources import Beside, with_source
from quotes.find.direct.signs import COLON, DASH, colon_before, dash_after
from quotes.find.direct.speaking import (
    can_take_quote,
    comes_before,
    is_participle,
    is_uttered,
    speaking_after,
)
from quotes.find.marks.bounds import is_sentence_like
from quotes.find.paragraph import Paragraph, tokens_of
from quotes.lexicon.cues import CueRow
from quotes.lexicon.thresholds import (
    BEFORE_MARKS,
    BEHIND_MARKS,
    FARTHEST_CUE,
    FARTHEST_UNKNOWN_VERB,
    MOST_VERBS_BEFORE_COLON,
)
from quotes.model import Marked
from quotes.parse.tree import Tree

Finder = Callable[[Paragraph, int], Beside | None]
# How a verb's clause tells what is said.
SAID = frozenset(("ccomp", "xcomp", "dobj", "acomp", "attr", "oprd", "advcl", "neg"))


def inverted_after(paragraph: Paragraph, number: int) -> Beside | None:
    """“We won't sell,” said Ito."""
    _, last = tokens_of(paragraph, number)
    head = speaking_after(paragraph, number)
    if (
        head is None
        or head.token - last > BEHIND_MARKS
        or comes_before(paragraph.tree, last, head.token)
    ):
        return None
    tree, after = paragraph.tree, head.token + 1
    if tree.child(head.token, "auxpass") is not None:
        return None  # Her book, “Salt and Iron,” was published in 1989.
    if after < len(tree) and tree.in_list(after, "clause", "no-subjects"):
        return None  # The song “Le Bac,” says that …
    return with_source(paragraph, head, last)


def cue_after(paragraph: Paragraph, number: int) -> Beside | None:
    """“We won't sell,” Ito said. “We won't sell,” Ito, who runs the mill, said on Friday."""
    _, last = tokens_of(paragraph, number)
    head = speaking_after(paragraph, number)
    if head is None or not comes_before(paragraph.tree, last, head.token):
        return None
    return with_source(paragraph, head, last)


def cue_before(paragraph: Paragraph, number: int) -> Beside | None:
    """Ito said, “We won't sell.” Ito told reporters on Friday: “We won't sell.”"""
    tree = paragraph.tree
    first, _ = tokens_of(paragraph, number)
    colon = first > 0 and tree.words[first - 1] == ":"
    comma = first > 0 and tree.words[first - 1] == ","
    verbs = 0
    for token in range(first - 1, max(-1, first - FARTHEST_CUE), -1):
        if paragraph.inside[token] >= 0 or (
            tree.words[token] in ".;!?" and tree.tags[token] == "."
        ):
            return None
        head = paragraph.heads.get(token)
        if head is not None and can_take_quote(tree, head):
            near = first - token <= BEFORE_MARKS or comma or colon
            if not colon and not is_uttered(paragraph, number, head):
                return None  # She sang “Land of Our Fathers”; he spoke on a show, “The Reeds”
            if not (comma or colon) and tree.tags[first - 1] == "IN":
                return None  # She read from “the law on reeds”
            whole = is_sentence_like(tree, paragraph.marked[number])
            if comma and not whole and not head.row.takes_clause:
                return None  # wherever she went, “holding on to her hat”
            if is_participle(tree, token) and tree.in_list(token, "verb", "naming"):
                return None  # a play called “We Won't Sell”
            beside = with_source(paragraph, head, None) if near else None
            # the oven, nicknamed ‘the Duchess’: a name, and nobody's words
            named = beside is not None and beside.source is None and is_participle(tree, token)
            return (
                None if named and not is_sentence_like(tree, paragraph.marked[number]) else beside
            )
        if head is not None and head.row.pos == "noun" and leads_on(tree, token + 1):
            # Ito replied in a letter: “We won't sell.” She replied, the letter does not
            above = (paragraph.heads.get(t) for t in tree.ancestors(token) if t < token)
            verb = next((h for h in above if h is not None and can_take_quote(tree, h)), head)
            return with_source(paragraph, verb, None)
        if tree.tags[token] in ("VBD", "VBZ", "VBP", "MD"):
            verbs += 1
            if not colon or verbs > MOST_VERBS_BEFORE_COLON:
                return None
    return None


def leads_on(tree: Tree, token: int) -> bool:
    """Whether what follows a noun tells what it says: the claim *that* …, her reply*:* …"""
    return tree.words[token] == ":" or tree.in_list(token, "clause", "that")


def sentence_before(paragraph: Paragraph, number: int) -> Beside | None:
    """Ito said in a statement. “We won't sell.”"""
    tree = paragraph.tree
    first, _ = tokens_of(paragraph, number)
    if first < 3 or tree.words[first - 1] != "." or any(n >= 0 for n in paragraph.inside[:first]):
        return None
    head = paragraph.heads.get(tree.root[first - 2])
    if head is None or not can_take_quote(tree, head) or not head.row.takes_clause:
        return None
    told = [tree.deps[c] for c in tree.children[head.token]]
    if not SAID.isdisjoint(told) or not is_sentence_like(tree, paragraph.marked[number]):
        return None
    return with_source(paragraph, head, None)


def any_verb_after(paragraph: Paragraph, number: int) -> Beside | None:
    """“We won't sell,” Ada Ito grimaced."""
    tree = paragraph.tree
    _, last = tokens_of(paragraph, number)
    text = tree.text
    inner = paragraph.marked[number].inner
    if (
        inner is None
        or text[inner.end - 1] not in ",?!"
        or not is_sentence_like(tree, paragraph.marked[number])
    ):
        return None
    for token in range(last + 1, min(last + FARTHEST_UNKNOWN_VERB, len(tree))):
        if paragraph.inside[token] >= 0 or tree.words[token] in ".:;,":
            return None
        if tree.tags[token] in ("VBD", "VBZ", "VBP"):
            row = CueRow(tree.lower[token], "verb", "speech", frozenset(), frozenset())
            subject = tree.child(token, "nsubj")
            if subject is None or tree.tags[subject] in ("WDT", "WP"):
                return None
            if not last < tree.left[subject] <= last + BEHIND_MARKS:
                return None
            beside = with_source(paragraph, CueHead(token, row), last)
            return beside._replace(cue=replace(beside.cue, rule=ANY_VERB.name))
    return None


def find_beside(paragraph: Paragraph, number: int) -> tuple[ContentRule, Beside] | None:
    """The cue beside the stretch *number* of the paragraph, by the first rule that finds one."""
    for rule, finder in RULES:
        beside = finder(paragraph, number)
        if beside is not None:
            return rule, beside
    return None


def direct_quote(rule: ContentRule, beside: Beside, marked: Marked) -> Candidate:
    """The words in marks as a quote with the cue beside them."""
    return Candidate(
        paragraph=marked.paragraph,
        spans=(marked.span,),
        rule=rule,
        act=beside.act,
        cue=beside.cue,
        source=beside.source,
        source_rule=beside.source_rule,
        marked=(marked,),
    )


ANY_VERB = ContentRule("direct.any-verb", "“We won’t sell,” Ada Ito grimaced.")
RULES: tuple[tuple[ContentRule, Finder], ...] = (
    (ContentRule("direct.inverted", "“We won’t sell,” said Ito."), inverted_after),
    (ContentRule("direct.cue-after", "“We won’t sell,” Ito said."), cue_after),
    (ContentRule("direct.cue-before", "Ito said, “We won’t sell.”", keeps_words=True), cue_before),
    (
        ContentRule("direct.cue-sentence", "Ito said in a statement. “We won’t sell.”"),
        sentence_before,
    ),
    (ANY_VERB, any_verb_after),
    (DASH, dash_after),
    (COLON, colon_before),
)

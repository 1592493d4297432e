"""Direct speech: which cue a stretch in quotation marks belongs to, by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quotes.find.boundaries import is_sentence_like
from quotes.find.cues import CueHead, make_cue
from quotes.find.reported import source_words
from quotes.find.sources import Source, find_source, inverted
from quotes.lexicon.load import CueRow, words
from quotes.model import Act, Cue, Marked, Rule, Span
from quotes.tree import Tree

FARTHEST = 40  # tokens that a source with its relative clauses may put between marks and cue


@dataclass(frozen=True, slots=True)
class Beside:
    """The cue beside a stretch in marks, with its source."""

    rule: str
    cue: Cue
    act: Act
    source: Span | None
    source_rule: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph with what stands in marks in it, as the rules of this file see it."""

    tree: Tree
    marked: tuple[Marked, ...]  # outer ones only
    inside: tuple[int, ...]  # for each token the number of the marks that it stands in, or -1
    quoted: frozenset[int]  # the tokens in marks
    heads: dict[int, CueHead]  # the possible cues outside the marks


Finder = Callable[[Page, int], "Beside | None"]


def tokens_of(page: Page, number: int) -> tuple[int, int]:
    """The first and last token of the stretch *number*, marks included."""
    inside = [t for t, n in enumerate(page.inside) if n == number]
    return inside[0], inside[-1]


def cue_after(page: Page, number: int) -> Beside | None:
    """“We won't sell,” said Ito. “We won't sell,” Ito, who runs the mill, said on Friday."""
    tree = page.tree
    _, last = tokens_of(page, number)
    end = ending(page, number)
    if end == "none":
        return None
    for token in range(last + 1, min(last + FARTHEST, len(tree))):
        if page.inside[token] >= 0 or (tree.words[token] in ".:;" and token > last + 1):
            return None
        if tree.tags[token] == "CC" and not tree.tags[token - 1].startswith("NN"):
            return None
        head = page.heads.get(token)
        if head is None or not is_speaking(tree, head):
            continue
        if tree.tags[token] == "VBG":  # “New York values,” saying that …: a participle looks ahead
            return None
        if end == "stop" and (token - last > 4 or tree.child(token, "ccomp") is not None):
            return None
        if token - last <= 2 and not comes_before(tree, last, token):
            return with_source(page, "direct.inverted", head, last)
        if is_main(tree, last, token):
            return with_source(page, "direct.cue-after", head, last)
        if token - last > 4:
            return None
    return None


def is_speaking(tree: Tree, head: CueHead) -> bool:
    """Whether the cue is a verb that takes a quote, and is not a mere attribute."""
    return (
        head.row.pos == "verb" and "quote" in head.row.frames and tree.deps[head.token] != "amod"
    )


def ending(page: Page, number: int) -> str:
    """How the marks end: `open` to a cue that follows, with a `stop`, or as `none` of speech."""
    marked = page.marked[number]
    text = page.tree.text
    quoted = (marked.inner or marked.span).of(text).rstrip("'\"’”» ")
    if quoted[-1:] in (*",!?—–-…;",) or text[marked.span.end : marked.span.end + 1] == ",":
        return "open"
    return "stop" if quoted[-1:] == "." else "none"


def comes_before(tree: Tree, last: int, token: int) -> bool:
    """Whether a subject stands between the marks that end at *last* and the verb *token*."""
    return any(
        tree.deps[t] in ("nsubj", "nsubjpass") or tree.tags[t] in ("PRP", "NNP", "NNPS", "NN", "NNS")
        for t in range(last + 1, token)
    )


def is_main(tree: Tree, last: int, token: int) -> bool:
    """Whether the verb *token* is the one that the words after the marks lead up to."""
    subject = tree.child(token, "nsubj")
    if subject is not None and last < subject < token:
        # …,” Ito, who said little, told the court: `said` is not the verb of Ito
        return tree.left[subject] <= last + 3 and tree.lower[subject] not in words("clause", "relative")
    if token - last <= 4:
        return True
    # …,” Ito, 81 and retired in Ise, said: long sources confuse the parser
    first = tree.tags[last + 1]
    return first.startswith(("NN", "DT", "CD", "JJ", "PRP")) and tree.child(token, "ccomp") is None


def cue_before(page: Page, number: int) -> Beside | None:
    """Ito said, “We won't sell.” Ito told reporters on Friday: “We won't sell.”"""
    tree = page.tree
    first, _ = tokens_of(page, number)
    colon = first > 0 and tree.words[first - 1] == ":"
    comma = first > 0 and tree.words[first - 1] == ","
    verbs = 0
    for token in range(first - 1, max(-1, first - FARTHEST), -1):
        if page.inside[token] >= 0 or (tree.words[token] in ".;!?" and tree.tags[token] == "."):
            return None
        head = page.heads.get(token)
        if head is not None and is_speaking(tree, head):
            near = first - token <= 3 or comma or colon
            return with_source(page, "direct.cue-before", head, None) if near else None
        if head is not None and head.row.pos == "noun" and tree.lower[token + 1] in ("that", ":"):
            return with_source(page, "direct.cue-before", head, None)
        if tree.tags[token] in ("VBD", "VBZ", "VBP", "MD"):
            verbs += 1
            if not colon or verbs > 2:
                return None
    return None


def any_verb_after(page: Page, number: int) -> Beside | None:
    """“We won't sell,” Ito smiled."""
    tree = page.tree
    _, last = tokens_of(page, number)
    text = tree.text
    inner = page.marked[number].inner
    if inner is None or text[inner.end - 1] not in ",?!" or not is_sentence_like(text, page.marked[number]):
        return None
    for token in range(last + 1, min(last + 8, len(tree))):
        if page.inside[token] >= 0 or tree.words[token] in ".:;,":
            return None
        if tree.tags[token] in ("VBD", "VBZ", "VBP"):
            row = CueRow(tree.lower[token], "verb", "speech", frozenset(), frozenset())
            subject = tree.child(token, "nsubj")
            if subject is None or tree.tags[subject] in ("WDT", "WP"):
                return None
            if not last < tree.left[subject] <= last + 2:
                return None
            return with_source(page, "direct.any-verb", CueHead(token, row), last)
    return None


def colon_before(page: Page, number: int) -> Beside | None:
    """Ito was blunt: “We won't sell.” Anna Ito: “We won't sell.”"""
    tree = page.tree
    first, _ = tokens_of(page, number)
    if first == 0 or tree.words[first - 1] != ":":
        return None
    cue = Cue(tree.span_of(first - 1, first - 1), ":", "speech", "direct.colon")
    label = label_before(page, first - 1)
    if label is not None:
        return Beside("direct.colon", cue, "speech", label, "source.label")
    start = first - 1
    while start > 0 and page.inside[start - 1] < 0 and tree.tags[start - 1] != ".":
        start -= 1
    subject = main_subject(tree, start, first)
    if subject is None:
        return Beside("direct.colon", cue, "speech", None, None)
    source = source_words(tree, Source(subject, "source.subject"), subject, cue.span, [])
    return Beside("direct.colon", cue, "speech", source, "source.subject" if source else None)


def main_subject(tree: Tree, start: int, end: int) -> int | None:
    """The subject of the first main verb among the tokens [start, end)."""
    main = ("ROOT", "ccomp", "conj", "parataxis")
    return next(
        (t for t in range(start, end) if tree.deps[t] == "nsubj" and tree.deps[tree.heads[t]] in main),
        None,
    )


def label_before(page: Page, colon: int) -> Span | None:
    """The name alone that stands before a colon, after the start, a dash or `by`."""
    tree = page.tree
    start = colon
    while start > 0 and tree.tags[start - 1].startswith(("NNP", "POS")) and colon - start < 6:
        start -= 1
    while start < colon and tree.tags[start] == "POS":
        start += 1
    if start == colon:
        return None
    if start > 0 and tree.words[start - 1] not in ("-", "–", "—", "--", "―", ".", "|") and tree.lower[start - 1] != "by":
        return None
    return tree.span_of(start, colon - 1)


def with_source(page: Page, rule: str, head: CueHead, after: int | None) -> Beside:
    """The cue *head* with its source: its subject, or else the words beside it."""
    tree, token = page.tree, head.token
    cue = make_cue(tree, head, token)
    source = find_source(tree, token, head.row.pos)
    if source is not None and page.inside[source.head] >= 0:
        source = None
    # “No,” said Ito: a name right behind the verb is its subject, whatever the tree says
    if after is not None and (source is None or source.rule != "source.subject"):
        beside = inverted(tree, token)
        if beside is not None and page.inside[beside] < 0 and tree.tags[beside] != "PRP":
            source = Source(beside, "source.inverted")
    if source is None and after is not None:
        source = adjacent(page, token, after)
    contents = [m.span for m in page.marked]
    span = source_words(tree, source, token, cue.span, contents) if source else None
    name = head.row.rule if head.row.forms else "direct.any-verb"
    cue = Cue(cue.span, cue.lemma, cue.act, name, cue.negated)
    return Beside(rule, cue, head.row.act, span, source.rule if source and span else None)


def adjacent(page: Page, token: int, after: int) -> Source | None:
    """The noun or pronoun that the words between the marks and the verb begin with."""
    tree = page.tree
    for candidate in range(after + 1, token):
        if tree.tags[candidate].startswith(("NN", "PRP")) and page.inside[candidate] < 0:
            head = candidate
            while tree.heads[head] in range(head + 1, token) and tree.tags[
                tree.heads[head]
            ].startswith(("NN", "JJ")):
                head = tree.heads[head]
            return Source(head, "source.adjacent")
    return None


DASH_NAME = re.compile(
    r"\s*[\r\n]?\s*(?:—|–|―|--|-)\s*(?P<name>[^\W\d_][^\r\n“”\"«»]{1,120}?)\s*(?=\n|\r|$)"
)


def dash_after(page: Page, number: int) -> Beside | None:
    """“We won't sell.” — Miriam Stone"""
    text, marked = page.tree.text, page.marked[number]
    match = DASH_NAME.match(text, marked.span.end)
    if match is None or not match["name"][0].isupper() or match["name"].count(" ") > 14:
        return None
    dash = re.search(r"—|–|―|--|-", match.group())
    if dash is None:
        return None
    start = marked.span.end + dash.start()
    cue = Cue(Span(start, start + len(dash.group())), dash.group(), "speech", "direct.dash")
    name = Span(match.start("name"), match.end("name"))
    return Beside("direct.dash", cue, "speech", name, "source.dash")


FINDERS: tuple[Finder, ...] = (cue_after, cue_before, any_verb_after, dash_after, colon_before)


def find_beside(page: Page, number: int) -> Beside | None:
    """The cue beside the stretch *number* of the paragraph, by the first rule that finds one."""
    return next((b for finder in FINDERS if (b := finder(page, number)) is not None), None)


RULES = (
    Rule("direct.cue-after", "“We won’t sell,” Ito said."),
    Rule("direct.inverted", "“We won’t sell,” said Ito."),
    Rule("direct.cue-before", "Ito said, “We won’t sell.”"),
    Rule("direct.any-verb", "“We won’t sell,” Ito smiled."),
    Rule("direct.dash", "“We won’t sell.” — Miriam Stone"),
    Rule("direct.colon", "Ito was blunt: “We won’t sell.”"),
    Rule("source.inverted", "“We won’t sell,” said Ito."),
    Rule("source.adjacent", "“We won’t sell,” Ito later said."),
    Rule("source.dash", "“We won’t sell.” — Miriam Stone"),
)

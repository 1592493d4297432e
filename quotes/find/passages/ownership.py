"""Which words in quotation marks belong to which content, and what else of it is kept."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.find.candidate import Candidate, ContentRule
from quotes.find.direct.beside_sources import Beside
from quotes.find.direct.direct import direct_quote, find_beside
from quotes.find.marks.bounds import is_sentence_like, joined, minus, trim, word_count
from quotes.find.paragraph import Paragraph, tokens_of
from quotes.lexicon.language import Language
from quotes.lexicon.thresholds import OWNED_SHARE
from quotes.model import Cue, Marked, Span
from quotes.parse.tree import Tree


def own_marks(
    paragraph: Paragraph, found: list[Candidate]
) -> tuple[dict[Marked, int], list[Candidate]]:
    """Which of *found* each stretch in marks belongs to, and the quotes of cues found by it."""
    owners: dict[Marked, int] = {}
    cued: list[Candidate] = []
    text = paragraph.tree.text
    for number, marked in enumerate(paragraph.marked):
        by_tree = first_of(
            n for n, f in enumerate(found) if share_of(text, f.spans, marked) >= OWNED_SHARE
        )
        cued_by = find_beside(paragraph, number) if stands_alone(paragraph, number) else None
        fragment = by_tree is not None and not is_sentence_like(paragraph.tree, marked)
        inside = cued_by is not None and is_inside(cued_by[1].cue.span, found)
        if cued_by is None or fragment or inside:
            owner = by_tree if by_tree is not None else run_into(text, found, marked)
            if inside and owner is not None:
                # Ito said Bello shouted: “Pay up.” The marks are a part of what Ito said.
                found[owner] = found[owner]._replace(flags=(*found[owner].flags, "second_hand"))
            if owner is not None:
                owners[marked] = owner
            continue
        rule, beside = cued_by
        cue = beside.cue.span
        same = first_of(n for n, f in enumerate(found) if f.cue and f.cue.span.overlaps(cue))
        if same is None:
            cued = add_cued(cued, direct_quote(rule, beside, marked))
        else:
            owners[marked] = same
            sourced = better_source(found[same], beside, paragraph)
            found[same] = as_direct(sourced, rule, beside, marked)
    return owners, cued


def first_of(numbers: Iterable[int]) -> int | None:
    """The first of *numbers*; None if there is none."""
    return next(iter(numbers), None)


def stands_alone(paragraph: Paragraph, number: int) -> bool:
    """Whether the marks can be an utterance: a sentence, or words no phrase outside governs."""
    marked, tree = paragraph.marked[number], paragraph.tree
    if is_sentence_like(tree, marked):
        return True
    start, _ = tokens_of(paragraph, number)
    before = tree.tags[start - 1] if start > 0 else "."
    # her new “Harbour Show,” the mayor's “offensive,”: a part of the phrase around it
    return not before.startswith(("DT", "JJ", "NN", "POS", "PRP$", "CD", "IN"))


def run_into(text: str, found: list[Candidate], marked: Marked) -> int | None:
    """The content that runs into the marks without a stop: that he had “fought for it. We won.”"""
    for n, f in enumerate(found):
        gap = text[f.spans[-1].end : marked.span.start]
        if f.spans[-1].end <= marked.span.start and not gap.strip() and "\n" not in gap:
            return n
        if f.spans[-1].overlaps(marked.span):
            return n
    return None


def as_direct(found: Candidate, rule: ContentRule, beside: Beside, marked: Marked) -> Candidate:
    """*found* as a direct quote, if the tree gives its cue no more than the words in marks."""
    # “Fire!” shouted somebody: to the parser an object
    wrong = not (rule.keeps_words or found.rule.keeps_words)
    # “Nobody rang,” the widow, who had run out, whispered: to the parser they rang the widow
    source = beside.source
    swallows = source is not None and any(s.overlaps(source) for s in found.spans)
    if not (wrong or swallows) and any(not marked.span.covers(s) for s in found.spans):
        return found
    return found._replace(spans=(marked.span,), rule=rule)


def better_source(found: Candidate, beside: Beside, paragraph: Paragraph) -> Candidate:
    """*found* with the source that stands beside the marks, where its own is worse."""
    own = found.source
    in_marks = own is not None and any(m.span.overlaps(own) for m in paragraph.marked)
    if beside.source is not None and (
        own is None or in_marks or (found.source_rule is not None and found.source_rule.from_afar)
    ):
        return found._replace(source=beside.source, source_rule=beside.source_rule)
    return found._replace(source=None, source_rule=None) if in_marks else found


def share_of(text: str, spans: tuple[Span, ...], marked: Marked) -> float:
    """The share of the words of *marked* that *spans* cover."""
    inner = marked.inner or marked.span
    covered = sum(
        word_count(text, Span(max(s.start, inner.start), min(s.end, inner.end)))
        for s in spans
        if s.overlaps(inner)
    )
    if not covered:
        return 0.0
    return covered / word_count(text, inner)


def is_inside(cue: Span, found: list[Candidate]) -> bool:
    """Whether the cue stands in the content of another cue that governs all of it."""
    return any(
        span.overlaps(cue)
        for f in found
        for span in f.spans
        if f.rule.governs and (f.cue is None or not f.cue.span.overlaps(cue))
    )


def add_cued(cued: list[Candidate], quote: Candidate) -> list[Candidate]:
    """*cued* with one more quote, joined to the quote of the same cue if there is one."""
    for n, f in enumerate(cued):
        if f.cue is not None and quote.cue is not None and f.cue.span == quote.cue.span:
            spans = tuple(sorted((*f.spans, *quote.spans)))
            joined_quote = f._replace(spans=spans, marked=(*f.marked, *quote.marked))
            return [*cued[:n], joined_quote, *cued[n + 1 :]]
    return [*cued, quote]


def with_marks(tree: Tree, found: Candidate, marked: list[Marked]) -> Candidate:
    """*found* with whole stretches in marks, and less what stands apart from a quoted sentence."""
    if not marked:
        return found
    rest = [p for s in found.spans for p in minus(s, [m.span for m in marked])]
    second_hand = "second_hand" in found.flags
    kept = []
    for piece in rest:
        trimmed = trim(tree, piece)
        if trimmed is not None and belongs(tree, trimmed, marked, found.cue, second_hand):
            kept.append(trimmed)
    spans = joined([*kept, *(m.span for m in marked)], tree.text)
    return found._replace(spans=spans, marked=tuple(marked))


def belongs(
    tree: Tree, piece: Span, marked: list[Marked], cue: Cue | None, second_hand: bool
) -> bool:
    """Whether words outside the marks are part of the content: they run into the marks."""
    text = tree.text
    for m in marked:
        # the lines would “remain open,” without giving details
        led_up_to = cue is None or cue.span.start < m.span.start
        after = led_up_to and closing_of(text, m) == "," and runs_on(text, m, piece)
        if after and is_aside(piece.of(text), tree.language):
            return False
    first_word, space, _ = piece.of(text).lower().partition(" ")
    reporting = first_word in tree.language.words("clause", "reporting")
    if second_hand or (reporting and space):
        return True
    for m in marked:
        if not is_sentence_like(tree, m):
            return True
        if piece.end <= m.span.start and not text[piece.end : m.span.start].strip():
            return True
        if runs_on(text, m, piece) and closing_of(text, m) not in ",.!?—–-":
            return True
    return False


def closing_of(text: str, marked: Marked) -> str:
    """The last character before the closing mark."""
    return text[(marked.inner or marked.span).end - 1]


def runs_on(text: str, marked: Marked, piece: Span) -> bool:
    """Whether *piece* comes right after the marks, with only white space between."""
    return marked.span.end <= piece.start and not text[marked.span.end : piece.start].strip()


def is_aside(piece: str, language: Language) -> bool:
    """Whether what follows the comma in marks is the writer's own: a participle, a subordinate."""
    word = piece.split(maxsplit=1)[0].lower()
    endings = tuple(language.words("verb", "participle-endings"))
    return word in language.words("clause", "asides") or (word.endswith(endings) and len(word) > 4)

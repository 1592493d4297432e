"""Contents that the frames propose on annotated articles, and whether the annotators agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.find.candidate import Candidate
from quotes.find.finder import paragraphs_of
from quotes.find.reported.circumstances import circumstances, deciding_words
from quotes.find.reported.reported import cases, to_candidate
from quotes.lexicon.counts.weights import Named, Word
from quotes.measure.evaluate.article_words import ArticleWords, to_words
from quotes.measure.evaluate.claims import Claim
from quotes.measure.evaluate.judge import ENOUGH, Find, Gold, jaccard, same_source, to_find, to_gold
from quotes.measure.gold.attributions import Attribution
from quotes.parse.tree import Tree


@dataclass(frozen=True, slots=True)
class Example:
    """A content that was proposed in an article, and whether content and source were right."""

    article: str
    circumstances: tuple[Named, ...]
    words: tuple[Word, ...]
    right: bool


def examples(
    name: str, trees: tuple[Tree, ...], attributions: Iterable[Attribution]
) -> Iterator[Example]:
    """An example for each content that a frame gives to a cue of the article."""
    if not trees:
        return
    text = trees[0].text
    words = to_words(text, trees[0].language)
    golds = [to_gold(words, a) for a in attributions if words.within(a.content)]
    by_word: defaultdict[int, list[Gold]] = defaultdict(list)
    for gold in golds:
        for word in gold.content:
            by_word[word].append(gold)
    for paragraph in paragraphs_of(text, trees):
        for head in paragraph.heads.values():
            for case in cases(paragraph.tree, head, paragraph.quoted):
                right = is_right(words, by_word, to_candidate(case, 1.0))
                if right is not None:
                    yield Example(
                        name, tuple(circumstances(case)), tuple(deciding_words(case)), right
                    )


def is_right(
    words: ArticleWords, by_word: dict[int, list[Gold]], found: Candidate | None
) -> bool | None:
    """Whether annotators have the content with its source; None where it tells nothing.

    What is said inside a content is not annotated. Of a content with words in marks only the cue
    and the source are asked for: how far the content reaches is told by the marks.
    """
    if found is None or found.cue is None:
        return None
    source = () if found.source is None else (found.source,)
    find = to_find(words, Claim(found.spans, (found.cue.span,), source))
    if not find.content or any(word in by_word for word in find.cue):
        return None
    gold = nearest(by_word, find)
    if gold is None or not same_source(words, gold, find):
        return False
    in_marks = gold.kind != "indirect" and not gold.cue.isdisjoint(find.cue)
    return in_marks or jaccard(gold.content, find.content) >= ENOUGH


def nearest(by_word: dict[int, list[Gold]], find: Find) -> Gold | None:
    """The attribution that shares most with the content; None if none shares a word."""
    near: Sequence[Gold] = [gold for word in find.content for gold in by_word.get(word, ())]
    return max(near, key=lambda gold: jaccard(gold.content, find.content), default=None)

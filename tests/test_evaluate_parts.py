"""The parts of an evaluation: annotations read, words compared, quotes matched, faults marked."""

from __future__ import annotations

from pathlib import Path

import markup
import pytest
from evaluate_gold import GOLD, records_of
from samples import ENGLISH, write

from quotes.measure.evaluate.article_words import quoted_runs, to_words
from quotes.measure.evaluate.claims import Claim, to_claims
from quotes.measure.evaluate.faults import misses, to_tags, write_marked
from quotes.measure.evaluate.judge import judge, match
from quotes.measure.gold.acts import act_of
from quotes.measure.gold.attributions import Attribution, find_annotations
from quotes.model import Article, Span
from quotes.write.record import Record


def attributions_of(marked: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text of *marked* and the attributions that its tags say."""
    text, parts = markup.read(marked)
    return text, tuple(Attribution("E1", p.content, p.cue, p.source) for p in parts)


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("has said", "speech"),
        ("study found", "document"),  # the verb before the noun, though it comes later
        ("the belief", "thought"),
        ("resists pointing", "attitude"),  # of two verbs the first
        ("zzz", None),
        ("", "speech"),  # a direct quote by its marks alone
    ],
)
def test_act_of_an_attribution_is_that_of_its_cue(cue: str, act: str | None) -> None:
    assert act_of(cue.split(), "direct", ENGLISH) == act


def test_first_annotator_of_a_text_counts_and_a_text_without_any_does_not(tmp_path: Path) -> None:
    for name in ("a_2016.txt", "a.txt", "lone.txt"):
        write(tmp_path / "text" / name, "x")
    for name in ("a_2016_b0b0.ann", "a_2016_a1a1.ann", "a_2016.ann", "a_0000.ann", "zz_0000.ann"):
        write(tmp_path / "attributions" / name, "")
    found = find_annotations(tmp_path)
    assert {name: path.name for name, path in found.items()} == {
        "a_2016": "a_2016.ann",
        "a": "a_0000.ann",
    }


def test_marks_are_read_by_line_and_a_stretch_in_pieces_is_one() -> None:
    text = "“One two\nthree” ''four five'' \"six\" seven"
    assert [span.of(text) for span in quoted_runs(text)] == ["One two", "four five", "six"]
    words = to_words(text, ENGLISH)
    assert words.kind(words.within([Span(1, 8)])) == "direct"
    assert words.kind(words.within([Span(1, 14)])) == "mixed"
    assert words.within([Span(2, 6), Span(40, 41)]) == {0, 1, 6}  # a word cut counts whole


def test_best_pair_goes_first_and_each_is_used_once() -> None:
    one, two, far = frozenset(range(10)), frozenset(range(5, 10)), frozenset({99})
    assert match([one, two, far], [two]) == {1: 0}
    assert match([one], [two, one]) == {0: 1}
    assert match([two, two], [two]) == {1: 0}  # of equal pairs the last
    assert match([one], [frozenset(range(4))]) == {}  # too little in common


@pytest.mark.parametrize(
    ("gold", "find", "right"),
    [
        ("the mayor", "mayor Ito", True),
        ("the mayor", "the", False),
        ("who", "who", True),
        ("", "", True),
        ("", "mayor", False),
    ],
)
def test_sources_are_the_same_if_they_share_a_telling_word(
    gold: str, find: str, right: bool
) -> None:
    text = "the mayor Ito who said no"

    def places(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    content = places("no")
    said = [Attribution("E1", content, source=places(gold))]
    judged = judge(to_words(text, ENGLISH), said, [Claim(content, source=places(find))])
    assert judged.is_right(judged.gold_for(0), judged.find_for(0)) is right


def test_records_that_go_on_are_part_of_the_first() -> None:
    base = records_of(GOLD)[0]

    def record(id: str, start: int, continues: str | None, act: str = "speech") -> Record:
        spans = [{"start": start, "end": start + 1, "text": "x"}]
        content = {**base["content"], "spans": spans}
        return {**base, "id": id, "content": content, "continues": continues, "act": act}

    chain = [record("c", 3, "b"), record("a", 1, None), record("b", 2, "a"), record("d", 4, "no")]
    starts = [[span.start for span in claim.content] for claim in to_claims(chain, ["speech"])]
    assert starts == [[1, 3, 2], [4]]
    circle = [record("a", 1, "b"), record("b", 2, "a")]
    assert to_claims(circle, ["speech"]) == ()
    assert len(to_claims([record("a", 1, None, "thought"), record("b", 2, "a")], ["speech"])) == 1


def test_markup_is_that_of_the_cases_and_harmless() -> None:
    marked = (
        "<q1>“No, <q2>it <c2>\\x1b[0m</c2></q2>,”</q1> <c1>said</c1> <s1>the <s2>Ito</s2></s1>."
    )
    text, said = attributions_of(marked.replace("\\x1b", "\x1b"))
    assert write_marked(text, Span(0, len(text)), list(to_tags(said))) == marked
    article = Article("a.txt", "Before. " + text + " After it.")
    moved = attributions_of("Before. " + marked.replace("\\x1b", "\x1b"))[1]
    fault = next(misses(article, judge(to_words(article.text, ENGLISH), moved[:1], ())))
    assert fault.sentence.startswith("<q1>“No, it \\x1b[0m,”</q1> <c1>said</c1>")
    assert fault.sentence.endswith("</s1>.")

"""Rather no name than a wrong one: how sure a name is, when it is left blank, who it may be."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import quotes
from samples import ENGLISH, write

from quotes.command.cli import main
from quotes.command.options.asked import make_extractor
from quotes.lexicon.counts.calibration import NameOdds, Odds
from quotes.lexicon.thresholds import LIKELY_NAME, MOST_IN_QUESTION
from quotes.model import Article, Candidate, Mention, Quote, Rules, Span, Speaker
from quotes.pipeline.asked import Asked, Names
from quotes.pipeline.extractor import Extractor
from quotes.pipeline.names import with_names
from quotes.write.record import to_record
from quotes.write.schema import check

ODDS = Odds(0.0, {}, {"rule": {"sure": 5.0, "likely": 2.0, "doubtful": 0.0, "wrong": -2.0}})
SHARES = {"named first near": 0.5, "named later near": 0.4, "nobody, doubtful name": 0.2}
OFTEN = {"speaker.third-person": 0.99}  # a rule of which much was counted
COUNTED = NameOdds(OFTEN, rare={}, usual=0.9, odds=ODDS, instead=SHARES)
RIVALS = (Candidate("Leo Ito", "e2", 0.9), Candidate("Eva Sato", "e3", 0.5))
RULES = Rules("reported.clause", source="source.subject", speaker="speaker.third-person")
NEWS = Path(__file__).parent / "news"
CARRIED = NEWS.parent.parent / "quotes" / "lexicon" / "en" / "calibration.json"


def speaker(how_sure: str, candidates: tuple[Candidate, ...] = RIVALS) -> Speaker:
    """A speaker with a name of which the odds above tell so much."""
    mention, told = Mention(Span(30, 33), "pronoun"), (("rule", how_sure),)
    return Speaker(mention, "Ada Bello", "e1", "person", "mayor", candidates=candidates, told=told)


def quote(start: int, *speakers: Speaker, **parts: object) -> Quote:
    """A quote of ten characters at *start*."""
    spans = (Span(start, start + 10),)
    plain = Quote(spans, (), "indirect", "speech", 0, RULES, speakers=speakers)
    return replace(plain, **parts)  # type: ignore[arg-type]


def judged(names: Names, *given: Quote) -> list[Quote]:
    """The quotes with their names judged by the odds above."""
    return list(with_names(given, COUNTED, names))


@pytest.mark.parametrize(
    ("names", "given"),
    [
        ("all", ["sure", "likely", "doubtful", "wrong"]),
        ("likely", ["sure", "likely"]),
        ("sure", ["sure"]),
    ],
)
def test_names_that_are_less_sure_than_asked_are_blank(names: Names, given: list[str]) -> None:
    asked = [quote(0, speaker(how_sure)) for how_sure in ("sure", "likely", "doubtful", "wrong")]
    found = judged(names, *asked)
    assert [q.speakers[0].told[0][1] for q in found if q.speakers[0].name] == given
    assert [q.flags for q in found if not q.speakers[0].name] == [("doubtful_speaker",)] * (
        4 - len(given)
    )


def test_a_blank_speaker_keeps_the_words_and_the_type_and_the_name_leads_the_candidates() -> None:
    ((blank,),) = [q.speakers for q in judged("likely", quote(0, speaker("doubtful")))]
    plain = Speaker(Mention(Span(30, 33), "pronoun"), type="person")
    assert replace(blank, candidates=(), confidence=1.0) == plain
    assert [(c.name, c.entity, c.confidence) for c in blank.candidates] == [
        ("Ada Bello", "e1", 0.5),
        ("Leo Ito", "e2", 0.25),
        ("Eva Sato", "e3", 0.2),
    ]
    assert blank.confidence == 0.1  # of the wrong half, nobody was to be named in a fifth


def test_a_name_that_is_given_has_the_others_for_candidates() -> None:
    ((given,),) = [q.speakers for q in judged("likely", quote(0, speaker("likely")))]
    assert given.confidence == 0.88
    assert [(c.name, c.confidence) for c in given.candidates] == [
        ("Leo Ito", 0.06),
        ("Eva Sato", 0.05),
    ]


def test_who_is_hardly_meant_is_no_candidate() -> None:
    ((given,),) = [q.speakers for q in judged("all", quote(0, speaker("sure")))]
    assert given.candidates == ()


@pytest.mark.parametrize(
    ("counted", "most"),
    [
        (COUNTED, 0.99),
        (replace(COUNTED, rare={"speaker.third-person": 0.94}), 0.94),
        (replace(COUNTED, rules={}), 0.9),
    ],
    ids=["counted often", "hardly counted", "never counted"],
)
def test_no_name_is_surer_than_the_counts_of_its_rule_bear(counted: NameOdds, most: float) -> None:
    (found,) = with_names([quote(0, speaker("sure"))], counted, "all")
    assert found.speakers[0].confidence == most


def test_candidates_are_few_and_together_no_likelier_than_certain() -> None:
    three = (*RIVALS, Candidate("Dov Sato", "e4", 0.4))
    surely = replace(COUNTED, instead={"named first near": 0.9, "named later near": 0.9})
    for how_sure in ("wrong", "doubtful"):
        (found,) = with_names([quote(0, speaker(how_sure, three))], surely, "likely")
        shares = [c.confidence for c in found.speakers[0].candidates]
        assert len(shares) == MOST_IN_QUESTION
        assert sum(shares) <= 1


def test_what_goes_on_from_a_blank_speaker_is_as_blank() -> None:
    first = quote(0, speaker("doubtful"))
    sure = replace(speaker("sure"), mention=None)
    rules = replace(RULES, speaker="speaker.continued")
    after = quote(50, sure, continues=first.spans, rules=rules)
    one, other = judged("likely", first, after)
    assert other.speakers == (replace(one.speakers[0], mention=None),)
    assert other.flags == ("doubtful_speaker",)
    assert judged("all", first, after)[1].speakers[0].name == "Ada Bello"


def test_i_within_the_words_of_a_blank_speaker_is_as_blank() -> None:
    outer = quote(0, speaker("doubtful"))
    own = replace(speaker("sure"), mention=Mention(Span(3, 4), "pronoun"))
    rules = replace(RULES, speaker="speaker.first-person")
    _, inner = judged("likely", outer, quote(5, own, nested_in=outer.spans, rules=rules))
    assert (inner.speakers[0].name, inner.speakers[0].mention) == (None, own.mention)


def test_only_the_doubtful_one_of_several_is_blank() -> None:
    (found,) = judged("likely", quote(0, speaker("sure"), speaker("doubtful")))
    assert [s.name for s in found.speakers] == ["Ada Bello", None]


def test_the_list_of_the_user_knows_better_than_counts() -> None:
    listed = replace(speaker("doubtful"), registry_id="pm-1")
    by_name = quote(0, listed, rules=replace(RULES, speaker="speaker.name-exact"))
    assert [q.speakers[0].name for q in judged("sure", by_name, quote(0, listed))] == [
        "Ada Bello",
        None,
    ]


TWO = "Ada Bello met Eva Ito. She said that the mill would stay."
EVEN = "Ada Bello and Eva Ito left the hall. She said that the mill would stay."


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Bello said that the mill would stay.", []),
        (TWO, ["Eva Ito"]),
        (EVEN, ["Eva Ito", "Ada Bello"]),
        ("Ada Bello met Leo Ito. She said that the mill would stay.", []),
        ("Ada Bello met Eva Ito. Leo Sato left. The keeper said so: “No.”", ["Leo Sato"]),
    ],
)
def test_who_was_in_question(extractor: Extractor, text: str, names: list[str]) -> None:
    article = Article("a", text)
    found = extractor.quotes(article)[-1]
    likely = [c.name for c in found.speakers[0].candidates]
    assert likely[: len(names)] == names
    assert bool(likely) == bool(names)
    record = check(to_record(article, found))
    assert [c["name"] for c in record["speakers"][0]["candidates"]] == likely


@pytest.mark.model
def test_entities_are_the_same_whatever_names_are_given(extractor: Extractor) -> None:
    (every,) = extractor.quotes(Article("a", TWO))
    sure = Extractor.of(Asked(names="sure"))
    sure.__dict__["nlp"] = extractor.nlp  # load it once a session
    (blank,) = sure.quotes(Article("a", TWO))
    (one,), (other,) = every.speakers, blank.speakers
    assert (one.name, one.entity) == (other.candidates[0].name, other.candidates[0].entity)
    assert other.candidates[1:] == one.candidates
    assert replace(blank, speakers=every.speakers, flags=every.flags) == every


@pytest.mark.model
def test_option_chooses_and_others_are_wrong_usage(tmp_path: Path) -> None:
    article = write(tmp_path / "a.txt", TWO)
    names = []
    for asked in ("all", "likely", "sure"):
        args = ["extract", str(article), "-q", "--names", asked]
        result = CliRunner().invoke(main, args, obj=make_extractor)
        (record,) = map(json.loads, result.stdout.splitlines())
        names.append(record["speakers"][0]["name"])
    assert names == ["Ada Bello", "Ada Bello", None]
    wrong = quotes("extract", article, "--names", "some")
    assert wrong.exit_code == 2
    assert "'some' is not one of 'sure', 'likely', 'all'" in wrong.stderr


@pytest.mark.model
def test_names_alone_are_counted_and_all_else_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "made.json"
    args = ["calibrate", "--only-names", "--names", str(NEWS), "-o", str(path)]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.stderr
    carried = CARRIED.read_text(encoding="utf-8")
    made = path.read_text(encoding="utf-8")
    (start, end), (mine, mine_end) = (
        (text.index('"names": {'), text.index('"curve": [')) for text in (carried, made)
    )
    assert (made[:mine], made[mine_end:]) == (carried[:start], carried[end:])
    assert json.loads(made)["names"]["cases"] > 400


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--only-names"], "--only-names: name the articles, with --names"),
        ([str(NEWS), "--only-names", "--names", str(NEWS)], "nothing is counted in"),
        ([], "Missing argument 'GOLD'"),
    ],
)
def test_what_cannot_be_counted_is_wrong_usage(
    tmp_path: Path, args: list[str], message: str
) -> None:
    result = CliRunner().invoke(main, ["calibrate", *args, "-o", str(tmp_path / "made.json")])
    assert result.exit_code == 2
    assert message in result.stderr


def test_carried_counts_make_a_full_name_likely() -> None:
    told = (("rule", "named speaker.name-exact"), ("flag", "named -"), ("role", "told"))
    kind = ("kind", "person, gender known")
    assert ENGLISH.calibration.names.odds.share((*told, kind)) > LIKELY_NAME

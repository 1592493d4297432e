"""The audit of names: no sample article has a doubtful one, and what is doubtful is seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_names import articles_in, doubts_in, main, records_of
from audit_words import Named
from click.testing import CliRunner
from name_faults import name_fault
from role_faults import role_fault

from quotes.model import Article
from quotes.pipeline.extractor import Extractor

HERE = Path(__file__).parent
TEXTS = (HERE / "articles", HERE / "news" / "text")
ARTICLES = [article for folder in TEXTS for article in articles_in(folder)]
# Articles with a role that goes wrong as yet, and how: the day it comes right, its test says so.
KNOWN: dict[str, str] = {}


def to_case(article: Article) -> Any:
    """The case that an article is, a known miss if it is in the list."""
    known = KNOWN.get(article.id)
    marks = [] if known is None else [pytest.mark.xfail(strict=True, reason=known)]
    return pytest.param(article, marks=marks, id=article.id)


def named(text: str, type_: str = "organization") -> Named:
    """The name in brackets in *text*."""
    before, _, rest = text.partition("[")
    name, _, after = rest.partition("]")
    return Named(name, type_, before + name + after, len(before), len(before) + len(name))


def kind_of(fault: tuple[str, str] | None) -> str | None:
    """The kind of a fault; None if there is none."""
    return None if fault is None else fault[0]


@pytest.mark.model
@pytest.mark.parametrize("article", [to_case(article) for article in ARTICLES])
def test_no_name_and_no_role_of_the_samples_is_doubtful(
    article: Article, extractor: Extractor
) -> None:
    doubts = doubts_in(records_of([article], extractor), {article.id: article.text})
    assert list(map(str, doubts)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Projects Director", "role"),
        ("Federal Mills Minister", "role"),
        ("Entomologist Ada Bello", "role"),
        ("Director of Mills", "role"),
        ("Bello Ministry of", "broken"),
        ("(Ada Bello", "broken"),
        ("Ada Bello –", "broken"),
        ("Bello Town Council Leo Ito", "joined"),
        ("Nationals Leo Ito", "joined"),
        ("mill workers", "lower case"),
        ("MILL TO CLOSE AT ONCE", "capitals"),
        ("Bello Says", "verb"),
        ("Ada\nBello", "form"),
        ("2,000", "form"),
        ("www.bello.example", "form"),
        ("Ada Eva Maria Bello Ito Ruiz", "long"),
    ],
)
def test_doubtful_names_are_seen(name: str, kind: str) -> None:
    assert kind_of(name_fault(Named(name))) == kind


@pytest.mark.parametrize(
    "name",
    [
        *("Ada Bello", "Leo Baker", "Ada Bishop", "Leo van der Ito", "Ito", "Lady Bello"),
        *("Ada de la Cruz", "Jean-Marc Ito", "William “Leo” Bello", "Leo Ito Jr."),
    ],
)
def test_names_of_persons_are_no_doubt(name: str) -> None:
    assert name_fault(Named(name)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Meat] and Livestock Ghana says no.", "broken"),
        ("Meat and [Livestock Ghana] says no.", "broken"),
        ("The [Ministry of Mills] and Dams said no.", "broken"),
        ("The [Institute] of Rivers said no.", "broken"),
        ("The Town [Mills Council] said no.", "broken"),
        ("Ito of the Institute for Mills and [Rivers] said no.", "broken"),
        ("The Institute for Mills and [Rivers] said no. So the Rivers said.", None),
        ("The British [Ghana Mills] said no.", "broken"),
        ("The British [Mills Council] said no.", None),
        ("The [Mills Council] said no.", None),
        ("The River [Council] said no. Ito asked why the Council did.", None),
        ("In [Ghana] and Peru Mills the ministry said no.", None),
        ("Ito’s [Mills Council] said no.", None),
        ("[Bello] and Ito Mills said no. In the view of Ito Mills, no.", None),
        ("The [Bello Institute] and the Ito Fund said no.", None),
        ("A [Bello Mills poll] of Ghana said no.", None),
    ],
)
def test_names_that_are_cut_are_seen(text: str, kind: str | None) -> None:
    assert kind_of(name_fault(named(text))) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Cowmen] said no. All cowmen did.", "noun"),
        ("The chief [Executive], Ada Bello, said no.", "noun"),
        ("[Flour] and water were sold.", "noun"),
        ("They wrote to the [Medium] for years. A medium is a spirit’s friend.", None),
        ("The [Senate] said no; it is a senate.", None),
        ("[Ghana] said no.", None),
        ("[Ito] said no.", None),
    ],
)
def test_nouns_that_stand_for_names_are_seen(text: str, kind: str | None) -> None:
    assert kind_of(name_fault(named(text, "unknown"))) == kind


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("", "role: empty"),
        ("a miller at the mill on the river in the town by the lake", "role: long"),
        ("author of “The Mill", "role: mark"),
        ("-leader", "role: mark"),
        ("whose owner", "role: small word"),
        ("the miller of", "role: small word"),
        ("botanist Dr", "role: title"),
        ("committee chairman Rep.", "role: title"),
        ("a miller, as I said", "role: pronoun"),
        ("it’s the miller", "role: verb"),
        ("the miller is here", "role: verb"),
        ("the miller Ada Bello", "role: name"),
        ("president of the Mills Institute Leo Ito", "role: name"),
        ("old teacher", "role: cut"),
    ],
)
def test_doubtful_roles_are_seen(role: str, kind: str) -> None:
    assert kind_of(role_fault(role, "Ada Bello", "a 90-year-old teacher")) == kind


@pytest.mark.parametrize(
    "role",
    [
        *("mayor", "an aide to Leo Ito", "former Ghana Gov.", "the miller who was there"),
        *("director general of the WHO", "associate professor", "head of the U.S. mills"),
        *("chairman of Mills Inc.", "a Republican Sen.", "owner of mills in Accra, Ghana"),
    ],
)
def test_roles_that_are_noun_phrases_are_no_doubt(role: str) -> None:
    assert role_fault(role, "Ada Bello", f"Ada Bello, {role}, said no.") is None


def test_the_script_writes_a_line_a_doubt(tmp_path: Path) -> None:
    speaker = {"name": "Projects Director", "role": "whose boss", "type": "person"}
    record = {"document": {"id": "a.txt"}, "speakers": [{**speaker, "evidence": None}] * 2}
    text = "A word of the Projects Director: no."
    doubts = doubts_in([record], {"a.txt": text})
    assert list(map(str, doubts)) == [
        "role | a.txt | Projects Director | ends in the role director | "
        "A word of the [Projects Director]: no.",
        "role: small word | a.txt | whose boss | begins or ends with a small word | "
        "Projects Director",
    ]
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, [str(tmp_path / "none.jsonl"), "--texts", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")

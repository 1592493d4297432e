"""The user's list of speakers: how it is read, what it refuses, whom it names."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import ENGLISH

from quotes.attribute.registry.file import RegistryError, read_registry
from quotes.attribute.registry.registry import Listed, Registry, day_of, find_listed, role_key
from quotes.command.cli import main
from quotes.model import Article, Quote
from quotes.pipeline.extractor import Extractor
from quotes.write.record import to_record
from quotes.write.schema import check

CSV = """id,name,aliases,type,role,valid_from,valid_to,wikidata
pm1,Ada Bello,The Iron Miller|A. Bello-Ito,person,prime minister,2019-01-01,2022-12-31,Q1
pm2,Leo Ito,,person,Prime Minister,2023,,Q2
wgo,World Grain Office,WGO,organization,,,,Q3
iron,ironWorks,,organization,,,,Q4
"""


def put(tmp_path: Path, text: str, name: str = "speakers.csv") -> Path:
    """The path of a new file with the text."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """The list that CSV is."""
    return read_registry(put(tmp_path, CSV))


def test_a_csv_is_read_with_all_its_columns(registry: Registry) -> None:
    assert registry.rows[0] == Listed(
        "pm1",
        "Ada Bello",
        ("The Iron Miller", "A. Bello-Ito"),
        "person",
        "prime minister",
        date(2019, 1, 1),
        date(2022, 12, 31),
        2,
        (("wikidata", "Q1"),),
    )
    assert registry.rows[1].valid_from == date(2023, 1, 1)
    assert registry.warnings == ()


def test_json_lines_say_the_same(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "name": "Ada Bello", "aliases": ["Bello"], "x": [1]},
        {"id": "b", "name": "B"},
    ]
    text = "\n".join(map(json.dumps, rows)) + "\n\n"
    first, second = read_registry(put(tmp_path, text, "s.jsonl")).rows
    assert (first.id, first.aliases, first.more) == ("7", ("Bello",), (("x", [1]),))
    assert (second.name, second.line) == ("B", 2)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("id,nom\na,b\n", "1: the header has no column 'name'"),
        ("id,name\n,Ada\n", "2: has no id"),
        ("id,name\na,\n", "2: has no name"),
        ("id,name\na,Ada\n\na,Leo\n", "4: id 'a' is that of line 2 too"),
        ('id,name\n"a","Ada\nBello"\nb,\n', "4: has no name"),
        ("id,name,type\na,Ada,human\n", "2: type 'human' is not one of person, "),
        ("id,name,valid_from\na,Ada,1.5.2020\n", "2: '1.5.2020' is not a date; write YYYY-MM-DD"),
        ("id,name,valid_to\na,Ada,2020-02-30\n", "2: '2020-02-30' is not a date"),
        ("id,name,valid_from,valid_to\na,Ada,2020,2019\n", "2: valid_from 2020-01-01 is after "),
        ("id,name\na,Ada,Bello\n", "2: has 3 cells, the header 2"),
        ('id,name\na,"Ada Bello\n', "2: is not CSV: unexpected end of data"),
    ],
)
def test_bad_rows_are_said_with_their_lines(tmp_path: Path, rows: str, problem: str) -> None:
    path = put(tmp_path, rows)
    with pytest.raises(RegistryError) as caught:
        read_registry(path)
    assert str(caught.value).startswith(f"{path}:{problem}")


@pytest.mark.parametrize(
    ("name", "text"), [("s.csv", ""), ("s.csv", "id,name\n"), ("s.jsonl", "\n")]
)
def test_a_list_of_nobody_is_said(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(RegistryError, match="names nobody; give the columns id and name"):
        read_registry(put(tmp_path, text, name))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "is not JSON"),
        ("[1]", "is not a JSON object"),
        ('{"id": "a", "name": {"x": 1}}', "name is not a text"),
        ('{"id": "a", "name": "b", "aliases": [1]}', "aliases has something that is not a text"),
        ('{"id": "a", "name": "\\ud800"}', "name has half of a surrogate pair"),
    ],
)
def test_bad_lines_are_said_too(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(RegistryError, match=f":1: {problem}"):
        read_registry(put(tmp_path, line, "s.jsonl"))


def test_a_file_that_cannot_be_read_is_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="No such file"):
        read_registry(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes("id,name\na,José\n".encode("latin-1"))
    with pytest.raises(RegistryError, match="is not UTF-8"):
        read_registry(path)


def test_an_alias_of_two_names_neither_unless_times_differ(tmp_path: Path) -> None:
    head = "id,name,aliases,valid_from,valid_to\n"
    clash = read_registry(put(tmp_path, head + "a,Ada Bello,Bello,,\nb,Leo Bello,Bello,2020,\n"))
    assert len(clash.warnings) == 1
    assert "speakers.csv:3: 'Bello' is b and also a (line 2)" in clash.warnings[0]
    assert clash.named("Bello", date(2020, 1, 1)) is None
    apart = read_registry(
        put(tmp_path, head + "a,Ada Bello,Bello,,2019\nb,Leo Bello,Bello,2020,\n")
    )
    assert apart.warnings == ()
    assert apart.named("Bello", None) is None
    found = apart.named("Bello", date(2020, 5, 1))
    assert found is not None
    assert found.id == "b"


def test_names_are_known_in_other_forms(registry: Registry) -> None:
    found = [
        registry.alike("Ada M. Bello", "person", None, ENGLISH.names),
        registry.alike("Eva Bello", "person", None, ENGLISH.names),
        registry.alike("World Grain Office Inc.", "organization", None, ENGLISH.names),
    ]
    assert [row and row.id for row in found] == ["pm1", None, "wgo"]


def test_an_office_goes_by_the_day(registry: Registry) -> None:
    days = [None, date(2018, 1, 1), date(2020, 1, 1), date(2024, 1, 1)]
    rows = [registry.in_role("the prime minister", day, ENGLISH.names) for day in days]
    assert [row and row.id for row in rows] == [None, None, "pm1", "pm2"]


def test_the_day_is_at_the_start_of_the_date() -> None:
    dates = ["2020-05-01T10:00Z", "1 May 2020", "2020-13-01", "", None]
    assert [day_of(text) for text in dates] == [date(2020, 5, 1), None, None, None, None]


def test_offices_and_names_are_compared_by_their_words(registry: Registry) -> None:
    words = ENGLISH.names
    one, other = "the Polish prime minister", "Prime Minister of Poland"
    assert role_key(one, words) == role_key(other, words)
    text = "The World Grain Office met A. Bello - Ito of ironWorks , not World Grain"
    assert list(find_listed(text.split(), registry)) == [(1, 3), (5, 8), (10, 10)]


def said(
    extractor: Extractor, registry: Registry, text: str, published: str | None = None
) -> tuple[Article, tuple[Quote, ...]]:
    """The article and its quotes with the list."""
    mine = Extractor(acts=extractor.asked.acts, speakers=registry)
    mine.__dict__["nlp"] = extractor.nlp  # load it once a session
    article = Article("a", text, published=published)
    return article, mine.quotes(article)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "who"),
    [
        ("The prime minister said it would rain.", "2020-05-01", "Ada Bello"),
        ("The prime minister said it would rain.", "2024-05-01T10:00Z", "Leo Ito"),
        ("The prime minister said it would rain.", "2010-05-01", None),
        ("The prime minister said it would rain.", None, None),
        (
            "Prime Minister Eva Sato left. The prime minister said it rained.",
            "2020-05-01",
            "Eva Sato",
        ),
        ("Ada M. Bello said it would rain.", None, "Ada Bello"),
        ("Eva Bello said it would rain.", None, "Eva Bello"),
        ("The WGO said it would rain.", None, "World Grain Office"),
        ("The Iron Miller said it would rain.", None, "Ada Bello"),
        ("Then ironWorks said it would rain.", None, "ironWorks"),
        ("The World Grain Office Union said it would rain.", None, "World Grain Office Union"),
        ("A prime minister said it would rain.", "2020-05-01", None),
    ],
)
def test_whom_the_list_names(
    extractor: Extractor, registry: Registry, text: str, published: str | None, who: str | None
) -> None:
    article, quotes = said(extractor, registry, text, published)
    (speaker,) = quotes[-1].speakers
    assert speaker.name == who
    listed = {row.name: row.id for row in registry.rows}
    assert speaker.registry_id == listed.get(who or "")
    record = check(to_record(article, quotes[-1]))
    assert record["speakers"][0]["registry_id"] == speaker.registry_id


@pytest.mark.model
def test_two_names_of_one_row_are_one_speaker(extractor: Extractor, registry: Registry) -> None:
    text = "The Iron Miller said it was late. Ada Bello said it was not."
    text += " The prime minister said it would rain."
    article, quotes = said(extractor, registry, text, "2020-05-01")
    assert {q.speakers[0].entity for q in quotes} == {"e1"}
    assert [q.rules.speaker for q in quotes][-1] == "speaker.registry"
    assert quotes[-1].speakers[0].role == "prime minister"
    evidence = quotes[-1].speakers[0].evidence
    assert evidence is not None
    assert evidence.of(article.text) in ("The Iron Miller", "Iron Miller", "Ada Bello")


def test_the_command_says_what_is_wrong_with_the_list(tmp_path: Path) -> None:
    article = put(tmp_path, "It rained.", "a.txt")
    bad = put(tmp_path, "id,name\n,Ada\nb,\n")
    done = CliRunner().invoke(main, ["extract", str(article), "--speakers", str(bad)])
    assert done.exit_code == 2
    assert f"{bad}:2: has no id\n{bad}:3: has no name" in done.stderr


@pytest.mark.model
def test_the_command_warns_of_shared_aliases(tmp_path: Path) -> None:
    article = put(tmp_path, "Ada Bello said it would rain.", "a.txt")
    listed = put(tmp_path, "id,name,aliases\na,Ada Bello,Bello\nb,Leo Bello,Bello\n")
    done = CliRunner().invoke(main, ["extract", str(article), "--speakers", str(listed), "-q"])
    assert done.exit_code == 0
    assert done.stderr.startswith(f"warning: {listed}:3: 'Bello' is b and also a (line 2)")
    assert json.loads(done.stdout)["speakers"][0]["registry_id"] == "a"

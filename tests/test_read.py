"""Reading: every file is an article, a failure or passed over, and no text is changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from samples import failure_of, read, write

from quotes.model import Article
from quotes.read.articles import read_articles
from quotes.read.failure import Failure, Guessed, Skipped
from quotes.read.files import find_files


def text_of(raw: bytes, folder: Path) -> str:
    """The text of a file of *raw* bytes."""
    article = read(write(folder / "a.txt", raw))[-1]
    assert isinstance(article, Article)
    return article.text


def test_folder_is_walked_in_sorted_order_with_ids_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.text", "a/b/c.TXT", "c.txt"):
        write(tmp_path / name, name)
    articles = [item for item in read(tmp_path) if isinstance(item, Article)]
    assert [a.id for a in articles] == ["a/b/c.TXT", "a/z.text", "b.txt", "c.txt"]
    assert [a.text for a in articles] == [a.id for a in articles]


def test_hidden_and_other_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("README.md", ".hidden.txt", ".git/x.txt", "a.pdf", "a.txt"):
        write(tmp_path / name, "x")
    items = read(tmp_path)
    assert [item.id for item in items if isinstance(item, Article)] == ["a.txt"]
    assert sum(isinstance(item, Skipped) for item in items) == 4


def test_file_named_itself_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    assert read(write(tmp_path / "note.md", "He said.")) == [Article("note.md", "He said.")]


def test_texts_are_read_one_at_a_time(tmp_path: Path) -> None:
    first = write(tmp_path / "a.txt", "one")
    write(tmp_path / "b.txt", "two")
    items = read_articles(find_files([tmp_path]))
    assert next(items) == Article("a.txt", "one")
    write(tmp_path / "b.txt", "not read before it is asked for")
    first.unlink()
    assert next(items) == Article("b.txt", "not read before it is asked for")


@pytest.mark.parametrize("text", ["“A,”\r\nhe said.\rB\n", " \ufb01ne\u00a0e\u0301 \U0001f600\n\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_kept_to_the_character(text: str, encoding: str, tmp_path: Path) -> None:
    assert text_of(text.encode(encoding), tmp_path) == text


@pytest.mark.parametrize(
    "text",
    [
        "“We won’t sell,” said Ito.",
        "It cost €5 million, she said.",
        "The café’s owner – José – said it was naïve.\r\n" * 3,
    ],
)
def test_windows_text_is_recognised(text: str, tmp_path: Path) -> None:
    assert text_of(text.encode("cp1252"), tmp_path) == text
    assert read(tmp_path)[0] == Guessed(f"{tmp_path}/a.txt", "cp1252")


def test_broken_utf8_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    failure = failure_of("“We won’t” said Ito".encode() + b"\xff.", tmp_path)
    assert "byte 25 is not UTF-8" in failure.message


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t", "blank"),
        (b"text with \0 in it", "not a text"),
        (b"\x89PNG\r\n\x1a\n\0\xff\xfe\0", "not a text"),
        (b"\xff\xfeabc", "UTF-16"),
    ],
)
def test_what_is_no_text_is_one_failure(raw: bytes, message: str, tmp_path: Path) -> None:
    failure = failure_of(raw, tmp_path)
    assert message in failure.message
    assert (failure.document, failure.stage, failure.type) == ("a.txt", "read", "ReadError")


def test_links_that_lead_nowhere_or_round_cost_one_failure_each(tmp_path: Path) -> None:
    news = tmp_path / "news"
    write(news / "a.txt", "A")
    (news / "gone.txt").symlink_to("nothing.txt")
    (news / "self.txt").symlink_to("self.txt")
    write(news / "deep" / "b.txt", "B")
    (news / "deep" / "up").symlink_to(news, target_is_directory=True)
    (news / "twice").symlink_to(news / "deep", target_is_directory=True)
    items = read(news)
    assert [item.id for item in items if isinstance(item, Article)] == ["a.txt", "deep/b.txt"]
    failures = [item.document for item in items if isinstance(item, Failure)]
    assert failures == ["deep/up", "gone.txt", "self.txt"]
    assert [item for item in items if isinstance(item, Skipped)] == [Skipped(f"{news}/twice")]


def test_link_to_a_folder_elsewhere_is_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "other" / "a.txt", "A")
    (tmp_path / "other" / "back").symlink_to(tmp_path / "news", target_is_directory=True)
    (tmp_path / "news").mkdir()
    for name in ("x", "y"):
        (tmp_path / "news" / name).symlink_to(tmp_path / "other", target_is_directory=True)
    assert [i.id for i in read(tmp_path / "news") if isinstance(i, Article)] == ["x/a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_file_without_permission_is_one_failure(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "A").chmod(0)
    write(tmp_path / "b.txt", "B")
    failure, article = read(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.type == "PermissionError"
    assert article == Article("b.txt", "B")


def test_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert read(tmp_path) == [Skipped(f"{tmp_path}/a.txt")]


def test_id_of_a_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A", encoding="utf-8")
    assert read(tmp_path) == [Article("caf\\xe9.txt", "A")]


def test_second_article_of_an_id_is_a_failure(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "a", "text": "A"}\n{"id": "a", "text": "B"}\n')
    article, failure = read(tmp_path)
    assert article == Article("a", "A")
    assert isinstance(failure, Failure)
    assert (failure.document, failure.file, failure.line) == ("a", str(path), 2)
    assert "second article" in failure.message


def test_ids_of_a_second_path_that_are_taken_get_the_path_in_front(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("x", "y"):
        write(Path(folder, "a.txt"), "A")
        write(Path(folder, "b.jsonl"), '{"id": "b", "text": "B"}\n{"text": "C"}\n')
    write(Path("y/new.txt"), "D")
    ids = [item.id for item in read("x", "y") if isinstance(item, Article)]
    assert ids[:3] == ["a.txt", "b", "b.jsonl#2"]
    assert ids[3:] == ["y/a.txt", "y/b.jsonl#b", "y/b.jsonl#2", "new.txt"]
    assert isinstance(read("x", "x/a.txt")[-1], Failure)  # the same file again


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_folder_without_permission_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    (failure,) = read(tmp_path)
    tmp_path.chmod(0o700)
    assert isinstance(failure, Failure)
    assert failure.document == str(tmp_path)

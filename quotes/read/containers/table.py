"""The table of containers: how each is known, and what reads it. A new one is a file and a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.model import Article
from quotes.read.containers.json_lines import Fields, read_json_lines
from quotes.read.containers.text import read_text
from quotes.read.failure import Failure, Guessed
from quotes.read.input_file import InputFile

# From a file and its lines, decompressed, to its articles, each with its line if it has one.
Reader = Callable[
    [InputFile, Iterable[bytes], Fields], Iterator[tuple[int | None, Article | Failure | Guessed]]
]


@dataclass(frozen=True, slots=True)
class Container:
    """A format that holds articles."""

    name: str
    suffixes: tuple[str, ...]  # of files that are read in a folder, each also with .gz
    read: Reader


# A file that is named itself is read whatever its suffix. Markdown is left out: its marks are not
# the article's words, and folders have a README.md.
CONTAINERS = (
    Container("text", (".txt", ".text"), read_text),
    Container("lines", (".jsonl", ".ndjson"), read_json_lines),
)
READERS: Mapping[str, Reader] = {container.name: container.read for container in CONTAINERS}
FORMS: Mapping[str, str] = {
    suffix: container.name for container in CONTAINERS for suffix in container.suffixes
}


def form_of(path: Path) -> str | None:
    """The name of the container that the suffix stands for; None if for none."""
    plain = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return FORMS.get(plain.suffix.lower())

"""What an article's records depend on besides the article: a later run recognises them by it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

from quotes.lexicon.deciding import bare_toml, deciding_files
from quotes.lexicon.language import read_language
from quotes.model import Article
from quotes.parse.models import model_name

# The modules and rooms whose code decides what is found; what reads, stores or shows it does not.
DECIDING = (
    "model",
    "lexicon.cues",
    "lexicon.language",
    "lexicon.load",
    "lexicon.marks",
    "lexicon.names",
    "lexicon.small_words",
    "lexicon.thresholds",
    "lexicon.counts.calibration",
    "lexicon.counts.numbers",
    "lexicon.counts.weights",
    "parse",
    "find",
    "attribute",
    "pipeline.asked",
    "pipeline.confidence",
    "pipeline.extractor",
    "pipeline.names",
    "pipeline.pieces",
    "write.record",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The version, rules, model and options of a run, and one hash of them all."""

    version: str
    rules: str  # a hash of the code and the lexicon that decide
    model: str  # name and version
    options: Mapping[str, Any]

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change when anything does that could change a record."""
        return digest(self.version, self.rules, self.model, self.options)

    def key(self, article: Article) -> str:
        """32 hexadecimal digits for *article* under these settings: its text and its facts."""
        return digest(
            self.fingerprint,
            *(article.id, article.sha256, article.title, article.url, article.published),
            article.language,
        )


def digest(*parts: Any) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of *parts* as JSON."""
    plain = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode("ascii")).hexdigest()[:32]


def settings_of(model: str | None, language: str, options: Mapping[str, Any]) -> Settings:
    """The settings of a run with the named model, None for the first installed, and *options*."""
    told = model_version(language, model)
    return Settings(package_version(), rules_hash(language), told, dict(options))


def package_version() -> str:
    """The version of this package; 0 in a checkout that was not installed."""
    try:
        return version("quotes")
    except PackageNotFoundError:
        return "0"


@cache
def rules_hash(language: str) -> str:
    """32 hexadecimal digits of the code and the tables of *language* that decide what is found."""
    hashed = hashlib.sha256()
    for name, said in chain(deciding_code(), deciding_files(language)):
        hashed.update(f"{name}\0{said}\0".encode())
    return hashed.hexdigest()[:32]


def deciding_code() -> Iterator[tuple[str, str]]:
    """The path and the code of each module that decides, by rooms and there by name."""
    package = files("quotes")
    for name in DECIDING:
        path = name.replace(".", "/")
        if package.joinpath(path).is_dir():
            yield from code_below(package.joinpath(path), path)
        else:
            yield path, package.joinpath(f"{path}.py").read_text(encoding="utf-8")


def code_below(room: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """The path and the code, or the table, of each file in *room* at *path*, and in its rooms."""
    for entry in sorted(room.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from code_below(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{path}/{entry.name}", entry.read_text(encoding="utf-8")
        elif entry.name.endswith(".toml"):
            yield f"{path}/{entry.name}", bare_toml(entry.read_text(encoding="utf-8"))


def model_version(language: str, name: str | None) -> str:
    """The model's name and a hash of what it says of itself; nothing is loaded."""
    name = model_name(read_language(language), name)
    try:
        spacy = version("spacy")
    except PackageNotFoundError:
        spacy = "0"
    meta = model_meta(name)
    said = json.loads(meta).get("version", "?") if meta else "?"
    return f"{name} {said} {hashlib.sha256(meta).hexdigest()[:8]}, spacy {spacy}"


def model_meta(name: str) -> bytes:
    """The meta.json of a model, a folder or an installed package; empty if there is none."""
    folder = Path(name)
    if not folder.is_dir():
        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            spec = None
        if spec is None or spec.origin is None:
            return b""
        folder = Path(spec.origin).parent
    try:
        return (folder / "meta.json").read_bytes()
    except OSError:
        return b""

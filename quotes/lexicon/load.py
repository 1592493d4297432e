"""Reads the tables of a language's folder, and checks them for those who add rows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from quotes.errors import LexiconError


def folder_of(language: str) -> Traversable:
    """The folder of the language with this code; LexiconError if the package has none."""
    package = files("quotes.lexicon")
    folder = package.joinpath(language)
    if not language.isidentifier() or not folder.joinpath("language.toml").is_file():
        known = sorted(f.name for f in package.iterdir() if f.joinpath("language.toml").is_file())
        raise LexiconError(f"language {language}: no lexicon; choose one of {', '.join(known)}")
    return folder


def read_table(name: str, language: str) -> dict[str, Any]:
    """The tables of a file of the lexicon; LexiconError if it is missing or not TOML."""
    path = files("quotes.lexicon").joinpath(language, f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"{language}/{name}.toml: not found; reinstall the package") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{language}/{name}.toml: {error}; mend the file") from error


def read_names(name: str, language: str) -> dict[str, str]:
    """The names in a file of two columns, each with its letter; lines with # are comments."""
    text = files("quotes.lexicon").joinpath(language, f"{name}.txt").read_text(encoding="utf-8")
    return dict(line.split() for line in text.splitlines() if line and not line.startswith("#"))


def check_table(name: str, table: Mapping[str, Any], schema: Mapping[str, Any]) -> None:
    """Nothing if *table*, the content of NAME.toml, fits *schema*; LexiconError at the first fault.

    A file that the schema has no definition for is a list of words and is not checked.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    if name not in schema["$defs"]:
        return
    part = {"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"}
    error = best_match(Draft202012Validator(part).iter_errors(table))
    if error is not None:
        path = error.json_path.removeprefix("$.")
        raise LexiconError(f"{name}.toml: {path}: {error.message[:200]}; mend the row")

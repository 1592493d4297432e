"""The schemas, and the check that every record passes before it is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from quotes.errors import RecordError

Validator = Any  # the libraries have no types or are imported when the first record is checked
ValidationError = Any
# What the quick look cannot take in, such as half a surrogate pair or a number without end.
ODD = (ValueError, TypeError, OverflowError, RecursionError)


def read_schema(name: str) -> dict[str, Any]:
    """The schema in the file *name*: inside the package if installed, beside it in a checkout."""
    package = resources.files("quotes")
    inside = package.joinpath("schemas", name)
    file = inside if inside.is_file() else package.joinpath("..", "schemas", name)
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def check(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """*record* if it fits the schema of quotes, else RecordError."""
    for error in find_errors(record, "quote.schema.json"):
        raise RecordError(f"{describe(error)}; this is a bug, please report it")
    return record


def schema_errors(record: object, name: str = "quote.schema.json") -> list[str]:
    """Everything that the schema *name* has against *record*, in the order of its paths."""
    return [describe(error) for error in sorted(find_errors(record, name), key=place_of)]


def find_errors(record: object, name: str) -> Iterable[ValidationError]:
    """What jsonschema, the reference, has against *record*; it is not asked where all is well."""
    try:
        if quick_validator(name).is_valid(record):
            return ()
    except ODD:
        pass
    errors: Iterable[ValidationError] = validator(name).iter_errors(record)
    return errors


def place_of(error: ValidationError) -> tuple[list[tuple[int, str]], str]:
    """What puts errors in order: the path, places in lists by number, then the message."""
    path = [(part, "") if isinstance(part, int) else (-1, part) for part in error.absolute_path]
    return path, error.message


def describe(error: ValidationError) -> str:
    """One line: the path in the record, then what is wrong, values cut short."""
    message = error.message if len(error.message) <= 200 else f"{error.message[:200]} ..."
    return f"{error.json_path}: {message}"


@cache
def quick_validator(name: str) -> Validator:
    """A compiled validator for the schema *name*, some twenty times as fast as jsonschema's."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(read_schema(name))


@cache
def validator(name: str) -> Validator:
    """jsonschema's validator for the schema *name*."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(read_schema(name))

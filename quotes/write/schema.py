"""The schemas, and the check that every record passes before it is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from quotes.errors import RecordError

Schema = Mapping[str, Any]
Validator = Any  # jsonschema, which has no types, is imported when the first record is checked
ValidationError = Any
Find = Callable[[Validator, Any, Any, Schema], Iterable[ValidationError] | None]
Look = Callable[[Any, Any, Schema], bool]

# JSON's types as Python's, for the quick look.
CLASSES = {
    "string": str,
    "object": dict,
    "array": list,
    "integer": int,
    "number": float,
    "boolean": bool,
    "null": type(None),
}


def read_schema(name: str) -> dict[str, Any]:
    """The schema in the file *name*: inside the package if installed, beside it in a checkout."""
    package = resources.files("quotes")
    inside = package.joinpath("schemas", name)
    file = inside if inside.is_file() else package.joinpath("..", "schemas", name)
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def check(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """*record* if it fits the schema of quotes, else RecordError."""
    for error in validator("quote.schema.json").iter_errors(record):
        raise RecordError(f"{describe(error)}; this is a bug, please report it")
    return record


def schema_errors(record: object, name: str = "quote.schema.json") -> list[str]:
    """Everything that the schema *name* has against *record*, in the order of its paths."""
    errors = sorted(validator(name).iter_errors(record), key=place_of)
    return [describe(error) for error in errors]


def place_of(error: ValidationError) -> tuple[list[tuple[int, str]], str]:
    """What puts errors in order: the path, places in lists by number, then the message."""
    path = [(part, "") if isinstance(part, int) else (-1, part) for part in error.absolute_path]
    return path, error.message


def describe(error: ValidationError) -> str:
    """One line: the path in the record, then what is wrong, values cut short."""
    message = error.message if len(error.message) <= 200 else f"{error.message[:200]} ..."
    return f"{error.json_path}: {message}"


@cache
def validator(name: str) -> Validator:
    """jsonschema's validator for the schema *name*, quick on records that are right.

    Its own makes a new validator for every part of a record, most of half a millisecond; ours
    looks at the parts in place and goes its way only where a look is not enough. The two agree as
    long as the schema holds no reference and no `unevaluated...`, which a test sees to.
    """
    from jsonschema.validators import (
        Draft202012Validator,
        extend,
    )

    own = Draft202012Validator.VALIDATORS
    quick = {keyword: first_look(look, own[keyword]) for keyword, look in LOOKS.items()}
    parts = {"properties": find_in_properties, "items": find_in_items}
    return extend(Draft202012Validator, {**quick, **parts})(read_schema(name))


def first_look(look: Look, find: Find) -> Find:
    """*find*, called only if *look* does not see at once that the value is right."""

    def find_after_look(
        validator: Validator, argument: Any, value: Any, schema: Schema
    ) -> Iterable[ValidationError] | None:
        return () if look(argument, value, schema) else find(validator, argument, value, schema)

    return find_after_look


def find_in_properties(
    validator: Validator, properties: Schema, value: Any, schema: Schema
) -> Iterator[ValidationError]:
    """The errors in the properties of an object."""
    if isinstance(value, dict):
        for name, part in properties.items():
            if name in value and not fits(validator, part, value[name]):
                yield from validator.descend(value[name], part, path=name, schema_path=name)


def find_in_items(
    validator: Validator, items: Schema, value: Any, schema: Schema
) -> Iterator[ValidationError]:
    """The errors in the items of an array."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            if not fits(validator, items, item):
                yield from validator.descend(item, items, path=index)


def fits(validator: Validator, schema: Schema, value: Any) -> bool:
    """Whether no keyword of *schema* has anything against *value*."""
    known = validator.VALIDATORS
    for keyword, argument in schema.items():
        find = known.get(keyword)
        if find is not None:
            for _ in find(validator, argument, value, schema) or ():
                return False
    return True


def is_of_type(argument: Any, value: Any, schema: Schema) -> bool:
    """Whether the class of *value* is that of a type named."""
    found = type(value)
    for name in (argument,) if isinstance(argument, str) else argument:
        if CLASSES[name] is found:
            return True
    return False


def has_required(argument: Any, value: Any, schema: Schema) -> bool:
    """Whether an object has all the fields named."""
    return type(value) is dict and all(map(value.__contains__, argument))


def has_no_more(argument: Any, value: Any, schema: Schema) -> bool:
    """Whether an object has no field but those described."""
    return type(value) is dict and value.keys() <= schema["properties"].keys()


def is_enough(argument: Any, value: Any, schema: Schema) -> bool:
    """Whether a whole number is as large as it must be."""
    return type(value) is int and value >= argument


def is_long_enough(argument: Any, value: Any, schema: Schema) -> bool:
    """Whether a string is as long as it must be."""
    return type(value) is str and len(value) >= argument


def is_among(argument: Any, value: Any, schema: Schema) -> bool:
    """Whether a string is one of those named."""
    return type(value) is str and value in argument


# What most values of right records pass; what does not, jsonschema judges.
LOOKS: dict[str, Look] = {
    "type": is_of_type,
    "required": has_required,
    "additionalProperties": has_no_more,
    "minimum": is_enough,
    "minLength": is_long_enough,
    "enum": is_among,
}

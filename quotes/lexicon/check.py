"""The check of the lexicon's files against their schema, for those who add rows to them."""

from __future__ import annotations

from typing import Any

from quotes.errors import LexiconError


def check_table(name: str, table: dict[str, Any], schema: dict[str, Any]) -> None:
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

"""The bytes of a line are those of the standard library, whoever writes them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.write.record import Record
from quotes.write.sinks.sink import to_line

ATOMS = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(
    ATOMS | st.integers(0, 10_000).map(lambda n: n / 10_000),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_a_line_is_the_json_of_the_standard_library(record: Record) -> None:
    plain = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    assert to_line(record) == (plain + "\n").encode("utf-8", "surrogatepass")


def test_a_line_with_half_a_surrogate_pair_is_refused_as_ever() -> None:
    with pytest.raises(UnicodeEncodeError):
        to_line({"text": "\ud800"})

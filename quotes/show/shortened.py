"""Texts cut to the length of a line: for the explanation of a quote and the list of changes."""

from __future__ import annotations


def shortened(text: str, most: int = 70) -> str:
    """*text* on one line; if it is long, its middle is left out between two words."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    before, after = text[: most // 2], text[-most // 2 :]
    return f"{before.rpartition(' ')[0] or before} … {after.partition(' ')[2] or after}"

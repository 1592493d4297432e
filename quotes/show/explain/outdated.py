"""Whether a record is still what the rules make of its article."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Article, Quote
from quotes.write.record import Record, to_record

SAME = ("kind", "act", "cue", "content", "continues", "nested_in", "rules", "flags")
AGAIN = "made with other figures or another version; extract again"


def version_lines(record: Record, article: Article, quote: Quote) -> Iterator[str]:
    """A warning if the record differs from *quote*, which was found in its *article* just now."""
    now = to_record(article, quote)
    if record["confidence"] != now["confidence"]:
        was, is_now = (f"{sure:.2f}" for sure in (record["confidence"], now["confidence"]))
        if was == is_now:
            was, is_now = f"{record['confidence']:.4f}", f"{now['confidence']:.4f}"
        yield f"Warning: the record says {was}, this version {is_now}: {AGAIN}."
        return
    other = [key for key in SAME if record[key] != now[key]]
    if speakers_of(record) != speakers_of(now):
        other.append("speakers")
    if other:
        yield f"Warning: this version has other {', '.join(other)} than the record: {AGAIN}."


def speakers_of(record: Record) -> list[tuple[object, ...]]:
    """What a reader is told of the speakers: words, names, how sure they are, and others."""
    keys = ("mention", "name", "confidence", "candidates")
    return [tuple(speaker.get(key) for key in keys) for speaker in record["speakers"]]

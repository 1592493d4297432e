"""Annotated articles in: brat standoff, a folder `text` and a folder `attributions`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.model import Article, Span
from quotes.read.failure import Failure

Stretches = dict[str, tuple[int, tuple[Span, ...]]]  # by id: the line, from 1, and the places
Note = Callable[[Failure], None]

TEXTS, ANNOTATIONS, SUFFIX = "text", "attributions", ".ann"
ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")  # PolNeAR's files end so: one a text and annotator
# T3	Content 115 290;301 310	what stands there        E1	Attribution:T4 Content:T3 Cue:T2
STRETCH = re.compile(r"(T\S*)\t\S+ (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)(?:\t.*)?", re.ASCII)
EVENT = re.compile(r"(E\S*)\t(\S+:\S+(?: \S+:\S+)*) ?")
ROLE = re.compile(r"(\S+?)\d*:(\S+)", re.ASCII)
OTHER = tuple("ARMN#*")  # brat's relations, attributes and notes: nothing that is scored


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an annotator marked: a content and, where the text has them, its cue and its source."""

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Malformed:
    """A line of an annotation that could not be read."""

    line: int  # from 1
    message: str
    stretch: str | None = None  # one that the line names and that is not there


def name_of(document: str) -> str:
    """The name that a text and its annotations share: the id's last part without .txt."""
    return document.replace("\\", "/").rpartition("/")[2].removesuffix(".txt")


def find_annotations(folder: Path) -> dict[str, Path]:
    """The annotations in GOLD by the name of their text; of several annotators', the first."""
    texts = {name_of(path.name) for path in sorted(folder.joinpath(TEXTS).glob("*.txt"))}
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.joinpath(ANNOTATIONS).glob(f"*{SUFFIX}")):
        whole = path.name.removesuffix(SUFFIX)
        found[whole if whole in texts else ANNOTATOR.sub("", whole)].append(path)
    return {name: paths[0] for name, paths in found.items() if name in texts}


def read_annotation(path: Path, article: Article, note: Note) -> tuple[Attribution, ...]:
    """The attributions in a file; each line that cannot be read goes to *note* and is left out."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"{error.strerror or error}; check the file and its permissions"
        note(Failure(article.id, "read", type(error).__name__, message, str(path)))
        return ()
    # Only bytes are split where brat ends a line; a text may hold other ends of lines.
    lines = [line.decode("utf-8", "replace") for line in raw.splitlines()]
    attributions = []
    for item in parse_lines(lines, len(article.text)):
        if isinstance(item, Attribution):
            attributions.append(item)
        else:
            message = f"{item.message}; mend the line"
            note(Failure(article.id, "read", "ReadError", message, str(path), item.line))
    return tuple(attributions)


def parse_lines(lines: list[str], length: int) -> Iterator[Attribution | Malformed]:
    """The attributions in *lines* on a text of *length* characters, and what is wrong."""
    stretches: Stretches = {}
    events: list[tuple[int, str, str]] = []
    lost: set[str] = set()  # stretches that are complained of already
    for number, line in enumerate(lines, start=1):
        if stretch := STRETCH.fullmatch(line):
            spans = to_spans(stretch[2], length)
            if spans is None:
                lost.add(stretch[1])
                yield Malformed(number, f"{stretch[2]} is no place in the text")
            else:
                stretches[stretch[1]] = number, spans
        elif event := EVENT.fullmatch(line):
            events.append((number, event[1], event[2]))
        elif line.strip() and not line.startswith(OTHER):
            lost.add(line.partition("\t")[0])
            yield Malformed(number, "not a line of brat standoff")
    for number, name, roles in events:
        for item in to_attribution(number, name, roles, stretches):
            if isinstance(item, Attribution) or item.stretch not in lost:
                yield item


def to_spans(places: str, length: int) -> tuple[Span, ...] | None:
    """The spans in `115 290;301 310`; None if one is empty or beyond the text."""
    pairs = [tuple(map(int, place.split())) for place in places.split(";")]
    if not all(start < end <= length for start, end in pairs):
        return None
    return tuple(Span(start, end) for start, end in pairs)


def to_attribution(
    line: int, name: str, roles: str, stretches: Stretches
) -> Iterator[Attribution | Malformed]:
    """The attribution of an event, if it has a content, and each of its parts that is missing.

    A part that stands below the event's line is left out: so do the published figures that ours
    are to be compared with.
    """
    parts: dict[str, tuple[Span, ...]] = {"content": (), "cue": (), "source": ()}
    for role, stretch in ROLE.findall(roles):
        if stretch not in stretches:
            yield Malformed(line, f"{role}:{stretch}: there is no such stretch", stretch)
            continue
        defined, spans = stretches[stretch]
        if defined < line and role.lower() in parts:
            parts[role.lower()] += spans
    if parts["content"]:
        yield Attribution(name, **parts)

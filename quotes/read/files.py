"""From the paths given to the files that hold articles, in sorted order, none opened yet."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from quotes.read.containers.table import form_of
from quotes.read.failure import Failure, Skipped
from quotes.read.input_file import InputFile, clean

FoundFile = InputFile | Failure | Skipped


def find_files(paths: Iterable[Path], apart: Collection[Path] = ()) -> Iterator[FoundFile]:
    """The files at *paths*, folders walked, less the files *apart*; - is standard input."""
    real = frozenset(os.path.realpath(path) for path in apart)
    for path in paths:
        if str(path) == "-":
            yield InputFile("stdin", None, "unknown")
        elif os.path.isdir(path):
            yield from walk(path, real)
        elif os.path.exists(path):
            yield InputFile(clean(path.name), path, form_of(path) or "unknown", str(path))
        else:
            yield missing(clean(path.name), path)


def walk(folder: Path, apart: Collection[str]) -> Iterator[FoundFile]:
    """What is in *folder* and below it, each folder's entries sorted by name."""
    root = os.path.realpath(folder)
    followed: set[str] = set()
    waiting = [(folder, "")]
    while waiting:  # a stack of our own: folders may be deeper than Python's
        path, below = waiting.pop()
        if below and path.name.startswith("."):
            yield Skipped(clean(str(path)))
        elif apart and os.path.realpath(path) in apart:
            continue
        elif not os.path.isdir(path):
            yield found_file(path, below, str(folder))
        elif below and path.is_symlink() and (reason := refusal(path, below, root, followed)):
            yield reason
        else:
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError as error:
                yield unreadable(clean(below or str(path)), str(path), error)
                continue
            waiting.extend((path / name, f"{below}/{name}" if below else name) for name in names)


def found_file(path: Path, below: str, given: str) -> FoundFile:
    """What to do with an entry of a folder that is no folder itself."""
    form = form_of(path)
    if os.path.isfile(path):
        if form is None:
            return Skipped(clean(str(path)))
        return InputFile(clean(below), path, form, given)
    if path.is_symlink():
        return missing(clean(below), path)
    return Skipped(clean(str(path)))  # a pipe, a socket: to open it could wait for ever


def refusal(path: Path, below: str, root: str, followed: set[str]) -> Failure | Skipped | None:
    """Why the link *path* to a folder is not followed; None, and noted in *followed*, if it is."""
    target = os.path.realpath(path)
    if is_within(os.path.realpath(path.parent), target):
        message = "a link to a folder that it is in; remove the link"
        return Failure(clean(below), "read", "ReadError", message, clean(str(path)))
    if is_within(target, root) or target in followed:
        return Skipped(clean(str(path)))  # its articles are read at their own place
    followed.add(target)
    return None


def is_within(path: str, folder: str) -> bool:
    """Whether *path*, a real path, is *folder* or below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def missing(id: str, path: Path) -> Failure:
    """The failure of a path with nothing there, such as a link to a file that is gone."""
    message = "no such file, or a link to none; check the path"
    return Failure(id, "read", "FileNotFoundError", message, clean(str(path)))


def unreadable(id: str, file: str, error: OSError) -> Failure:
    """The failure of a file or folder that the system does not let us read."""
    return Failure(id, "read", type(error).__name__, system_reason(error), clean(file))


def system_reason(error: OSError) -> str:
    """What the system has against reading; what to do."""
    return f"{error.strerror or error}; check the file and its permissions"

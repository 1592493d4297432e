"""The work on one article: its quotes found, its records made and checked, or one failure."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import get_args

from quotes.errors import LexiconError, ModelError, RecordError
from quotes.model import Article
from quotes.pipeline.many.outcome import Outcome
from quotes.pipeline.pieces import MAX_CHARS, QuoteFinder, find_in_pieces
from quotes.read.failure import Failure, Stage
from quotes.write.record import Record, to_record
from quotes.write.schema import check

STAGES: tuple[Stage, ...] = get_args(Stage)  # each is called as the room that its code is in
COLLECT_AFTER = (100_000, 50, 50)  # objects, and collections of the younger ones


def make_work(
    extractor: Callable[[], QuoteFinder], max_chars: int = MAX_CHARS
) -> Callable[[Article], Outcome | Failure]:
    """The work on one article, with what *extractor* makes; ModelError if that needs a model."""
    loaded = extractor()
    # What is loaded stays, and what is made of an article goes without a search for rings: looking
    # for garbage as often as Python does unasked is 5 % of a run.
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    return partial(work_on, extractor=loaded, max_chars=max_chars)


def work_on(
    article: Article, extractor: QuoteFinder, max_chars: int = MAX_CHARS
) -> Outcome | Failure:
    """The outcome for *article*; its failure if finding failed."""
    records: dict[str, Record] = {}
    failures: list[Failure] = []
    try:
        for quote in find_in_pieces(article, extractor, max_chars):
            try:
                record = to_record(article, quote)
                if check(record)["id"] in records:
                    raise RecordError(
                        f"{record['id']}: a second quote of the same content; "
                        "this is a bug, please report it"
                    )
            except RecordError as error:
                failures.append(failed(article, error))
            else:
                records[record["id"]] = record
    except (ModelError, LexiconError):
        raise  # the next article would fail in the same way
    except Exception as error:  # whatever one article does to the rules, the others are read
        return failed(article, error)
    return Outcome(article, tuple(records.values()), tuple(failures))


def failed(article: Article, error: Exception) -> Failure:
    """The failure of *article* that *error* stands for."""
    what = str(error) or "no message"
    if not isinstance(error, RecordError):
        what += "; this is a bug, please report it with what --debug shows"
    return Failure(
        article.id,
        "write" if isinstance(error, RecordError) else stage_of(error.__traceback__),
        type(error).__name__,
        " ".join(what.split()),
        sha256=article.sha256,
        trace="".join(traceback.format_exception(error)),
    )


def stage_of(trace: TracebackType | None) -> Stage:
    """The stage whose code was the last of ours to run; find if none of them was."""
    stage: Stage = "find"
    while trace is not None:
        room = room_of(trace.tb_frame.f_globals.get("__name__", ""))
        stage = next((name for name in STAGES if name == room), stage)
        trace = trace.tb_next
    return stage


def room_of(module: str) -> str:
    """The room of a module of the package, as find of quotes.find.cues; empty for any other."""
    package, *rooms = module.split(".")
    return rooms[0] if package == "quotes" and rooms else ""

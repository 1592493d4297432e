"""One worker process: how it starts, what it does, how it ends."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from quotes.model import Article

Work = Callable[[Article], Any]
Task = tuple[int, Article]

# One thread a worker: libraries that start one a core would fight over the cores.
THREADS = ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB", "NUMEXPR")
LAST_BREATH = 2.0  # seconds that a process which closed its pipe has to end by itself


@dataclass(slots=True, eq=False)
class Worker:
    """A process and what it has been given and not yet answered, in order."""

    process: SpawnProcess
    pipe: Connection
    ready: bool = False  # it has loaded what it needs
    tasks: deque[Task] = field(default_factory=deque)
    since: float = 0.0  # when it began with the first of its tasks, by the monotonic clock


def start(make: Callable[[], Work]) -> Worker:
    """A new process that makes its work function and then says that it is ready."""
    context = get_context("spawn")  # a fork would copy what threads of this process hold locked
    pipe, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, make), daemon=True)
    with deaf_to_interruption(), one_thread_each():
        process.start()
    theirs.close()  # else its death would not be heard
    return Worker(process, pipe)


def end(worker: Worker, at_once: bool) -> int:
    """The exit code of *worker*, killed *at_once* or if it does not end by itself."""
    worker.pipe.close()
    if not at_once:
        worker.process.join(LAST_BREATH)
    worker.process.kill()
    worker.process.join()
    code = worker.process.exitcode or 0
    worker.process.close()
    return code


def ending(code: int) -> str:
    """What an exit code says of an end."""
    if code >= 0:
        return f"exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name


@contextmanager
def deaf_to_interruption() -> Iterator[None]:
    """A stretch in which processes that are started inherit that Ctrl-C is not for them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)


@contextmanager
def one_thread_each() -> Iterator[None]:
    """A stretch in which processes that are started inherit to use one thread, unless told."""
    names = {f"{name}_NUM_THREADS" for name in THREADS} - os.environ.keys()
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name in names:
            os.environ.pop(name, None)


def serve(pipe: Connection, make: Callable[[], Work]) -> None:
    """Work on the chunks that come through *pipe*, in a worker, until it is closed."""
    threading.Thread(target=end_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionError):  # whoever asked is gone
        try:
            work = make()
        except Exception as error:
            pipe.send(error)
            return
        pipe.send(None)
        while True:
            for article in pipe.recv():
                pipe.send(answer_of(work, article))


def answer_of(work: Work, article: Article) -> Any:
    """What *work* makes of *article*; an error that would stop every article, as a value."""
    try:
        return work(article)
    except Exception as error:
        return error


def end_with_parent() -> None:
    """End this worker as soon as the process that started it has ended, however that ended."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

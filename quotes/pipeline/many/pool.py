"""A fixed number of worker processes: articles out in chunks, results back in the input's order.

Each worker has a pipe of its own. The pools at hand let the workers share one, and a worker that
is killed in the middle of a message then spoils it for all.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from pickle import UnpicklingError
from typing import Any

from quotes.errors import QuotesError
from quotes.model import Article
from quotes.pipeline.many.worker import Task, Work, Worker, end, ending, start

CHUNK = 8  # articles handed out at once
CHUNK_CHARS = 50_000  # and code points: a long article goes alone
WINDOW = 12  # chunks a worker that may wait for the one whose turn it is
WINDOW_CHARS = 8_000_000  # code points of all articles that wait
MOST_FALSE_STARTS = 3  # workers that end before they are ready, one after another


class WorkerError(QuotesError):
    """No worker can be started."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Why no result came for an article."""

    type: str
    message: str


class Pool:
    """Works on articles in *jobs* processes.

    Each makes its own work function with *make*, which like its results must survive pickling.
    An article on which a worker died is tried once more in a chunk of its own; if that worker dies
    too, or one is at it for over *timeout* seconds, its result is what *lost* makes of it.
    """

    def __init__(
        self,
        make: Callable[[], Work],
        jobs: int,
        lost: Callable[[Article, Lost], Any],
        timeout: float | None = None,
    ) -> None:
        self.make = make
        self.jobs = jobs
        self.lost = lost
        self.timeout = timeout
        self.workers: list[Worker] = []
        self.waiting: deque[list[Task]] = deque()  # chunks that no worker has yet
        self.suspects: set[int] = set()  # articles on which a worker has died
        self.done: dict[int, Any] = {}  # results whose turn has not come
        self.chars: dict[int, int] = {}  # the lengths of the articles under way
        self.taken = 0  # items taken from the input
        self.given = 0  # results handed on
        self.ended = False  # whether the input has no more
        self.false_starts = 0  # workers that ended before they were ready, since one was

    def map(self, items: Iterable[Any]) -> Generator[Any, None, None]:
        """The result for each article in *items*, in order; what is no article as it is."""
        source = iter(items)
        try:
            while not self.ended or self.given < self.taken:
                self.hand_out(source)
                while self.given in self.done:
                    self.chars.pop(self.given, None)
                    self.given += 1
                    yield self.done.pop(self.given - 1)
                if self.given < self.taken:
                    self.listen()
        finally:
            self.stop()

    def hand_out(self, source: Iterator[Any]) -> None:
        """Give each idle worker a chunk, of *source* if none waits; start those that are needed."""
        busy = sum(bool(worker.tasks) for worker in self.workers)
        while len(self.waiting) < self.jobs - busy and self.has_room():
            if not (chunk := self.next_chunk(source)):
                break
            self.waiting.append(chunk)
        while len(self.workers) < min(self.jobs, busy + len(self.waiting)):
            self.workers.append(start(self.make))
        for worker in tuple(self.workers):
            if worker.ready and not worker.tasks and self.waiting:
                self.give(worker, self.waiting.popleft())

    def has_room(self) -> bool:
        """Whether more articles may be under way."""
        few = self.taken - self.given < self.jobs * CHUNK * WINDOW
        return not self.ended and few and sum(self.chars.values()) < WINDOW_CHARS

    def next_chunk(self, source: Iterator[Any]) -> list[Task]:
        """The next few articles of *source*; what comes between them is done as it is."""
        chunk: list[Task] = []
        chars, most = 0, self.taken + CHUNK * WINDOW
        while len(chunk) < CHUNK and chars < CHUNK_CHARS and self.taken < most:
            try:
                item = next(source)
            except StopIteration:
                self.ended = True
                break
            if isinstance(item, Article):
                chunk.append((self.taken, item))
                self.chars[self.taken] = len(item.text)
                chars += len(item.text)
            else:
                self.done[self.taken] = item
            self.taken += 1
        return chunk

    def give(self, worker: Worker, chunk: list[Task]) -> None:
        """Hand *chunk* to an idle *worker*."""
        worker.tasks.extend(chunk)
        worker.since = time.monotonic()
        try:  # it waits for this and reads it at once, so neither ever waits for the other
            worker.pipe.send([article for _, article in chunk])
        except OSError:
            self.lose(worker)

    def listen(self) -> None:
        """Wait until a worker answers, dies or has been at an article for too long."""
        began = [worker.since for worker in self.workers if worker.tasks]
        patience = None
        if self.timeout is not None and began:
            patience = max(0.0, min(began) + self.timeout - time.monotonic())
        speaking = wait([worker.pipe for worker in self.workers], patience)
        for worker in tuple(self.workers):
            if worker.pipe in speaking:
                self.hear(worker)
            elif worker.tasks and self.is_late(worker):
                self.lose(worker, self.timeout)

    def is_late(self, worker: Worker) -> bool:
        """Whether *worker* has been at one article for too long."""
        return self.timeout is not None and time.monotonic() - worker.since >= self.timeout

    def hear(self, worker: Worker) -> None:
        """Take the answer of *worker*, or note that it died."""
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError, UnpicklingError):  # it ended, perhaps within a message
            self.lose(worker)
            return
        if isinstance(answer, BaseException):
            raise answer
        if not worker.ready:
            worker.ready = True
            self.false_starts = 0
            return
        number, _ = worker.tasks.popleft()
        worker.since = time.monotonic()
        self.done[number] = answer

    def lose(self, worker: Worker, timeout: float | None = None) -> None:
        """Give up *worker*; its article waits for a second try, or has failed."""
        self.workers.remove(worker)
        code = end(worker, at_once=timeout is not None)
        if not worker.ready:
            self.false_starts += 1
            if self.false_starts >= MOST_FALSE_STARTS:
                raise WorkerError(f"workers end as they start ({ending(code)}); try fewer --jobs")
        if not worker.tasks:
            return
        number, article = worker.tasks.popleft()
        if worker.tasks:
            self.waiting.appendleft(list(worker.tasks))
        if timeout is not None:
            late = f"took over {timeout:g} seconds; allow it more with --timeout, or leave it out"
            self.done[number] = self.lost(article, Lost("TimeoutError", late))
        elif number in self.suspects:
            died = f"ended the process that worked on it, twice ({ending(code)}); leave it out"
            self.done[number] = self.lost(article, Lost("WorkerError", died))
        else:
            self.suspects.add(number)
            self.waiting.appendleft([(number, article)])

    def stop(self) -> None:
        """End all workers; what they are at is lost."""
        while self.workers:
            end(self.workers.pop(), at_once=True)

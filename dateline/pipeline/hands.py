"""Many subjects at once: worker processes derive, the process that holds the ledger keeps.

A worker opens the desk to look and never writes. Results come back in the order of the subjects, so that the
ledger is the same for any number of workers. When the first process dies, however suddenly, its workers end.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing import get_context
from typing import TypeVar

from dateline.desk import Desk
from dateline.errors import Failed, attempt
from dateline.pipeline.doors import Doors, open_to_look
from dateline.processes import end_with_parent

Subject = TypeVar("Subject")
Result = TypeVar("Result")
Derive = Callable[[Doors, Subject], Result]

WORTH_STARTING = 16
"""Fewer subjects than this are done sooner than workers are started."""
WAITING = 3
"""Subjects that are sent ahead for each worker: bounds what waits in memory."""


@dataclass(slots=True)
class Hands:
    """The workers of one run, started when there is enough to do."""

    doors: Doors
    workers: int
    _pool: ProcessPoolExecutor | None = field(default=None, repr=False)

    @property
    def started(self) -> bool:
        """Say whether there are processes at work."""
        return self._pool is not None

    def derive_each(
        self, derive: "Derive[Subject, Result]", subjects: Sequence[Subject]
    ) -> Iterator[tuple[Subject, Result | Failed]]:
        """Yield each subject with what was derived from it, in order. `derive` is a function of a module."""
        if self.workers < 2 or len(subjects) < WORTH_STARTING:
            for subject in subjects:
                yield subject, attempt(derive, self.doors, subject)
            return
        waiting: deque[tuple[Subject, Future[Result | Failed]]] = deque()
        for subject in subjects:
            waiting.append((subject, self._send(derive, subject)))
            if len(waiting) >= self.workers * WAITING:
                yield self._next(derive, waiting)
        while waiting:
            yield self._next(derive, waiting)

    def _next(
        self, derive: "Derive[Subject, Result]", waiting: "deque[tuple[Subject, Future[Result | Failed]]]"
    ) -> tuple[Subject, Result | Failed]:
        """Return the first that waits; where its worker was killed, it is derived here."""
        subject, future = waiting.popleft()
        try:
            return subject, future.result()
        except BrokenProcessPool:
            return subject, attempt(derive, self.doors, subject)

    def _send(self, derive: "Derive[Subject, Result]", subject: Subject) -> "Future[Result | Failed]":
        try:
            return self._processes().submit(_derive_in_worker, derive, subject)
        except BrokenProcessPool:
            self.close()
            return self._processes().submit(_derive_in_worker, derive, subject)

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            doors = self.doors
            self._pool = ProcessPoolExecutor(
                self.workers,
                mp_context=get_context("spawn"),
                initializer=_open_worker,
                initargs=(doors.desk, doors.now, doors.reader is not None),
            )
        return self._pool

    def close(self) -> None:
        """Send the workers home."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


@contextmanager
def open_hands(doors: Doors, *, workers: int) -> Iterator[Hands]:
    """Give hands for a run, and send them home at its end."""
    hands = Hands(doors, workers)
    try:
        yield hands
    finally:
        hands.close()


_opened = ExitStack()
_worker_doors: list[Doors] = []


def _open_worker(desk: Desk, now: datetime, with_reader: bool) -> None:
    """Open the doors of a worker process, and end it when the process that started it ends."""
    from dateline.inference.reader import load_reader  # heavy, and only workers need it

    end_with_parent()
    reader = load_reader(threads=1) if with_reader else None
    _worker_doors.append(_opened.enter_context(open_to_look(desk, now=now, reader=reader)))


def _derive_in_worker(derive: "Derive[Subject, Result]", subject: Subject) -> Result | Failed:
    return attempt(derive, _worker_doors[0], subject)

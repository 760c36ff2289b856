"""Long work of the browser: done beside the requests, its progress shown, stopped when asked.

Jobs live in the process alone. One that dies with it has written nothing: each ends in one transaction, or
goes on where it stopped, as the commands do.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from datetime import datetime
from enum import StrEnum

from dateline.errors import DatelineError, NotFound
from dateline.model.ledger import Stage
from dateline.model.people import Person, Role
from dateline.web.security.sessions import new_secret

AT_ONCE = 2  # the ledger has one writer at a time; the other reads
MOST_KEPT = 200
_LOG = logging.getLogger("dateline.web")


class Stopped(DatelineError):
    """The one who began the work stopped it."""


class JobState(StrEnum):
    """How far a piece of work is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class Job:
    """One piece of work: who began it, how much of it is done, and where it led.

    `what` is a word of the interface's table `job`. `work` is handed the function to report its progress
    with, which raises Stopped once somebody stopped it; it returns the address of what it made.
    """

    def __init__(self, what: str, by: str, begun_at: datetime) -> None:
        self.id = new_secret()[:16]
        self.what = what
        self.by = by
        self.begun_at = begun_at
        self.stage: Stage | None = None
        self.subject = ""
        self.done = 0
        self._stopped = threading.Event()
        self._future: Future[str] = Future()

    def report(self, stage: Stage, subject: str) -> None:
        """Count a subject as done. Raises Stopped."""
        self.check()
        self.note(stage, subject)

    def note(self, stage: Stage, subject: str) -> None:
        """Count a subject as done, whether or not the work was stopped meanwhile."""
        self.done = self.done + 1 if stage is self.stage else 1
        self.stage, self.subject = stage, subject[:200]

    @property
    def is_stopped(self) -> bool:
        """Say whether somebody stopped the work; it may go on to its next step."""
        return self._stopped.is_set()

    def check(self) -> None:
        """Raise Stopped where somebody stopped the work."""
        if self.is_stopped:
            raise Stopped("the work was stopped; nothing of it was kept")

    def stop(self) -> None:
        """Have the work end at its next step; what has not begun does not begin."""
        self._stopped.set()
        self._future.cancel()

    def wait(self, seconds: float) -> bool:
        """Wait for the end for a while and say whether it came."""
        return bool(wait([self._future], seconds).done)

    @property
    def is_over(self) -> bool:
        """Say whether it has ended, one way or another."""
        return self._future.done()

    def result(self) -> str:
        """Return the address of what was made. Raises what the work raised, and Stopped."""
        try:
            return self._future.result(0)
        except CancelledError:
            raise Stopped("the work was stopped before it began") from None

    @property
    def state(self) -> JobState:
        """How far it is."""
        if not self._future.done():
            return JobState.RUNNING if self._future.running() else JobState.WAITING
        if self._future.cancelled() or isinstance(self._future.exception(), Stopped):
            return JobState.STOPPED
        return JobState.FAILED if self._future.exception() else JobState.DONE

    @property
    def problem(self) -> str:
        """Why it failed, in words; empty where it did not."""
        if self.state is not JobState.FAILED:
            return ""
        error = self._future.exception()
        return (
            str(error) if isinstance(error, DatelineError) else "an unforeseen fault; the server's log has it"
        )

    def begin(self, pool: ThreadPoolExecutor, work: Callable[["Job"], str]) -> None:
        """Begin the work in a thread of the pool."""
        self._future = pool.submit(work, self)
        self._future.add_done_callback(self._note)

    def _note(self, ended: Future[str]) -> None:
        error = None if ended.cancelled() else ended.exception()
        if error is not None and not isinstance(error, DatelineError):
            _LOG.error("%s, begun by %s, failed", self.what, self.by, exc_info=error)


class Jobs:
    """The work of one server, the newest last."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="dateline-job")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def start(self, what: str, by: str, work: Callable[[Job], str], *, now: datetime) -> Job:
        """Begin a piece of work and return it at once."""
        job = Job(what, by, now)
        job.begin(self._pool, work)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > MOST_KEPT:
                self._jobs.popitem(last=False)[1].stop()
        return job

    def of(self, person: Person) -> list[Job]:
        """Return the work that a person began, an admin sees everybody's; the newest first."""
        return [job for job in self._newest() if job.by == person.name or person.role is Role.ADMIN]

    def under_way(self, what: str) -> Job | None:
        """Return the newest work of a kind that has not ended, whoever began it."""
        return next((job for job in self._newest() if job.what == what and not job.is_over), None)

    def get(self, id: str, person: Person) -> Job:
        """Return one piece of work. Raises NotFound, for another's too."""
        for job in self.of(person):
            if job.id == id:
                return job
        raise NotFound("no such work of yours is known; the server may have been started anew since")

    def _newest(self) -> list[Job]:
        """Return all the work that is kept, the newest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def close(self) -> None:
        """Stop everything and wait until it has ended."""
        with self._lock:
            for job in self._jobs.values():
                job.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

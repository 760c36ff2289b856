"""Carrying out long work for a page: its answer where it is soon there, its progress where it is not."""

from collections.abc import Callable
from dataclasses import replace

from starlette.responses import Response

from dateline.web.answers import go_to
from dateline.web.jobs import Job
from dateline.web.room import Visit


def carry_out(visit: Visit, what: str, work: Callable[[Visit], str]) -> Response:
    """Do some work beside the requests and send the browser to what it made, or to its progress.

    `work` returns the address of what it made. Raises what it raises within the room's patience.
    """

    def do(job: Job) -> str:
        job.check()
        return work(replace(visit, report=job.report))

    job = visit.room.jobs.start(what, visit.person.name, do, now=visit.now)
    return go_to(job.result() if job.wait(visit.room.patience) else f"/jobs/{job.id}")

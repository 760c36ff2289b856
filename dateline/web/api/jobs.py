"""Long work that pages began: how far it is, and stopping it. Calls of the API wait for what they ask."""

from fastapi import APIRouter

from dateline.web.acting.running import start_run
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.jobs import JobView, job_view, jobs_view

router = APIRouter(prefix="/jobs", tags=["desk"])


@router.get("")
def list_jobs(visit: ReaderVisit) -> tuple[JobView, ...]:
    """Return the work that the one who asks began, to an admin everybody's; the newest first."""
    return jobs_view(visit)


@router.post("/run")
def run(visit: AnalystVisit) -> JobView:
    """Begin to collect, read and link what is pending, or return the run under way."""
    return job_view(start_run(visit))


@router.get("/{id}")
def show_job(visit: ReaderVisit, id: str) -> JobView:
    """Return how far a piece of work is."""
    return job_view(visit.room.jobs.get(id, visit.person))


@router.post("/{id}/stop")
def stop_job(visit: AnalystVisit, id: str) -> JobView:
    """Stop a piece of work at its next step."""
    job = visit.room.jobs.get(id, visit.person)
    job.stop()
    return job_view(job)

"""Long work: its progress, and the button that stops it."""

from fastapi import APIRouter
from starlette.responses import Response

from dateline.web.acting.running import start_run
from dateline.web.answers import go_to
from dateline.web.rendering import render
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.jobs import job_view, jobs_view

router = APIRouter(prefix="/jobs")


@router.get("")
def show_all(visit: ReaderVisit) -> Response:
    """List the work of this server."""
    return render(visit, "jobs.html", jobs=jobs_view(visit))


@router.post("/run")
def run(visit: AnalystVisit) -> Response:
    """Collect, read and link what is pending, and show how far it is."""
    return go_to(f"/jobs/{start_run(visit).id}")


@router.get("/{id}")
def show(visit: ReaderVisit, id: str) -> Response:
    """Show how far it is; where it is done, what it made."""
    view = job_view(visit.room.jobs.get(id, visit.person))
    return go_to(view.made) if view.made else render(visit, "job.html", job=view)


@router.post("/{id}/stop")
def stop(visit: AnalystVisit, id: str) -> Response:
    """Stop it at its next step."""
    visit.room.jobs.get(id, visit.person).stop()
    return go_to(f"/jobs/{id}")

"""Work that goes on beside the pages, as it stands."""

from dataclasses import dataclass
from datetime import datetime

from dateline.web.jobs import Job, JobState
from dateline.web.room import Visit


@dataclass(frozen=True, slots=True)
class JobView:
    """One piece of work: `done` subjects of `stage`, `subject` the last; `made` is what it led to."""

    id: str
    what: str
    by: str
    begun_at: datetime
    state: JobState
    stage: str
    done: int
    subject: str
    problem: str
    made: str

    @property
    def is_over(self) -> bool:
        """Say whether it has ended, one way or another."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)


def job_view(job: Job) -> JobView:
    """Return how a piece of work stands."""
    state = job.state
    return JobView(
        id=job.id,
        what=job.what,
        by=job.by,
        begun_at=job.begun_at,
        state=state,
        stage=job.stage.value if job.stage else "",
        done=job.done,
        subject=job.subject,
        problem=job.problem,
        made=job.result() if state is JobState.DONE else "",
    )


def jobs_view(visit: Visit) -> tuple[JobView, ...]:
    """Return the work that the visitor began, an admin sees everybody's; the newest first."""
    return tuple(job_view(job) for job in visit.room.jobs.of(visit.person))

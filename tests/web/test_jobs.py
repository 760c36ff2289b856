"""Long work: soon done it is answered, else its progress is shown; it can be stopped, and is its owner's."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from dateline.errors import InputError, NotFound
from dateline.model.ledger import Stage
from dateline.model.people import Person, Role
from dateline.web.app import create_app
from dateline.web.jobs import Job, Jobs, JobState, Stopped
from dateline.web.room import Room
from tests.web.desks import token_of

NOW = datetime(2020, 3, 21, tzinfo=UTC)
SARA, RANA, ADA = Person("sara", Role.ANALYST), Person("rana", Role.READER), Person("ada", Role.ADMIN)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def _until_stopped(begun: threading.Event) -> Callable[[Job], str]:
    def work(job: Job) -> str:
        while True:
            job.report(Stage.READ, "https://outlet.example/a")
            begun.set()
            time.sleep(0.005)

    return work


def test_work_reports_its_steps_and_leads_to_what_it_made(jobs: Jobs) -> None:
    def work(job: Job) -> str:
        for number in range(3):
            job.report(Stage.READ, f"d-{number}")
        return "/made"

    job = jobs.start("draft", "sara", work, now=NOW)
    assert job.wait(10)
    assert (job.state, job.result(), job.done, job.subject) == (JobState.DONE, "/made", 3, "d-2")


def test_work_stops_at_its_next_step(jobs: Jobs) -> None:
    begun = threading.Event()
    job = jobs.start("draft", "sara", _until_stopped(begun), now=NOW)
    assert begun.wait(10) and job.state is JobState.RUNNING
    job.stop()
    assert job.wait(10)
    assert job.state is JobState.STOPPED
    with pytest.raises(Stopped):
        job.result()


def test_work_that_waits_is_stopped_before_it_begins(jobs: Jobs) -> None:
    begun = [threading.Event() for _ in range(2)]
    going = [jobs.start("draft", "sara", _until_stopped(event), now=NOW) for event in begun]
    assert all(event.wait(10) for event in begun)
    waiting = jobs.start("merge", "sara", lambda job: "/never", now=NOW)
    assert waiting.state is JobState.WAITING
    waiting.stop()
    assert waiting.state is JobState.STOPPED
    for job in going:
        job.stop()


def test_what_was_foreseen_is_said_and_the_rest_is_in_the_log(
    jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    def foreseen(job: Job) -> str:
        raise InputError("the period begins after its end")

    def unforeseen(job: Job) -> str:
        raise ZeroDivisionError("one secret by nought")

    said, logged = (jobs.start("draft", "sara", work, now=NOW) for work in (foreseen, unforeseen))
    assert said.wait(10) and logged.wait(10)
    assert said.problem == "the period begins after its end"
    assert "secret" not in logged.problem and logged.state is JobState.FAILED
    jobs.close()
    assert "one secret by nought" in caplog.text


def test_work_is_its_owners_and_the_admins(jobs: Jobs) -> None:
    job = jobs.start("draft", "sara", lambda job: "/made", now=NOW)
    assert jobs.get(job.id, SARA) is job and jobs.get(job.id, ADA) is job
    with pytest.raises(NotFound):
        jobs.get(job.id, RANA)


@pytest.fixture
def hasty(room: Room) -> Iterator[TestClient]:
    """A browser whose pages do not wait at all for their work."""
    with TestClient(create_app(replace(room, patience=0.0)), follow_redirects=False) as made:
        yield made


def _follow(browser: TestClient, address: str) -> str:
    """Ask for the progress until it leads on, and return where to."""
    for _ in range(1000):
        shown = browser.get(address)
        if shown.status_code == 303:
            return str(shown.headers["location"])
        assert 'role="status"' in shown.text
        time.sleep(0.02)
    raise AssertionError(f"{address} does not end")


def test_a_merge_shows_its_progress_and_leads_to_the_entity(hasty: TestClient, room: Room) -> None:
    one, other = room.ledger.book.entities_named("")[:2]
    form = {"csrf": token_of(hasty), "other": other.name}
    kinds = {one.type, other.type}
    answer = hasty.post(f"/entities/{one.id}/merge", data=form)
    where = str(answer.headers["location"])
    assert where.startswith("/jobs/")
    if len(kinds) == 1:
        assert _follow(hasty, where).startswith("/entities/")
    else:
        room.jobs.get(where.rpartition("/")[2], ADA).wait(60)
        assert "never one" in hasty.get(where).text


def test_a_draft_that_was_stopped_is_not_kept(hasty: TestClient, room: Room) -> None:
    form = {"csrf": token_of(hasty), "begin": "2020-03-08", "until": "2020-03-21"}
    where = hasty.post("/bulletin/drafts", data=form).headers["location"]
    hasty.post(f"{where}/stop", data=form)
    job = room.jobs.get(where.rpartition("/")[2], ADA)
    assert job.wait(60)
    assert hasty.get(f"/api{where}").json()["state"] == job.state == JobState.STOPPED
    assert room.ledger.latest_revisions() == []
    assert "sara" in hasty.get("/jobs").text

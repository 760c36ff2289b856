"""A run begun in the browser: what lies in the inbox is read, one run at a time, stopped without loss."""

import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.model.people import Person, Role
from dateline.web.jobs import Job, JobState
from dateline.web.room import Room
from tests.web.desks import token_of

ADA = Person("ada", Role.ADMIN)
ARTICLE = """Radio recordings are put online

March 20, 2020

The library of Sulaymaniyah put nine thousand songs online on Friday, its curator, Shno Karim, said.
"""


def _begin(browser: TestClient, room: Room) -> Job:
    """Press the button and return the work that it leads to."""
    answer = browser.post("/jobs/run", data={"csrf": token_of(browser, "/desk")})
    return room.jobs.get(answer.headers["location"].rpartition("/")[2], ADA)


@pytest.fixture
def with_article(desk: Path) -> Path:
    """The desk with an article in its inbox that no run has read."""
    (desk / "inbox" / "songs.txt").write_text(ARTICLE, encoding="utf-8")
    return desk


def test_a_run_reads_what_lies_in_the_inbox(with_article: Path, client: TestClient, room: Room) -> None:
    before = len(list(room.ledger.documents()))
    job = _begin(client, room)
    assert _begin(client, room) is job
    assert job.wait(120)
    assert (job.state, job.problem) == (JobState.DONE, "")
    assert len(list(room.ledger.documents())) == before + 1
    assert "Radio recordings are put online" in client.get(job.result()).text
    assert "ran the desk" in client.get("/desk/log").text


def test_a_run_that_is_stopped_leaves_the_desk_to_the_next(
    with_article: Path, client: TestClient, room: Room
) -> None:
    job = _begin(client, room)
    time.sleep(0.5)
    client.post(f"/jobs/{job.id}/stop", data={"csrf": token_of(client, "/desk")})
    assert job.wait(60)
    assert job.state is JobState.STOPPED
    assert "the next run goes on from there" in client.get(f"/jobs/{job.id}").text
    again = _begin(client, room)
    assert again.wait(120) and again.state is JobState.DONE


def test_a_run_that_fails_says_why(desk: Path, client: TestClient, room: Room) -> None:
    (desk / "desk.toml").write_text("outlets = 3\n", encoding="utf-8")
    job = _begin(client, room)
    assert job.wait(60)
    assert job.state is JobState.FAILED
    assert "desk.toml" in job.problem

"""A desk with a few stories, opened for tests: one for reading, and a fresh copy for each test that acts."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk import load_desk
from dateline.model.people import Person, Role
from dateline.pipeline import open_doors, run_desk
from dateline.web.app import create_app
from dateline.web.room import Room
from dateline.web.security.passwords import hash_password
from dateline.web.server import Address, open_room
from tests.web.news import make_news_desk

NOW = datetime(2020, 3, 21, 20, tzinfo=UTC)
PASSWORD = "correct horse battery"
PEOPLE = {"rana": Role.READER, "arash": Role.ANALYST, "edna": Role.EDITOR, "ada": Role.ADMIN}


class Clock:
    """A clock that a test sets; it moves by a second with each look."""

    def __init__(self) -> None:
        self.now = NOW + timedelta(hours=1)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def filled_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk on which a run was made."""
    folder = make_news_desk(tmp_path_factory.mktemp("web") / "desk")
    with open_doors(load_desk(folder), now=NOW) as doors:
        list(run_desk(doors))
    return folder


@pytest.fixture
def desk(filled_desk: Path, tmp_path: Path) -> Path:
    """A copy of the filled desk that a test may change."""
    return Path(shutil.copytree(filled_desk, tmp_path / "desk", symlinks=True))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(desk: Path, clock: Clock) -> Iterator[Room]:
    """The desk opened on loopback, where the one who serves it works without a login."""
    with open_room(load_desk(desk), Address(), clock) as opened:
        yield replace(
            opened,
            resident=Person("sara", Role.ADMIN),
            hosts=(*opened.hosts, "testserver"),
            patience=120.0,
        )


@pytest.fixture
def client(room: Room) -> Iterator[TestClient]:
    """A browser of the resident."""
    with TestClient(create_app(room), follow_redirects=False) as made:
        yield made


@pytest.fixture
def log_in(room: Room) -> Iterator[Callable[[str], TestClient]]:
    """Log somebody of `PEOPLE` in and return their browser; "" returns one without a login."""
    hashed = hash_password(PASSWORD)
    for name, role in PEOPLE.items():
        room.ledger.book.add_person(Person(name, role), hashed, now=NOW)
    app = create_app(replace(room, resident=None))
    with ExitStack() as stack:

        def enter(name: str) -> TestClient:
            browser = stack.enter_context(TestClient(app, follow_redirects=False))
            if name:
                form = {
                    "csrf": token_of(browser, "/login"),
                    "name": name,
                    "password": PASSWORD,
                    "next": "/triage",
                }
                assert browser.post("/login", data=form).headers["location"] == "/triage"
            return browser

        yield enter


def token_of(browser: TestClient, path: str = "/triage") -> str:
    """Return the token in the forms of a page."""
    _, _, rest = browser.get(path).text.partition('name="csrf" value="')
    return rest.partition('"')[0]

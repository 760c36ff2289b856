"""The state of the desk, and who asks."""

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.model.people import Act, Person, Role
from dateline.web.acting.staffing import add_person, change_person
from dateline.web.security.guard import AdminVisit, EditorVisit, ReaderVisit
from dateline.web.views.administration import (
    IssueList,
    OutletHealth,
    PersonLine,
    issue_list,
    log,
    outlet_health,
    people,
)

router = APIRouter(tags=["desk"])


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks; `csrf` goes into the header x-csrf-token of every request that changes something."""

    name: str
    role: str
    desk: str
    csrf: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who is to have a login."""

    name: str
    role: Role
    password: str


@dataclass(frozen=True, slots=True)
class PersonChange:
    """A login as it is to be; an empty password leaves it as it is."""

    name: str
    role: Role
    password: str = ""
    disabled: bool = False


@router.get("/me")
def show_me(visit: ReaderVisit) -> Me:
    """Return who asks, and the token that a browser session sends with what it changes."""
    return Me(visit.person.name, visit.person.role.value, visit.room.desk.settings.title, visit.csrf)


@router.get("/outlets")
def list_outlets(visit: ReaderVisit) -> tuple[OutletHealth, ...]:
    """Return how every outlet stands."""
    return outlet_health(visit)


@router.get("/issues")
def list_issues(visit: ReaderVisit) -> IssueList:
    """Return what could not be done, the newest first."""
    return issue_list(visit)


@router.get("/log")
def list_acts(visit: EditorVisit) -> tuple[Act, ...]:
    """Return who did what, the newest first."""
    return log(visit)


@router.get("/people")
def list_people(visit: AdminVisit) -> tuple[PersonLine, ...]:
    """Return everybody with a login."""
    return people(visit)


@router.post("/people")
def add(visit: AdminVisit, asked: NewPerson) -> tuple[PersonLine, ...]:
    """Give somebody a login, and return everybody."""
    add_person(visit, asked.name, asked.role, asked.password)
    return people(visit)


@router.post("/people/change")
def change(visit: AdminVisit, asked: PersonChange) -> tuple[PersonLine, ...]:
    """Change a login, and return everybody."""
    change_person(visit, Person(asked.name, asked.role, asked.disabled), asked.password)
    return people(visit)

"""The state of the desk, and who asks."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline.model.people import Act, Person, Role
from dateline.web.acting.exporting import export_log
from dateline.web.acting.grading import grade
from dateline.web.acting.staffing import add_person, change_own_password, change_person, leave_everywhere
from dateline.web.security.guard import AdminVisit, AnalystVisit, EditorVisit, ReaderVisit
from dateline.web.views.administration import (
    IssueList,
    OutletHealth,
    OutletView,
    PersonLine,
    issue_list,
    outlet_health,
    outlet_view,
    people,
)
from dateline.web.views.log import LogAsked, log

router = APIRouter(tags=["desk"])
Narrow = Annotated[str, Query(max_length=100)]
TABLE: dict[int | str, dict[str, object]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


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


@dataclass(frozen=True, slots=True)
class NewGrade:
    """A letter A to F and the reason for it."""

    letter: str
    why: str


@dataclass(frozen=True, slots=True)
class NewPassword:
    """One's present password and the one that is to follow."""

    old: str
    new: str


@router.get("/me")
def show_me(visit: ReaderVisit) -> Me:
    """Return who asks, and the token that a browser session sends with what it changes."""
    return Me(visit.person.name, visit.person.role.value, visit.room.desk.settings.title, visit.csrf)


@router.get("/outlets")
def list_outlets(visit: ReaderVisit) -> tuple[OutletHealth, ...]:
    """Return how every outlet stands."""
    return outlet_health(visit)


@router.get("/outlets/{id}")
def show_outlet(visit: ReaderVisit, id: str) -> OutletView:
    """Return an outlet: how it stands, every grade it had and its Issues."""
    return outlet_view(visit, id)


@router.post("/outlets/{id}/grade")
def grade_outlet(visit: AnalystVisit, id: str, asked: NewGrade) -> OutletView:
    """Grade an outlet on the Admiralty scale, A completely reliable to F not to be judged."""
    grade(visit, id, asked.letter, asked.why)
    return outlet_view(visit, id)


@router.get("/issues")
def list_issues(visit: ReaderVisit) -> IssueList:
    """Return what could not be done, the newest first."""
    return issue_list(visit)


@router.get("/log")
def list_acts(
    visit: EditorVisit, by: Narrow = "", what: Narrow = "", begin: Narrow = "", until: Narrow = ""
) -> tuple[Act, ...]:
    """Return who did what, the newest first; `begin` and `until` are days in UTC."""
    return log(visit, LogAsked(by, what, begin, until))


@router.get("/log/table", response_class=Response, responses=TABLE)
def take_log(
    visit: EditorVisit, by: Narrow = "", what: Narrow = "", begin: Narrow = "", until: Narrow = ""
) -> Response:
    """Return the log as CSV, every act of it; the log keeps who took it."""
    return export_log(visit, LogAsked(by, what, begin, until))


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


@router.post("/account/password", status_code=204)
def change_password(visit: ReaderVisit, asked: NewPassword) -> None:
    """Change one's own password; every session and token of the old one ends."""
    change_own_password(visit, asked.old, asked.new)


@router.post("/account/leave", status_code=204)
def leave(visit: ReaderVisit) -> None:
    """End every session and token of the one who asks."""
    leave_everywhere(visit)

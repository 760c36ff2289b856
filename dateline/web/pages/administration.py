"""The desk itself: outlets, Issues, people and the log."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from dateline.assess.grades import LETTERS
from dateline.model.people import ActKind, Person, Role
from dateline.pipeline.searches import standing_acts
from dateline.web.acting.acts import names_of_people
from dateline.web.acting.exporting import export_log
from dateline.web.acting.grading import grade
from dateline.web.acting.staffing import add_person, change_person
from dateline.web.acting.undo import UNDONE
from dateline.web.answers import go_to
from dateline.web.rendering import render
from dateline.web.security.guard import AdminVisit, AnalystVisit, EditorVisit, ReaderVisit
from dateline.web.views.administration import issue_list, outlet_health, outlet_view, people
from dateline.web.views.log import LogAsked, addresses, log

router = APIRouter(prefix="/desk")
Narrow = Annotated[str, Query(max_length=100)]
Reason = Annotated[str, Form(max_length=2000)]
Name = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=2000)]


@router.get("")
def show_outlets(visit: ReaderVisit) -> Response:
    """Show how the outlets stand."""
    return render(visit, "desk_outlets.html", outlets=outlet_health(visit))


@router.get("/issues")
def show_issues(visit: ReaderVisit) -> Response:
    """Show what could not be done."""
    return render(visit, "desk_issues.html", found=issue_list(visit))


@router.get("/outlets/{id}")
def show_outlet(visit: ReaderVisit, id: str) -> Response:
    """Show an outlet with every grade it had."""
    return render(visit, "desk_outlet.html", view=outlet_view(visit, id), letters=LETTERS)


@router.post("/outlets/{id}/grade")
def give_grade(
    visit: AnalystVisit, id: str, letter: Annotated[str, Form(max_length=1)], why: Reason
) -> Response:
    """Grade an outlet."""
    grade(visit, id, letter, why)
    return go_to(f"/desk/outlets/{quote(id, safe='')}")


@router.get("/log")
def show_log(
    visit: EditorVisit, by: Narrow = "", what: Narrow = "", begin: Narrow = "", until: Narrow = ""
) -> Response:
    """Show who did what."""
    asked = LogAsked(by, what, begin, until)
    acts = log(visit, asked)
    standing = {act.id for act in standing_acts(reversed(log(visit)))}
    undoable = {act.id for act in acts if act.kind in UNDONE and act.id in standing}
    return render(
        visit,
        "desk_log.html",
        acts=acts,
        asked=asked,
        kinds=tuple(ActKind),
        people=names_of_people(visit),
        undoable=undoable,
        addresses=addresses(acts),
    )


@router.get("/log/table")
def take_log(
    visit: EditorVisit, by: Narrow = "", what: Narrow = "", begin: Narrow = "", until: Narrow = ""
) -> Response:
    """Give the log as CSV."""
    return export_log(visit, LogAsked(by, what, begin, until))


@router.get("/people")
def show_people(visit: AdminVisit) -> Response:
    """Show who has a login."""
    return render(visit, "desk_people.html", people=people(visit), roles=tuple(Role))


@router.post("/people")
def add(visit: AdminVisit, name: Name, role: Annotated[Role, Form()], password: Password) -> Response:
    """Give somebody a login."""
    add_person(visit, name, role, password)
    return go_to("/desk/people")


@router.post("/people/change")
def change(
    visit: AdminVisit,
    name: Name,
    role: Annotated[Role, Form()],
    password: Password = "",
    disabled: Annotated[bool, Form()] = False,
) -> Response:
    """Change a login."""
    change_person(visit, Person(name, role, disabled), password)
    return go_to("/desk/people")

"""The desk itself: outlets, Issues, people and the log."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from dateline.model.people import Person, Role
from dateline.pipeline.searches import standing_acts
from dateline.web.acting.staffing import add_person, change_person
from dateline.web.acting.undo import UNDONE
from dateline.web.answers import go_to
from dateline.web.rendering import render
from dateline.web.security.guard import AdminVisit, EditorVisit, ReaderVisit
from dateline.web.views.administration import addresses, issue_list, log, outlet_health, people

router = APIRouter(prefix="/desk")
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


@router.get("/log")
def show_log(visit: EditorVisit) -> Response:
    """Show who did what."""
    acts = log(visit)
    standing = {act.id for act in standing_acts(reversed(acts))}
    undoable = {act.id for act in acts if act.kind in UNDONE and act.id in standing}
    return render(visit, "desk_log.html", acts=acts, undoable=undoable, addresses=addresses(acts))


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

"""One's own login: another password, and out everywhere."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from dateline.web.acting.staffing import change_own_password, leave_everywhere
from dateline.web.answers import go_to
from dateline.web.rendering import render
from dateline.web.security.guard import ReaderVisit

router = APIRouter(prefix="/account")
Password = Annotated[str, Form(max_length=2000)]


@router.get("")
def show(visit: ReaderVisit) -> Response:
    """Show what one can do with one's login."""
    return render(visit, "account.html")


@router.post("/password")
def change_password(visit: ReaderVisit, old: Password, new: Password) -> Response:
    """Change one's password; everybody who is logged in with the old one is out."""
    change_own_password(visit, old, new)
    return go_to("/login")


@router.post("/leave")
def leave(visit: ReaderVisit) -> Response:
    """Log out everywhere, scripts included."""
    leave_everywhere(visit)
    return go_to("/login")

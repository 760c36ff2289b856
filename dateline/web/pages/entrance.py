"""The way in and out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import HTMLResponse, Response

from dateline.model.people import ActKind, new_act
from dateline.store import Ledger
from dateline.web.answers import go_to, safe_path
from dateline.web.errors import TooManyTries
from dateline.web.rendering import environment
from dateline.web.room import Room
from dateline.web.security.guard import (
    ReaderVisit,
    check_token,
    room_of,
    secret_of,
    sent_token,
    theme_of,
    words_of,
)
from dateline.web.security.limits import TryLimit
from dateline.web.security.passwords import is_password
from dateline.web.security.sessions import (
    BROWSER,
    COOKIE,
    LASTS,
    begin_session,
    csrf_token,
    session_id,
)

router = APIRouter()
LONGEST_NAME = 100


def _form(request: Request, *, status: int = 200, refused: bool = False, asked: str = "/") -> HTMLResponse:
    page = environment().get_template("login.html")
    html = page.render(
        t=words_of(request),
        theme=theme_of(request),
        csrf=csrf_token(secret_of(request)),
        refused=refused,
        asked=safe_path(asked),
        title=room_of(request).desk.settings.title,
        provider=request.app.state.provider,
    )
    return HTMLResponse(html, status)


@router.get("/login")
def ask(request: Request, next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """Ask for name and password."""
    return _form(request, asked=next)


@router.post("/login")
def log_in(
    request: Request,
    token: Annotated[str, Depends(sent_token)],
    name: Annotated[str, Form(max_length=LONGEST_NAME)] = "",
    password: Annotated[str, Form(max_length=2000)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Begin a session; a name or an address that failed too often has to wait."""
    check_token(request, token)
    room = room_of(request)
    ledger = room.ledger.twin()
    secret = _try(request, room, ledger, name, password)
    if secret is None:
        return _form(request, status=401, refused=True, asked=next)
    answer = go_to(next)
    set_session(request, answer, secret)
    return answer


@router.post("/logout")
def log_out(request: Request, visit: ReaderVisit) -> Response:
    """End the session."""
    visit.ledger.book.end_sessions(id=session_id(secret_of(request)), now=visit.now)
    note(visit.ledger, visit.room, ActKind.LOGOUT, visit.person.name)
    answer = go_to("/login")
    answer.delete_cookie(COOKIE)
    return answer


def set_session(request: Request, answer: Response, secret: str) -> None:
    """Give the browser the secret of its session; over TLS it is sent over TLS only."""
    is_secure = request.url.scheme == "https"
    age = int(LASTS[BROWSER].total_seconds())
    answer.set_cookie(COOKIE, secret, max_age=age, httponly=True, samesite="lax", secure=is_secure)


def _try(request: Request, room: Room, ledger: Ledger, name: str, password: str) -> str | None:
    """Return the secret of a new session, `None` for a wrong name or password. Raises TooManyTries."""
    tries: TryLimit = request.app.state.tries
    now = room.clock()
    keys = (f"name {name.casefold()}", f"address {request.client.host if request.client else ''}")
    wait = tries.wait(*keys, now=now)
    if wait:
        minutes = int(wait.total_seconds() // 60) + 1
        raise TooManyTries(f"too many tries failed; wait {minutes} min and try again")
    login = next((login for login in ledger.book.logins() if login.person.name == name), None)
    is_right = is_password(login.password if login else None, password)
    if login is None or not is_right or login.person.disabled:
        tries.failed(*keys, now=now)
        note(ledger, room, ActKind.LOGIN_REFUSED, name)
        return None
    tries.succeeded(*keys)
    note(ledger, room, ActKind.LOGIN, name)
    return begin_session(ledger, name, now=now)


def note(ledger: Ledger, room: Room, kind: ActKind, name: str) -> None:
    """Keep in the log that somebody came, went or was not let in."""
    ledger.book.append_acts([new_act(kind, name, by=name, now=room.clock())])

"""The guard of every route: who asks, may they, and did the form come from one of our pages."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.datastructures import FormData

from dateline.errors import InputError
from dateline.model.people import Person, Role
from dateline.store import Ledger
from dateline.web.addresses import LAST_MOMENT
from dateline.web.errors import Forbidden, NotLoggedIn
from dateline.web.room import Room, Visit
from dateline.web.security.sessions import COOKIE, csrf_token, is_csrf_token, new_secret, person_of
from dateline.web.strings import Words, choose_language, load_words

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
CSRF_FIELD, CSRF_HEADER = "csrf", "x-csrf-token"
LANGUAGE_COOKIE, THEME_COOKIE = "dateline_language", "dateline_theme"
THEMES = ("system", "light", "dark")
Bearer = Annotated[
    HTTPAuthorizationCredentials | None,
    Depends(HTTPBearer(auto_error=False, description="A token of `dateline users token NAME`")),
]
AsOf = Annotated[
    str | None,
    Query(description="Look as of this instant (ISO 8601): what the ledger knew then", max_length=40),
]


def room_of(request: Request) -> Room:
    """Return what the server holds open."""
    room: Room = request.app.state.room
    return room


def words_of(request: Request) -> Words:
    """Return the interface in the language of the one who asks."""
    cookie, accepted = request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language", "")
    return load_words(choose_language(cookie, accepted))


def theme_of(request: Request) -> str:
    """Return the colours chosen: "light", "dark" or those of the system."""
    theme = request.cookies.get(THEME_COOKIE, "")
    return theme if theme in THEMES else "system"


def secret_of(request: Request) -> str:
    """Return the secret of the browser's session: the one it has, or one that its next answer will set."""
    if not hasattr(request.state, "secret"):
        request.state.secret = request.cookies.get(COOKIE) or new_secret()
    return str(request.state.secret)


async def sent_token(request: Request) -> str:
    """Return the token that came with a form or in the header."""
    token = request.headers.get(CSRF_HEADER, "")
    kind = request.headers.get("content-type", "").partition(";")[0]
    if not token and kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        form: FormData = await request.form(max_files=1, max_fields=1000)
        token = str(form.get(CSRF_FIELD, ""))
    return token


def parse_as_of(text: str | None) -> datetime | None:
    """Return the moment in the past that is asked for. Raises InputError."""
    if not text:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise InputError(f"as_of: expected an instant such as 2020-03-12T18:00:00Z, found {text!r}") from None
    if len(text) == len("2020-03-12"):
        instant = datetime.combine(instant, LAST_MOMENT)
    try:
        return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        raise InputError(f"as_of: {text!r} is outside the calendar") from None


def needs(role: Role) -> Callable[..., Visit]:
    """Return the guard that lets in who has `role` or one above it, and hands them their visit.

    Raises NotLoggedIn and Forbidden.
    """

    def guard(
        request: Request, token: Annotated[str, Depends(sent_token)], bearer: Bearer, as_of: AsOf = None
    ) -> Visit:
        visit = _visit(request, bearer, as_of, role)
        if bearer is None:
            check_token(request, token)
        return visit

    guard.role = role  # type: ignore[attr-defined]  # the test of the role matrix reads it
    return guard


def needs_before_body(role: Role) -> Callable[..., Visit]:
    """Return the guard of a route with a long body: it refuses before the body is read.

    The route itself holds the request to our pages, with `check_sent`. Raises NotLoggedIn and Forbidden.
    """

    def guard(request: Request, bearer: Bearer, as_of: AsOf = None) -> Visit:
        return _visit(request, bearer, as_of, role)

    guard.role = role  # type: ignore[attr-defined]
    return guard


def check_sent(request: Request, form: FormData | None = None) -> None:
    """Hold a request to our pages by the token in its header or form; a script's own token needs none.

    Raises Forbidden.
    """
    if not request.headers.get("authorization", "").lower().startswith("bearer "):
        sent = form.get(CSRF_FIELD, "") if form else ""
        check_token(request, request.headers.get(CSRF_HEADER) or str(sent))


def _visit(
    request: Request, bearer: HTTPAuthorizationCredentials | None, as_of: str | None, role: Role
) -> Visit:
    room = room_of(request)
    ledger, now = room.ledger.twin(), room.clock()
    person = _person(ledger, bearer.credentials, now) if bearer else _let_in(request, ledger, now)
    if not person.role.may(role):
        raise Forbidden(f"{person.name} is {person.role}; this wants {role} or above")
    return Visit(
        room=room,
        ledger=ledger,
        person=person,
        words=words_of(request),
        theme=theme_of(request),
        csrf=csrf_token(secret_of(request)),
        now=now,
        as_of=parse_as_of(as_of),
    )


def _person(ledger: Ledger, bearer: str, now: datetime) -> Person:
    """Return who acts with a token. Raises NotLoggedIn."""
    person = person_of(ledger, bearer, now=now)
    if person is None:
        raise NotLoggedIn("the token is not known, has expired or was ended")
    return person


def _let_in(request: Request, ledger: Ledger, now: datetime) -> Person:
    """Return who works in the browser that asks. Raises NotLoggedIn."""
    person = room_of(request).resident or person_of(ledger, secret_of(request), now=now)
    if person is None:
        raise NotLoggedIn("please log in")
    return person


def check_token(request: Request, token: str) -> None:
    """Hold a request that changes something to a page of the same session. Raises Forbidden."""
    if request.method not in SAFE_METHODS and not is_csrf_token(secret_of(request), token):
        raise Forbidden("the form did not come from an open page of this desk; load the page again")


ReaderVisit = Annotated[Visit, Depends(needs(Role.READER))]
AnalystVisit = Annotated[Visit, Depends(needs(Role.ANALYST))]
EditorVisit = Annotated[Visit, Depends(needs(Role.EDITOR))]
AdminVisit = Annotated[Visit, Depends(needs(Role.ADMIN))]
AdminUpload = Annotated[Visit, Depends(needs_before_body(Role.ADMIN))]

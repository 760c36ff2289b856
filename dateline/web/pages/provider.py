"""The way in through an OpenID Connect provider, where the desk's settings name one."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import NotFound
from dateline.model.people import ActKind
from dateline.web.acting.arriving import arrive
from dateline.web.answers import SEE_OTHER, go_to, safe_path
from dateline.web.pages.entrance import note, set_session
from dateline.web.security.guard import room_of, secret_of
from dateline.web.security.provider import Provider
from dateline.web.security.sessions import begin_session

router = APIRouter(prefix="/login/provider")


@router.get("")
def begin(request: Request, next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """Send the browser to the provider."""
    room = room_of(request)
    page = _provider(request).begin(secret_of(request), safe_path(next), now=room.clock())
    return RedirectResponse(page, SEE_OTHER)


@router.get("/return")
def finish(request: Request) -> Response:
    """Take the browser back from the provider, and begin a session."""
    room, provider = room_of(request), _provider(request)
    answer = dict(request.query_params)
    claims, goes_to = provider.finish(secret_of(request), answer, now=room.clock())
    ledger = room.ledger.twin()
    person = arrive(ledger, room.desk.settings.login, claims, now=room.clock())
    note(ledger, room, ActKind.LOGIN, person.name)
    answered = go_to(goes_to)
    set_session(request, answered, begin_session(ledger, person.name, now=room.clock()))
    return answered


def _provider(request: Request) -> Provider:
    provider: Provider | None = request.app.state.provider
    if provider is None:
        raise NotFound("this desk has no provider of logins; its settings name one in [login]")
    return provider

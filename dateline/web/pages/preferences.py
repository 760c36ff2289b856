"""Language and colours, kept in the browser; and whether the server is there."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import PlainTextResponse, Response

from dateline.web.answers import go_back
from dateline.web.security.guard import LANGUAGE_COOKIE, THEME_COOKIE, ReaderVisit

router = APIRouter()
A_YEAR = 365 * 24 * 3600


@router.post("/preferences")
def choose(
    request: Request,
    visit: ReaderVisit,
    language: Annotated[Literal["", "en", "fa", "ar"], Form()] = "",
    theme: Annotated[Literal["", "system", "light", "dark"], Form()] = "",
) -> Response:
    """Keep a choice in the browser."""
    answer = go_back(request, "/")
    for cookie, chosen in ((LANGUAGE_COOKIE, language), (THEME_COOKIE, theme)):
        if chosen:
            answer.set_cookie(cookie, chosen, max_age=A_YEAR, httponly=True, samesite="lax")
    return answer


@router.get("/health")
def health() -> Response:
    """Answer that the server is there, to whoever watches over it."""
    return PlainTextResponse("well\n")

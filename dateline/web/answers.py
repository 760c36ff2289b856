"""Answers that pages share: back to where one came from, and errors as a page or as JSON."""

from http import HTTPStatus
from urllib.parse import quote, urlsplit

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from dateline.errors import DatelineError
from dateline.web.errors import NotLoggedIn, status_of
from dateline.web.rendering import environment
from dateline.web.security.guard import theme_of, words_of

SEE_OTHER = 303


def go_to(path: str) -> RedirectResponse:
    """Send the browser to another page with GET."""
    return RedirectResponse(safe_path(path), SEE_OTHER)


def go_back(request: Request, fallback: str) -> RedirectResponse:
    """Send the browser back to the page whose form it sent."""
    return go_to(back_of(request, fallback))


def back_of(request: Request, fallback: str) -> str:
    """Return the address of the page whose form was sent, `fallback` where it is none of this desk."""
    referrer = urlsplit(request.headers.get("referer", ""))
    same_site = referrer.netloc == request.headers.get("host", "")
    path = f"{referrer.path}?{referrer.query}" if same_site and referrer.query else referrer.path
    return path if same_site and path else fallback


def safe_path(path: str) -> str:
    """Return a path of this desk; anything else, such as "//elsewhere", is the start page."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path
    return path if is_ours else "/"


def wants_json(request: Request) -> bool:
    """Say whether the answer is for a program."""
    path: str = request.url.path
    return path.startswith("/api/") or request.headers.get("x-requested-with") == "dateline"


def answer_error(request: Request, error: Exception) -> Response:
    """Answer with the page or the JSON of an error that Dateline foresaw."""
    assert isinstance(error, DatelineError)
    if isinstance(error, NotLoggedIn) and not wants_json(request):
        asked = request.url.path if request.method == "GET" else "/"
        return go_to(f"/login?next={quote(asked)}")
    return _say(request, status_of(error), str(error))


def answer_invalid(request: Request, error: Exception) -> Response:
    """Answer a request whose parameters are not of their kind."""
    assert isinstance(error, RequestValidationError)
    faults = (f"{'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}" for fault in error.errors())
    return _say(request, 422, "; ".join(faults))


def answer_no_text(request: Request, error: Exception) -> Response:
    """Answer a request with half of a character in it, which JSON can write and no text can hold."""
    return _say(request, 422, "a value holds a lone surrogate, which is no character")


def answer_http(request: Request, error: Exception) -> Response:
    """Answer for a page that is not there or a method that it does not have."""
    assert isinstance(error, HTTPException)
    is_unknown = error.status_code == HTTPStatus.NOT_FOUND
    message = words_of(request)("error.no_page", path=request.url.path) if is_unknown else str(error.detail)
    return _say(request, error.status_code, message)


def _say(request: Request, status: int, message: str) -> Response:
    if wants_json(request):
        return JSONResponse({"error": message}, status)
    words = words_of(request)
    page = environment().get_template("error.html")
    html = page.render(t=words, theme=theme_of(request), status=status, message=message)
    return Response(html, status, media_type="text/html")

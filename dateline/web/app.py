"""The application: the guard around it, its pages, its API, and what it answers when something is wrong."""

from importlib import import_module
from importlib.resources import files

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from dateline import __version__
from dateline.errors import DatelineError
from dateline.web.answers import answer_error, answer_http, answer_invalid, answer_no_text
from dateline.web.api import PROBLEMS
from dateline.web.login_provider import open_provider
from dateline.web.room import Room
from dateline.web.security.headers import Guarded
from dateline.web.security.limits import TryLimit

PAGES = (
    "entrance",
    "provider",
    "account",
    "preferences",
    "keeping",
    "triage",
    "stories",
    "claims",
    "documents",
    "search",
    "entities",
    "bulletin",
    "administration",
    "backup",
    "happenings",
    "jobs",
)
API = (
    "stories",
    "claims",
    "entities",
    "searching",
    "drafts",
    "bulletin",
    "administration",
    "backups",
    "happenings",
    "jobs",
)
FOR_A_YEAR = "public, max-age=31536000, immutable"


def create_app(room: Room) -> FastAPI:
    """Return the application on an open desk."""
    app = FastAPI(
        title="Dateline",
        version=__version__,
        summary="A ledger of attributed claims, and the bulletin written from it.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.room = room
    app.state.tries = TryLimit()
    app.state.provider = open_provider(room.desk.settings.login)
    for name in PAGES:
        app.include_router(import_module(f"dateline.web.pages.{name}").router, include_in_schema=False)
    for name in API:
        app.include_router(
            import_module(f"dateline.web.api.{name}").router, prefix="/api", responses=PROBLEMS
        )
    app.mount("/static", _Assets(directory=str(files("dateline.web") / "static")), name="static")
    app.add_exception_handler(DatelineError, answer_error)
    app.add_exception_handler(RequestValidationError, answer_invalid)
    app.add_exception_handler(HTTPException, answer_http)
    app.add_exception_handler(UnicodeEncodeError, answer_no_text)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(Guarded, hosts=room.hosts)
    return app


class _Assets(StaticFiles):
    """Static files; their addresses change with their bytes, so that a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, to be kept for a year."""
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = FOR_A_YEAR
        return answer

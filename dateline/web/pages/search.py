"""Search: words, phrases, facets, and as of a moment; searches are saved by name."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from dateline.web.acting.searches import drop_search, save_search, saved_searches
from dateline.web.answers import go_back
from dateline.web.rendering import render
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.search import SearchAsked, search_view

router = APIRouter(prefix="/search")


@router.get("")
def show(visit: ReaderVisit, asked: Annotated[SearchAsked, Depends()]) -> Response:
    """Search the documents."""
    return render(
        visit, "search.html", asked=asked, view=search_view(visit, asked), saved=saved_searches(visit)
    )


@router.post("/saved")
def save(
    request: Request,
    visit: AnalystVisit,
    name: Annotated[str, Form()],
    query: Annotated[str, Form()],
    alert: Annotated[str, Form()] = "",
) -> Response:
    """Keep a search under a name, with the alert that is wanted of it."""
    save_search(visit, name, query, alert)
    return go_back(request, "/search")


@router.post("/saved/drop")
def drop(request: Request, visit: AnalystVisit, name: Annotated[str, Form()]) -> Response:
    """Drop a kept search."""
    drop_search(visit, name)
    return go_back(request, "/search")

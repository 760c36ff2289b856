"""Search: words, phrases, facets, and as of a moment; searches are saved by name."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from dateline.web.acting.searches import drop_search, save_search, saved_searches
from dateline.web.answers import go_back
from dateline.web.rendering import render
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.search import SearchAsked, search_view

router = APIRouter(prefix="/search")
Words = Annotated[str, Query(max_length=1000)]
Narrow = Annotated[str, Query(max_length=100)]


@router.get("")
def show(
    visit: ReaderVisit,
    q: Words = "",
    outlet: Narrow = "",
    lang: Narrow = "",
    begin: Narrow = "",
    until: Narrow = "",
) -> Response:
    """Search the documents."""
    asked = SearchAsked(q, outlet or None, lang or None, begin or None, until or None)
    return render(
        visit, "search.html", asked=asked, view=search_view(visit, asked), saved=saved_searches(visit)
    )


@router.post("/saved")
def save(
    request: Request, visit: AnalystVisit, name: Annotated[str, Form()], query: Annotated[str, Form()]
) -> Response:
    """Keep a search under a name."""
    save_search(visit, name, query)
    return go_back(request, "/search")


@router.post("/saved/drop")
def drop(request: Request, visit: AnalystVisit, name: Annotated[str, Form()]) -> Response:
    """Drop a kept search."""
    drop_search(visit, name)
    return go_back(request, "/search")

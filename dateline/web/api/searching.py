"""Search."""

from typing import Annotated

from fastapi import APIRouter, Query

from dateline.web.acting.searches import saved_searches
from dateline.web.security.guard import ReaderVisit
from dateline.web.views.search import SHOWN, SearchAsked, SearchView, search_view

router = APIRouter(prefix="/search", tags=["search"])
Narrow = Annotated[str | None, Query(max_length=100)]


@router.get("")
def search(
    visit: ReaderVisit,
    q: Annotated[str, Query(max_length=1000)] = "",
    outlet: Narrow = None,
    lang: Narrow = None,
    begin: Narrow = None,
    until: Narrow = None,
    limit: Annotated[int, Query(ge=1, le=200)] = SHOWN,
) -> SearchView:
    """Search documents as `dateline search` does; `as_of` asks what was known at a moment."""
    return search_view(visit, SearchAsked(q, outlet, lang, begin, until), limit=limit)


@router.get("/saved")
def list_saved(visit: ReaderVisit) -> dict[str, str]:
    """Return the searches that the one who asks keeps, by name."""
    return saved_searches(visit)

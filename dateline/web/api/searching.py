"""Search, and the searches that people keep."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.web.acting.searches import drop_search, save_search, saved_searches
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.search import SHOWN, SearchAsked, SearchView, search_view

router = APIRouter(prefix="/search", tags=["search"])
Narrow = Annotated[str | None, Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search and the name under which it is kept."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class SearchName:
    """The name of a kept search."""

    name: str


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


@router.post("/saved")
def save(visit: AnalystVisit, asked: SavedSearch) -> dict[str, str]:
    """Keep a search under a name, and return all that are kept."""
    save_search(visit, asked.name, asked.query)
    return saved_searches(visit)


@router.post("/saved/drop")
def drop(visit: AnalystVisit, asked: SearchName) -> dict[str, str]:
    """Drop a kept search, and return those that stay."""
    drop_search(visit, asked.name)
    return saved_searches(visit)

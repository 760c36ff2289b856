"""Search, and the searches that people keep."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from dateline.pipeline.searches import KeptSearch
from dateline.web.acting.searches import drop_search, save_search, saved_searches
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.search import SHOWN, SearchAsked, SearchView, search_view

router = APIRouter(prefix="/search", tags=["search"])


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search and the name under which it is kept.

    `alert` is where to tell of what it newly finds: an address of mail, or hook:NAME for a webhook.
    """

    name: str
    query: str
    alert: str = ""


@dataclass(frozen=True, slots=True)
class SearchName:
    """The name of a kept search."""

    name: str


@router.get("")
def search(
    visit: ReaderVisit,
    asked: Annotated[SearchAsked, Depends()],
    limit: Annotated[int, Query(ge=1, le=200)] = SHOWN,
) -> SearchView:
    """Search documents as `dateline search` does; `as_of` asks what was known at a moment."""
    return search_view(visit, asked, limit=limit)


@router.get("/saved")
def list_saved(visit: ReaderVisit) -> dict[str, KeptSearch]:
    """Return the searches that the one who asks keeps, by name."""
    return saved_searches(visit)


@router.post("/saved")
def save(visit: AnalystVisit, asked: SavedSearch) -> dict[str, KeptSearch]:
    """Keep a search under a name, and return all that are kept."""
    save_search(visit, asked.name, asked.query, asked.alert)
    return saved_searches(visit)


@router.post("/saved/drop")
def drop(visit: AnalystVisit, asked: SearchName) -> dict[str, KeptSearch]:
    """Drop a kept search, and return those that stay."""
    drop_search(visit, asked.name)
    return saved_searches(visit)

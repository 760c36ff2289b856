"""Events and the ties between those who take part in them."""

from typing import Annotated

from fastapi import APIRouter, Query

from dateline.web.dates import Day
from dateline.web.security.guard import ReaderVisit
from dateline.web.views.happenings import (
    SHOWN,
    EventPage,
    EventsShown,
    event_page,
    events_shown,
    story_events,
)
from dateline.web.views.network import Network, network

router = APIRouter(tags=["events"])
Limit = Annotated[int, Query(ge=1, le=SHOWN)]


@router.get("/events")
def list_events(
    visit: ReaderVisit, begin: Day = None, until: Day = None, limit: Limit = SHOWN
) -> EventsShown:
    """Return the latest events that began in a period, days included."""
    return events_shown(visit, begin=begin or None, until=until or None, limit=limit)


@router.get("/stories/{id}/events")
def list_story_events(visit: ReaderVisit, id: str) -> EventsShown:
    """Return what the reports of a story tell of, by day."""
    return story_events(visit, id)


@router.get("/events/{id}")
def show_event(visit: ReaderVisit, id: str) -> EventPage:
    """Return an event with its reports and the attributes of which they give several versions."""
    return event_page(visit, id)


@router.get("/network")
def show_network(visit: ReaderVisit, begin: Day = None, until: Day = None) -> Network:
    """Return who did what to whom in a period, and how often."""
    return network(visit, begin=begin or None, until=until or None)

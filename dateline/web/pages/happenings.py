"""The map, the network and the page of one event."""

from fastapi import APIRouter
from starlette.responses import Response

from dateline.model.annotations import PlacePrecision
from dateline.web.dates import Day
from dateline.web.rendering import render
from dateline.web.security.guard import ReaderVisit
from dateline.web.views.happenings import EventClass, event_page, events_shown
from dateline.web.views.network import network

router = APIRouter()


@router.get("/map")
def show_map(visit: ReaderVisit, begin: Day = None, until: Day = None) -> Response:
    """Show what happened where and when."""
    shown = events_shown(visit, begin=begin or None, until=until or None)
    return render(visit, "map.html", shown=shown, precisions=PlacePrecision, classes=tuple(EventClass))


@router.get("/network")
def show_network(visit: ReaderVisit, begin: Day = None, until: Day = None) -> Response:
    """Show who has to do with whom."""
    found = network(visit, begin=begin or None, until=until or None)
    classes = tuple(EventClass)
    return render(visit, "network.html", network=found, begin=begin, until=until, classes=classes)


@router.get("/events/{id}")
def show_event(visit: ReaderVisit, id: str) -> Response:
    """Show one event with its reports and what they do not agree on."""
    return render(visit, "event.html", page=event_page(visit, id))

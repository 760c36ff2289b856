"""Triage and stories."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.model.people import Act
from dateline.web.acting.acts import read_kind, triage
from dateline.web.acting.undo import undo
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.disputes import DisputeView
from dateline.web.views.stories import StoryView, story_view
from dateline.web.views.triage import PAGE, TriageFilter, TriagePage, triage_page

router = APIRouter(tags=["stories"])


@dataclass(frozen=True, slots=True)
class TriageAct:
    """What to do to some stories: take, assign, skip, snooze, tag or untag; `value` is who, days or which."""

    what: str
    stories: list[str]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Stories that were looked at."""

    stories: list[str]


@dataclass(frozen=True, slots=True)
class Undoing:
    """The act to take back; none given, the last of the one who asks."""

    act: str | None = None


@router.get("/triage")
def list_triage(
    visit: ReaderVisit,
    show: TriageFilter = TriageFilter.NEW,
    before: Annotated[int | None, Query(ge=0, le=2**62)] = None,
    tag: Annotated[str | None, Query(max_length=400)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = PAGE,
) -> TriagePage:
    """Return stories, the newest report first; `more` is the `before` of the next page."""
    return triage_page(visit, show, before=before, tag=tag or None, limit=limit)


@router.post("/triage")
def act_on_stories(visit: AnalystVisit, asked: TriageAct) -> list[Act]:
    """Take, assign, skip, snooze, tag or untag stories."""
    return triage(visit, read_kind(asked.what), asked.stories, asked.value)


@router.post("/triage/seen")
def mark_seen(visit: AnalystVisit, asked: Seen) -> Seen:
    """Mark stories as seen by the one who asks."""
    visit.ledger.book.mark_seen(visit.person.name, visit.ledger.book.stories(asked.stories), at=visit.now)
    return asked


@router.post("/undo")
def take_back(visit: AnalystVisit, asked: Undoing) -> Act:
    """Take an act back."""
    return undo(visit, asked.act)


@router.get("/stories/{id}")
def show_story(visit: ReaderVisit, id: str) -> StoryView:
    """Return a story: reports by origin, disputes, names, and what was printed of it."""
    return story_view(visit, id)


@router.get("/stories/{id}/disputes")
def show_disputes(visit: ReaderVisit, id: str) -> tuple[DisputeView, ...]:
    """Return what the reports of a story do not agree on."""
    return story_view(visit, id).disputes

"""One story: its reports, its disputes, its names, and what was printed of it."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from dateline.model.people import ActKind
from dateline.web.acting.acts import SNOOZE_DAYS, names_of_people, read_kind, triage
from dateline.web.answers import go_to
from dateline.web.rendering import render
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.happenings import EventClass
from dateline.web.views.stories import story_view

router = APIRouter(prefix="/stories")


@router.get("/{id}")
def show(visit: ReaderVisit, id: str) -> Response:
    """Show a story, which the visitor has seen from now on."""
    story = story_view(visit, id)
    visit.ledger.book.mark_seen(visit.person.name, [story.id], at=visit.now)
    return render(
        visit,
        "story.html",
        story=story,
        people=names_of_people(visit),
        snooze_days=SNOOZE_DAYS,
        classes=tuple(EventClass),
    )


@router.post("/{id}")
def act(
    visit: AnalystVisit,
    id: str,
    what: Annotated[str, Form(max_length=40)],
    tag: Annotated[str, Form()] = "",
    assignee: Annotated[str, Form()] = "",
    days: Annotated[str, Form()] = "1",
) -> Response:
    """Take, skip, snooze, assign or tag the story."""
    kind = read_kind(what)
    values = {ActKind.TAG: tag, ActKind.UNTAG: tag, ActKind.ASSIGN: assignee, ActKind.SNOOZE: days}
    triage(visit, kind, [id], values.get(kind, ""))
    return go_to(f"/stories/{id}")

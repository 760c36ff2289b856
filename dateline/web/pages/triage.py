"""Triage: what is new, by story; take, skip, snooze, assign, tag, and undo."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from dateline.model.people import ActKind
from dateline.web.acting.acts import SNOOZE_DAYS, names_of_people, read_kind, triage
from dateline.web.acting.undo import JUDGING, undo
from dateline.web.answers import back_of, go_back, go_to
from dateline.web.carrying import carry_out
from dateline.web.rendering import render
from dateline.web.room import Visit
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.triage import TriageFilter, triage_page

router = APIRouter()
SEEN = "seen"  # marks stories as seen; no act, since it concerns nobody else


@router.get("/")
def start(visit: ReaderVisit) -> Response:
    """Begin where the work is."""
    return go_to("/triage")


@router.get("/triage")
def show(
    visit: ReaderVisit,
    shown: Annotated[TriageFilter, Query(alias="show")] = TriageFilter.NEW,
    before: Annotated[int | None, Query(ge=0, le=2**62)] = None,
    tag: Annotated[str | None, Query(max_length=400)] = None,
) -> Response:
    """Show the stories of a filter, a page at a time."""
    return render(
        visit,
        "triage.html",
        page=triage_page(visit, shown, before=before, tag=tag or None),
        tag=tag or None,
        people=names_of_people(visit),
        snooze_days=SNOOZE_DAYS,
        filters=tuple(TriageFilter),
    )


@router.post("/triage")
def act(
    request: Request,
    visit: AnalystVisit,
    one: Annotated[str, Form(max_length=200)] = "",
    what: Annotated[str, Form(max_length=40)] = "",
    story: Annotated[tuple[str, ...], Form()] = (),
    tag: Annotated[str, Form()] = "",
    assignee: Annotated[str, Form()] = "",
    days: Annotated[str, Form()] = "1",
) -> Response:
    """Do one thing to the chosen stories, or to the `one` that the button names: "skip s-0123"."""
    if one:
        what, _, id = one.partition(" ")
        story = (id,)
    if what == SEEN:
        visit.ledger.book.mark_seen(visit.person.name, story, at=visit.now)
    else:
        values = {ActKind.TAG: tag, ActKind.UNTAG: tag, ActKind.ASSIGN: assignee, ActKind.SNOOZE: days}
        kind = read_kind(what)
        triage(visit, kind, story, values.get(kind, ""))
    return go_back(request, "/triage")


@router.post("/undo")
def take_back(request: Request, visit: AnalystVisit, act: Annotated[str | None, Form()] = None) -> Response:
    """Take back one act, by default the visitor's last."""

    def work(at: Visit) -> str:
        # The entity of which the page was may be another by now.
        return "/entities" if undo(at, act or None).kind in JUDGING else back_of(request, "/triage")

    return carry_out(visit, "undo", work)

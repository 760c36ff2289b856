"""The state of the desk: outlets, Issues, people, and who did what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dateline.model.ledger import Issue
from dateline.model.people import Act
from dateline.pipeline.supplement import SILENT_AFTER
from dateline.web.room import Visit
from dateline.web.views.outlets import Badge, badge

MOST_ISSUES, MOST_ACTS = 200, 300


@dataclass(frozen=True, slots=True)
class OutletHealth:
    """How an outlet stands. `is_silent`: it printed nothing new for longer than an edition would say."""

    outlet: Badge
    last_seen: datetime | None
    last_new: datetime | None
    silent_days: int | None
    is_silent: bool
    captures: int
    documents: int
    claims: int
    issues: int


@dataclass(frozen=True, slots=True)
class IssueList:
    """The newest Issues, and how many more there are."""

    issues: tuple[Issue, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody with a login."""

    name: str
    role: str
    disabled: bool


def outlet_health(visit: Visit) -> tuple[OutletHealth, ...]:
    """Return how every outlet of the desk stands, the silent ones first."""
    rows = visit.ledger.outlet_status(now=visit.now, as_of=visit.as_of)
    healths = [
        OutletHealth(
            outlet=badge(row.outlet, visit.room.outlets),
            last_seen=row.last_seen,
            last_new=row.last_new,
            silent_days=row.silence.days if row.silence is not None else None,
            is_silent=row.silence is not None and row.silence > SILENT_AFTER,
            captures=row.captures,
            documents=row.documents,
            claims=row.claims,
            issues=row.issues,
        )
        for row in rows
    ]
    return tuple(sorted(healths, key=lambda health: (not health.is_silent, health.outlet.name.casefold())))


def issue_list(visit: Visit) -> IssueList:
    """Return the newest Issues."""
    found, every = visit.ledger.book.latest_issues(MOST_ISSUES, as_of=visit.as_of)
    return IssueList(tuple(found), every - len(found))


def people(visit: Visit) -> tuple[PersonLine, ...]:
    """Return everybody with a login, by name."""
    return tuple(
        PersonLine(login.person.name, login.person.role.value, login.person.disabled)
        for login in visit.ledger.book.logins()
    )


def log(visit: Visit) -> tuple[Act, ...]:
    """Return what was done lately, the newest first."""
    return tuple(visit.ledger.book.latest_acts(limit=MOST_ACTS))


def addresses(acts: tuple[Act, ...]) -> Mapping[str, str]:
    """Return where to look at the subjects of acts that have a page, by subject."""
    places = {"s-": "/stories/", "c-": "/claims/", "e-": "/entities/", "w-": "/bulletin/drafts/"}
    return {
        act.subject: place + act.subject
        for act in acts
        for prefix, place in places.items()
        if act.subject.startswith(prefix)
    }

"""The state of the desk: outlets with their grades, Issues and people."""

from dataclasses import dataclass
from datetime import datetime

from dateline.assess.grades import LETTERS
from dateline.errors import NotFound
from dateline.model.ledger import Issue
from dateline.pipeline.editions.supplement import SILENT_AFTER
from dateline.pipeline.ledger.grading import outlet_history
from dateline.web.room import Visit
from dateline.web.views.outlets import Badge, badge

MOST_ISSUES = 200


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
class GradeLine:
    """A grade that an outlet was given, with what its letter means."""

    letter: str
    means: str
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet: how it stands, every grade it had, the newest first, and what could not be done of it."""

    health: OutletHealth
    url: str | None
    feeds: tuple[str, ...]
    grades: tuple[GradeLine, ...]
    issues: tuple[Issue, ...]


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


def outlet_view(visit: Visit, id: str) -> OutletView:
    """Return an outlet. Raises NotFound for one that neither the ledger nor the desk has."""
    known = visit.room.outlets.get(id)
    health = next((health for health in outlet_health(visit) if health.outlet.id == id), None)
    if health is None and known is not None:
        health = OutletHealth(badge(id, visit.room.outlets), None, None, None, False, 0, 0, 0, 0)
    if not id or health is None:
        raise NotFound(f"no outlet has the id {id!r}")
    grades = tuple(
        GradeLine(made.value or "", LETTERS.get(made.value or "", ""), made.by, made.at, made.why)
        for made in reversed(outlet_history(visit.ledger, id, as_of=visit.as_of))
    )
    found = issue_list(visit).issues
    return OutletView(
        health,
        known.url if known else None,
        known.feeds if known else (),
        grades,
        tuple(issue for issue in found if issue.outlet == id),
    )


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

"""Triage: the stories with something new, in the order in which the ledger learned it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from dateline.store import Arrival
from dateline.web.room import Visit
from dateline.web.views.cards import Seen, StoryCard, seen_by, story_cards
from dateline.web.views.standing import is_hidden, is_skipped, is_snoozed

PAGE = 30  # stories
LOOKED_THROUGH = 600  # stories that a filter may pass over before the page ends
BETWEEN_SHIFTS = timedelta(hours=4)  # without anything done: a longer pause ends a shift
MOST_MOMENTS = 400  # of a shift, looked back through for the pause before it


class TriageFilter(StrEnum):
    """Which stories are shown."""

    NEW = "new"
    SHIFT = "shift"
    OPEN = "open"
    MINE = "mine"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class TriagePage:
    """A page of stories; `more` is the cursor of the next page, `None` at the end.

    `since` is when the visitor's last shift ended, where stories since then are shown; `waits` says
    that no story has ever come in.
    """

    filter: TriageFilter
    cards: tuple[StoryCard, ...]
    more: int | None
    since: datetime | None = None
    waits: bool = False


def triage_page(
    visit: Visit, shown: TriageFilter, *, before: int | None = None, tag: str | None = None, limit: int = PAGE
) -> TriagePage:
    """Return the stories that a filter shows, the newest report first."""
    since = last_shift_ended(visit) if shown is TriageFilter.SHIFT else None
    arrivals, more = _choose(visit, shown, before=before, tag=tag, limit=limit, since=since)
    waits = not arrivals and not visit.ledger.book.arrivals(limit=1, as_of=visit.as_of)
    return TriagePage(shown, tuple(story_cards(visit, arrivals)), more, since, waits)


def last_shift_ended(visit: Visit) -> datetime | None:
    """Return when the visitor last did something before the present shift; `None` on the first one."""
    busy = [visit.now, *visit.ledger.book.busy_at(visit.person.name, limit=MOST_MOMENTS)]
    return next((earlier for later, earlier in pairwise(busy) if later - earlier > BETWEEN_SHIFTS), None)


def _choose(
    visit: Visit,
    shown: TriageFilter,
    *,
    before: int | None,
    tag: str | None,
    limit: int,
    since: datetime | None = None,
) -> tuple[list[Arrival], int | None]:
    chosen: list[Arrival] = []
    cursor, looked = before, 0
    while looked < LOOKED_THROUGH:
        batch = visit.ledger.book.arrivals(before=cursor, limit=2 * limit, as_of=visit.as_of)
        seen = seen_by(visit, [arrival.story for arrival in batch])
        for arrival in batch:
            if since is not None and arrival.learned_at <= since:
                return chosen, None
            cursor = arrival.number
            has_tag = tag is None or tag in seen[arrival.story].standing.tags
            if has_tag and _is_shown(visit, arrival, seen[arrival.story], shown):
                chosen.append(arrival)
            if len(chosen) == limit:
                return chosen, cursor
        looked += len(batch)
        if len(batch) < 2 * limit:
            return chosen, None
    return chosen, cursor


def _is_shown(visit: Visit, arrival: Arrival, seen: Seen, shown: TriageFilter) -> bool:
    standing, newest = seen.standing, arrival.learned_at
    return {
        TriageFilter.NEW: (seen.at is None or newest > seen.at)
        and not is_hidden(standing, newest, visit.now),
        TriageFilter.SHIFT: True,
        TriageFilter.OPEN: not is_hidden(standing, newest, visit.now),
        TriageFilter.MINE: standing.assignee == visit.person.name,
        TriageFilter.SNOOZED: is_snoozed(standing, visit.now),
        TriageFilter.SKIPPED: is_skipped(standing, newest),
        TriageFilter.ALL: True,
    }[shown]

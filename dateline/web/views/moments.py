"""The days of the ledger, for the slider that asks what was known on one of them."""

from dataclasses import dataclass
from datetime import date

from dateline.web.room import Visit


@dataclass(frozen=True, slots=True)
class Moments:
    """The first and the last day on which the ledger learned something, and the day that is looked at."""

    first: date
    last: date
    at: date

    @property
    def days(self) -> int:
        """How many steps the slider has."""
        return (self.last - self.first).days

    @property
    def step(self) -> int:
        """Which of them is looked at."""
        return (self.at - self.first).days


def moments(visit: Visit) -> Moments | None:
    """Return the days of the ledger, `None` where it learned all it knows on one day."""
    between = visit.ledger.book.learned_between()
    if between is None:
        return None
    first, last = (at.date() for at in between)
    at = visit.as_of.date() if visit.as_of else last
    return Moments(first, last, min(max(at, first), last)) if first < last else None

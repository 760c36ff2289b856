"""Who has gone quiet against their own habit, known by the median time between their reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

# Set by hand, not measured: five times the usual pause is noticed, once there are five to know it by.
QUIET_TIMES = 5.0
MIN_REPORTS = 6
SHORTEST = timedelta(hours=36)  # nights and days of rest are no silence


@dataclass(frozen=True, slots=True)
class Silence:
    """An outlet or a language that has been quiet for longer than it is wont to be.

    `usual` is its median time between reports, `times` how many of those it has been silent.
    """

    kind: str
    name: str
    last: datetime
    usual: timedelta
    silent: timedelta

    @property
    def times(self) -> float:
        """Return the silence in usual pauses."""
        return self.silent / max(self.usual, timedelta(minutes=1))


def find_silences(kind: str, reports: Mapping[str, Iterable[datetime]], now: datetime) -> list[Silence]:
    """Return those who have gone quiet, the longest against their habit first."""
    found = (_silence(kind, name, sorted(moments), now) for name, moments in sorted(reports.items()))
    return sorted((each for each in found if each is not None), key=lambda each: -each.times)


def _silence(kind: str, name: str, moments: Sequence[datetime], now: datetime) -> Silence | None:
    past = [moment for moment in moments if moment <= now]
    if len(past) < MIN_REPORTS:
        return None
    pauses = ((later - earlier).total_seconds() for earlier, later in pairwise(past))
    usual = timedelta(seconds=median(pauses))
    silent = now - past[-1]
    if silent <= max(SHORTEST, QUIET_TIMES * usual):
        return None
    return Silence(kind, name, past[-1], usual, silent)

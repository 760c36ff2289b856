"""The dates of a text by their place in it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind, days_between

MOST_DAYS = 3
"""How long a time may be whose first day is told for the day of an utterance: "March 7-8"."""


@dataclass(frozen=True)
class CalendarIndex:
    """Time expressions that name a day or a month, in text order."""

    dates: tuple[TimeExpression, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, times: Sequence[TimeExpression]) -> "CalendarIndex":
        """Index the calendar dates among `times`."""
        dates = tuple(time for time in times if time.kind in (TimeKind.DATE, TimeKind.TIME) and time.begin)
        return cls(dates, tuple(date.start for date in dates))

    def within(self, span: Span) -> tuple[TimeExpression, ...]:
        """Return the dates that lie inside a span."""
        first = bisect_left(self.starts, span.start)
        found = []
        for time in self.dates[first : bisect_left(self.starts, span.end)]:
            if time.end <= span.end:
                found.append(time)
        return tuple(found)


def day_of(time: TimeExpression) -> str | None:
    """Return the day or month of a time, or the first of a few days; none of a week or a year."""
    if time.begin is None or time.until is None or time.begin == time.until:
        return time.begin
    if time.begin.startswith(time.value) and len(time.value) == len("2020-03"):
        return time.value
    return time.begin if days_between(time.begin, time.until) <= MOST_DAYS else None

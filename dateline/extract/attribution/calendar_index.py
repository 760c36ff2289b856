"""The dates of a text by their place in it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind


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
        for date in self.dates[first : bisect_left(self.starts, span.end)]:
            if date.end <= span.end:
                found.append(date)
        return tuple(found)

"""Times as printed and as values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Calendar(StrEnum):
    """The calendar in which a date was printed."""

    GREGORIAN = "gregorian"
    JALALI = "jalali"
    HIJRI = "hijri"
    HEBREW = "hebrew"


class TimeKind(StrEnum):
    """TIMEX3 types. Reference: ISO-TimeML, ISO 24617-1."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A moment as a source states it, at the precision and in the zone it states.

    `value` is ISO 8601: "2020-03", "2020-03-20", "2020-03-20T00:30+03:30". It is never converted
    to another zone: 00:30 in Tehran on the 20th stays the 20th.
    """

    value: str
    raw: str
    calendar: Calendar = Calendar.GREGORIAN
    found_in: str = ""

    @property
    def day(self) -> str:
        """The calendar date as stated, at most to the day: "2020-03-20", "2020-03", "2020"."""
        return self.value[:10]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression of the text with its TIMEX3 value and its first and last day.

    `zone` is the offset of a clock time from UTC where the text names its zone: "-05:00" for "5 p.m. EST".
    The value has the clock as printed, with a Z where it is that of UTC.
    """

    start: int
    end: int
    kind: TimeKind
    value: str
    begin: str | None
    until: str | None
    calendar: Calendar = Calendar.GREGORIAN
    zone: str | None = None


def days_between(first: str, last: str) -> int:
    """Return how many days lie from one ISO day to another, negative where the other is earlier.

    >>> days_between("2020-03-08", "2020-03-22T09:00")
    14
    """
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days

"""What expressions are understood as: days, weeks, months, quarters and years as TIMEX3 values."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import (
    MONTHS_IN_QUARTER,
    DayRange,
    month_range,
    shift_days,
    shift_months,
    to_day,
    year_range,
)

DAYS_IN_WEEK = 7
SOME = 0  # the count of a share of which only the unit is told: "the first days"
HALF = "half"  # the unit of a share that is half of its period
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASONS_JALALI = {"SP": 1, "SU": 4, "FA": 7, "WI": 10}


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a period: its `nth` stretch of so many units, or its last one where `nth` is -1.

    Of a `count` that is not told (`SOME`), only the side of the period is known.
    """

    nth: int
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was understood as. `moves` is false where it does not change what is spoken of.

    `alone` is false where it means nothing without the reading beside it: "the first day" of a period, which
    has a `share`, and "the day" before another.
    """

    kind: TimeKind
    value: str
    days: DayRange | None = None
    calendar: Calendar = Calendar.GREGORIAN
    moves: bool = True
    alone: bool = True
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading of terms `first` to `last` (not included) of a run; `length_lead` says "for" is in front."""

    first: int
    last: int
    reading: Reading
    length_lead: bool = False


NO_TIME = Reading(TimeKind.DURATION, "", moves=False)  # what looks like a time and is none


def day_reading(day: date, calendar: Calendar = Calendar.GREGORIAN) -> Reading:
    """Return the reading of one day."""
    return Reading(TimeKind.DATE, day.isoformat(), DayRange(day, day), calendar)


def timed_reading(day: date, clock: str, calendar: Calendar = Calendar.GREGORIAN) -> Reading:
    """Return the reading of a time of a day ("T17:00"), or of its hours from one to another."""
    begin, _, end = clock.partition("/")
    until = shift_days(day, 1) if end and end < begin else day
    value = f"{day.isoformat()}{begin}/{until.isoformat()}{end}" if end else f"{day.isoformat()}{begin}"
    return Reading(TimeKind.TIME, value, DayRange(day, until), calendar)


def span_reading(days: DayRange, calendar: Calendar) -> Reading:
    """Return the reading of days that no TIMEX3 value names: an interval."""
    value = f"{days.begin.isoformat()}/{days.until.isoformat()}"
    return Reading(TimeKind.DATE, value, days, calendar)


def month_reading(calendar: Calendar, year: int, month: int) -> Reading | None:
    """Return the reading of a month; one of another calendar is the interval of its Gregorian days."""
    days = month_range(calendar, year, month)
    if days is None or calendar is not Calendar.GREGORIAN:
        return span_reading(days, calendar) if days else None
    return Reading(TimeKind.DATE, f"{year:04}-{month:02}", days)


def year_reading(calendar: Calendar, year: int) -> Reading | None:
    """Return the reading of a year."""
    days = year_range(calendar, year)
    if days is None or calendar is not Calendar.GREGORIAN:
        return span_reading(days, calendar) if days else None
    return Reading(TimeKind.DATE, f"{year:04}", days)


def week_reading(day: date, week_start: int) -> Reading:
    """Return the reading of the week that holds `day`; weeks begin on `week_start`, 0 is Monday."""
    begin = shift_days(day, -((day.weekday() - week_start) % DAYS_IN_WEEK))
    year, week, _ = shift_days(begin, 3).isocalendar()
    days = DayRange(begin, shift_days(begin, DAYS_IN_WEEK - 1))
    return Reading(TimeKind.DATE, f"{year:04}-W{week:02}", days)


def quarter_reading(year: int, quarter: int) -> Reading | None:
    """Return the reading of a quarter of a Gregorian year."""
    last_month = quarter * MONTHS_IN_QUARTER
    first = month_range(Calendar.GREGORIAN, year, last_month - MONTHS_IN_QUARTER + 1)
    last = month_range(Calendar.GREGORIAN, year, last_month)
    if first is None or last is None:
        return None
    return Reading(TimeKind.DATE, f"{year:04}-Q{quarter}", DayRange(first.begin, last.until))


def season_reading(season: str, year: int, calendar: Calendar) -> Reading | None:
    """Return the reading of a season: three whole months, those of the Persian calendar in Persian years."""
    if calendar is Calendar.JALALI:
        first = month_range(calendar, year, SEASONS_JALALI[season])
        last = month_range(calendar, year, SEASONS_JALALI[season] + 2)
        return span_reading(DayRange(first.begin, last.until), calendar) if first and last else None
    begin = to_day(Calendar.GREGORIAN, year, SEASON_MONTHS[season], 1)
    if begin is None:
        return None
    until = shift_days(shift_months(begin, 3), -1)
    return Reading(TimeKind.DATE, f"{year:04}-{season}", DayRange(begin, until))


def moment_reading(moment: datetime) -> Reading:
    """Return the reading of a moment, to the minute, or to the second where it is not a whole minute."""
    precision = "seconds" if moment.second else "minutes"
    value = moment.isoformat(timespec=precision)
    return Reading(TimeKind.TIME, value, DayRange(moment.date(), moment.date()), moves=False)


def long_reading(year: int, unit: str) -> Reading | None:
    """Return the decade or century that holds a Gregorian year, or None for another unit."""
    if unit not in ("decade", "century"):
        return None
    length = 10 if unit == "decade" else 100
    first = year - year % length
    begin, until = (
        to_day(Calendar.GREGORIAN, max(first, 1), 1, 1),
        to_day(Calendar.GREGORIAN, first + length - 1, 12, 31),
    )
    value = f"{first // length:0{3 if unit == 'decade' else 2}}"
    return Reading(TimeKind.DATE, value, DayRange(begin, until)) if begin and until else None

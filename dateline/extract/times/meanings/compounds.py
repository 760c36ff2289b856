"""What two neighbouring readings mean together: "3 days after Christmas", "the first 2 weeks of 2021"."""

import re
from dataclasses import replace
from datetime import date

from dateline.extract.times.meanings.stretches import part_of_days
from dateline.extract.times.scene.readings import (
    DAYS_IN_WEEK,
    HALF,
    SOME,
    Reading,
    Share,
    day_reading,
    long_reading,
    month_reading,
    span_reading,
    week_reading,
    year_reading,
)
from dateline.extract.times.scene.scene import shift, step_in
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import DayRange, shift_days

HALVES = {1: "START", 2: "END"}
LONGEST_FEAST = 8  # days
THURSDAY = 3  # the weekday that says in which period a week counts. Reference: ISO 8601
_LENGTH_PARTS = re.compile(r"(\d+(?:\.\d+)?)([YMWD])")
_LENGTH = re.compile(r"P(?:\d+(?:\.\d+)?[YMWD])+")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_YEAR, _MONTH, _WEEK = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}-W\d\d")
_PART_OF_DAY = re.compile(r"T[A-Z]{2}$")


def lengths(value: str) -> list[tuple[float, str]]:
    """Return the days, weeks, months and years of an ISO 8601 duration, or nothing where it has hours."""
    if not _LENGTH.fullmatch(value):
        return []
    return [(float(count), _UNITS[unit]) for count, unit in _LENGTH_PARTS.findall(value)]


def moved(
    length: Reading, point: Reading, sign: int, *, around: bool = False, beside: bool = True
) -> Reading | None:
    """Return "3 days after Christmas": a day, month or year moved by a duration, at its own precision.

    `around` asks for the week, month or year there: "the week before Easter". Days `beside` a month or year
    are counted from its edge: "two days after Ramadan", but not "one day since 1991".
    """
    steps = lengths(length.value) if length.kind is TimeKind.DURATION else []
    if not steps or point.days is None or point.kind is not TimeKind.DATE:
        return None
    units = {unit for _, unit in steps}
    in_days = beside and units <= {"day", "week"}
    from_end = in_days and sign > 0
    there = point.days.until if from_end else point.days.begin
    for count, unit in steps:
        there = shift(there, sign * count, unit)
    if around and steps != [(1, "day")]:
        return _unit_around(there, steps[0][1])
    if point.days.begin == point.days.until or in_days:
        return day_reading(there, point.calendar)
    if _YEAR.fullmatch(point.value) and units == {"year"}:
        return year_reading(Calendar.GREGORIAN, there.year)
    if _MONTH.fullmatch(point.value) and units <= {"year", "month"}:
        return month_reading(Calendar.GREGORIAN, there.year, there.month)
    return None


def _unit_around(day: date, unit: str) -> Reading | None:
    """Return the week, month or year of "the week before Easter"."""
    if unit == "week":
        return week_reading(day, week_start=0)
    calendar = Calendar.GREGORIAN
    return (
        month_reading(calendar, day.year, day.month) if unit == "month" else year_reading(calendar, day.year)
    )


def share_of(share: Share, period: Reading) -> Reading | None:
    """Return "the third month of 2021", "the last four months of 2021", "the first days of next month"."""
    if period.days is None or period.kind is not TimeKind.DATE:
        return None
    if period.days.begin == period.days.until:
        return _day_of_feast(share, period.days.begin, period.calendar)
    if share.count == SOME:
        side = "START" if share.nth > 0 else "END"
        return replace(period, days=part_of_days(period.days, side), moves=True, alone=True)
    if share.unit == HALF:
        return span_reading(part_of_days(period.days, HALVES[share.nth], parts=2), period.calendar)
    days = (
        _weeks_of(share, period.days)
        if share.unit == "week"
        else _units_of(share, period.days, period.calendar)
    )
    inside = days is not None and days.begin <= period.days.until and days.until >= period.days.begin
    return _named(days, share, period.calendar) if days and inside else None


def _day_of_feast(share: Share, first: date, calendar: Calendar) -> Reading | None:
    """Return "the third day of Eid": feasts go by their first day."""
    days = share.unit == "day" and share.count == 1 and 1 <= share.nth <= LONGEST_FEAST
    return day_reading(shift_days(first, share.nth - 1), calendar) if days else None


def _units_of(share: Share, period: DayRange, calendar: Calendar) -> DayRange | None:
    if share.unit not in ("day", "month", "year", "decade"):
        return None
    if share.nth < 0:
        after = shift_days(period.until, 1)
        return DayRange(step_in(calendar, after, share.unit, -share.count), period.until)
    begin = step_in(calendar, period.begin, share.unit, (share.nth - 1) * share.count)
    until = shift_days(step_in(calendar, begin, share.unit, share.count), -1)
    return DayRange(begin, until) if until <= period.until else None


def _weeks_of(share: Share, period: DayRange) -> DayRange:
    """Return weeks of a period: those whose Thursday is in it. Reference: ISO 8601"""
    length = DAYS_IN_WEEK * share.count
    if share.nth < 0:
        monday = shift_days(period.until, -((period.until.weekday() - THURSDAY) % DAYS_IN_WEEK) - THURSDAY)
        sunday = shift_days(monday, DAYS_IN_WEEK - 1)
        return DayRange(shift_days(sunday, 1 - length), sunday)
    thursday = shift_days(period.begin, (THURSDAY - period.begin.weekday()) % DAYS_IN_WEEK)
    begin = shift_days(thursday, (share.nth - 1) * length - THURSDAY)
    return DayRange(begin, shift_days(begin, length - 1))


def _named(days: DayRange, share: Share, calendar: Calendar) -> Reading | None:
    """Return the reading of days under the name that one unit of them has."""
    if days.begin == days.until:
        return day_reading(days.begin, calendar)
    if share.count == 1 and calendar is Calendar.GREGORIAN and share.unit == "week":
        return week_reading(days.begin, days.begin.weekday())
    if share.count == 1 and calendar is Calendar.GREGORIAN and days.begin.day == 1:
        named = {"month": month_reading(calendar, days.begin.year, days.begin.month)}
        named["year"] = year_reading(calendar, days.begin.year)
        named["decade"] = long_reading(days.begin.year, "decade")
        return named.get(share.unit)
    return span_reading(days, calendar)


def weekday_beside(day: Reading, point: Reading, number: int) -> Reading | None:
    """Return the nth such weekday after a day, before it where the number is negative, with its part."""
    if day.days is None or point.days is None or point.days.begin != point.days.until:
        return None
    weekday, there, sign = day.days.begin.weekday(), point.days.begin, 1 if number > 0 else -1
    away = (sign * (weekday - there.weekday())) % DAYS_IN_WEEK or DAYS_IN_WEEK
    return _with_part_of(day, shift_days(there, sign * away + (number - sign) * DAYS_IN_WEEK))


def weekday_in_week(day: Reading, week: Reading) -> Reading | None:
    """Return "Wednesday evening next week": the weekday of that week, with its part of the day."""
    if not _WEEK.fullmatch(week.value) or week.days is None or day.days is None:
        return None
    if day.days.begin != day.days.until:
        return None
    away = (day.days.begin.weekday() - week.days.begin.weekday()) % DAYS_IN_WEEK
    return _with_part_of(day, shift_days(week.days.begin, away))


def _with_part_of(day: Reading, there: date) -> Reading:
    """Return the reading of a day, with the part of the day that another has."""
    part = _PART_OF_DAY.search(day.value)
    reading = day_reading(there)
    return replace(reading, kind=day.kind, value=reading.value + part[0]) if part else reading

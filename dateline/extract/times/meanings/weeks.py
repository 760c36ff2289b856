"""Weeks, and weekdays by their week or month: "Friday next week", "the first Monday in May"."""

from datetime import date

from dateline.extract.times.meanings.matched import Matched, direction, with_part
from dateline.extract.times.meanings.months import is_soon
from dateline.extract.times.meanings.numeric_days import numeric_day
from dateline.extract.times.meanings.weekdays import weekday_with_day
from dateline.extract.times.scene.readings import (
    DAYS_IN_WEEK,
    Reading,
    day_reading,
    span_reading,
    week_reading,
)
from dateline.extract.times.scene.scene import Scene, step, unit_reading
from dateline.extract.times.terms.steps import date_of
from dateline.model.times import Calendar
from dateline.text.calendars import DayRange, from_day, month_range, shift_days, shift_months, to_day

WEEKS_IN_YEAR, WEEKS_IN_MONTH = 53, 5
DAY_OF_FIRST_WEEK = 4  # January 4 is always in week 1. Reference: ISO 8601
TELLING_WEEKDAYS = {  # that say in which month or year a week or weekend counts. Reference: ISO 8601
    "week": 3,
    "weekend": 5,
}


def weekday_of_week(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Friday next week", "Monday of last week", "next week Tuesday"."""
    if scene.anchor is None or matched.value("unit") != "week":
        return None
    today, wanted = (
        (each - scene.week_start) % DAYS_IN_WEEK for each in (scene.anchor.weekday(), int(matched.value("w")))
    )
    return day_reading(shift_days(scene.anchor, direction(matched) * DAYS_IN_WEEK + wanted - today))


def weekdays_of_week(matched: Matched, scene: Scene) -> Reading | None:
    """Read "next week between Wednesday and Friday"."""
    begin = weekday_of_week(matched, scene)
    away = int(matched.value("w2")) - int(matched.value("w"))
    if begin is None or begin.days is None or away <= 0:
        return None
    first = begin.days.begin
    return span_reading(DayRange(first, shift_days(first, away)), Calendar.GREGORIAN)


def numbered_week(matched: Matched, scene: Scene) -> Reading | None:
    """Read "week 31": that week of the present year, or of the year named."""
    number = matched.number("n")
    if scene.anchor is None or matched.value("unit") != "week" or not 1 <= number <= WEEKS_IN_YEAR:
        return None
    year = matched.number("y") if matched.has("y") else scene.anchor.year + direction(matched)
    return week_reading(
        shift_days(date(year, 1, DAY_OF_FIRST_WEEK), (number - 1) * DAYS_IN_WEEK), scene.week_start
    )


def nth_weekday(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the first Friday in May", "the last Sunday of this month", "the second Sunday", "Monday 21st"."""
    if not matched.has("final") and matched.number("n") > WEEKS_IN_MONTH:
        return weekday_with_day(matched, scene)
    month = _month_days(matched, scene)
    if month is None:
        return None
    day = _nth(month, int(matched.value("w")), _nth_number(matched))
    return with_part(day_reading(day), matched) if day else None


def weekday_beyond(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the Friday before last", "the Friday after next": a week beyond the nearest one."""
    if scene.anchor is None:
        return None
    away = (int(matched.value("w")) - scene.anchor.weekday()) % DAYS_IN_WEEK
    if matched.has("last"):
        return day_reading(shift_days(scene.anchor, away - 2 * DAYS_IN_WEEK))
    return day_reading(shift_days(scene.anchor, (away or DAYS_IN_WEEK) + DAYS_IN_WEEK))


def weekday_week(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Friday week" at the end of a clause: a week behind the coming one."""
    if scene.anchor is None or matched.value("unit") != "week" or not scene.around.ends:
        return None
    away = (int(matched.value("w")) - scene.anchor.weekday()) % DAYS_IN_WEEK
    return day_reading(shift_days(scene.anchor, (away or DAYS_IN_WEEK) + DAYS_IN_WEEK))


def nth_week(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the first week of October", "the last weekend of July 2019": those whose Thursday, or whose
    Saturday, is in it.
    """
    weekday = TELLING_WEEKDAYS.get(matched.value("week"))
    days = _month_days(matched, scene)
    if days is None or weekday is None:
        return None
    day = _nth(days, weekday, _nth_number(matched))
    return unit_reading(scene, day, matched.value("week")) if day else None


def week_of(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the week of March 6", "the week of the 18th": the week that holds the nearest such day."""
    if matched.value("unit") not in ("week", "weekend") or scene.anchor is None:
        return None
    day = _told_day(matched, scene, scene.anchor)
    return unit_reading(scene, day, matched.value("unit")) if day else None


def _told_day(matched: Matched, scene: Scene, anchor: date) -> date | None:
    """Return the nearest day that "of March 6", "of 12/20", "of March 6, 2019" or "of the 18th" names."""
    if matched.has("date"):
        found = date_of(matched.terms["date"])
        return found.days.begin if found.day_known else None
    if matched.has("a"):
        reading = numeric_day(matched, scene)
        return reading.days.begin if reading and reading.days else None
    if matched.has("m"):
        named, (year, _, _) = matched.month(), from_day(matched.month().calendar, anchor)
        months = [(named.calendar, each, named.number) for each in (year - 1, year, year + 1)]
    else:
        around = [shift_months(anchor.replace(day=1), away) for away in (-1, 0, 1)]
        months = [(Calendar.GREGORIAN, each.year, each.month) for each in around]
    near = [day for month in months if (day := to_day(*month, matched.number("d")))]
    return scene.nearest(near)


def _nth_number(matched: Matched) -> int:
    """Return which one is meant, counted from 1; -1 is the last."""
    return -1 if matched.has("final") else matched.number("n")


def _month_days(matched: Matched, scene: Scene) -> DayRange | None:
    """Return the days of the month or year that a phrase names or points to."""
    told = scene.anchor or scene.told
    if matched.has("date"):
        found = date_of(matched.terms["date"])
        return None if found.day_known else found.days
    if matched.has("m"):
        return _named_month(matched, scene, told)
    if matched.has("y"):
        year = matched.number("y")
        return DayRange(date(year, 1, 1), date(year, 12, 31))
    unit = matched.value("unit") if matched.has("unit") else "month"
    if told is None or unit not in ("month", "year"):
        return None
    there = step(scene, told, unit, direction(matched))
    year, month, _ = from_day(scene.calendar, there)
    if unit == "month":
        return month_range(scene.calendar, year, month)
    return DayRange(date(there.year, 1, 1), date(there.year, 12, 31))


def _named_month(matched: Matched, scene: Scene, told: date | None) -> DayRange | None:
    month = matched.month()
    if matched.has("y"):
        return month_range(month.calendar, matched.number("y"), month.number)
    if told is None:
        return None
    year, now, _ = from_day(month.calendar, told)
    if matched.has("next"):
        year += month.number <= now
    elif matched.has("last"):
        year -= month.number >= now
    elif scene.future or is_soon(month, now, scene):
        year += month.number < now
    else:
        year -= month.number > now
    return month_range(month.calendar, year, month.number)


def _nth(days: DayRange, weekday: int, number: int) -> date | None:
    """Return the nth such weekday of a stretch of days, or None where it has fewer."""
    if number < 0:
        return shift_days(days.until, -((days.until.weekday() - weekday) % DAYS_IN_WEEK))
    first = shift_days(days.begin, (weekday - days.begin.weekday()) % DAYS_IN_WEEK)
    day = shift_days(first, (number - 1) * DAYS_IN_WEEK)
    return day if day <= days.until else None

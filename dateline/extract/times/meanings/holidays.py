"""On which day a holiday falls: fixed, moving with Easter, an nth weekday, or of another calendar."""

from dataclasses import replace
from datetime import date

from dateline.extract.times.meanings.matched import Matched, direction, with_part
from dateline.extract.times.scene.readings import DAYS_IN_WEEK, Reading, day_reading
from dateline.extract.times.scene.scene import Scene, unit_reading
from dateline.model.times import Calendar
from dateline.text.calendars import DayRange, from_day, month_range, shift_days, to_day

SATURDAY, HALF_A_WEEK = 5, 3
GREGORIAN_YEARS = range(1500, 3000)


def holiday(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Christmas", "عاشورا", "Nowruz 1399": the nearest, or that of the named year."""
    calendar, rest = Calendar.GREGORIAN, matched.value("holiday")
    name, _, after = rest.partition("-")
    if name in tuple(Calendar):
        calendar, rest = Calendar(name), after
    told = scene.anchor
    if matched.has("y") and matched.number("y") not in GREGORIAN_YEARS:
        day = _holiday(calendar, matched.number("y"), rest)
        return day_reading(day, calendar) if day else None
    if matched.has("y"):
        told = date(matched.number("y"), 7, 1)
    if told is None:
        return None
    year = from_day(calendar, told)[0]
    days = [_holiday(calendar, each, rest) for each in (year - 1, year, year + 1)]
    day = _meant([day for day in days if day is not None], told, matched, scene)
    return with_part(day_reading(day, calendar), matched) if day else None


def eve(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the eve of Eid al-Fitr": the day before."""
    reading = holiday(matched, scene)
    days = reading.days if reading else None
    return day_reading(shift_days(days.begin, -1), reading.calendar) if reading and days else None


def weekend_of_holiday(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Thanksgiving weekend": the nearest Saturday and Sunday, and the day itself."""
    reading = holiday(matched, scene) if matched.value("length") == "weekend" else None
    if reading is None or reading.days is None:
        return None
    day = reading.days.begin
    saturday = shift_days(day, (SATURDAY - day.weekday() + HALF_A_WEEK) % DAYS_IN_WEEK - HALF_A_WEEK)
    weekend = unit_reading(scene, saturday, "weekend")
    if weekend is None or weekend.days is None:
        return None
    days = DayRange(min(day, weekend.days.begin), max(day, weekend.days.until))
    return replace(weekend, days=days)


def _meant(days: list[date], told: date, matched: Matched, scene: Scene) -> date | None:
    """Return the day that "last", "next", "this" or a year beside a holiday picks, else the nearest."""
    if matched.has("unit") or matched.has("this"):
        year = told.year + direction(matched)
        return next((day for day in days if day.year == year), None)
    if matched.has("y"):
        return next((day for day in days if day.year == told.year), None)
    if matched.has("last"):
        days = [day for day in days if day < told]
    elif matched.has("next"):
        days = [day for day in days if day > told]
    else:
        return scene.nearest(days)
    return min(days, key=lambda day: abs((day - told).days), default=None)


def _holiday(calendar: Calendar, year: int, rule: str) -> date | None:
    if rule.startswith("easter"):
        return shift_days(_easter(year), int(rule.removeprefix("easter")))
    if rule.startswith("final"):
        month, weekday = (int(part) for part in rule.split("-")[1:])
        days = month_range(calendar, year, month)
        return shift_days(days.until, -((days.until.weekday() - weekday) % DAYS_IN_WEEK)) if days else None
    if rule.startswith("last"):
        month, weekday = (int(part) for part in rule.split("-")[1:])
        end = shift_days(date(year + month // 12, month % 12 + 1, 1), -1)
        return shift_days(end, -((end.weekday() - weekday) % DAYS_IN_WEEK))
    if rule.startswith("nth"):
        which, _, after = rule.partition("+")
        month, weekday_wanted, nth = (int(part) for part in which.split("-")[1:])
        first = date(year, month, 1)
        day = (weekday_wanted - first.weekday()) % DAYS_IN_WEEK + (nth - 1) * DAYS_IN_WEEK
        return shift_days(first, day + int(after or 0))
    month, day = (int(part) for part in rule.split("-"))
    return to_day(calendar, year, month, day)


def _easter(year: int) -> date:
    """Reference: Meeus, Astronomical Algorithms, chapter 8 (Gregorian Easter)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)

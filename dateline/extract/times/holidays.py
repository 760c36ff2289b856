"""On which day a holiday falls: fixed, moving with Easter, an nth weekday, or of another calendar."""

from datetime import date

from dateline.extract.times.matched import Matched
from dateline.extract.times.scene import DAYS_IN_WEEK, Reading, Scene, day_reading
from dateline.model.times import Calendar
from dateline.text.calendars import from_day, shift_days, to_day

NEAR_DAYS = 183  # a day without a year is the nearest of that name


def holiday(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Christmas", "عاشورا", "Nowruz 1399": the nearest, or that of the named year."""
    told = (
        date(matched.number("y"), 7, 1) if matched.has("y") and matched.number("y") > 1500 else scene.anchor
    )
    if told is None:
        return None
    calendar, rest = Calendar.GREGORIAN, matched.value("holiday")
    name, _, after = rest.partition("-")
    if name in tuple(Calendar):
        calendar, rest = Calendar(name), after
    year = from_day(calendar, told)[0]
    days = [_holiday(calendar, each, rest) for each in (year - 1, year, year + 1)]
    near = [day for day in days if day is not None and abs((day - told).days) <= NEAR_DAYS + 1]
    return day_reading(min(near, key=lambda day: abs((day - told).days)), calendar) if near else None


def _holiday(calendar: Calendar, year: int, rule: str) -> date | None:
    if rule.startswith("easter"):
        return shift_days(_easter(year), int(rule.removeprefix("easter")))
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

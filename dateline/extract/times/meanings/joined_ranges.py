"""Lengths and ranges that two neighbours tell: "3 days starting from Friday", "from 28 May to 3 June"."""

import re
from dataclasses import replace
from datetime import date, datetime, time

from dateline.extract.times.scene.readings import Placed, Reading, span_reading, timed_reading
from dateline.extract.times.scene.scene import shift, shift_moment
from dateline.model.times import TimeKind
from dateline.text.calendars import DayRange, shift_days
from dateline.text.lexicon import Run

FROM = "f"
CLOCK_VALUE = re.compile(r"T\d\d:\d\d[^/]*")
DATE_CODES = re.compile("[@/]|[Mm]-?[NO]|[NO]-?o?[Mm]")
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_CLOCK_LENGTH = re.compile(r"PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?")
_LENGTH_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_LENGTH_FROM = re.compile(r",?(?:δ[fi]?|f)a?")
_UNTIL = re.compile("[u-]")
_RANGE = re.compile(",?&?[u-]|&")


def is_bare(reading: Reading) -> bool:
    """Say whether a reading is a time of day that names no day of its own."""
    return reading.kind is TimeKind.TIME and not reading.moves


def length_from(length: Placed, day: Reading, between: str) -> Reading | None:
    """Return the days of "3 days starting from next Monday", "for 2 weeks from 5 May"."""
    match = _LENGTH.fullmatch(length.reading.value)
    if match is None or day.days is None or day.kind is not TimeKind.DATE or length.reading.days:
        return None
    if _LENGTH_FROM.fullmatch(between) is None or (between == FROM and not length.length_lead):
        return None
    begin = day.days.begin
    until = shift_days(shift(begin, int(match[1]), _LENGTH_UNITS[match[2]]), -1)
    return span_reading(DayRange(begin, until), day.calendar) if until >= begin else None


def hours_from(length: Placed, start: Reading, between: str) -> Reading | None:
    """Return the hours of "for 3 hours from 10 am", "two hours starting at 9:30"."""
    match, clock = _CLOCK_LENGTH.fullmatch(length.reading.value), CLOCK_VALUE.search(start.value)
    if match is None or clock is None or start.days is None or "/" in start.value:
        return None
    if _LENGTH_FROM.fullmatch(between) is None or (between == FROM and not length.length_lead):
        return None
    begin = datetime.combine(start.days.begin, time.fromisoformat(clock[0][1:6]))
    until = shift_moment(shift_moment(begin, int(match[1] or 0), "hour"), int(match[2] or 0), "minute")
    if until.date() > shift_days(start.days.begin, 1):
        return None
    hours = "/".join(each.strftime("T%H:%M") for each in (begin, until))
    return replace(timed_reading(start.days.begin, hours, start.calendar), moves=start.moves)


def hours_across_days(run: Run, one: Placed, other: Placed, between: str) -> Reading | None:
    """Return the hours of "from 4 pm today until 5 pm tomorrow"."""
    led = one.first > 0 and run.codes[one.first - 1] == FROM
    ends = (one.reading, other.reading)
    if not led or not _UNTIL.fullmatch(between) or any(is_bare(each) or not each.days for each in ends):
        return None
    if any(len(CLOCK_VALUE.findall(each.value)) != 1 for each in ends):
        return None
    begin, until = _day(one.reading), _day(other.reading)
    if begin is None or until is None or begin > until:
        return None
    value = f"{one.reading.value}/{other.reading.value}"
    return Reading(TimeKind.TIME, value, DayRange(begin, until), other.reading.calendar)


def days_across(run: Run, one: Placed, other: Placed, between: str) -> Reading | None:
    """Return the days of "from 28 February to 3 March"; "from today until Friday" names two."""
    dated = all(DATE_CODES.search(run.codes[each.first : each.last]) for each in (one, other))
    led = dated and one.first > 0 and run.codes[one.first - 1] == FROM
    begin, until = one.reading.days, other.reading.days
    if not led or not _RANGE.fullmatch(between) or begin is None or until is None:
        return None
    dates = one.reading.kind is other.reading.kind is TimeKind.DATE
    single = begin.begin == begin.until and until.begin == until.until
    if (
        not (dates and single)
        or begin.begin >= until.begin
        or one.reading.calendar is not other.reading.calendar
    ):
        return None
    return span_reading(DayRange(begin.begin, until.until), other.reading.calendar)


def _day(reading: Reading) -> date | None:
    return reading.days.begin if reading.days else None

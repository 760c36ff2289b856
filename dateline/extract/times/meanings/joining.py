"""Joins neighbouring readings that tell one time: "next Monday at 8 a.m.", "3 days starting from Friday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.times.meanings.compounds import moved, share_of, weekday_beside, weekday_in_week
from dateline.extract.times.meanings.joined_ranges import (
    CLOCK_VALUE,
    DATE_CODES,
    FROM,
    days_across,
    hours_across_days,
    hours_from,
    is_bare,
    length_from,
)
from dateline.extract.times.meanings.matched import LATE_PARTS, later_half
from dateline.extract.times.scene.readings import Placed, Reading, timed_reading
from dateline.extract.times.terms.amounts import AMOUNT
from dateline.extract.times.terms.steps import number_of
from dateline.model.times import TimeKind
from dateline.text.lexicon import Run

_DAY_THEN_TIME = re.compile(r"[,ioaf~t-]{0,3}")
_TIME_THEN_DAY = re.compile(r"[,iofa]{0,3}U?")
_PART = re.compile(r"T[A-Z]{2}$")
_PERIOD = re.compile("[oif]{0,2}a?U?")
_AWAY = re.compile("([BGFJfodr])a?U?")
_WEEKDAY = re.compile("k?[cnκl]?U?W(?:[,io]{0,2}a?P)?")
_NTH_WEEKDAY = re.compile(f"(?:a?O-?)?{_WEEKDAY.pattern}")
_NAMED_DAY = re.compile(r"(?:P[oia]{0,2})?D(?:[,(]{0,2}U?W\)?)?P?")
_BESIDE = re.compile("[,(-]?i?")
_OF_WEEK = re.compile("[,oi]{0,2}")
BEFORE, ORDINAL = "BGr", "O"
FROM_NOW = "Q"
BESIDE = "BGFJ"
LEADS_AWAY = "GJ"  # in front of a length: "قبل يومين من"


def joined(run: Run, placed: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the readings of a run with neighbours that tell one time put together."""
    held: Placed | None = None
    for each in placed:
        together = _together(run, held, each) if held else None
        if together is None:
            yield from _told(held)
        held = together or each
    yield from _told(held)


def _told(placed: Placed | None) -> Iterator[Placed]:
    if placed and placed.reading.alone:
        yield placed


def _together(run: Run, one: Placed, other: Placed) -> Placed | None:
    between = run.codes[one.last : other.first]
    reading = (
        _day_and_time(one.reading, other.reading, between)
        or _share(one, other.reading, between)
        or _weekday_beside(run, one, other.reading, between)
        or _before_or_after(run, one, other.reading, between)
        or _day_told_twice(run, one, other, between)
        or _weekday_and_week(run, one, other, between)
        or length_from(one, other.reading, between)
        or hours_from(one, other.reading, between)
        or hours_across_days(run, one, other, between)
        or days_across(run, one, other, between)
    )
    if reading is None:
        return None
    first = one.first - (between[-1:] in ("u", "-", "&") and run.codes[one.first - 1 : one.first] == FROM)
    return Placed(first, _closed(run, one.first, other.last), reading, one.length_lead)


def _closed(run: Run, first: int, last: int) -> int:
    """Return the end of an expression with the bracket that closes in it: "today (18 March)"."""
    opened = "(" in run.codes[first:last] and ")" not in run.codes[first:last]
    return last + (opened and run.codes[last : last + 1] == ")")


def _day_and_time(one: Reading, other: Reading, between: str) -> Reading | None:
    if is_bare(other) and _DAY_THEN_TIME.fullmatch(between):
        return _timed(one, other) or _clock_in_part(one, other) or _later(one, other)
    if is_bare(one) and _TIME_THEN_DAY.fullmatch(between):
        return _timed(other, one) or _clock_in_part(other, one)
    return None


def _timed(day: Reading, time: Reading) -> Reading | None:
    """Return the time of day on a day, or of a part of a day that holds no clock time yet."""
    single = day.days is not None and day.days.begin == day.days.until
    if not single or day.days is None or not day.moves or CLOCK_VALUE.search(day.value):
        return None
    clocks = "/".join(CLOCK_VALUE.findall(time.value))
    if clocks:
        late = day.value[-2:] in LATE_PARTS
        return timed_reading(day.days.begin, later_half(clocks) if late else clocks, day.calendar)
    part = _PART.search(time.value)
    if part is None or day.kind is not TimeKind.DATE:
        return None
    return replace(day, kind=TimeKind.TIME, value=day.value + part[0])


def _clock_in_part(one: Reading, other: Reading) -> Reading | None:
    """Return the clock time of "8pm in the evening"."""
    if not (is_bare(one) and is_bare(other)):
        return None
    for clock, part in ((one, other), (other, one)):
        if _tells(clock, part):
            return replace(_later(clock, part) or clock, moves=False)
    return None


def _later(day: Reading, part: Reading) -> Reading | None:
    """Return the moment of "7:00 next Sunday in the afternoon"."""
    clock = CLOCK_VALUE.search(day.value)
    if clock is None or day.days is None or part.value[-2:] not in LATE_PARTS or "/" in day.value:
        return None
    return timed_reading(day.days.begin, later_half(clock[0]), day.calendar)


def _tells(clock: Reading, part: Reading) -> bool:
    return CLOCK_VALUE.search(clock.value) is not None and _PART.search(part.value) is not None


def _share(part: Placed, period: Reading, between: str) -> Reading | None:
    """Return the days of "the first two weeks of 2021"."""
    share = part.reading.share
    if share is None or not _PERIOD.fullmatch(between):
        return None
    return share_of(share, period)


def _weekday_beside(run: Run, day: Placed, point: Reading, between: str) -> Reading | None:
    """Return the day of "the Friday before Christmas", "the second Sunday after 5 May"."""
    match, codes = _AWAY.fullmatch(between), run.codes[day.first : day.last]
    if match is None or match[1] not in BESIDE or not _NTH_WEEKDAY.fullmatch(codes):
        return None
    number = number_of(run.terms[day.first + codes.index(ORDINAL)]) if ORDINAL in codes else 1
    return weekday_beside(day.reading, point, round(-number if match[1] in BEFORE else number))


def _before_or_after(run: Run, length: Placed, point: Reading, between: str) -> Reading | None:
    """Return the day of "3 days after Christmas", "two weeks before 5 May", "قبل يومين من عيد الميلاد"."""
    match = _AWAY.fullmatch(between)
    if match is None or length.reading.days or (match[1] == FROM and length.length_lead):
        return None
    if match[1] == "o" and run.codes[length.first] not in LEADS_AWAY:
        return None
    led = run.codes[length.first]
    if led in LEADS_AWAY:
        return moved(length.reading, point, -1 if led in BEFORE else 1)
    sign = -1 if match[1] in BEFORE else 1
    beside = match[1] in BESIDE
    return moved(length.reading, point, sign, around=not length.reading.alone, beside=beside)


def _day_told_twice(run: Run, one: Placed, other: Placed, between: str) -> Reading | None:
    """Return the date of "Friday (5 June)", "Tuesday 7/6" and "today, 5 June": both say the same."""
    codes, date_codes = run.codes[one.first : one.last], run.codes[other.first : other.last]
    days = one.reading.days, other.reading.days
    if not DATE_CODES.search(date_codes) or not _BESIDE.fullmatch(between):
        return None
    if days[0] is None or days[1] is None or days[1].begin != days[1].until:
        return None
    if _NAMED_DAY.fullmatch(codes):
        told = days[0].begin == days[1].begin or (codes == "D" and not between)
        return _in_part(other.reading, one.reading) if told else None
    same = days[0].begin.weekday() == days[1].begin.weekday()
    return other.reading if _WEEKDAY.fullmatch(codes) and (same or "/" in date_codes) else None


def _in_part(day: Reading, told: Reading) -> Reading:
    """Return a day in the part of it that another telling of it has: "صباح اليوم 15 مارس"."""
    part = _PART.search(told.value)
    if part is None or day.kind is not TimeKind.DATE:
        return day
    return replace(day, kind=TimeKind.TIME, value=day.value + part[0])


def _weekday_and_week(run: Run, one: Placed, other: Placed, between: str) -> Reading | None:
    """Return the day of "Wednesday evening next week", "next week on Friday morning"."""
    if not _OF_WEEK.fullmatch(between):
        return None
    for day, week in ((one, other), (other, one)):
        counted = run.codes[week.first] == AMOUNT and run.codes[week.last - 1] != FROM_NOW  # "a week later"
        if not counted and _WEEKDAY.fullmatch(run.codes[day.first : day.last]):
            return weekday_in_week(day.reading, week.reading)
    return None

"""Calendar arithmetic: Jalali, Hijri (Umm al-Qura) and Hebrew days, months and years as Gregorian days.

The tables come from persiantools, hijridate and pyluach. Hijri dates outside Umm al-Qura's printed
years (1343 to 1500) fall back to the tabular calendar, which may be off by two days.
"""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate
from pyluach.dates import GregorianDate, HebrewDate

from dateline.model.times import Calendar

UMM_AL_QURA_YEARS = range(1343, 1501)
HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 of the civil (Friday) epoch, proleptic Gregorian
MONTHS_IN_YEAR, MONTHS_IN_QUARTER = 12, 3
JALALI_LEAP_MONTH = 12
NISAN, TISHRI = 1, 7
LAST_DAY = date(9998, 1, 1)
FIRST_DAYS = {Calendar.JALALI: date(622, 3, 22), Calendar.HIJRI: date(622, 7, 19)}


@dataclass(frozen=True, slots=True)
class DayRange:
    """First and last day, both included."""

    begin: date
    until: date


def to_day(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day, or None where that calendar has no such day.

    >>> to_day(Calendar.JALALI, 1398, 12, 18)
    datetime.date(2020, 3, 8)
    """
    try:
        if calendar is Calendar.GREGORIAN:
            return date(year, month, day)
        if calendar is Calendar.JALALI:
            return JalaliDate(year, month, day).to_gregorian()
        if calendar is Calendar.HEBREW:
            return date.fromordinal(HebrewDate(year, month, day).to_pydate().toordinal())
        return _hijri_day(year, month, day)
    except (ValueError, OverflowError):
        return None


def from_day(calendar: Calendar, day: date) -> tuple[int, int, int]:
    """Return year, month and day of a Gregorian day in `calendar`.

    A day that the calendar does not reach is given a year below 0, which has no days.
    """
    if not covers(calendar, day):
        return -day.year, 1, 1
    if calendar is Calendar.JALALI:
        jalali = JalaliDate(day)
        return jalali.year, jalali.month, jalali.day
    if calendar is Calendar.HEBREW:
        hebrew = GregorianDate(day.year, day.month, day.day).to_heb()
        return hebrew.year, hebrew.month, hebrew.day
    if calendar is Calendar.HIJRI:
        return _hijri_parts(day)
    return day.year, day.month, day.day


def month_range(calendar: Calendar, year: int, month: int) -> DayRange | None:
    """Return the days of a month, or None where there is no such month."""
    begin = to_day(calendar, year, month, 1)
    if begin is None:
        return None
    return DayRange(begin, begin + timedelta(days=month_length(calendar, year, month) - 1))


def year_range(calendar: Calendar, year: int) -> DayRange | None:
    """Return the days of a year; a Hebrew year runs from Tishri to Elul."""
    first = TISHRI if calendar is Calendar.HEBREW else 1
    begin, following = to_day(calendar, year, first, 1), to_day(calendar, year + 1, first, 1)
    if begin is None:
        return None
    return DayRange(begin, following - timedelta(days=1) if following else date(year, 12, 31))


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """Return the number of days of a month that exists."""
    if calendar is Calendar.GREGORIAN:
        return gregorian.monthrange(year, month)[1]
    if calendar is Calendar.JALALI:
        return 31 if month <= 6 else 30 if month < JALALI_LEAP_MONTH else _jalali_last_month(year)
    if calendar is Calendar.HEBREW:
        return 30 if to_day(calendar, year, month, 30) else 29
    following = _hijri_day(year + month // MONTHS_IN_YEAR, month % MONTHS_IN_YEAR + 1, 1)
    return (following - _hijri_day(year, month, 1)).days


def covers(calendar: Calendar, day: date) -> bool:
    """Say whether a calendar has a year for a day: the Persian and the Islamic one begin in 622.

    The year 9998 is the last that the Persian one is reckoned for.
    """
    return calendar not in FIRST_DAYS or FIRST_DAYS[calendar] <= day <= LAST_DAY


def hijri_year(month: int, year: int) -> int:
    """Return the Hijri year of which a month begins in a Gregorian year: Ramadan 2019 is that of 1440."""
    first = _hijri_parts(date(year, 1, 1))[0]
    return first if _hijri_day(first, month, 1).year == year else first + 1


def quarter_of(day: date) -> int:
    """Return the number of the quarter of a Gregorian year that holds a day, from 1."""
    return (day.month + MONTHS_IN_QUARTER - 1) // MONTHS_IN_QUARTER


def shift_months(day: date, months: int) -> date:
    """Return the same day of the month some Gregorian months away, or that month's last day."""
    years, month = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    year = min(max(day.year + years, 1), 9999)
    return date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))


def shift_days(day: date, days: int) -> date:
    """Return the day some days away, kept within the years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _jalali_last_month(year: int) -> int:
    return 30 if to_day(Calendar.JALALI, year, JALALI_LEAP_MONTH, 30) else 29


def _hijri_day(year: int, month: int, day: int) -> date:
    if year in UMM_AL_QURA_YEARS:
        printed = min(day, 29)  # a sighted month may have the 30th day that Umm al-Qura gives to the next
        return date.fromordinal(
            Hijri(year, month, printed).to_gregorian().toordinal() + min(day - printed, 1)
        )
    if not (1 <= month <= MONTHS_IN_YEAR and 1 <= day <= 30 and year >= 1):
        raise ValueError(f"no Hijri day {year}-{month}-{day}")
    months_before = (month - 1) * 29 + month // 2
    return date.fromordinal(HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + months_before + day - 1)


def _hijri_parts(day: date) -> tuple[int, int, int]:
    if date(1924, 8, 1) <= day <= date(2077, 11, 16):
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
        return hijri.year, hijri.month, hijri.day
    elapsed = day.toordinal() - HIJRI_EPOCH
    year = (30 * elapsed + 10646) // 10631
    month = min(
        MONTHS_IN_YEAR, max(1, (elapsed - (_hijri_day(year, 1, 1).toordinal() - HIJRI_EPOCH)) * 2 // 59 + 1)
    )
    return year, month, day.toordinal() - _hijri_day(year, month, 1).toordinal() + 1

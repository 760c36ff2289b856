"""Moments as stated: parsed to ISO 8601 without ever changing zone or precision."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from dateline.model.evidence import Announcement
from dateline.model.times import Calendar, StatedTime
from dateline.text.calendars import to_day
from dateline.text.dates import find_dates
from dateline.text.scripts import language_of

LONGEST_STATEMENT = 300  # code points of a date line; longer is a paragraph
FIRST_GREGORIAN_YEAR = 1600  # smaller years in machine fields are Jalali or Hijri
EPOCH_DAY = "1970-01-01"  # what software writes when it does not know
CLOCK_DIFFERENCE = timedelta(days=1)
_DIGITS = {
    ord(digit): str(value) for zero in "٠۰०" for value in range(10) for digit in [chr(ord(zero) + value)]
}
_NUMERIC = re.compile(
    r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?"
    r"(?:(?:[T ]|,? (?:at )?)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"(?:\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?))?)?(?:\[[\w/]+\])?\Z"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?\Z")


def parse_time(raw: str | None, found_in: str, captured_at: datetime) -> StatedTime | None:
    """Return the moment that `raw`, a field meant for a date, states; None where it states none.

    `captured_at` only tells Jalali from Hijri years in numeric dates.
    """
    clean = " ".join((raw or "").split()).translate(_DIGITS)
    if not clean or len(clean) > LONGEST_STATEMENT:
        return None
    numeric = _NUMERIC.match(clean) or _COMPACT.match(clean)
    if numeric:
        return _from_numbers(numeric, str(raw), found_in, captured_at)
    return _from_mail_date(clean, found_in) or next(stated_dates(clean, found_in), None)


def announced_time(announced: Announcement | None) -> StatedTime | None:
    """Return the moment that a feed or a listing gave for the article."""
    if announced is None or not announced.published:
        return None
    raw = announced.published
    numeric = _NUMERIC.match(raw.strip()) or _COMPACT.match(raw.strip())
    if numeric:
        return _from_numbers(numeric, raw, "feed", None)
    return _from_mail_date(raw, "feed") or next(stated_dates(raw[:LONGEST_STATEMENT], "feed"), None)


def stated_dates(text: str, found_in: str) -> Iterator[StatedTime]:
    """Yield the calendar dates that running text states, with the hour where it stands beside."""
    for found in find_dates(text, language_of(text)):
        yield StatedTime(found.value, found.raw, found.calendar, found_in)


def check_time(stated: StatedTime, captured_at: datetime) -> str | None:
    """Say what is wrong with a date of publication, None where nothing is."""
    latest = (captured_at + CLOCK_DIFFERENCE).date().isoformat()
    where = f"the date {stated.raw!r} ({stated.found_in})"
    if stated.day > latest:
        return f"{where} is later than the capture of {captured_at.date().isoformat()}; not taken"
    if stated.day == EPOCH_DAY:
        return f"{where} is the zero of computer clocks; not taken"
    return None


def _from_numbers(
    found: re.Match[str], raw: str, found_in: str, captured_at: datetime | None
) -> StatedTime | None:
    year, month, day, hour, minute, second, zone = found.groups()
    calendar = _calendar_of(int(year), captured_at)
    stated_day = _iso_day(calendar, int(year), int(month), int(day) if day else None)
    if stated_day is None:
        return None
    if not hour or not day:
        return StatedTime(stated_day, raw, calendar, found_in)
    clock = f"{int(hour):02}:{minute}" + (f":{second}" if second else "")
    value = f"{stated_day}T{clock}{_iso_zone(zone)}"
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return StatedTime(stated_day, raw, calendar, found_in)
    return StatedTime(value, raw, calendar, found_in)


def _calendar_of(year: int, captured_at: datetime | None) -> Calendar:
    if year >= FIRST_GREGORIAN_YEAR:
        return Calendar.GREGORIAN
    now = captured_at.year if captured_at else 2020
    jalali, hijri = now - 621, round((now - 622) * 33 / 32)
    return Calendar.JALALI if abs(year - jalali) <= abs(year - hijri) else Calendar.HIJRI


def _iso_day(calendar: Calendar, year: int, month: int, day: int | None) -> str | None:
    found = to_day(calendar, year, month, day or 1)
    if found is None:
        return None
    if day is None:
        return f"{year:04}-{month:02}" if calendar is Calendar.GREGORIAN else None
    return found.isoformat()


def _iso_zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _from_mail_date(raw: str, found_in: str) -> StatedTime | None:
    """Read an RFC 5322 date, as feeds and mails have it."""
    if not re.match(r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[\s-]+[A-Za-z]{3,9}[\s-]+\d{2,4}\s+\d{1,2}:", raw):
        return None
    try:
        return StatedTime(parsedate_to_datetime(raw).isoformat(), raw, Calendar.GREGORIAN, found_in)
    except (ValueError, TypeError, OverflowError):
        return None

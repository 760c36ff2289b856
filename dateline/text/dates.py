"""Absolute dates of a text, in four calendars: what pages print as the day of publication.

The grammar is a few patterns over the class letters of `timewords`; the words are those of the language
table, with English months and zones beside them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dateline.languages import language_table
from dateline.model.times import Calendar
from dateline.text.calendars import DayRange, hijri_year, month_range, to_day
from dateline.text.code_patterns import CodePatterns
from dateline.text.date_clocks import clock_behind, clock_in_front, whole_number
from dateline.text.lexicon import Run, Term
from dateline.text.numerals import Number
from dateline.text.timewords import Month, time_language, time_lexicon
from dateline.text.tokens import Tokens, tokenize

JALALI_YEARS, HIJRI_YEARS = range(1200, 1500), range(1300, 1500)
GREGORIAN_YEARS = range(1900, 2100)  # that a Hijri month is told with too: "رمضان 2019"
DAY_UNITS = ("day", "month")  # of "the 3rd day of the month of Rajab"
LEAD_REACH = 6  # terms looked back for a weekday
PIVOT = 70  # two-digit years: 70 to 99 are of the century before

_MONTH = r"(?P<m>[Mm])(?:/[Mm]|\([Mm]\))?"
_DATE_PATTERNS = CodePatterns(
    (
        rf"(?P<d>[NO])[oUif,.]{{0,2}}[-/]?{_MONTH}(?:[oU,/-]{{0,3}}|fU?|ia?U|i(?=Y))(?P<y>Y|N)(?:,?C)?",
        rf"{_MONTH}[a/-]?(?P<d>[NO])[,./-]{{0,2}}[oU]?(?P<y>Y)(?:,?C)?",
        rf"(?P<y>Y)[,/-]?{_MONTH}[/-]?(?P<d>[NO])",
        r"(?P<y>Y)(?P<s>[-/.])(?P<m>N)(?P=s)(?P<d>N)(?:,?C)?",
        r"(?P<d>N)(?P<s>[-/.])(?P<m>N)(?P=s)(?P<y>Y|N)(?![-/.]N(?![-/.]N))(?:,?C)?",
        rf"{_MONTH}(?:[oU,]{{0,3}}|fU|i|ia?U)(?P<y>Y)(?:,?C)?",
        r"(?P<m>N)/(?P<y>Y)(?![-/])",
    )
)
_LEAD = re.compile(r"(?:U?W[,Uo]{0,2})$")


@dataclass(frozen=True, slots=True)
class AbsoluteDate:
    """A date that needs no other to be understood.

    `value` is ISO 8601 at the precision printed, with time and zone where they stand beside it; a month
    of another calendar is the interval of its Gregorian days. `begin` and `until` are its first and last day.
    """

    start: int
    end: int
    value: str
    calendar: Calendar
    raw: str
    begin: date
    until: date


@dataclass(frozen=True, slots=True)
class DateTerms:
    """Where a date stands in a run: terms `first` to `last` (not included), and its parts as numbers."""

    first: int
    last: int
    calendar: Calendar
    days: DayRange
    day_known: bool


def find_dates(text: str, lang: str) -> tuple[AbsoluteDate, ...]:
    """Find the absolute dates of a text in order, with the time of day and zone printed beside them.

    >>> [found.value for found in find_dates("۱۸ اسفند ۱۳۹۸", "fa")]
    ['2020-03-08']
    """
    tokens, code = tokenize(text), time_language(lang)
    dates: list[AbsoluteDate] = []
    for run in time_lexicon(code).runs(tokens):
        done = 0
        for found in date_terms(run, code):
            whole, clock = _with_clock(run, found, done)
            done = whole.last
            dates.append(_absolute(text, tokens, run, whole, clock))
    return tuple(dates)


def date_terms(run: Run, lang: str) -> Iterator[DateTerms]:
    """Yield the absolute dates of a run, leftmost and longest first, none overlapping another."""
    if "Y" not in run.codes and "N" not in run.codes:
        return
    done = 0
    for match in _DATE_PATTERNS.matches(run.codes):
        found = _read(run, match, lang) if match.start() >= done else None
        if found is not None:
            done = found.last
            yield found


def _read(run: Run, match: re.Match[str], lang: str) -> DateTerms | None:
    named = match.groupdict()
    year, month = run.terms[match.start("y")], run.terms[match.start("m")]
    day = run.terms[match.start("d")] if named.get("d") else None
    if (
        match.start("m") < match.start("y") < match.end()
        and year.code == "N"
        and not _short_year(run, match, dotted=_parts_days_by_points(lang))
    ):
        return None
    if day is not None and _of_other_unit(run, match):
        return None
    if day is not None and {day.code, month.code, year.code} == {"N"} and _order(lang) == "ymd":
        day, year = year, day
    era = next((str(term.value) for term in run.terms[match.start() : match.end()] if term.code == "C"), None)
    if era == "before_christ":
        return None
    order = "ymd" if year.first < month.first else _order(lang, named.get("s"))
    number = whole_number(day) if day else None
    parts = _parts(whole_number(year), month, number, order, lang, era)
    return _dated(match, *parts) if parts else None


def _of_other_unit(run: Run, match: re.Match[str]) -> bool:
    """Say whether the number in front of a month counts no days: "the second week of July 2016"."""
    before = run.terms[max(0, match.start("d") - 1) : match.start("d")]
    around = (*before, *run.terms[match.end("d") : match.start("m")])
    return any(term.code == "U" and term.value not in DAY_UNITS for term in around)


def _short_year(run: Run, match: re.Match[str], *, dotted: bool) -> bool:
    """Say whether two digits can be a year: in "18-Mar-20", "18/3/20" or after a Jalali month."""
    year, month = run.terms[match.start("y")], run.terms[match.start("m")]
    number = year.value
    if not isinstance(number, Number) or number.digits != 2:
        return False
    if not isinstance(month.value, Month):
        return run.codes[match.end("m")] != "." or dotted
    return month.value.calendar is Calendar.JALALI or run.codes[match.start("y") - 1] in "-/"


def _parts(
    year: int, month: Term, day: int | None, order: str, lang: str, era: str | None
) -> tuple[Calendar, int, int, int | None] | None:
    if isinstance(month.value, Month):
        calendar, number = month.value.calendar, month.value.number
        if calendar is Calendar.HIJRI and era is None and year in GREGORIAN_YEARS:
            year = hijri_year(number, year)
    else:
        calendar, number = _digit_calendar(year, lang, era), whole_number(month)
        if day is not None and calendar is Calendar.GREGORIAN:
            number, day = _ordered(number, day, order)
    return (calendar, full_year(year, calendar), number, day) if year_fits(year, calendar) else None


def _ordered(month: int, day: int, order: str) -> tuple[int, int]:
    """Return month and day of digits: "3/18/2020" speaks for itself, "3/8/2020" goes by the language."""
    month_first = order == "mdy"
    if month > 12 or (month_first and day <= 12):
        month, day = day, month
    return month, day


def _digit_calendar(year: int, lang: str, era: str | None) -> Calendar:
    """Return the calendar of a date in digits by its era word, or by its year and language."""
    if era is not None:
        return Calendar(era)
    own = _own_calendar(lang)
    if year in HIJRI_YEARS or (year < 100 and own is Calendar.JALALI):
        return own if own is not None else Calendar.GREGORIAN
    return Calendar.GREGORIAN


@cache
def _own_calendar(lang: str) -> Calendar | None:
    name = language_table(lang, "times").get("calendar")
    return Calendar(name) if name else None


@cache
def _parts_days_by_points(lang: str) -> bool:
    """Say whether a language writes its days "5.3.20", so that these are no sections or versions."""
    return bool(language_table(lang, "times").get("dotted_days"))


@cache
def _order(lang: str, separator: str | None = None) -> str:
    """Return the order of the numbers of a date. Where points part them, the day is first: 4.07.2015."""
    order = str(language_table(lang, "times").get("order", "dmy"))
    return "dmy" if separator == "." and order == "mdy" else order


def year_fits(year: int, calendar: Calendar) -> bool:
    """Say whether a printed year, or its last two digits, can be one of news in that calendar."""
    if year < 100:
        return True
    if calendar is Calendar.JALALI:
        return year in JALALI_YEARS
    if calendar is Calendar.HIJRI:
        return 1 <= year < 1600
    return (year in range(5000, 6000)) if calendar is Calendar.HEBREW else 1000 <= year < 2200


def full_year(year: int, calendar: Calendar) -> int:
    """Return the year that two digits stand for; other years as they are."""
    if year >= 100:
        return year
    if calendar is Calendar.JALALI:
        return year + (1300 if year >= 30 else 1400)
    if calendar is Calendar.HIJRI:
        return year + (1300 if year >= PIVOT else 1400)
    return year + (1900 if year >= PIVOT else 2000)


def _dated(
    match: re.Match[str], calendar: Calendar, year: int, month: int, day: int | None
) -> DateTerms | None:
    if day is None:
        days = month_range(calendar, year, month)
    else:
        single = to_day(calendar, year, month, day)
        days = DayRange(single, single) if single else None
    if days is None:
        return None
    known = day is not None  # "the third Tuesday of July 2019" is no month
    lead = _LEAD.search(match.string, max(0, match.start() - LEAD_REACH), match.start()) if known else None
    return DateTerms(lead.start() if lead else match.start(), match.end(), calendar, days, day is not None)


def _with_clock(run: Run, found: DateTerms, done: int) -> tuple[DateTerms, str]:
    """Return the date widened by a time of day printed beside it, and that time."""
    if not found.day_known:
        return found, ""
    clock, last = clock_behind(run, found.last)
    if clock:
        return replace(found, last=last), clock
    clock, first = clock_in_front(run, found.first, done)
    return replace(found, first=first), clock


def _absolute(text: str, tokens: Tokens, run: Run, found: DateTerms, clock: str) -> AbsoluteDate:
    start, end = tokens.starts[run.terms[found.first].first], tokens.ends[run.terms[found.last - 1].last - 1]
    value = day_value(found.days, found.calendar) + clock
    return AbsoluteDate(
        start, end, value, found.calendar, text[start:end], found.days.begin, found.days.until
    )


def day_value(days: DayRange, calendar: Calendar) -> str:
    """Return the ISO value of a day or month; a month of another calendar is an interval of days."""
    if days.begin == days.until:
        return days.begin.isoformat()
    if calendar is Calendar.GREGORIAN:
        return days.begin.isoformat()[:7]
    return f"{days.begin.isoformat()}/{days.until.isoformat()}"

"""What months mean: "in February", "November of last year", "11/2016"."""

from datetime import date

from dateline.extract.times.meanings.matched import Matched, modified, short_jalali_year, year_told
from dateline.extract.times.meanings.stretches import LONGEST_MONTH
from dateline.extract.times.meanings.years import BARE_YEARS
from dateline.extract.times.scene.readings import Reading, month_reading, span_reading
from dateline.extract.times.scene.scene import Scene
from dateline.extract.times.terms.steps import date_of
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import MONTHS_IN_YEAR, DayRange, from_day
from dateline.text.dates import full_year, year_fits
from dateline.text.numerals import Number
from dateline.text.timewords import Month

LONGEST_STEP = 2  # months between two of a row
WHOLE_MONTH = range(27, 31)  # days behind its first
SOON_MONTHS = 2  # a month so near is the coming one, unless the sentence tells of the past


def month_alone(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in February", "late May", "last March": the latest such month, or the next in a look ahead."""
    month = matched.month()
    told = scene.anchor or scene.told
    if told is None:
        if month.calendar is not Calendar.GREGORIAN:
            return None
        return Reading(TimeKind.DATE, f"XXXX-{month.number:02}")
    year, now, _ = from_day(month.calendar, told)
    soon = not matched.has("last") and is_soon(month, now, scene)
    if matched.has("next") or soon or (scene.future and not matched.has("last")):
        year += month.number < now or (matched.has("next") and month.number == now)
    else:
        year -= month.number > now or (matched.has("last") and month.number == now)
    if matched.has("this"):
        year = from_day(month.calendar, told)[0]
    row = _row_goes_on(matched, scene, told)
    if row is not None:
        year = row
    if scene.since and not (matched.has("last") or matched.has("next")):  # "from April until June"
        begun, first, _ = from_day(month.calendar, scene.since)
        ending = begun + (month.number < first)
        year = ending if scene.future or (ending, month.number) <= (year, now) else year
    reading = month_reading(month.calendar, year, month.number)
    return modified(reading, matched) if reading else None


def _row_goes_on(matched: Matched, scene: Scene, told: date) -> int | None:
    """Return the year of a month in a row of months to come: "in Rome in December, in Oslo in January"."""
    month, spoken = matched.month(), scene.spoken
    if spoken is None or spoken.begin <= told or scene.past or matched.has("last") or matched.has("this"):
        return None
    year, first, day = from_day(month.calendar, spoken.begin)
    whole = day == 1 and (spoken.until - spoken.begin).days in WHOLE_MONTH
    near = (month.number - first) % MONTHS_IN_YEAR <= LONGEST_STEP
    return year + (month.number < first) if whole and near else None


def is_soon(month: Month, now: int, scene: Scene) -> bool:
    """Say whether a month is the coming one: so near, where the sentence does not tell of the past."""
    return not scene.past and (month.number - now) % MONTHS_IN_YEAR <= SOON_MONTHS


def month_of_short_jalali_year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "بهمن سال ۵۷"."""
    month, year = matched.month(), short_jalali_year(matched, scene)
    reading = month_reading(month.calendar, year, month.number) if year else None
    return modified(reading, matched) if reading and month.calendar is Calendar.JALALI else None


def month_of_list(matched: Matched, scene: Scene) -> Reading | None:
    """Read the March of "ماه‌های مارس و آوریل"."""
    return month_alone(matched, scene) if matched.value("units") == "month" else None


def months_between(matched: Matched, scene: Scene) -> Reading | None:
    """Read "from January to April": the end as a month alone, the beginning as the month before it."""
    first, last = matched.month(), matched.month("m2")
    until = month_alone(Matched({"m": matched.terms["m2"]}), scene)
    if until is None or until.days is None or first.calendar is not last.calendar:
        return None
    year = from_day(last.calendar, until.days.begin)[0] - (first.number > last.number)
    begin = month_reading(first.calendar, year, first.number)
    if begin is None or begin.days is None or first.number == last.number:
        return None
    return span_reading(DayRange(begin.days.begin, until.days.until), first.calendar)


def month_of_thing(matched: Matched, scene: Scene) -> Reading | None:
    """Read the June of "a June agreement": a noun follows that it describes."""
    return None if scene.around.ends else month_alone(matched, scene)


def month_of_year_told(matched: Matched, scene: Scene) -> Reading | None:
    """Read "November of last year", "late May this year", the May of "between May and July last year"."""
    month = matched.month()
    if matched.has("y"):
        reading = month_reading(month.calendar, matched.number("y"), month.number)
        return modified(reading, matched) if reading else None
    if month.calendar is Calendar.HIJRI:  # it moves through the years that people speak of
        return _month_within(month, year_told(matched, scene.anchor, Calendar.GREGORIAN))
    number = year_told(matched, scene.anchor, month.calendar)
    reading = month_reading(month.calendar, number, month.number) if number else None
    return modified(reading, matched) if reading else None


def month_of_year_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "بهمن‌ماه امسال": in the year that a word tells, in the month's own calendar."""
    if scene.anchor is None:
        return None
    month = matched.month()
    year = from_day(month.calendar, scene.anchor)[0] + int(matched.value("years"))
    reading = month_reading(month.calendar, year, month.number)
    return modified(reading, matched) if reading else None


def _month_within(month: Month, year: int | None) -> Reading | None:
    """Return the month of another calendar that begins within a Gregorian year."""
    if year is None:
        return None
    first = from_day(month.calendar, date(year, 1, 1))[0]
    readings = (month_reading(month.calendar, each, month.number) for each in (first, first + 1))
    return next((each for each in readings if each and each.days and each.days.begin.year == year), None)


def month_before_date(matched: Matched, _: Scene) -> Reading | None:
    """Read the May of "May and June 2015": of the year that the last of them names."""
    month, found = matched.month(), date_of(matched.terms["date"])
    year, last, _day = from_day(found.calendar, found.days.begin)
    if found.day_known or found.calendar is not month.calendar or month.number >= last:
        return None
    return month_reading(month.calendar, year, month.number)


def month_of_short_year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "August 99", "Sept '98": a number that no month has as a day, where nothing counted follows."""
    number, month = matched.number("y"), matched.month()
    own = month.calendar in (Calendar.GREGORIAN, Calendar.JALALI)
    if number <= LONGEST_MONTH or not scene.around.ends or not own:
        return None
    return month_reading(month.calendar, full_year(number, month.calendar), month.number)


def month_of_year(matched: Matched, _: Scene) -> Reading | None:
    """Read "2016, November": the year in front of its month."""
    month, year = matched.month(), matched.number("y")
    return month_reading(month.calendar, year, month.number) if year_fits(year, month.calendar) else None


def month_in_digits(matched: Matched, _: Scene) -> Reading | None:
    """Read "11/2016" and "2016-11"; "2010-11" is the years 2010 to 2011."""
    year, month = matched.number("y"), matched.number("m")
    written = matched.terms["m"].value
    two_digits = isinstance(written, Number) and written.digits == 2
    if not 1 <= month <= MONTHS_IN_YEAR or (
        matched.terms["m"].first > matched.terms["y"].first and (not two_digits or month == year % 100 + 1)
    ):
        return None
    return month_reading(Calendar.GREGORIAN, year, month) if year in BARE_YEARS else None

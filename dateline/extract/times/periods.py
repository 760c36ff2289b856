"""What months, quarters, seasons, years and more mean: "last month", "early 2019", "the 1990s"."""

from dataclasses import replace
from datetime import date

from dateline.extract.times.matched import Matched, direction, modified, year_told
from dateline.extract.times.scene import (
    Reading,
    Scene,
    long_reading,
    month_reading,
    season_reading,
    span_reading,
    step,
    unit_reading,
    year_reading,
)
from dateline.extract.times.stretches import LONGEST_MONTH, part_of_days
from dateline.extract.times.terms import date_of
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import MONTHS_IN_YEAR, DayRange, from_day, year_range
from dateline.text.dates import full_year, year_fits
from dateline.text.numerals import Number
from dateline.text.timewords import Month

SHORT_CENTURY = 1900  # "the 1800s" are a century, "the 1900s" and "the 2000s" a decade
SOON_MONTHS = 2  # a month so near is the coming one, unless the sentence tells of the past
OLDEST_GREGORIAN = 1500  # "دهه ۱۹۶۰" is of the Gregorian calendar
CENTURIES = {Calendar.JALALI: 1300, Calendar.HIJRI: 1400}  # of "دهه شصت"
EARLY_YEARS = range(100, 1000)
BEFORE_CHRIST = "before_christ"
BARE_YEARS = range(1900, 2040)  # a number alone is a year only among these


def month_alone(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in February", "late May", "last March": the latest such month, or the next in a look ahead."""
    month = matched.month()
    told = scene.anchor or scene.told
    if told is None:
        if month.calendar is not Calendar.GREGORIAN:
            return None
        return Reading(TimeKind.DATE, f"XXXX-{month.number:02}")
    year, now, _ = from_day(month.calendar, told)
    soon = not matched.has("last") and not scene.past and (month.number - now) % 12 <= SOON_MONTHS
    if matched.has("next") or soon or (scene.future and not matched.has("last")):
        year += month.number < now or (matched.has("next") and month.number == now)
    else:
        year -= month.number > now or (matched.has("last") and month.number == now)
    if matched.has("this"):
        year = from_day(month.calendar, told)[0]
    reading = month_reading(month.calendar, year, month.number)
    return modified(reading, matched) if reading else None


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
    if number <= LONGEST_MONTH or not scene.around.ends or month.calendar is not Calendar.GREGORIAN:
        return None
    return month_reading(month.calendar, full_year(number, month.calendar), month.number)


def month_of_year(matched: Matched, _: Scene) -> Reading | None:
    """Read "2016, November": the year in front of its month."""
    month, year = matched.month(), matched.number("y")
    return month_reading(month.calendar, year, month.number) if year_fits(year, month.calendar) else None


def year_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "پارسال": last year in the language's own calendar."""
    if scene.anchor is None:
        return None
    return year_reading(
        scene.calendar, from_day(scene.calendar, scene.anchor)[0] + int(matched.value("years"))
    )


def relative_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "last week", "سال گذشته", "early next year"; "the next day" goes by the day spoken of."""
    unit, offset = matched.value("unit"), direction(matched)
    same = scene.told if matched.has("same") else scene.anchor
    day = scene.told_day if unit in ("day", "night") else same
    if day is None or unit in ("second", "minute"):
        return None
    if unit == "hour":  # "in the last hour"
        return Reading(TimeKind.DURATION, "PT1H", DayRange(day, day), moves=False) if offset else None
    reading = unit_reading(scene, step(scene, day, unit, offset), unit)
    if reading is None:
        return None
    if scene.calendar is not Calendar.GREGORIAN and unit in ("month", "year"):
        return modified(replace(reading, calendar=scene.calendar), matched, scene.anchor)
    return modified(reading, matched, scene.anchor, parts=2)


def year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in 1998", "سال ۱۳۹۸", "early 2019"."""
    number = matched.number("y")
    calendar = scene.calendar if 1200 <= number < 1500 else Calendar.GREGORIAN
    bare = not matched.has("unit") and not scene.around.in_year
    if calendar is Calendar.GREGORIAN and bare and number not in BARE_YEARS:
        return None
    reading = year_reading(calendar, number)
    return modified(reading, matched) if reading else None


def year_of_era(matched: Matched, _: Scene) -> Reading | None:
    """Read "1441 هـ", "سال ۱۳۹۸ شمسی" in the calendar of their era; "44 BC" has no day."""
    number, era = matched.number("y"), matched.value("era")
    if era == BEFORE_CHRIST:
        return Reading(TimeKind.DATE, f"BC{number:04}", moves=False)
    if matched.terms["y"].code != "Y":
        return None
    return year_reading(Calendar(era), number)


def early_year(matched: Matched, _: Scene) -> Reading | None:
    """Read "the year 247", "عام 622"."""
    number = matched.number("y")
    return (
        year_reading(Calendar.GREGORIAN, number)
        if matched.value("unit") == "year" and number in EARLY_YEARS
        else None
    )


def short_years(matched: Matched, scene: Scene) -> Reading | None:
    """Read "سال ۹۲", "سال‌های ۵۹ تا ۷۲": years of the Persian calendar by their last two digits."""
    numbers = [matched.terms[name].value for name in ("y", "y2") if matched.has(name)]
    short = all(isinstance(each, Number) and each.digits == 2 for each in numbers)
    if not short or matched.value("unit") != "year" or scene.calendar is not Calendar.JALALI:
        return None
    told = [full_year(matched.number(name), scene.calendar) for name in ("y", "y2") if matched.has(name)]
    begin, until = year_range(scene.calendar, told[0]), year_range(scene.calendar, told[-1])
    if begin is None or until is None or told[0] > told[-1]:
        return None
    return modified(span_reading(DayRange(begin.begin, until.until), scene.calendar), matched)


def years(matched: Matched, _: Scene) -> Reading | None:
    """Read "2017-2019" and "1914-18"."""
    begin, until = matched.number("y"), matched.number("y2")
    if until < 100:
        until += begin - begin % 100
    if not begin < until < 2200:
        return None
    return span_reading(DayRange(date(begin, 1, 1), date(until, 12, 31)), Calendar.GREGORIAN)


def decade(matched: Matched, _: Scene) -> Reading | None:
    """Read "the 1990s", "the '90s" and "the late nineties"."""
    number = int(matched.value("decade")) if matched.has("decade") else matched.number("y")
    number += 1900 if number < 100 else 0
    if number % 100 == 0 and number < SHORT_CENTURY:
        reading = long_reading(number, "century")
        return modified(reading, matched) if reading else None
    reading = long_reading(number, "decade") if number % 10 == 0 else None
    return modified(reading, matched) if reading else None


def season(matched: Matched, scene: Scene) -> Reading | None:
    """Read "summer 2019", "last winter", "in the spring"."""
    name = matched.value("season")
    if matched.has("y"):
        number = matched.number("y")
        calendar = scene.calendar if 1200 <= number < 1500 else Calendar.GREGORIAN
        reading = season_reading(name, number, calendar)
        return modified(reading, matched) if reading else None
    if scene.anchor is None:
        return None
    year = from_day(scene.calendar, scene.anchor)[0]
    calendar = scene.calendar if scene.calendar is Calendar.JALALI else Calendar.GREGORIAN
    year = year if calendar is Calendar.JALALI else scene.anchor.year
    if matched.has("unit") or matched.has("this"):
        told = not matched.has("unit") or matched.value("unit") == "year"
        reading = season_reading(name, year + direction(matched), calendar) if told else None
        return modified(reading, matched) if reading else None
    return _near_season(name, year, calendar, matched, scene)


def _near_season(name: str, year: int, calendar: Calendar, matched: Matched, scene: Scene) -> Reading | None:
    assert scene.anchor is not None
    candidates = [season_reading(name, each, calendar) for each in (year - 1, year, year + 1)]
    known = [each for each in candidates if each is not None and each.days is not None]
    begun = [each for each in known if each.days and each.days.begin <= scene.anchor]
    if matched.has("last"):
        begun = [each for each in begun if each.days and each.days.until < scene.anchor]
    ahead = [each for each in known if each.days and each.days.until >= scene.anchor]
    if matched.has("next") or (scene.future and not matched.has("last")):
        return ahead[0] if ahead else None
    return modified(begun[-1], matched) if begun else None


def end_of_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the end of the year", "اواخر ماه": of the present one."""
    if scene.anchor is None:
        return None
    reading = unit_reading(scene, scene.anchor, matched.value("unit"))
    return modified(reading, matched, scene.anchor) if reading else None


def final_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "آخر يوم", "آخر أسبوع" (the last one) and "آخر الشهر", "آخر العام" (the end of it)."""
    unit = matched.value("unit")
    if scene.anchor is None or unit not in ("day", "week", "month", "year"):
        return None
    if unit in ("day", "week"):
        return unit_reading(scene, step(scene, scene.anchor, unit, -1), unit)
    reading = unit_reading(scene, scene.anchor, unit)
    return replace(reading, days=part_of_days(reading.days, "END")) if reading and reading.days else None


def rest_of_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the rest of the week": from the day of printing to its last day."""
    if scene.anchor is None:
        return None
    reading = unit_reading(scene, scene.anchor, matched.value("unit"))
    if reading is None or reading.days is None:
        return None
    return replace(reading, days=DayRange(scene.anchor, reading.days.until))


def unit_beyond(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the week after next", "the month before last": the second one from the present."""
    if scene.anchor is None:
        return None
    unit = matched.value("unit")
    return unit_reading(scene, step(scene, scene.anchor, unit, 2 * direction(matched)), unit)


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


def years_by_number(matched: Matched, scene: Scene) -> Reading | None:
    """Read "دهه شصت", "دهه ۱۳۶۰", "قرن هشتم هجری": decades and centuries by number, in their calendar."""
    unit, number = matched.value("unit"), matched.number("n")
    if unit not in ("decade", "century") or (unit == "decade") == (matched.terms["n"].code == "O"):
        return None
    era = matched.terms["era"].value if matched.has("era") else None
    calendar = Calendar(str(era)) if era in tuple(Calendar) else scene.calendar
    if unit == "century":
        first, length = number * 100 - 99, 100
    elif number % 10:
        return None
    else:
        calendar = Calendar.GREGORIAN if number > OLDEST_GREGORIAN else calendar
        first, length = number if number > 100 else number + CENTURIES.get(calendar, 1900), 10
    begin, end = year_range(calendar, first), year_range(calendar, first + length - 1)
    if begin is None or end is None:
        return None
    if calendar is Calendar.GREGORIAN:
        return modified(long_reading(first, unit) or span_reading(begin, calendar), matched)
    return modified(span_reading(DayRange(begin.begin, end.until), calendar), matched)

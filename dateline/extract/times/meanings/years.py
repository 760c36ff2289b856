"""What years, decades and centuries mean: "in 1998", "سال ۱۳۹۸", "the late 1990s", "44 BC"."""

from datetime import date

from dateline.extract.times.meanings.matched import Matched, modified
from dateline.extract.times.scene.readings import NO_TIME, Reading, long_reading, span_reading, year_reading
from dateline.extract.times.scene.scene import Scene
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import DayRange, from_day, year_range
from dateline.text.dates import full_year
from dateline.text.numerals import Number

SHORT_CENTURY = 1900  # "the 1800s" are a century, "the 1900s" and "the 2000s" a decade
OLDEST_GREGORIAN = 1500  # "دهه ۱۹۶۰" is of the Gregorian calendar
CENTURIES = {Calendar.JALALI: 1300, Calendar.HIJRI: 1400}  # of "دهه شصت"
EARLY_YEARS = range(100, 1000)
CENTURIES_TOLD = range(1, 16)  # of the Persian and Hijri calendars
BEFORE_CHRIST = "before_christ"
BARE_YEARS = range(1900, 2040)  # a number alone is a year only among these
YEARS_AHEAD = range(1900, 2101)  # behind a word that may look ahead: "by 2050"


def year_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "پارسال": last year in the language's own calendar."""
    if scene.anchor is None:
        return None
    return year_reading(
        scene.calendar, from_day(scene.calendar, scene.anchor)[0] + int(matched.value("years"))
    )


def year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in 1998", "سال ۱۳۹۸", "early 2019"."""
    number = matched.number("y")
    calendar = scene.calendar if 1200 <= number < 1500 else Calendar.GREGORIAN
    bare = not matched.has("unit") and not scene.around.in_year
    known = YEARS_AHEAD if scene.around.leads_far else BARE_YEARS
    if calendar is Calendar.GREGORIAN and bare and number not in known:
        return None
    reading = year_reading(calendar, number)
    return modified(reading, matched) if reading else None


def year_of_era(matched: Matched, _: Scene) -> Reading | None:
    """Read "1441 هـ", "سال ۱۳۹۸ شمسی" in the calendar of their era; "44 BC" has no day."""
    number, era = matched.number("y"), matched.value("era")
    if era == BEFORE_CHRIST:
        return Reading(TimeKind.DATE, f"BC{number:04}", moves=False)
    named = matched.has("unit") and matched.value("unit") == "year"  # "عام 38 هـ"
    return year_reading(Calendar(era), number) if named or matched.terms["y"].code == "Y" else None


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
    return modified(
        span_reading(DayRange(date(begin, 1, 1), date(until, 12, 31)), Calendar.GREGORIAN), matched
    )


def year_with_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "FY19": a year by its last two digits, written together with its unit."""
    unit, number = matched.terms["unit"], matched.terms["y"]
    together = scene.around.tokens.ends[unit.last - 1] == scene.around.tokens.starts[number.first]
    if not together or matched.value("unit") != "year":
        return None
    return year_reading(Calendar.GREGORIAN, full_year(matched.number("y"), Calendar.GREGORIAN))


def years_of_season(matched: Matched, scene: Scene) -> Reading | None:
    """Read "2012/13", "1999/2000": two years that follow each other."""
    following = (matched.number("y") + 1, (matched.number("y") + 1) % 100)
    return years(matched, scene) if matched.number("y2") in following else None


def decade(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the 1990s", "the '90s" and "the late nineties"; "her mid-50s" are an age."""
    if scene.around.owned or scene.around.of_life:
        return NO_TIME
    number = int(matched.value("decade")) if matched.has("decade") else matched.number("y")
    number += 1900 if number < 100 else 0
    if number % 100 == 0 and number < SHORT_CENTURY:
        reading = long_reading(number, "century")
        return modified(reading, matched) if reading else None
    reading = long_reading(number, "decade") if number % 10 == 0 else None
    return modified(reading, matched) if reading else None


def two_centuries(matched: Matched, scene: Scene) -> Reading | None:
    """Read "القرنين العاشر والحادي عشر": from the first day of the one to the last of the other."""
    terms = {name: matched.terms[name] for name in ("unit", "era") if matched.has(name)}
    ends = [years_by_number(Matched({**terms, "n": matched.terms[name]}), scene) for name in ("n", "n2")]
    first, last = (each.days if each else None for each in ends)
    if first is None or last is None or ends[0] is None or first.begin >= last.begin:
        return None
    return span_reading(DayRange(first.begin, last.until), ends[0].calendar)


def years_by_number(matched: Matched, scene: Scene) -> Reading | None:
    """Read "دهه شصت", "دهه ۱۳۶۰", "قرن هشتم هجری": decades and centuries by number, in their calendar."""
    unit, number = matched.value("unit"), matched.number("n")
    told_by_era = unit == "century" and matched.has("era")  # "القرن 8 م"
    ranked = matched.terms["n"].code == "O" or matched.has("ranked") or told_by_era  # "القرن الـ15"
    if unit not in ("decade", "century") or (unit == "decade") == ranked:
        return None
    era = matched.terms["era"].value if matched.has("era") else None
    calendar = Calendar(str(era)) if era in tuple(Calendar) else scene.calendar
    if unit == "century":
        own = era is not None or number in CENTURIES_TOLD  # "قرن نوزدهم" is of the Gregorian calendar
        calendar = calendar if own else Calendar.GREGORIAN
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

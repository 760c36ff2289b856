"""What days mean: "March 18", "yesterday", "on the 15th"."""

from datetime import date

from dateline.extract.times.meanings.matched import (
    FEWEST_SPELT,
    HOURS_IN_DAY,
    Matched,
    direction,
    is_spelt,
    modified,
    short_jalali_year,
    with_part,
    year_told,
)
from dateline.extract.times.meanings.periods import UNKNOWN_DAY
from dateline.extract.times.meanings.stretches import LONGEST_MONTH
from dateline.extract.times.meanings.weekdays import weekday_with_day
from dateline.extract.times.scene.readings import DAYS_IN_WEEK, Reading, day_reading
from dateline.extract.times.scene.scene import Scene, hour_reading, step
from dateline.extract.times.terms.steps import date_of
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import from_day, month_length, shift_days, to_day
from dateline.text.dates import day_value, full_year

HOURS_ON_DIAL = 12
WEEKS_IN_MONTH = 5
STAMP_ERROR = 1  # days by which a stamp in another zone, or of the day of print, misses that of the text
RUN_YEARS = range(1900, 2100)  # of dates in eight digits: "20200319"


def full_date(matched: Matched, _: Scene) -> Reading | None:
    """Read a date that names its year: "March 18, 2020", "late February 2020"."""
    found = date_of(matched.terms["date"])
    reading = Reading(TimeKind.DATE, day_value(found.days, found.calendar), found.days, found.calendar)
    return modified(reading, matched)


def day_of_month(matched: Matched, scene: Scene) -> Reading | None:
    """Read "March 18" and "۱۸ اسفند": the nearest such day."""
    day = day_in_year(matched, scene, "d")
    month = matched.month()
    if month.calendar is Calendar.JALALI and _counts_behind(matched, scene):
        return None
    if day is not None:
        return _nth_instead(matched, day) or day_reading(day, month.calendar)
    number = matched.number("d")
    if scene.anchor or scene.told or not 1 <= number <= 31:
        return None
    if month.calendar is not Calendar.GREGORIAN:
        return None
    return Reading(TimeKind.DATE, f"XXXX-{month.number:02}-{number:02}")


def _counts_behind(matched: Matched, scene: Scene) -> bool:
    """Say whether the number behind a month counts: Persian days stand in front ("در بهمن ۱۲ نفر")."""
    return matched.terms["d"].first > matched.terms["m"].first and not scene.around.ends


def day_of_year_told(matched: Matched, scene: Scene) -> Reading | None:
    """Read "5 May last year", "March 7 of this year", "5 May in 2015"."""
    month = matched.month()
    year = matched.number("y") if matched.has("y") else year_told(matched, scene.anchor, month.calendar)
    day = to_day(month.calendar, year, month.number, matched.number("d")) if year else None
    return day_reading(day, month.calendar) if day else None


def day_of_year_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "۲۲ بهمن پارسال": in the year that a word tells, in the month's own calendar."""
    if scene.anchor is None:
        return None
    month = matched.month()
    year = from_day(month.calendar, scene.anchor)[0] + int(matched.value("years"))
    day = to_day(month.calendar, year, month.number, matched.number("d"))
    return day_reading(day, month.calendar) if day else None


def day_of_short_year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "۲۲ بهمن سال ۵۷", "بیست و دوم بهمن سال پنجاه و هفت"."""
    month, year = matched.month(), short_jalali_year(matched, scene)
    day = to_day(month.calendar, year, month.number, matched.number("d")) if year else None
    return day_reading(day, month.calendar) if day and month.calendar is Calendar.JALALI else None


def following_day(matched: Matched, scene: Scene) -> Reading | None:
    """Read "למחרת": the day behind the last one spoken of; unknown where none was, unless it is to come."""
    if scene.told_day is None:
        return None
    if scene.day is None and not scene.future:
        return Reading(TimeKind.DATE, UNKNOWN_DAY, moves=False)
    return with_part(day_reading(shift_days(scene.told_day, 1)), matched)


def day_of_other_year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the same day last year", "اليوم نفسه من العام الماضي"."""
    if scene.anchor is None or (matched.has("told") and matched.value("told") != "day"):
        return None
    day = shift_days(scene.anchor, int(matched.value("day"))) if matched.has("day") else scene.anchor
    years = direction(matched) if matched.value("unit") == "year" else 0
    return day_reading(step(scene, day, "year", years)) if years else None


def _nth_instead(matched: Matched, day: date) -> Reading | None:
    """Return the third Tuesday for "الثلاثاء الثالث من أيلول" where the 3rd is none."""
    number, weekday = matched.number("d"), int(matched.value("weekday")) if matched.has("weekday") else -1
    if matched.terms["d"].code != "O" or weekday in (-1, day.weekday()) or number > WEEKS_IN_MONTH:
        return None
    first = day.replace(day=1)
    away = (weekday - first.weekday()) % DAYS_IN_WEEK + (number - 1) * DAYS_IN_WEEK
    nth = shift_days(first, away)
    return day_reading(nth) if nth.month == day.month else None


def run_of_digits(matched: Matched, _: Scene) -> Reading | None:
    """Read "20200319": eight digits that are the year, month and day of a date."""
    year, rest = divmod(matched.number("run"), 10_000)
    month, day = divmod(rest, 100)
    found = to_day(Calendar.GREGORIAN, year, month, day) if year in RUN_YEARS else None
    return day_reading(found) if found else None


def day_before_date(matched: Matched, _: Scene) -> Reading | None:
    """Read the 5 of "5, 6 and 7 May 2015": of the month that the last of them names."""
    found, number = date_of(matched.terms["date"]), matched.number("d")
    year, month, last = from_day(found.calendar, found.days.begin)
    day = to_day(found.calendar, year, month, number) if found.day_known and number < last else None
    return day_reading(day, found.calendar) if day else None


def day_at_month_end(matched: Matched, scene: Scene) -> Reading | None:
    """Read "October. 2", the 4 of "March 3 and 4", where no noun follows that it may count."""
    return day_of_month(matched, scene) if scene.around.ends else None


def day_in_year(matched: Matched, scene: Scene, name: str) -> date | None:
    """Return the nearest day that a month and the number in a group name, or that of the year named."""
    month, number = matched.month(), matched.number(name)
    if matched.has("y"):
        year = full_year(matched.number("y"), month.calendar)
        return to_day(month.calendar, year, month.number, number)
    told = scene.anchor or scene.told
    if told is None:
        return None
    year = from_day(month.calendar, told)[0]
    days = [to_day(month.calendar, each, month.number, number) for each in (year - 1, year, year + 1)]
    near = [day for day in days if day is not None]
    if scene.since:
        near = [day for day in near if day >= scene.since] or near
    elif matched.has("last"):
        near = [day for day in near if day < told]
    elif matched.has("next"):
        near = [day for day in near if day > told]
    else:
        return scene.nearest(near)
    return min(near, key=lambda day: abs((day - told).days), default=None)


def day_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "yesterday", "tomorrow morning", "late Tuesday"."""
    if scene.anchor is None:
        return None
    return with_part(day_reading(shift_days(scene.anchor, int(matched.value("day")))), matched)


def named_day(matched: Matched, scene: Scene) -> Reading | None:
    """Read "yesterday, Tuesday", "صباح اليوم الأربعاء": the weekday mends a stamp that is one day off."""
    if scene.anchor is None:
        return None
    told = shift_days(scene.anchor, int(matched.value("day")))
    away = (int(matched.value("w")) - told.weekday() + STAMP_ERROR) % DAYS_IN_WEEK - STAMP_ERROR
    return with_part(day_reading(shift_days(told, away)), matched) if abs(away) <= STAMP_ERROR else None


def day_word_at_hour(matched: Matched, scene: Scene) -> Reading | None:
    """Read "tomorrow at 3" where nothing that is counted follows."""
    return day_word(matched, scene) if scene.around.ends and matched.number("hour") <= HOURS_IN_DAY else None


def next_day(matched: Matched, scene: Scene) -> Reading | None:
    """Read "اليوم التالي", "صباح اليوم التالي": the day after the one spoken of."""
    return with_part(day_reading(shift_days(scene.told_day, 1)), matched) if scene.told_day else None


def day_ordinal(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the 15th of this month", "پنجم ماه جاری"."""
    if scene.anchor is None:
        return None
    year, month, _ = from_day(scene.calendar, step(scene, scene.anchor, "month", direction(matched)))
    if matched.value("unit") != "month" or matched.number("d") > month_length(scene.calendar, year, month):
        return None
    day = to_day(scene.calendar, year, month, matched.number("d"))
    return day_reading(day, scene.calendar) if day else None


def day_alone(matched: Matched, scene: Scene) -> Reading | None:
    """Read "on the 15th", "يوم 27": of this month or the one before it; the next in a look ahead."""
    number = matched.number("d")
    spelt = is_spelt(matched, "d") and number < FEWEST_SPELT
    if matched.has("unit") and (matched.value("unit") != "day" or not scene.around.begins_day):
        return None
    return None if spelt else _day_of_this_month(matched, scene)


def day_of_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "يوم الثاني والعشرين" where no noun follows; "اليوم الثاني" may be the second of a war."""
    return day_alone(matched, scene) if scene.around.ends else None


def number_at_end(matched: Matched, scene: Scene) -> Reading | None:
    """Read "في 27" where a clause ends with it: no hour, so a day of the month."""
    large = HOURS_ON_DIAL < matched.number("d") <= LONGEST_MONTH
    told = large and scene.around.leads_day and scene.around.ends
    return _day_of_this_month(matched, scene) if told else None


def _day_of_this_month(matched: Matched, scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    number = matched.number("d")
    year, month, _ = from_day(scene.calendar, scene.anchor)
    first = to_day(scene.calendar, year, month, 1)
    assert first is not None
    for months in (0, 1, 2) if scene.future else (0, -1, -2):
        there = from_day(scene.calendar, step(scene, first, "month", months))
        day = to_day(scene.calendar, there[0], there[1], number)
        if day and (day >= scene.anchor if scene.future else day <= scene.anchor):
            return day_reading(day, scene.calendar)
    return None


def day_at_end(matched: Matched, scene: Scene) -> Reading | None:
    """Read "on the 15th", "Monday 21" where no noun follows that it may count; "Friday at 5" is an hour."""
    if not scene.around.ends or (matched.has("at") and matched.number("d") <= HOURS_ON_DIAL):
        return None
    if matched.has("w") and is_spelt(matched, "d"):  # "on Wednesday two left"
        return None
    if scene.around.names_hour and not matched.has("w"):
        return hour_reading(scene, matched.number("d"))
    return weekday_with_day(matched, scene) if matched.has("w") else day_alone(matched, scene)


def part_at_end(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the night of the 9th" where no noun follows that it may count."""
    return day_at_clock(matched, scene) if scene.around.ends else None


def day_at_clock(matched: Matched, scene: Scene) -> Reading | None:
    """Read "on 15 at 8:00", "8pm on the 15th": the hour tells that the number is a day."""
    if matched.has("unit") and matched.value("unit") != "day":
        return None
    reading = _day_of_this_month(matched, scene)
    return with_part(reading, matched) if reading else None


def ordinal_day_of_month(matched: Matched, scene: Scene) -> Reading | None:
    """Read "أول أيام رمضان": the first day of a month."""
    return day_of_month(matched, scene) if matched.value("days") == "day" else None

"""What "the third quarter", "the latest period" and "a year ago" mean in reports on business."""

from dataclasses import replace
from datetime import date

from dateline.extract.times.meanings.matched import Matched, direction, modified, year_told
from dateline.extract.times.meanings.years import OLDEST_GREGORIAN
from dateline.extract.times.scene.readings import (
    Reading,
    long_reading,
    quarter_reading,
    span_reading,
    year_reading,
)
from dateline.extract.times.scene.scene import Scene, step, unit_reading
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import (
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    DayRange,
    from_day,
    month_range,
    quarter_of,
    shift_months,
)

SATURDAY = 5
QUARTERS_IN_YEAR = 4
SHARED_UNITS = ("day", "week", "month", "year")  # that "the first day of" may be of
MONTHS_OF_PARTS = {"Q": MONTHS_IN_QUARTER, "H": 2 * MONTHS_IN_QUARTER}


def ordinal_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the 20th century", "the first quarter of 2019", "the third quarter"."""
    unit, number = matched.value("unit"), matched.number("n")
    if unit == "century":
        reading = long_reading(number * 100 - 100, "century")
        return modified(reading, matched) if reading else None
    if unit != "quarter" or not 1 <= number <= 4:
        return None
    if matched.has("y"):
        return quarter_reading(matched.number("y"), number)
    return _near_quarter(number, matched, scene)


def quarter_of_year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the third quarter of 2015", "the last quarter of last year", "الربع الأخير من العام الماضي"."""
    number = matched.number("n") if matched.has("n") else QUARTERS_IN_YEAR
    if matched.value("quarter") != "quarter" or not 1 <= number <= QUARTERS_IN_YEAR:
        return None
    year = matched.number("y") if matched.has("y") else year_told(matched, scene.anchor, Calendar.GREGORIAN)
    return quarter_reading(year, number) if year else None


def _near_quarter(number: int, matched: Matched, scene: Scene) -> Reading | None:
    """Return the latest such quarter that has begun, or the next one in a look ahead."""
    if scene.anchor is None:
        return None
    year = scene.anchor.year + direction(matched)
    reading = quarter_reading(year, number)
    begun = reading is None or reading.days is None or reading.days.begin <= scene.anchor
    return reading if begun or scene.future or matched.has("next") else quarter_reading(year - 1, number)


def the_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the weekend": the present or latest one; "the quarter": the one spoken of.

    "The month" is the present one only where a part of it is told: "the first day of the month".
    """
    unit = matched.value("unit")
    if unit == "quarter":
        return the_period(matched, scene)
    if unit in SHARED_UNITS:
        return unit_of_share(matched, scene)
    if scene.anchor is None or unit != "weekend":
        return None
    back = 0 if scene.anchor.weekday() >= SATURDAY or not scene.past else -1
    return unit_reading(scene, step(scene, scene.anchor, unit, back), unit)


def unit_of_share(matched: Matched, scene: Scene) -> Reading | None:
    """Read the year of "نخستین روز سال": the present one, of which a share is told in front."""
    if scene.anchor is None or matched.value("unit") not in SHARED_UNITS:
        return None
    reading = unit_reading(scene, scene.anchor, matched.value("unit"))
    return replace(reading, moves=False, alone=False) if reading else None


def named_quarter(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Q3 2019", "late H1 this year", "the first half of 2016"; without a year the latest begun."""
    reading = _quarter_named(matched, scene)
    return modified(reading, matched) if reading else None


def _quarter_named(matched: Matched, scene: Scene) -> Reading | None:
    name = matched.value("quarter")
    if matched.has("y"):
        number = matched.number("y")
        return _part_of_year(
            number, name, scene.calendar if number < OLDEST_GREGORIAN else Calendar.GREGORIAN
        )
    if scene.anchor is None or (matched.has("unit") and matched.value("unit") != "year"):
        return None
    year = from_day(scene.calendar, scene.anchor)[0] + direction(matched)
    reading = _part_of_year(year, name, scene.calendar)
    begun = reading is None or reading.days is None or reading.days.begin <= scene.anchor
    known = begun or scene.future or matched.has("unit")
    return reading if known else _part_of_year(year - 1, name, scene.calendar)


def _part_of_year(year: int, name: str, calendar: Calendar) -> Reading | None:
    """Return a quarter ("Q3") or a half ("H1") of a year; other calendars have intervals of days."""
    number, months = int(name[1]), MONTHS_OF_PARTS[name[0]]
    first = month_range(calendar, year, months * (number - 1) + 1)
    last = month_range(calendar, year, months * number)
    if first is None or last is None:
        return None
    days = DayRange(first.begin, last.until)
    if calendar is not Calendar.GREGORIAN:
        return span_reading(days, calendar)
    return Reading(TimeKind.DATE, f"{year:04}-{name}", days)


def weekend(matched: Matched, scene: Scene) -> Reading | None:
    """Read "في عطلة نهاية الأسبوع", the weekend without an article, and "השנה", the present year."""
    if scene.anchor is not None and scene.around.names_present:
        return unit_reading(scene, scene.anchor, matched.value("unit"))
    return the_unit(matched, scene) if matched.value("unit") == "weekend" and scene.around.ends else None


def the_period(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the quarter", "the latest period": the quarter spoken of, or the last that has ended.

    "The same period" is a quarter only where one was spoken of.
    """
    if matched.has("same") and scene.quarter is None:
        return None
    day = _quarter_day(scene)
    return _quarter_of(day) if day else None


def year_ago_period(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the year-earlier period", "the year-ago quarter": the same quarter of the year before."""
    day = _quarter_day(scene)
    return _year_before(day) if day and matched.value("unit") == "year" else None


def period_last_year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the same period last year": the quarter a year before the one spoken of, else last year."""
    if scene.anchor is None or matched.value("unit") != "year":
        return None
    last_year = year_reading(Calendar.GREGORIAN, scene.anchor.year - 1)
    return _year_before(scene.quarter) if scene.quarter else last_year


def year_ago(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the year-ago results": of the quarter a year ago where one was spoken of, else of last year."""
    if scene.anchor is None or matched.value("unit") != "year":
        return None
    quarter = _year_before(scene.quarter) if scene.quarter else None
    return quarter or year_reading(Calendar.GREGORIAN, scene.anchor.year - 1)


def period_of_year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the 1988 period", "the 1988 quarter": the quarter spoken of, in that year; "the 2013 year"."""
    unit = matched.value("unit") if matched.has("unit") else "quarter"
    if unit == "year":
        return year_reading(Calendar.GREGORIAN, matched.number("y"))
    if unit != "quarter":
        return None
    day = _quarter_day(scene)
    reading = quarter_reading(matched.number("y"), quarter_of(day)) if day else None
    return replace(reading, moves=False) if reading else None


def quarter_a_year_ago(scene: Scene) -> Reading | None:
    """Return the quarter that "up from $3 million a year ago" compares with, if one was spoken of."""
    if scene.quarter is None or not scene.around.figures:
        return None
    return _year_before(scene.quarter)


def _quarter_day(scene: Scene) -> date | None:
    """Return a day in the quarter spoken of; of quarters before this year's, only the last that has ended."""
    if scene.anchor is None:
        return None
    recent = shift_months(scene.anchor, -MONTHS_IN_QUARTER)
    spoken = scene.quarter
    known = spoken is not None and abs((scene.anchor - spoken).days) < 366
    return spoken if known else recent


def _quarter_of(day: date) -> Reading | None:
    return quarter_reading(day.year, quarter_of(day))


def _year_before(day: date) -> Reading | None:
    """Return the same quarter of the year before; what is spoken of stays this year's."""
    reading = _quarter_of(shift_months(day, -MONTHS_IN_YEAR))
    return replace(reading, moves=False) if reading else None

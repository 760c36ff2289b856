"""What stretches of days mean: "March 7-8", "June to July 2017", "from Tuesday to Thursday"."""

from dateline.extract.times.meanings.days import day_in_year
from dateline.extract.times.meanings.matched import Matched, direction, with_part
from dateline.extract.times.meanings.weekdays import weekday
from dateline.extract.times.scene.readings import DAYS_IN_WEEK, Reading, day_reading, span_reading
from dateline.extract.times.scene.scene import Scene, step
from dateline.extract.times.terms.steps import date_of
from dateline.model.times import Calendar
from dateline.text.calendars import DayRange, from_day, shift_days, to_day


def full_range(matched: Matched, _: Scene) -> Reading | None:
    """Read "March 8, 2020 – March 22, 2020"."""
    begin, until = date_of(matched.terms["date"]), date_of(matched.terms["date2"])
    if begin.days.begin > until.days.until:
        return None
    return span_reading(DayRange(begin.days.begin, until.days.until), until.calendar)


def months_to_full(matched: Matched, _: Scene) -> Reading | None:
    """Read "June to July 2017": the end names the year."""
    found, first = date_of(matched.terms["date"]), matched.month()
    year, month, _day = from_day(found.calendar, found.days.begin)
    begin = to_day(found.calendar, year, first.number, 1)
    if found.day_known or begin is None or first.number >= month or first.calendar is not found.calendar:
        return None
    return span_reading(DayRange(begin, found.days.until), found.calendar)


def range_to_full(matched: Matched, _: Scene) -> Reading | None:
    """Read "7-8 March 2020", "28 December to 3 January 2020": the end names the year."""
    found = date_of(matched.terms["date"])
    year, month, _day = from_day(found.calendar, found.days.begin)
    if matched.has("m"):
        month = matched.month().number
    begin = to_day(found.calendar, year, month, matched.number("d"))
    if begin is not None and begin > found.days.until:
        begin = to_day(found.calendar, year - 1, month, matched.number("d"))
    if begin is None or not found.day_known:
        return None
    return span_reading(DayRange(begin, found.days.until), found.calendar)


def days_of_month(matched: Matched, scene: Scene) -> Reading | None:
    """Read "March 7-8", "March 7-8, 2020" and "از ۷ تا ۹ اسفند"."""
    begin = day_in_year(matched, scene, "d")
    if begin is None:
        return None
    month = matched.month("m2" if matched.has("m2") else "m")
    year = from_day(month.calendar, begin)[0]
    until = to_day(month.calendar, year, month.number, matched.number("d2"))
    if until is None or until <= begin:
        return None
    return span_reading(DayRange(begin, until), month.calendar)


def days_at_end(matched: Matched, scene: Scene) -> Reading | None:
    """Read "November 19 to 20" where no noun follows that it may count."""
    return days_of_month(matched, scene) if scene.around.ends else None


def weekday_range(matched: Matched, scene: Scene) -> Reading | None:
    """Read "from Tuesday to Thursday": the second day is the first such day behind the first."""
    begin = weekday(matched, scene)
    if begin is None or begin.days is None:
        return None
    away = (int(matched.value("w2")) - int(matched.value("w"))) % DAYS_IN_WEEK
    first = begin.days.begin
    return span_reading(DayRange(first, shift_days(first, away)), Calendar.GREGORIAN) if away else None


def weekday_ending(matched: Matched, scene: Scene) -> Reading | None:
    """Read the Thursday of "from 3 May until Thursday": the first behind the beginning."""
    plain = weekday(matched, scene)
    if scene.since is None or plain is None or plain.days is None or plain.days.begin > scene.since:
        return plain
    away = (int(matched.value("w")) - scene.since.weekday()) % DAYS_IN_WEEK
    return with_part(day_reading(shift_days(scene.since, away or DAYS_IN_WEEK)), matched)


def days_of_this_month(matched: Matched, scene: Scene) -> Reading | None:
    """Read "from 4 to 22 this month"."""
    if scene.anchor is None or matched.value("unit") != "month":
        return None
    there = step(scene, scene.anchor, "month", direction(matched))
    year, month, _ = from_day(scene.calendar, there)
    begin = to_day(scene.calendar, year, month, matched.number("d"))
    until = to_day(scene.calendar, year, month, matched.number("d2"))
    return span_reading(DayRange(begin, until), scene.calendar) if begin and until and begin < until else None

"""What each pattern of the time grammar means: functions from the terms it caught to a reading."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dateline.extract.times_scene import (
    DAYS_IN_WEEK,
    Reading,
    Scene,
    day_reading,
    long_reading,
    month_reading,
    part_of_days,
    quarter_reading,
    season_reading,
    span_reading,
    step,
    unit_reading,
    year_reading,
)
from dateline.extract.times_terms import date_of, number_of
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import DayRange, from_day, month_length, shift_days, to_day
from dateline.text.dates import day_value, full_year
from dateline.text.lexicon import Term
from dateline.text.timewords import Month

BARE_YEARS = range(1900, 2040)  # a number alone is a year only among these
SATURDAY = 5
NEAR_DAYS = 183  # a day without a year is the nearest of that name


@dataclass(frozen=True, slots=True)
class Matched:
    """The terms that a pattern's groups caught."""

    terms: dict[str, Term]

    def has(self, name: str) -> bool:
        """Say whether the group caught anything."""
        return name in self.terms

    def value(self, name: str) -> str:
        """Return a group's value as a word of the tables."""
        return str(self.terms[name].value)

    def number(self, name: str) -> int:
        """Return a group's number."""
        return int(number_of(self.terms[name]))

    def month(self, name: str = "m") -> Month:
        """Return a group's month."""
        month = self.terms[name].value
        assert isinstance(month, Month)
        return month


Rule = Callable[[Matched, Scene], Reading | None]


def full_date(matched: Matched, _: Scene) -> Reading | None:
    """Read a date that names its year: "March 18, 2020", "late February 2020"."""
    found = date_of(matched.terms["date"])
    reading = Reading(TimeKind.DATE, day_value(found.days, found.calendar), found.days, found.calendar)
    return modified(reading, matched)


def full_range(matched: Matched, _: Scene) -> Reading | None:
    """Read "March 8, 2020 – March 22, 2020"."""
    begin, until = date_of(matched.terms["date"]), date_of(matched.terms["date2"])
    if begin.days.begin > until.days.until:
        return None
    return span_reading(DayRange(begin.days.begin, until.days.until), until.calendar)


def range_to_full(matched: Matched, _: Scene) -> Reading | None:
    """Read "7-8 March 2020" and "March 28 – April 3, 2020": the end names the year."""
    found = date_of(matched.terms["date"])
    year, month, _day = from_day(found.calendar, found.days.begin)
    if matched.has("m"):
        month = matched.month().number
    begin = to_day(found.calendar, year, month, matched.number("d"))
    if begin is None or not found.day_known or begin > found.days.until:
        return None
    return span_reading(DayRange(begin, found.days.until), found.calendar)


def days_of_month(matched: Matched, scene: Scene) -> Reading | None:
    """Read "March 7-8", "March 7-8, 2020" and "از ۷ تا ۹ اسفند"."""
    begin = _day_in_year(matched, scene, "d")
    if begin is None:
        return None
    month = matched.month("m2" if matched.has("m2") else "m")
    year = from_day(month.calendar, begin)[0]
    until = to_day(month.calendar, year, month.number, matched.number("d2"))
    if until is None or until <= begin:
        return None
    return span_reading(DayRange(begin, until), month.calendar)


def day_of_month(matched: Matched, scene: Scene) -> Reading | None:
    """Read "March 18" and "۱۸ اسفند": the nearest such day."""
    day = _day_in_year(matched, scene, "d")
    month = matched.month()
    if day is not None:
        return day_reading(day, month.calendar)
    number = matched.number("d")
    if scene.anchor or scene.told or not 1 <= number <= 31:
        return None
    if month.calendar is not Calendar.GREGORIAN:
        return None
    return Reading(TimeKind.DATE, f"XXXX-{month.number:02}-{number:02}")


def _day_in_year(matched: Matched, scene: Scene, name: str) -> date | None:
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
    return min(near, key=lambda day: abs((day - told).days), default=None)


def month_alone(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in February", "late May", "last March": the latest such month, or the next in a look ahead."""
    month = matched.month()
    told = scene.anchor or scene.told
    if told is None:
        if month.calendar is not Calendar.GREGORIAN:
            return None
        return Reading(TimeKind.DATE, f"XXXX-{month.number:02}")
    year, now, _ = from_day(month.calendar, told)
    ahead = matched.has("next") or (scene.future and not matched.has("last"))
    if ahead:
        year += month.number < now or (matched.has("next") and month.number == now)
    else:
        year -= month.number > now or (matched.has("last") and month.number == now)
    if matched.has("unit") and matched.value("unit") == "year":
        year = from_day(month.calendar, told)[0] + _direction(matched)
    reading = month_reading(month.calendar, year, month.number)
    return modified(reading, matched) if reading else None


def weekday(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Tuesday": the latest one, the printing day included; the next one where the text looks ahead."""
    if scene.anchor is None:
        return None
    wanted = int(matched.value("w"))
    back = (scene.anchor.weekday() - wanted) % DAYS_IN_WEEK
    ahead = -back % DAYS_IN_WEEK
    if matched.has("last"):
        offset = -(back or DAYS_IN_WEEK)
    elif matched.has("next"):
        offset = ahead or DAYS_IN_WEEK
    else:
        offset = ahead if scene.future else -back
    return with_part(day_reading(shift_days(scene.anchor, offset)), matched)


def day_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "yesterday", "tomorrow morning", "late Tuesday"."""
    if scene.anchor is None:
        return None
    return with_part(day_reading(shift_days(scene.anchor, int(matched.value("day")))), matched)


def year_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "پارسال": last year in the language's own calendar."""
    if scene.anchor is None:
        return None
    return year_reading(
        scene.calendar, from_day(scene.calendar, scene.anchor)[0] + int(matched.value("years"))
    )


def night_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "tonight", "last night", "this morning"."""
    if scene.anchor is None:
        return None
    return _night(matched.value("night"), scene.anchor)


def _night(value: str, anchor: date) -> Reading:
    day = shift_days(anchor, int(value[:-2]))
    return Reading(TimeKind.TIME, f"{day.isoformat()}T{value[-2:]}", DayRange(day, day))


def with_part(reading: Reading, matched: Matched) -> Reading:
    """Add the part of the day or the clock time that stands beside a day."""
    if matched.has("part"):
        part = matched.value("part")[-2:]
        if matched.value("part") == "MI":
            part = "12:00"
        return replace(reading, kind=TimeKind.TIME, value=f"{reading.value}T{part}")
    if matched.has("clock"):
        return replace(reading, kind=TimeKind.TIME, value=reading.value + matched.value("clock"))
    return reading


def dated_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read a full date with a time or part of day: "March 18, 2020 at 10:15"."""
    reading = full_date(matched, scene)
    return with_part(reading, matched) if reading else None


def partial_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read a day without a year together with a time or part of day."""
    reading = day_of_month(matched, scene)
    return with_part(reading, matched) if reading else None


def clock(matched: Matched, scene: Scene) -> Reading | None:
    """Read a time of day alone: of the day spoken of."""
    day = scene.told
    value = matched.value("clock")
    if day is None:
        return Reading(TimeKind.TIME, value, moves=False)
    return Reading(TimeKind.TIME, day.isoformat() + value, DayRange(day, day), moves=False)


def this_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read "this morning", "that evening"."""
    day = scene.told if matched.has("same") else scene.anchor
    return with_part(day_reading(day), matched) if day else None


def relative_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "last week", "سال گذشته", "early next year"; "the next day" goes by the day spoken of."""
    unit, offset = matched.value("unit"), _direction(matched)
    day = scene.told if unit in ("day", "night") or matched.has("same") else scene.anchor
    if day is None or unit in ("second", "minute", "hour"):
        return None
    reading = unit_reading(scene, step(scene, day, unit, offset), unit)
    if reading is None:
        return None
    if scene.calendar is not Calendar.GREGORIAN and unit in ("month", "year"):
        reading = replace(reading, calendar=scene.calendar)
    return modified(reading, matched)


def _direction(matched: Matched) -> int:
    return -1 if matched.has("last") else 1 if matched.has("next") else 0


def weekday_of_week(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Friday next week", "Monday of last week"."""
    if scene.anchor is None or matched.value("unit") != "week":
        return None
    monday = shift_days(scene.anchor, _direction(matched) * DAYS_IN_WEEK - scene.anchor.weekday())
    return day_reading(shift_days(monday, int(matched.value("w"))))


def year(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in 1998", "سال ۱۳۹۸", "early 2019"."""
    number = matched.number("y")
    calendar = scene.calendar if 1200 <= number < 1500 else Calendar.GREGORIAN
    if calendar is Calendar.GREGORIAN and not matched.has("unit") and number not in BARE_YEARS:
        return None
    reading = year_reading(calendar, number)
    return modified(reading, matched) if reading else None


def years(matched: Matched, _: Scene) -> Reading | None:
    """Read "2017-2019" and "1914-18"."""
    begin, until = matched.number("y"), matched.number("y2")
    if until < 100:
        until += begin - begin % 100
    if not begin < until < 2200:
        return None
    return span_reading(DayRange(date(begin, 1, 1), date(until, 12, 31)), Calendar.GREGORIAN)


def decade(matched: Matched, _: Scene) -> Reading | None:
    """Read "the 1990s" and "the '90s"."""
    number = matched.number("y")
    number += 1900 if number < 100 else 0
    reading = long_reading(number, "decade") if number % 10 == 0 else None
    return modified(reading, matched) if reading else None


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


def _near_quarter(number: int, matched: Matched, scene: Scene) -> Reading | None:
    """Return the latest such quarter that has begun, or the next one in a look ahead."""
    if scene.anchor is None:
        return None
    year = scene.anchor.year + _direction(matched)
    reading = quarter_reading(year, number)
    begun = reading is None or reading.days is None or reading.days.begin <= scene.anchor
    return reading if begun or scene.future or matched.has("next") else quarter_reading(year - 1, number)


def the_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the quarter", "the weekend": the present or latest one."""
    unit = matched.value("unit")
    if scene.anchor is None or unit not in ("quarter", "weekend"):
        return None
    back = 0 if unit == "quarter" or scene.anchor.weekday() >= SATURDAY or scene.future else -1
    return unit_reading(scene, step(scene, scene.anchor, unit, back), unit)


def next_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the next morning"."""
    if scene.told is None:
        return None
    day = shift_days(scene.told, 1)
    return replace(
        day_reading(day), kind=TimeKind.TIME, value=f"{day.isoformat()}T{matched.value('unit')[-2:]}"
    )


def season(matched: Matched, scene: Scene) -> Reading | None:
    """Read "summer 2019", "last winter", "in the spring"."""
    name = matched.value("season")
    if matched.has("y"):
        number = matched.number("y")
        calendar = scene.calendar if 1200 <= number < 1500 else Calendar.GREGORIAN
        return season_reading(name, number, calendar)
    if scene.anchor is None:
        return None
    year = from_day(scene.calendar, scene.anchor)[0]
    calendar = scene.calendar if scene.calendar is Calendar.JALALI else Calendar.GREGORIAN
    year = year if calendar is Calendar.JALALI else scene.anchor.year
    if matched.has("unit"):
        return season_reading(name, year + _direction(matched), calendar)
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


def day_ordinal(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the 15th of this month", "پنجم ماه جاری"."""
    if scene.anchor is None:
        return None
    year, month, _ = from_day(scene.calendar, step(scene, scene.anchor, "month", _direction(matched)))
    if matched.value("unit") != "month" or matched.number("d") > month_length(scene.calendar, year, month):
        return None
    day = to_day(scene.calendar, year, month, matched.number("d"))
    return day_reading(day, scene.calendar) if day else None


def end_of_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the end of the year", "اواخر ماه": of the present one."""
    if scene.anchor is None:
        return None
    reading = unit_reading(scene, scene.anchor, matched.value("unit"))
    return modified(reading, matched) if reading else None


def holiday(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Christmas", "عاشورا", "Nowruz 1399": the nearest, or that of the named year."""
    told = (
        date(matched.number("y"), 7, 1) if matched.has("y") and matched.number("y") > 1500 else scene.anchor
    )
    if told is None:
        return None
    calendar, rest = Calendar.GREGORIAN, matched.value("holiday")
    name, _, after = rest.partition("-")
    if name in tuple(Calendar):
        calendar, rest = Calendar(name), after
    year = from_day(calendar, told)[0]
    days = [_holiday(calendar, each, rest) for each in (year - 1, year, year + 1)]
    near = [day for day in days if day is not None and abs((day - told).days) <= NEAR_DAYS + 1]
    return day_reading(min(near, key=lambda day: abs((day - told).days)), calendar) if near else None


def _holiday(calendar: Calendar, year: int, rule: str) -> date | None:
    if rule.startswith("easter"):
        return shift_days(_easter(year), int(rule.removeprefix("easter")))
    if rule.startswith("nth"):
        month, weekday_wanted, nth = (int(part) for part in rule.split("-")[1:])
        first = date(year, month, 1)
        return shift_days(first, (weekday_wanted - first.weekday()) % DAYS_IN_WEEK + (nth - 1) * DAYS_IN_WEEK)
    month, day = (int(part) for part in rule.split("-"))
    return to_day(calendar, year, month, day)


def _easter(year: int) -> date:
    """Reference: Meeus, Astronomical Algorithms, chapter 8 (Gregorian Easter)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def modified(reading: Reading, matched: Matched) -> Reading:
    """Narrow the days of a reading by "early", "mid" or "late"; the value keeps the precision of the text."""
    if not matched.has("modifier") or reading.days is None:
        return reading
    term = matched.terms["modifier"]
    modifier = str(term.value or ("START" if term.code == "b" else "END"))
    return replace(reading, days=part_of_days(reading.days, modifier))

"""What weeks to years by their place and seasons mean: "last month", "in spring"."""

from dataclasses import replace
from datetime import date

from dateline.extract.times.meanings.amounts import past_unit
from dateline.extract.times.meanings.matched import Matched, direction, modified, short_jalali_year
from dateline.extract.times.meanings.stretches import part_of_days
from dateline.extract.times.scene.readings import Reading, season_reading
from dateline.extract.times.scene.scene import Scene, shift, step, unit_reading
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import DayRange, from_day

SATURDAY, SHORT_YEARS = 5, 100
STRETCHES = ("week", "month", "year", "decade")
UNKNOWN_DAY = "XXXX-XX-XX"  # "it was confirmed the next day", where no day was told
BESIDE = "rd"  # "previous" and "following", where "last" and "next" go by the day of printing


def relative_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "last week", "سال گذشته", "early next year"; "the next day" goes by the day spoken of."""
    unit, offset = matched.value("unit"), direction(matched)
    past_day = matched.has("last") and matched.terms["last"].code == "l"  # "روز گذشته" is yesterday
    of_day = unit in ("day", "night") and not past_day
    day = scene.told_day if of_day else _goes_by(matched, scene)
    if day is None or unit in ("second", "minute") or (unit == "hour" and not offset):
        return None
    if _leads_clause(matched, scene):
        return None
    special = _special_unit(matched, scene, day)
    if special is not None:
        return special
    offset = -1 if unit == "weekend" and _is_over(matched, scene, day) else offset
    reading = unit_reading(scene, step(scene, day, unit, offset), unit)
    if reading is not None and scene.calendar is not Calendar.GREGORIAN and unit in ("month", "year"):
        return modified(replace(reading, calendar=scene.calendar), matched, scene.anchor)
    return modified(reading, matched, scene.anchor, parts=2) if reading else None


def _leads_clause(matched: Matched, scene: Scene) -> bool:
    """Say whether what stands behind a unit ("that") begins a clause: "the day that the war began"."""
    if not matched.has("same") or matched.terms["same"].first < matched.terms["unit"].first:
        return False
    return scene.around.tokens.words[matched.terms["same"].first] in scene.around.words.determiners


def _special_unit(matched: Matched, scene: Scene, day: date) -> Reading | None:
    """Read "the last hour", "the next fortnight", "over the last month" and a next day of no day told."""
    unit, offset = matched.value("unit"), direction(matched)
    if unit == "hour":
        return Reading(TimeKind.DURATION, "PT1H", DayRange(day, day), moves=False)
    if unit == "fortnight":
        there = shift(day, offset or 1, unit)
        return Reading(TimeKind.DURATION, "P2W", DayRange(min(day, there), max(day, there)), moves=False)
    if unit == "day" and offset > 0 and scene.looks_back and scene.spoken is None:
        return Reading(TimeKind.DATE, UNKNOWN_DAY, moves=False)
    return past_unit(matched, scene) if _is_stretch(matched, scene) else None


def _is_stretch(matched: Matched, scene: Scene) -> bool:
    """Say whether a length up to the day of printing is meant: "over the last month", not "last month"."""
    last = matched.terms["last"] if matched.has("last") else None
    if last is None or last.code != "l" or matched.value("unit") not in STRETCHES:
        return False
    told = " ".join(scene.around.tokens.words[last.first : last.last]) in scene.around.words.stretches
    return told and scene.around.leads_stretch and not scene.around.of


def _is_over(matched: Matched, scene: Scene, day: date) -> bool:
    """Say whether "this weekend" is the one behind: "it was shown this weekend", printed on a Monday."""
    this = not (direction(matched) or matched.has("same"))
    return this and scene.past and day.weekday() < SATURDAY


def _goes_by(matched: Matched, scene: Scene) -> date | None:
    """Return the day that "the following week" and "that week" go by; "next week" goes by today."""
    beside = any(matched.has(name) and matched.terms[name].code in BESIDE for name in ("last", "next"))
    if beside:
        return scene.told_within(matched.value("unit"))
    return scene.told if matched.has("same") else scene.anchor


def season(matched: Matched, scene: Scene) -> Reading | None:
    """Read "summer 2019", "last winter", "in the spring"."""
    name = matched.value("season")
    if matched.has("y"):
        number = matched.number("y")
        if number < SHORT_YEARS:  # "زمستان ۹۷"
            return _season_of_short_year(matched, scene)
        calendar = scene.calendar if 1200 <= number < 1500 else Calendar.GREGORIAN
        reading = season_reading(name, number, calendar)
        return modified(reading, matched) if reading else None
    if scene.anchor is None:
        return None
    year = from_day(scene.calendar, scene.anchor)[0]
    calendar = scene.calendar if scene.calendar is Calendar.JALALI else Calendar.GREGORIAN
    year = year if calendar is Calendar.JALALI else scene.anchor.year
    if matched.has("years"):
        reading = season_reading(name, year + int(matched.value("years")), calendar)
        return modified(reading, matched) if reading else None
    if matched.has("unit") or matched.has("this"):
        told = not matched.has("unit") or matched.value("unit") == "year"
        reading = season_reading(name, year + direction(matched), calendar) if told else None
        return modified(reading, matched) if reading else None
    return _near_season(name, year, calendar, matched, scene)


def _season_of_short_year(matched: Matched, scene: Scene) -> Reading | None:
    apart = matched.terms["y"].first > matched.terms["season"].last  # "زمستان سال ۹۷", not "زمستان ۹۷ نفر"
    year = short_jalali_year(matched, scene) if apart or scene.around.ends else None
    reading = season_reading(matched.value("season"), year, Calendar.JALALI) if year else None
    return modified(reading, matched) if reading else None


def _near_season(name: str, year: int, calendar: Calendar, matched: Matched, scene: Scene) -> Reading | None:
    assert scene.anchor is not None
    candidates = [season_reading(name, each, calendar) for each in (year - 1, year, year + 1)]
    known = [each for each in candidates if each is not None and each.days is not None]
    begun = [each for each in known if each.days and each.days.begin <= scene.anchor]
    if matched.has("last"):
        begun = [each for each in begun if each.days and each.days.until < scene.anchor]
    ahead = [each for each in known if each.days and each.days.until >= scene.anchor]
    if matched.has("next"):
        ahead = [each for each in known if each.days and each.days.begin > scene.anchor]
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

"""What times and parts of days mean: "Tuesday at 4 p.m.", "tonight", "in the afternoon", "at noon"."""

from dataclasses import replace
from datetime import date

from dateline.extract.times.meanings.days import day_of_month, full_date
from dateline.extract.times.meanings.matched import HOURS_IN_DAY, Matched, direction, later_half, with_part
from dateline.extract.times.meanings.weekdays import weekday
from dateline.extract.times.scene.readings import DAYS_IN_WEEK, Reading, day_reading, timed_reading
from dateline.extract.times.scene.scene import Scene, hour_reading
from dateline.model.times import TimeKind
from dateline.text.calendars import DayRange, shift_days

SMALL_HOURS = 5  # "tonight at 3" is no afternoon
HOURS_OF_PARTS = {"MI": "T12:00", "0MI": "T24:00"}


def night_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "tonight", "last night", "this morning"."""
    if scene.anchor is None:
        return None
    return _night(matched.value("night"), scene.anchor)


def named_night(matched: Matched, scene: Scene) -> Reading | None:
    """Read "صبح امروز پنجشنبه", "tonight, Thursday" where both tell the same day."""
    reading = night_word(matched, scene)
    same = reading and reading.days and reading.days.begin.weekday() == int(matched.value("w"))
    return reading if same else None


def night_between(matched: Matched, scene: Scene) -> Reading | None:
    """Read "ليل الأحد الاثنين": the night that begins on the first of two days."""
    following = (int(matched.value("w2")) - int(matched.value("w"))) % DAYS_IN_WEEK == 1
    return weekday(matched, scene) if following and matched.value("part")[-2:] == "NI" else None


def night_between_days(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the night of March 3-4": the night that begins on the first of two days."""
    following = matched.number("d2") == matched.number("d") + 1
    return partial_part(matched, scene) if following and matched.value("part")[-2:] == "NI" else None


def that_night(matched: Matched, scene: Scene) -> Reading | None:
    """Read "تلك الليلة": the night of the day spoken of."""
    return _night(matched.value("night"), scene.told_day) if scene.told_day else None


def night_hour(matched: Matched, scene: Scene) -> Reading | None:
    """Read "tonight at 7", "7:30 tonight": an hour from 5 to 11 is one of the evening."""
    if scene.anchor is None:
        return None
    night = matched.value("night")
    day = shift_days(scene.anchor, int(night[:-2]))
    clock = matched.value("clock") if matched.has("clock") else f"T{matched.number('hour'):02}:00"
    if int(clock[1:3]) > HOURS_IN_DAY:
        return None
    stays = night.endswith("MO") or int(clock[1:3]) < SMALL_HOURS
    return timed_reading(day, clock if stays else later_half(clock))


def _night(value: str, anchor: date) -> Reading:
    day = shift_days(anchor, int(value[:-2]))
    return Reading(TimeKind.TIME, f"{day.isoformat()}T{value[-2:]}", DayRange(day, day))


def night_beyond(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the night before last"."""
    return _night(f"-2{matched.value('night')[-2:]}", scene.anchor) if scene.anchor else None


def dated_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read a full date with a time or part of day: "March 18, 2020 at 10:15"."""
    reading = full_date(matched, scene)
    return with_part(reading, matched) if reading else None


def partial_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read a day without a year together with a time or part of day."""
    reading = day_of_month(matched, scene)
    return with_part(reading, matched) if reading else None


def partial_hour(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Oct. 23 at seven", where nothing that is counted follows."""
    return (
        partial_part(matched, scene) if scene.around.ends and matched.number("hour") <= HOURS_IN_DAY else None
    )


def clock(matched: Matched, scene: Scene) -> Reading | None:
    """Read a time of day alone: of the day spoken of."""
    day = scene.told_day
    value = matched.value("clock")
    if day is None:
        return Reading(TimeKind.TIME, value, moves=False)
    return replace(timed_reading(day, value), moves=False)


def noon(matched: Matched, scene: Scene) -> Reading | None:
    """Read "at noon", "around midnight": of the day spoken of."""
    value = matched.value("part")
    if value not in HOURS_OF_PARTS or scene.told_day is None or scene.around.names_verb:
        return None
    return replace(timed_reading(scene.told_day, HOURS_OF_PARTS[value]), moves=False)


def part_with_clock(matched: Matched, scene: Scene) -> Reading | None:
    """Read "صبح حدود ساعت شش", "afternoon 7:00": a time of the day spoken of, in that part of it."""
    if scene.told_day is None:
        return None
    return replace(with_part(day_reading(scene.told_day), matched), moves=False)


def this_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read "this morning", "that evening"."""
    day = scene.told_day if matched.has("same") else scene.anchor
    return with_part(day_reading(day), matched) if day else None


def part_with_hour(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in the afternoon at 7" where nothing that is counted follows."""
    return (
        part_with_clock(matched, scene)
        if scene.around.ends and matched.number("hour") <= HOURS_IN_DAY
        else None
    )


def hour_at_end(matched: Matched, scene: Scene) -> Reading | None:
    """Read the hour of "the doors open at 7": a small number behind "at" with which a clause ends.

    Behind other prepositions it is one only beside a day: "on Friday the 26th around 4".
    """
    reading = hour_reading(scene, matched.number("hour")) if scene.around.ends else None
    return replace(reading, alone=scene.around.leads_hour) if reading else None


def next_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the next morning", "the previous evening"; "last evening" is yesterday's."""
    told = scene.anchor if matched.has("last") and matched.terms["last"].code == "l" else scene.told_day
    if told is None:
        return None
    day = shift_days(told, direction(matched))
    return replace(
        day_reading(day), kind=TimeKind.TIME, value=f"{day.isoformat()}T{matched.value('unit')[-2:]}"
    )


def part_beside(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the night before", "the morning after" where no clause follows."""
    return next_part(matched, scene) if scene.around.closes else None


def part_alone(matched: Matched, scene: Scene) -> Reading | None:
    """Read "ليلا", an adverb that tells a part of the day spoken of without a preposition."""
    known = scene.around.names_part and scene.around.ends  # "لئلا" is written as "ليلا"
    return told_part(matched, scene) if known else None


def told_part(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in the afternoon": of the day spoken of."""
    return replace(with_part(day_reading(scene.told_day), matched), moves=False) if scene.told_day else None

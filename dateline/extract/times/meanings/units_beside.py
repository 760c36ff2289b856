"""Units that go by a day told beside them: "the quarter ended Sept. 30", "the day before", "in the month"."""

from dataclasses import replace
from datetime import date

from dateline.extract.times.meanings.amounts import duration_value
from dateline.extract.times.meanings.days import day_in_year
from dateline.extract.times.meanings.matched import Matched
from dateline.extract.times.scene.readings import Reading
from dateline.extract.times.scene.scene import MONTHS, Scene, shift, step, unit_reading
from dateline.extract.times.terms.amounts import Amount
from dateline.extract.times.terms.steps import date_of
from dateline.model.times import TimeKind
from dateline.text.calendars import DayRange, shift_days

LONGEST_STAY = 10  # days of a stretch whose end "the day after" goes by
HALF_A_QUARTER = 45  # days in front of its last one
NAMED_ALONE = ("week", "month", "year")  # "in the month"; "in the day" is no time of its own


def unit_ended(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the quarter ended Sept. 30", the one that it is mostly in, and "the year ended May 31"."""
    unit, last = matched.value("unit"), _last_day(matched, scene)
    if last is None:
        return None
    if unit == "quarter":
        return unit_reading(scene, shift_days(last, -HALF_A_QUARTER), unit)
    if unit not in MONTHS:
        return None
    days = DayRange(shift_days(shift(last, -1, unit), 1), last)
    return Reading(TimeKind.DURATION, duration_value(Amount(1, unit)), days, moves=False)


def _last_day(matched: Matched, scene: Scene) -> date | None:
    if matched.has("date"):
        found = date_of(matched.terms["date"])
        return found.days.begin if found.day_known else None
    return day_in_year(matched, scene, "d")


def unit_before_told(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the week after" where no clause follows, "the day before the vote": one from that told."""
    unit = matched.value("unit")
    told = _day_told(scene, back=matched.has("back")) if unit == "day" else scene.told_within(unit)
    if told is None or unit not in ("day", *NAMED_ALONE):
        return None
    if not (scene.around.ends if unit == "day" else scene.around.closes):
        return None
    return unit_reading(scene, step(scene, told, unit, -1 if matched.has("back") else 1), unit)


def _day_told(scene: Scene, *, back: bool) -> date | None:
    """Return the day last spoken of, or the first or last of some days: of "from 25 to 27 March"."""
    spoken = scene.spoken
    if spoken is None or (spoken.until - spoken.begin).days > LONGEST_STAY:
        return scene.told_day
    return spoken.begin if back else spoken.until


def present_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in the month", "for the year": the present one, where a preposition leads it."""
    unit = matched.value("unit")
    if scene.anchor is None or unit not in NAMED_ALONE or not scene.around.leads_period:
        return None
    reading = unit_reading(scene, scene.anchor, unit)
    return replace(reading, moves=False) if reading else None

"""What words for no told amount of time mean: "years ago", "for weeks", "now", "all day"."""

from dateline.extract.times.meanings.amounts import amount_of, duration, duration_value, stretch_from_now
from dateline.extract.times.meanings.matched import Matched
from dateline.extract.times.scene.readings import NO_TIME, Reading
from dateline.extract.times.scene.scene import Scene, unit_reading
from dateline.extract.times.terms.amounts import Amount
from dateline.model.times import TimeKind
from dateline.text.calendars import DayRange

NOW = "PRESENT_REF"
EVERY_WEEKEND = "XXXX-WXX-WE"
LONG_ENOUGH = ("day", "week", "month", "year", "decade", "century")  # to be told without a preposition


def vague_past(_: Matched, __: Scene) -> Reading | None:
    """Read "years ago", "past years"."""
    return Reading(TimeKind.DATE, "PAST_REF", moves=False)


def vague_stretch(matched: Matched, scene: Scene) -> Reading | None:
    """Read "in recent days", "the coming weeks": some three of them up to or from the day of printing."""
    return stretch_from_now(Amount(None, matched.value("unit")), matched, scene)


def vague_duration(matched: Matched, _: Scene) -> Reading | None:
    """Read "for years"; "on weekends" is each of them."""
    if matched.value("unit") == "weekend":
        return Reading(TimeKind.SET, EVERY_WEEKEND, moves=False)
    return Reading(TimeKind.DURATION, duration_value(Amount(None, matched.value("unit"))), moves=False)


def bare_units(matched: Matched, scene: Scene) -> Reading | None:
    """Read "they spent months in hiding"; hours and quarters need a word that says when."""
    return vague_duration(matched, scene) if matched.value("unit") in LONG_ENOUGH else None


def first_units(matched: Matched, _: Scene) -> Reading | None:
    """Read "the first hours", "the early years"."""
    if matched.has("first") and matched.number("first") != 1:
        return None
    return Reading(TimeKind.DURATION, duration_value(Amount(None, matched.value("unit"))), moves=False)


def nothing(_: Matched, __: Scene) -> Reading | None:
    """Read "44-year-old": an age is no time."""
    return NO_TIME


def reference(matched: Matched, scene: Scene) -> Reading | None:
    """Read "now", "recently", "soon"; the "now" of "between 2019 and now" is the day of printing."""
    value = matched.value("reference")
    ends = scene.since and scene.anchor and value == NOW
    days = DayRange(scene.anchor, scene.anchor) if ends and scene.anchor else None
    return Reading(TimeKind.DATE, value, days, moves=False)


def whole_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "all week", "a full day"; "the full year" is the present one."""
    if matched.has("article") and matched.value("unit") == "year" and scene.anchor is not None:
        return unit_reading(scene, scene.anchor, "year")
    return Reading(TimeKind.DURATION, duration_value(Amount(1, matched.value("unit"))), moves=False)


def whole_day(matched: Matched, _: Scene) -> Reading | None:
    """Read "طوال اليوم": the whole day."""
    whole = matched.value("day") == "0"
    return Reading(TimeKind.DURATION, duration_value(Amount(1, "day")), moves=False) if whole else None


def long_adjective(matched: Matched, _: Scene) -> Reading | None:
    """Read "week-long"."""
    return Reading(TimeKind.DURATION, matched.value("length"), moves=False)


def share_of_things(matched: Matched, scene: Scene) -> Reading | None:
    """Read "a quarter of the market": no time, as the time of which it is a part would stand behind."""
    amount = amount_of(matched)
    return NO_TIME if (amount.count, amount.unit) == (1, "quarter") else duration(matched, scene)

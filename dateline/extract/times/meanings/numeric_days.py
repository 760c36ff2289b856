"""Days of a month in digits without a year: "on 22/04", "4/22", "on 4-22"."""

from datetime import date

from dateline.extract.times.meanings.matched import Matched
from dateline.extract.times.scene.readings import Reading, day_reading
from dateline.extract.times.scene.scene import Scene
from dateline.model.times import Calendar
from dateline.text.calendars import MONTHS_IN_YEAR, to_day

ROUND_THE_CLOCK = (24, 7)


def numeric_day(matched: Matched, scene: Scene) -> Reading | None:
    """Read "on 22/04", "4/22": day and month in digits, in the order of the language where both fit."""
    first, second = matched.number("a"), matched.number("b")
    named = scene.around.words.named_days.get(f"{first}/{second}")
    if named is not None:
        return day_reading(date.fromisoformat(named))
    if scene.anchor is None or (first, second) == ROUND_THE_CLOCK:
        return None
    month, day = (first, second) if scene.month_first else (second, first)
    if month > MONTHS_IN_YEAR:
        month, day = day, month
    return _nearest_day(month, day, scene)


def numeric_day_at_end(matched: Matched, scene: Scene) -> Reading | None:
    """Read "في 22-4" where a clause ends with it."""
    return numeric_day(matched, scene) if scene.around.leads_day and scene.around.ends else None


def telling_numeric_day(matched: Matched, scene: Scene) -> Reading | None:
    """Read "22/04" and "4/22" without a preposition, that are no fraction, nor "24/7"; "9/11"."""
    if f"{matched.number('a')}/{matched.number('b')}" in scene.around.words.named_days:
        return numeric_day(matched, scene)
    small, large = sorted((matched.number("a"), matched.number("b")))
    fraction = large in (16, 32, 64)
    return (
        None if fraction or small > MONTHS_IN_YEAR or large <= MONTHS_IN_YEAR else numeric_day(matched, scene)
    )


def _nearest_day(month: int, day: int, scene: Scene) -> Reading | None:
    anchor, since = scene.anchor, scene.since
    if anchor is None:
        return None
    days = [to_day(Calendar.GREGORIAN, year, month, day) for year in range(anchor.year - 1, anchor.year + 2)]
    known = [each for each in days if each is not None]
    near = [each for each in known if since and each >= since]
    nearest = min(near, key=lambda each: abs((each - anchor).days)) if near else scene.nearest(known)
    return day_reading(nearest) if nearest else None

"""What weekdays mean alone and by days counted: "Tuesday", "Friday the 22nd", "two Sundays from now"."""

from datetime import date

from dateline.extract.times.meanings.matched import FEWEST_SPELT, HOURS_IN_DAY, Matched, is_spelt, with_part
from dateline.extract.times.scene.readings import DAYS_IN_WEEK, Reading, day_reading
from dateline.extract.times.scene.scene import Scene, shift
from dateline.extract.times.terms.amounts import Amount
from dateline.model.times import Calendar
from dateline.text.calendars import shift_days, shift_months, to_day

WEEKDAY_SET = "XXXX-WXX-"
MONTHS_AROUND = 6  # in which "Friday the 13th" is looked for
COMING = "κ"


def weekday(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Tuesday": the latest one, the printing day included; the next one where the text looks ahead.

    "Next Friday" is that of the week after this one, "this Friday" that of this week, "the coming Friday" the
    first one ahead.
    """
    if scene.anchor is None or (matched.has("next") and scene.around.leads_on):
        return None
    wanted = int(matched.value("w"))
    beside = _day_gone_by(matched, scene)
    anchor = beside or scene.anchor
    back = (anchor.weekday() - wanted) % DAYS_IN_WEEK
    ahead = -back % DAYS_IN_WEEK
    if matched.has("last"):
        offset = -(back or DAYS_IN_WEEK)
    elif matched.has("this"):
        offset = _of_week(wanted, scene) - _of_week(anchor.weekday(), scene)
    elif (
        matched.has("ahead")
        or (beside and matched.has("next"))
        or (matched.has("next") and matched.terms["next"].code == COMING)
    ):
        offset = ahead or DAYS_IN_WEEK
    elif matched.has("next"):
        offset = DAYS_IN_WEEK - _of_week(anchor.weekday(), scene) + _of_week(wanted, scene)
    else:
        tomorrow = ahead == 1 and not scene.looks_back  # nothing is told, and nobody says so of six days ago
        offset = ahead if scene.future or tomorrow else -back
    return with_part(day_reading(shift_days(anchor, offset)), matched)


def _of_week(weekday: int, scene: Scene) -> int:
    """Return the place of a weekday in the week as the language begins it: 0 for a Persian Saturday."""
    return (weekday - scene.week_start) % DAYS_IN_WEEK


def _day_gone_by(matched: Matched, scene: Scene) -> date | None:
    """Return the day told that "the following Friday" goes by, and, of what was, "the next Friday"."""
    name = next((name for name in ("last", "next") if matched.has(name)), "")
    code = matched.terms[name].code if name else ""
    return scene.day if code in ("r", "d") or (code == "n" and scene.past) else None


def weekday_at_hour(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Friday at 3" where nothing that is counted follows."""
    return weekday(matched, scene) if scene.around.ends and matched.number("hour") <= HOURS_IN_DAY else None


def weekdays_away(matched: Matched, scene: Scene) -> Reading | None:
    """Read "two Sundays from now", "three Fridays ago"."""
    wanted = _weekday_of_set(matched.value("set")) if matched.has("set") else int(matched.value("w"))
    if scene.anchor is None or wanted is None:
        return None
    count = matched.number("n") if matched.terms["n"].code == "N" else 1
    today = scene.anchor.weekday()
    if matched.has("back"):
        first = -((today - wanted) % DAYS_IN_WEEK or DAYS_IN_WEEK)
        return day_reading(shift_days(scene.anchor, first - (count - 1) * DAYS_IN_WEEK))
    first = (wanted - today) % DAYS_IN_WEEK or DAYS_IN_WEEK
    return day_reading(shift_days(scene.anchor, first + (count - 1) * DAYS_IN_WEEK))


def weekday_weeks_away(matched: Matched, scene: Scene) -> Reading | None:
    """Read "a week ago Friday" and, where the sentence looks ahead, "a week on Friday"."""
    amount = matched.terms["amount"].value
    assert isinstance(amount, Amount)
    ago = "ago" in matched.terms
    if scene.anchor is None or amount.unit != "week" or amount.count is None or not (ago or scene.future):
        return None
    away = (int(matched.value("w")) - scene.anchor.weekday()) % DAYS_IN_WEEK
    nearest = shift_days(scene.anchor, away - DAYS_IN_WEEK if ago else away or DAYS_IN_WEEK)
    return day_reading(shift(nearest, -amount.count if ago else amount.count, "week"))


def _weekday_of_set(value: str) -> int | None:
    """Return the weekday that a set repeats: 6 for the "XXXX-WXX-7" of "Sundays"."""
    return int(value.removeprefix(WEEKDAY_SET)) - 1 if value.startswith(WEEKDAY_SET) else None


def weekday_with_day(matched: Matched, scene: Scene) -> Reading | None:
    """Read "Friday the 22nd": the nearest such day that is that weekday."""
    spelt = is_spelt(matched, "d") and matched.number("d") < FEWEST_SPELT  # "Friday for the first time"
    if scene.anchor is None or (spelt and not scene.around.ends):
        return None
    anchor = scene.anchor
    first = anchor.replace(day=1)
    months = [shift_months(first, away) for away in range(-MONTHS_AROUND, MONTHS_AROUND + 1)]
    number = matched.number("d" if matched.has("d") else "n")
    days = [to_day(Calendar.GREGORIAN, each.year, each.month, number) for each in months]
    fitting = [day for day in days if day and day.weekday() == int(matched.value("w"))]
    nearest = min(fitting, key=lambda day: abs((day - anchor).days), default=None)
    return with_part(day_reading(nearest), matched) if nearest else None

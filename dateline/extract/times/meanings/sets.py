"""What returns: "every two days", "each 15th of May", "Sundays at 9 a.m.", "three times a week"."""

from dateline.extract.times.meanings.amounts import duration_value
from dateline.extract.times.meanings.matched import NAMED_HOURS, Matched, clock_of
from dateline.extract.times.meanings.vague_amounts import EVERY_WEEKEND
from dateline.extract.times.meanings.weekdays import WEEKDAY_SET, weekday
from dateline.extract.times.scene.readings import Reading
from dateline.extract.times.scene.scene import Scene
from dateline.extract.times.terms.amounts import Amount
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import MONTHS_IN_YEAR

EVERY_DAY, EVERY_YEAR = "XXXX-XX-XX", "P1Y"
LONGEST_MONTH = 31


def regular(matched: Matched, _: Scene) -> Reading | None:
    """Read "daily", "Sundays", "mornings"."""
    return _set(matched.value("set"))


def every(matched: Matched, _: Scene) -> Reading | None:
    """Read "every week", "every two days", "every Friday"; "the first Friday of every month" is monthly."""
    if matched.has("w") and not matched.has("unit"):
        return _set(_weekdays(matched))
    if matched.has("unit") and matched.value("unit") == "weekend":
        return _set(EVERY_WEEKEND)
    amount = matched.terms["amount"].value if matched.has("amount") else Amount(1, matched.value("unit"))
    assert isinstance(amount, Amount)
    return _set(duration_value(amount))


def weekday_listed(matched: Matched, scene: Scene) -> Reading | None:
    """Read the Monday of "أيام الاثنين والثلاثاء", which alone would be each Monday."""
    on, _, day = matched.value("set").rpartition("-")
    if f"{on}-" != WEEKDAY_SET or not day.isdecimal():
        return None
    return weekday(Matched({"w": matched.terms["set"]._replace(value=int(day) - 1)}), scene)


def weekday_of_every_week(matched: Matched, _: Scene) -> Reading | None:
    """Read "Friday of every week"."""
    return _set(_weekdays(matched)) if matched.value("unit") == "week" else None


def every_nth(matched: Matched, _: Scene) -> Reading | None:
    """Read "every other day", "every third month"; "every other Friday" is every second week's."""
    if matched.has("w"):
        return _set(_weekdays(matched))
    count = matched.number("n") if matched.has("n") else 2
    return _set(duration_value(Amount(count, matched.value("unit"))))


def every_year(matched: Matched, _: Scene) -> Reading | None:
    """Read "each July", "every summer", "5 May every year", "each Christmas"."""
    yearly = not matched.has("unit") or matched.value("unit") == "year"
    if not yearly or (matched.has("set") and matched.value("set") != EVERY_YEAR):
        return None
    if matched.has("season"):
        return _set(f"XXXX-{matched.value('season')}")
    if matched.has("holiday"):
        fixed = matched.value("holiday")
        return _set(f"XXXX-{fixed}") if fixed.replace("-", "").isdecimal() else None
    month = matched.month()
    if month.calendar is not Calendar.GREGORIAN:
        return None
    return _set(f"XXXX-{month.number:02}" + (f"-{matched.number('d'):02}" if matched.has("d") else ""))


def every_numeric_day(matched: Matched, scene: Scene) -> Reading | None:
    """Read "each 4/15": day and month in digits."""
    month, day = matched.number("a"), matched.number("b")
    if month > MONTHS_IN_YEAR or (not scene.month_first and day <= MONTHS_IN_YEAR):
        month, day = day, month
    fits = 1 <= month <= MONTHS_IN_YEAR and 1 <= day <= LONGEST_MONTH
    return _set(f"XXXX-{month:02}-{day:02}") if fits else None


def every_day_of_month(matched: Matched, _: Scene) -> Reading | None:
    """Read "every 15th", "the 15th of each month"."""
    if matched.has("unit") and matched.value("unit") != "month":
        return None
    return _set(f"XXXX-XX-{matched.number('d'):02}")


def every_at_clock(matched: Matched, _: Scene) -> Reading | None:
    """Read "every Sunday at 9am", "daily at noon", "3pm each day", "mornings at 9"."""
    days = _days(matched)
    clock = clock_of(matched)
    return _set(days + clock) if days and "/" not in clock else None


def every_at_named_hour(matched: Matched, _: Scene) -> Reading | None:
    """Read "every day at noon"; "every Monday morning"."""
    days, hour = _days(matched), NAMED_HOURS.get(matched.value("part"), matched.value("part")[-2:])
    return _set(f"{days}T{hour}") if days else None


def _days(matched: Matched) -> str:
    """Return on which days a time of day returns, or "" where what returns is no day."""
    if matched.has("w"):
        return _weekdays(matched)
    told = matched.value("set") if matched.has("set") else _unit_value(matched)
    if told.startswith("X"):
        return told.partition("T")[0]
    return EVERY_DAY if matched.has("part") or told == "P1D" else ""


def _unit_value(matched: Matched) -> str:
    return duration_value(Amount(1, matched.value("unit"))) if matched.has("unit") else ""


def times_a_unit(matched: Matched, _: Scene) -> Reading | None:
    """Read "once a year", "three times a week"."""
    return _set(_unit_value(matched))


def days_a_unit(matched: Matched, _: Scene) -> Reading | None:
    """Read "three days a week": so much of each."""
    amount = matched.terms["amount"].value
    assert isinstance(amount, Amount)
    return _set(duration_value(amount)) if amount.count == 1 and not amount.more else None


def every_part(matched: Matched, _: Scene) -> Reading | None:
    """Read "every morning", "Monday mornings"."""
    days = _weekdays(matched) if matched.has("w") else EVERY_DAY
    part = matched.value("set").partition("T")[2] if matched.has("set") else matched.value("part")[-2:]
    return _set(f"{days}T{part}") if part.isalpha() else None


def _weekdays(matched: Matched) -> str:
    return f"XXXX-WXX-{int(matched.value('w')) + 1}"


def _set(value: str) -> Reading:
    return Reading(TimeKind.SET, value, moves=False)

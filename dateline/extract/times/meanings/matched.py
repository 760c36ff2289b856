"""What the patterns of the time grammar hand to their rules, and what rules of several subjects share."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dateline.extract.times.meanings.stretches import part_of_days
from dateline.extract.times.scene.readings import Reading, timed_reading
from dateline.extract.times.scene.scene import Scene
from dateline.extract.times.terms.steps import number_of
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import DayRange, from_day
from dateline.text.dates import full_year
from dateline.text.lexicon import Term
from dateline.text.numerals import Number
from dateline.text.timewords import Month

NOON, HOURS_IN_DAY = 12, 24
FEWEST_SPELT = 11  # "on the twenty-first" is a day, "on the second" may be an attempt
BEFORE_NOON = 11  # "at noon, at 2" is behind it
LATE_PARTS = ("AF", "EV", "NI")
NAMED_HOURS = {"MI": "12:00", "0MI": "24:00"}


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


def is_spelt(matched: Matched, name: str) -> bool:
    """Say whether the number in a group is written in words."""
    written = matched.terms[name].value if matched.has(name) else None
    return isinstance(written, Number) and not written.digits


def direction(matched: Matched) -> int:
    """Return -1 for "last", 1 for "next", 0 for "this"."""
    return -1 if matched.has("last") else 1 if matched.has("next") else 0


def year_told(matched: Matched, anchor: date | None, calendar: Calendar) -> int | None:
    """Return the year that "last year", "this year" or "next year" names in a calendar, or None."""
    if anchor is None or matched.value("unit") != "year":
        return None
    return from_day(calendar, anchor)[0] + direction(matched)


def short_jalali_year(matched: Matched, scene: Scene) -> int | None:
    """Return the year of "بهمن سال ۵۷": of the Persian calendar, by its last two digits or in words."""
    year = matched.terms["y"].value
    two = isinstance(year, Number) and year.digits in (0, 2) and year.value >= FEWEST_SPELT
    of_year = not matched.has("unit") or matched.value("unit") == "year"
    if not two or not of_year or scene.calendar is not Calendar.JALALI:
        return None
    return full_year(matched.number("y"), Calendar.JALALI)


def modified(reading: Reading, matched: Matched, anchor: date | None = None, *, parts: int = 3) -> Reading:
    """Narrow the days of a reading by "early", "mid" or "late"; the value keeps the precision of the text.

    A named month or year has three `parts`; "late last month" is mostly said of its second half.
    "Earlier this month" ends with the day of printing, `anchor`, "later this month" begins with it.
    """
    days = reading.days
    if not matched.has("modifier") or days is None:
        return reading
    term = matched.terms["modifier"]
    if anchor and days.begin <= anchor <= days.until and term.code in "bj":
        narrowed = DayRange(days.begin, anchor) if term.code == "b" else DayRange(anchor, days.until)
        return replace(reading, days=narrowed)
    modifier = str(term.value or ("START" if term.code == "b" else "END"))
    return replace(reading, days=part_of_days(days, modifier, parts=parts))


def with_part(reading: Reading, matched: Matched) -> Reading:
    """Add the clock time or the part of the day beside a day; with both, "at 7" is of that part."""
    if matched.has("clock") or matched.has("hour"):
        return _with_clock(reading, clock_of(matched))
    if matched.has("part"):
        part = NAMED_HOURS.get(matched.value("part"), matched.value("part")[-2:])
        return replace(reading, kind=TimeKind.TIME, value=f"{reading.value}T{part}")
    return reading


def clock_of(matched: Matched) -> str:
    """Return the clock time that groups caught, "at 7" of a late part of the day being 19:00."""
    clock = matched.value("clock") if matched.has("clock") else f"T{matched.number('hour'):02}:00"
    part = matched.value("part") if matched.has("part") else ""
    noon = part == "MI" and int(clock[1:3]) < BEFORE_NOON
    return later_half(clock) if noon or part in LATE_PARTS else clock


def later_half(clock: str) -> str:
    """Return a time or a range of them in the second half of the day: T07:00/T09:30 is T19:00/T21:30.

    What is in that half already stays, and a range of which an end is so keeps its other end.
    """
    ends = clock.split("/")
    if any(int(end[1:3]) >= NOON for end in ends):
        return clock
    return "/".join(f"T{int(end[1:3]) + NOON:02}{end[3:]}" for end in ends)


def _with_clock(reading: Reading, clock: str) -> Reading:
    days = reading.days
    if days is None or days.begin != days.until:
        return replace(reading, kind=TimeKind.TIME, value=reading.value + clock)
    return timed_reading(days.begin, clock, reading.calendar)

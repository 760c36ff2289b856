"""What relative expressions are relative to, and the arithmetic of weeks, months and years from there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dateline.extract.times.scene.readings import (
    Reading,
    day_reading,
    long_reading,
    month_reading,
    quarter_reading,
    timed_reading,
    week_reading,
    year_reading,
)
from dateline.extract.times.scene.surroundings import Surroundings
from dateline.extract.times.scene.tense import Tense
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import (
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    DayRange,
    covers,
    from_day,
    quarter_of,
    shift_days,
    shift_months,
    to_day,
)

QUARTER_MARK = "-Q"
HOURS_OF_CLOCK, HOURS_OF_DAY = 12, 24
HOUR = re.compile(r"T(\d\d):(\d\d)")
SOON_DAYS = 60  # further ahead, a day without a year is last year's where its sentence tells of the past
LONG_SINCE = 30  # days: further back, it is next year's where its sentence looks ahead
CLOCK_UNITS = {"hour": 3600, "minute": 60, "second": 1}  # seconds
MONTHS = {
    "month": 1, "quarter": MONTHS_IN_QUARTER, "year": MONTHS_IN_YEAR, "decade": 10 * MONTHS_IN_YEAR,
    "century": 100 * MONTHS_IN_YEAR, "millennium": 1000 * MONTHS_IN_YEAR,
}  # fmt: skip
LONGEST_DAYS = {"week": 10, "weekend": 10, "month": 31, "quarter": 92, "year": 366, "decade": 3653}
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a reader stands.

    `anchor` is the day of printing, `spoken` the days last spoken of, `day` the last single day among them,
    `quarter` the first day of the last quarter that has begun.

    `instant` is the moment of printing, in the zone of the source, where its hour is known; `moment` is the
    one last spoken of, where its hour was told. `calendar` is
    the language's own; `month_first` says that it writes 4/22, not 22/4; `untold_is_past` that it marks what
    is to come, so that an unmarked day lies behind. `around` are the words beside the expression that is
    read; `since` is the first day of the range whose end it is.
    """

    anchor: date | None
    spoken: DayRange | None
    around: Surroundings
    calendar: Calendar = Calendar.GREGORIAN
    week_start: int = 0
    month_first: bool = False
    untold_is_past: bool = False
    instant: datetime | None = None
    quarter: date | None = None
    day: date | None = None
    since: date | None = None
    moment: datetime | None = None

    @property
    def reference(self) -> date | None:
        """The first of the days last spoken of."""
        return self.spoken.begin if self.spoken else None

    def told_within(self, unit: str) -> date | None:
        """Return the day that "the following week" goes by: the one told, but that of a longer unit."""
        long = self.spoken is None or (self.spoken.until - self.spoken.begin).days > LONGEST_DAYS.get(unit, 0)
        return self.anchor if long and self.anchor else self.told

    @property
    def told(self) -> date | None:
        """The day that "later" and "that week" go by."""
        return self.reference or self.anchor

    @property
    def told_day(self) -> date | None:
        """The day that a time of day and "the next day" go by: the last one spoken of."""
        if self.day and self.anchor and self.day > self.anchor and self.past:
            return self.anchor  # "it will open in May, he said at noon"
        return self.day or self.anchor

    @property
    def future(self) -> bool:
        """Whether the sentence speaks of what is to come."""
        return self.around.tense is Tense.FUTURE

    @property
    def past(self) -> bool:
        """Whether the sentence speaks of what was."""
        return self.around.tense is Tense.PAST

    @property
    def looks_back(self) -> bool:
        """Whether what is not marked as to come lies behind here."""
        return self.past or (self.untold_is_past and not self.future)

    def nearest(self, days: Sequence[date]) -> date | None:
        """Return the nearest of some days without a year to that of printing.

        One further off than `SOON_DAYS` is taken only where it is on the side that the sentence speaks of.
        """
        told = self.anchor or self.told
        if told is None:
            return None
        if self.looks_back:
            days = [day for day in days if day <= shift_days(told, SOON_DAYS)] or days
        elif self.future:
            days = [day for day in days if day >= shift_days(told, -LONG_SINCE)] or days
        return min(days, key=lambda day: abs((day - told).days), default=None)

    def beside(self, around: Surroundings, since: date | None) -> "Scene":
        """Return the scene for an expression among other words; spelt out, as it is made for every one."""
        return Scene(
            self.anchor, self.spoken, around, self.calendar, self.week_start, self.month_first,
            self.untold_is_past, self.instant, self.quarter, self.day, since, self.moment,
        )  # fmt: skip

    def after(self, reading: Reading) -> "Scene":
        """Return the scene once an expression has been read."""
        if (
            reading.kind is TimeKind.TIME
            and reading.days is not None
            and (hour := HOUR.search(reading.value))
        ):
            begun = datetime.combine(reading.days.begin, time(int(hour[1]) % HOURS_OF_DAY, int(hour[2])))
            return replace(self if not reading.moves else self._after_day(reading), moment=begun)
        return self if not reading.moves or reading.days is None else self._after_day(reading)

    def _after_day(self, reading: Reading) -> "Scene":
        """Return the scene once days have been told."""
        assert reading.days is not None
        begun = self.anchor is None or reading.days.begin <= self.anchor
        quarter = reading.days.begin if QUARTER_MARK in reading.value and begun else self.quarter
        day = reading.days.begin if reading.days.begin == reading.days.until else self.day
        return replace(self, spoken=reading.days, day=day, quarter=quarter)


def hour_reading(scene: Scene, hour: int) -> Reading | None:
    """Return the reading of an hour from 1 to 12 of the day spoken of."""
    if scene.told_day is None or not 1 <= hour <= HOURS_OF_CLOCK:
        return None
    return replace(timed_reading(scene.told_day, f"T{hour:02}:00"), moves=False)


def shift(day: date, count: float, unit: str) -> date:
    """Return the day some units away; hours and less stay on the day."""
    if unit in MONTHS:
        return shift_months(day, round(count * MONTHS[unit]))
    return shift_days(day, round(count * DAYS.get(unit, 0)))


def shift_moment(moment: datetime, count: float, unit: str) -> datetime:
    """Return the moment some units away, hours and less too, kept within the years 1 to 9999."""
    if unit not in CLOCK_UNITS:
        return datetime.combine(shift(moment.date(), count, unit), moment.time())
    try:
        return moment + timedelta(seconds=count * CLOCK_UNITS[unit])
    except OverflowError:
        return moment


def unit_reading(scene: Scene, day: date, unit: str) -> Reading | None:
    """Return the day, week, month … that holds `day`, in the language's own calendar."""
    calendar = scene.calendar if covers(scene.calendar, day) else Calendar.GREGORIAN
    year, month, _ = from_day(calendar, day)
    if unit == "week":
        return week_reading(day, scene.week_start)
    if unit == "weekend":
        week = week_reading(day, scene.week_start)
        saturday = shift_days(day, 5 - day.weekday())
        return replace(week, value=f"{week.value}-WE", days=DayRange(saturday, shift_days(saturday, 1)))
    if unit == "month":
        return month_reading(calendar, year, month)
    if unit == "quarter":
        return quarter_reading(day.year, quarter_of(day))
    if unit == "year":
        return year_reading(calendar, year)
    return long_reading(day.year, unit) or day_reading(day)


def step(scene: Scene, day: date, unit: str, count: int) -> date:
    """Return a day in the unit `count` units away, counted in the language's own calendar."""
    return step_in(scene.calendar, day, unit, count)


def step_in(calendar: Calendar, day: date, unit: str, count: int) -> date:
    """Return a day in the unit `count` units away; months and years are those of a calendar."""
    own = calendar is not Calendar.GREGORIAN and covers(calendar, day)
    if not own or unit not in ("month", "year"):
        return shift(day, count, unit)
    year, month, in_month = from_day(calendar, day)
    if unit == "year":
        return to_day(calendar, year + count, month, min(in_month, 29)) or day
    years, index = divmod(month - 1 + count, 12)
    return to_day(calendar, year + years, index + 1, min(in_month, 29)) or day

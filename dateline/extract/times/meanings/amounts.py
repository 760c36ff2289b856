"""What amounts of time mean: durations, "three weeks ago", "two days later"."""

from dataclasses import replace
from datetime import date

from dateline.extract.times.meanings.matched import Matched, direction
from dateline.extract.times.meanings.quarters import quarter_a_year_ago
from dateline.extract.times.scene.readings import Reading, day_reading, moment_reading, span_reading
from dateline.extract.times.scene.scene import (
    CLOCK_UNITS,
    HOURS_OF_DAY,
    MONTHS,
    Scene,
    shift,
    shift_moment,
    unit_reading,
)
from dateline.extract.times.terms.amounts import AMOUNT, Amount
from dateline.model.times import Calendar, TimeKind
from dateline.text.calendars import MONTHS_IN_YEAR, DayRange, shift_days, shift_months
from dateline.text.lexicon import Term
from dateline.text.numerals import plain

UNIT_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
DAY_LETTERS, CLOCK_LETTERS = ("L", "C", "E", "Y", "Q", "M", "W", "D"), ("TH", "TM", "TS")  # largest first
SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}  # of "and a half"
YEARS_IN = {"decade": 10, "century": 100, "millennium": 1000}
SEVERAL = 3  # of a number that is not told: the fewest, as docs/quantities.md has it
LONG_UNITS = ("year", "decade", "century")  # "a year earlier" mostly goes by the day of printing


def ago(matched: Matched, scene: Scene) -> Reading | None:
    """Read "three weeks ago" and "in two days" from the day of printing."""
    sign = 1 if matched.has("ahead") else -1
    told_ahead = sign > 0 and scene.looks_back and scene.spoken is not None  # "أفرج عنه بعد يومين"
    day = scene.told if told_ahead else scene.anchor
    return _quarter_before(matched, scene, sign) or _away(matched, scene, day, sign)


def one_ago(matched: Matched, scene: Scene) -> Reading | None:
    """Read "قبل شهر": one unit ago without a number."""
    amount = Amount(1, matched.value("unit"))
    if scene.anchor is None or amount.unit == "weekend":  # "قبل نهاية الأسبوع" is before the coming one
        return None
    if amount.unit in CLOCK_UNITS:
        return _moment(amount, scene, scene.anchor, -1)
    return unit_reading(scene, shift(scene.anchor, -1, amount.unit), amount.unit)


def one_ahead(matched: Matched, scene: Scene) -> Reading | None:
    """Read "بعد شهر من الآن", "بعد أسبوع من الغد": one unit ahead without a number."""
    unit = matched.value("unit")
    if scene.anchor is None or unit in CLOCK_UNITS:
        return None
    begin = shift_days(scene.anchor, int(matched.value("day")) if matched.has("day") else 0)
    return unit_reading(scene, shift(begin, 1, unit), unit)


def one_ahead_told(matched: Matched, scene: Scene) -> Reading | None:
    """Read "بعد أسبوع" where the sentence looks ahead: a week from the day of printing."""
    if not scene.future or scene.anchor is None:
        return None
    amount = Amount(1, matched.value("unit"))
    if amount.unit in CLOCK_UNITS:
        return _moment(amount, scene, scene.anchor, 1)
    return one_ahead(matched, scene)


def earlier(matched: Matched, scene: Scene) -> Reading | None:
    """Read "three weeks earlier" and "two days later" from the day spoken of."""
    sign = 1 if matched.has("ahead") else -1
    long = amount_of(matched).unit in LONG_UNITS and not _is_long_past(scene)
    come = sign > 0 and not (scene.future or amount_of(matched).more)
    if long and come:  # "108 years later" that day has come
        return Reading(TimeKind.DURATION, duration_value(amount_of(matched)), moves=False)
    day = scene.anchor if long and scene.anchor is not None else scene.told
    return _quarter_before(matched, scene, sign) or _away(matched, _at_moment_told(scene), day, sign)


def _at_moment_told(scene: Scene) -> Scene:
    """Return the scene with the moment that "an hour later" goes by: the one told, or that of printing."""
    if scene.moment is not None and (scene.day is None or scene.moment.date() == scene.day):
        return replace(scene, instant=scene.moment, anchor=scene.moment.date(), spoken=None)
    return replace(scene, instant=None) if scene.spoken or scene.looks_back else scene


def one_earlier(matched: Matched, scene: Scene) -> Reading | None:
    """Read "قبل ذلك بأسبوع": one unit before what was spoken of, without a number."""
    amount = Term(AMOUNT, 0, 0, Amount(1, matched.value("unit")))
    return earlier(Matched({**matched.terms, "amount": amount}), scene)


def _is_long_past(scene: Scene) -> bool:
    """Say whether what was last spoken of lies more than a year back."""
    return scene.spoken is not None and scene.spoken.until < shift(scene.anchor or date.max, -1, "year")


def _quarter_before(matched: Matched, scene: Scene, sign: int) -> Reading | None:
    amount = amount_of(matched)
    return quarter_a_year_ago(scene) if sign < 0 and (amount.count, amount.unit) == (1, "year") else None


def _away(matched: Matched, scene: Scene, day: date | None, sign: int) -> Reading | None:
    amount = amount_of(matched)
    if day is None or amount.count is None:
        return Reading(TimeKind.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", moves=False)
    if not CLOCK_UNITS.keys().isdisjoint((amount.unit, *(unit for _, unit in amount.more))):
        return _hours_away(amount, scene, day, sign)
    years = amount.count * MONTHS.get(amount.unit, 0) / MONTHS_IN_YEAR
    if sign < 0 and years >= day.year:
        return Reading(TimeKind.DATE, f"BC{round(years) - day.year + 1:04}", moves=False)
    there = _shifted(day, amount, sign)
    if amount.more:
        return unit_reading(scene, there, amount.more[-1][1])
    if amount.count != int(amount.count) and amount.unit == "year":
        return unit_reading(scene, there, "month")
    return unit_reading(scene, there, "year" if amount.unit in YEARS_IN else amount.unit)


def _hours_away(amount: Amount, scene: Scene, day: date, sign: int) -> Reading:
    """Return the moment hours or minutes away, the day of "48 hours ago", or only their length."""
    days = (amount.count or 0) / HOURS_OF_DAY
    if sign < 0 and scene.instant is None and amount.unit == "hour" and days and days == int(days):
        return day_reading(shift(day, -days, "day"))
    length = Reading(TimeKind.DURATION, duration_value(amount), DayRange(day, day), moves=False)
    return _moment(amount, scene, day, sign) or length


def _shifted(day: date, amount: Amount, sign: int) -> date:
    """Return the day that lies an amount with all its parts before (-1) or after (1) a day."""
    for count, unit in ((amount.count or 0, amount.unit), *amount.more):
        day = shift(day, sign * count, unit)
    return day


def _moment(amount: Amount, scene: Scene, day: date, sign: int) -> Reading | None:
    """Return the moment hours or minutes from that of printing, where its hour is known."""
    if scene.instant is None or day != scene.anchor:
        return None
    moment = scene.instant
    for count, unit in ((amount.count or 0, amount.unit), *amount.more):
        moment = shift_moment(moment, sign * count, unit)
    return moment_reading(moment)


def amount_of(matched: Matched) -> Amount:
    """Return the amount that a group caught."""
    amount = matched.terms["amount"].value
    assert isinstance(amount, Amount)
    return amount


def from_day_word(matched: Matched, scene: Scene) -> Reading | None:
    """Read "four days from tomorrow", "two days before yesterday", "for three days from today"."""
    if scene.anchor is None:
        return None
    sign = -1 if matched.has("back") else 1
    day, amount = shift_days(scene.anchor, int(matched.value("day"))), amount_of(matched)
    if matched.has("from") and scene.around.leads_length and amount.count and amount.unit not in CLOCK_UNITS:
        return span_reading(DayRange(day, shift_days(_shifted(day, amount, 1), -1)), Calendar.GREGORIAN)
    if amount.count is None or amount.unit in CLOCK_UNITS:
        return _away(matched, scene, day, sign)
    return day_reading(_shifted(day, amount, sign))


def ago_today(matched: Matched, scene: Scene) -> Reading | None:
    """Read "a year ago today": the very day."""
    amount = amount_of(matched)
    if scene.anchor is None or amount.count is None or amount.unit in CLOCK_UNITS:
        return None
    return day_reading(_shifted(shift_days(scene.anchor, int(matched.value("day"))), amount, -1))


def ago_this_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "five years ago this week", "a year ago next month": that week or month, so many years before."""
    amount = amount_of(matched)
    if scene.anchor is None or amount.count is None or matched.value("unit") not in ("week", "month"):
        return None
    unit = matched.value("unit")
    return unit_reading(scene, shift(_shifted(scene.anchor, amount, -1), direction(matched), unit), unit)


def duration(matched: Matched, scene: Scene) -> Reading | None:
    """Read "three weeks" and "two-day"; "in three weeks" is a day unless the sentence tells of the past."""
    known = amount_of(matched).count is not None and scene.anchor is not None
    ahead = scene.around.leads_ahead and not matched.has("article") and not scene.around.ranked
    if ahead and known and not scene.looks_back:
        return _away(matched, scene, scene.anchor, 1)
    if scene.around.within and known and scene.anchor is not None and scene.future:
        amount = amount_of(matched)
        days = DayRange(scene.anchor, _shifted(scene.anchor, amount, 1))
        return Reading(TimeKind.DURATION, duration_value(amount), days, moves=False)
    return Reading(TimeKind.DURATION, duration_value(amount_of(matched)), moves=False)


def one_within(matched: Matched, scene: Scene) -> Reading | None:
    """Read the "أسبوع" of "في غضون أسبوع": one unit without a number behind "within"."""
    if not scene.around.within or matched.value("unit") not in UNIT_LETTERS.keys() - {"weekend"}:
        return None
    return Reading(TimeKind.DURATION, duration_value(Amount(1, matched.value("unit"))), moves=False)


def one_about(matched: Matched, _: Scene) -> Reading | None:
    """Read the "عام" of "أكثر من عام": one unit without a number behind "about" or "more than"."""
    unit = matched.value("unit")
    known = unit in UNIT_LETTERS.keys() - {"weekend"}
    return Reading(TimeKind.DURATION, duration_value(Amount(1, unit)), moves=False) if known else None


def past_duration(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the past three weeks", "the next two days": a duration up to or from the day of printing."""
    return stretch_from_now(amount_of(matched), matched, scene)


def counted_past(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the 2 next days", "the 10 previous weeks"."""
    return stretch_from_now(Amount(matched.number("count"), matched.value("unit")), matched, scene)


def stretch_from_now(amount: Amount, matched: Matched, scene: Scene) -> Reading | None:
    """Return a duration with its days up to or from the day of printing; "several" are taken for three."""
    value = duration_value(amount)
    if scene.anchor is None:
        return Reading(TimeKind.DURATION, value, moves=False)
    amount = replace(amount, count=SEVERAL) if amount.count is None else amount
    if amount.unit == "quarter" and amount.count and amount.count >= 1:
        days = _quarters(scene.anchor, round(amount.count), ahead=matched.has("next"))
        return Reading(TimeKind.DURATION, value, days, moves=False)
    there = _shifted(scene.anchor, amount, 1 if matched.has("next") else -1)
    first = scene.anchor if scene.around.within else shift_days(scene.anchor, 1)
    days = DayRange(first, there) if there > scene.anchor else DayRange(there, scene.anchor)
    return Reading(TimeKind.DURATION, value, days, moves=False)


def _quarters(anchor: date, count: int, *, ahead: bool) -> DayRange:
    """Return whole quarters before or after that of the day of printing."""
    begin = anchor.replace(month=anchor.month - (anchor.month - 1) % MONTHS["quarter"], day=1)
    months = count * MONTHS["quarter"]
    if ahead:
        first = shift_months(begin, MONTHS["quarter"])
        return DayRange(first, shift_days(shift_months(first, months), -1))
    return DayRange(shift_months(begin, -months), shift_days(begin, -1))


def past_unit(matched: Matched, scene: Scene) -> Reading | None:
    """Read "the past week"."""
    unit = matched.value("unit")
    value = duration_value(Amount(1, unit))
    if unit == "weekend" and scene.anchor is not None:
        return unit_reading(scene, shift(scene.anchor, -1, unit), unit)
    if scene.anchor is None:
        return Reading(TimeKind.DURATION, value, moves=False)
    if unit == "quarter":
        days = _quarters(scene.anchor, 1, ahead=False)
    else:
        days = DayRange(shift(scene.anchor, -1, unit), scene.anchor)
    return Reading(TimeKind.DURATION, value, days, moves=False)


def duration_value(amount: Amount) -> str:
    """Return the ISO 8601 duration, with X for a count that is not told."""
    count, unit = amount.count, amount.unit
    if unit == "fortnight":
        count, unit = (None if count is None else count * 2), "week"
    if unit in YEARS_IN and count is not None:
        count, unit = count * YEARS_IN[unit], "year"
    if unit in SMALLER and count is not None and count != int(count) and not amount.more:
        smaller, length = SMALLER[unit]
        amount, count = replace(amount, more=((plain((count - int(count)) * length), smaller),)), int(count)
    letters = UNIT_LETTERS[unit]
    if count is None:
        return f"P{letters[:-1]}X{letters[-1]}"
    parts = {UNIT_LETTERS[each]: part for part, each in amount.more}
    counts = {letters: count, **parts} if count or not parts else parts
    days = "".join(f"{plain(counts[each])}{each}" for each in DAY_LETTERS if each in counts)
    clock = "".join(f"{plain(counts[each])}{each[-1]}" for each in CLOCK_LETTERS if each in counts)
    return f"P{days}{'T' if clock else ''}{clock}"

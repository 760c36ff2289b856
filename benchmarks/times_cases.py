"""Recognizers-Text cases as measurements: what counts as the right value, family by family.

A case is right where one expression that covers the printed words has the value. Conventions that differ
without a difference in meaning are mapped: the last day of a period is the first day after it in the cases;
PT1.5H and PT1H30M are one duration; "a month ago" is TIMEX3's month, not a day of it; a range whose two
ends the contract keeps as two expressions has both, where "from 2014 to 2018" may mean the first day of 2018;
a part of the day is its TIMEX3 value (TAF), whatever hours the cases give it; "every day at 9" is T09 or
XXXX-XX-XXT09:00.
"""

import json
import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dateline.model.times import TimeExpression

FAMILIES = {
    "DateParser": "date", "DatePeriodParser": "daterange", "DurationParser": "duration", "SetParser": "set",
    "TimeParser": "time", "DateTimeParser": "datetime", "HolidayParser": "holiday",
    "TimePeriodParser": "timerange", "DateTimePeriodParser": "datetimerange",
}  # fmt: skip
NEWS_FAMILIES = ("date", "daterange", "duration", "set", "time", "datetime", "holiday")
DEFAULT_PRINTED = "2016-11-07T00:00:00"
COVERED = 0.7  # of the printed words' letters, that an expression must cover
AGO_UNITS = ("week", "month", "year", "أسبوع", "شهر", "سنة", "عام")
_MONTHS = re.compile(r",P\d+M\)$")  # the end of a range of whole months
_DURATION = re.compile(r"([\d.]+)([YMWDHS])")
SECONDS = {"Y": 31_557_600, "W": 604_800, "D": 86_400, "H": 3_600, "S": 1}


@dataclass(frozen=True)
class Case:
    """One expected expression of one text; `wanted` are its right readings in the form of its family."""

    family: str
    text: str
    printed: str
    start: int
    end: int
    wanted: frozenset[tuple[str, ...]]
    timex: str
    vouched: bool = True  # the corpus's own tests look at the value


def recognizers_cases(corpora: Path, folder: str) -> Iterator[Case]:
    """Yield the cases of all families of one language."""
    for name, family in FAMILIES.items():
        path = corpora / f"3_time/recognizers/DateTime/{folder}/{name}.json"
        for case in json.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else ():
            printed = case.get("Context", {}).get("ReferenceDateTime", DEFAULT_PRINTED)
            for result in case.get("Results", ()):
                wanted = frozenset(_wanted(family, result.get("Value") or {}))
                if wanted:
                    start, end = printed_span(case["Input"], result)
                    timex = (result.get("Value") or {}).get("Timex", "")
                    vouched = "IgnoreResolution" not in case
                    yield Case(family, case["Input"], printed, start, end, wanted, timex, vouched)


def printed_span(text: str, result: dict) -> tuple[int, int]:
    """Return where an expected expression stands; some cases count it wrong and print it right."""
    start = result["Start"]
    end = start + result["Length"] if "Length" in result else result["End"] + 1
    printed = result.get("Text", "").strip()
    found = text.lower().find(printed.lower())
    if printed and text[start:end].strip().lower() != printed.lower() and found >= 0:
        return found, found + len(printed)
    return start, end


def _wanted(family: str, value: dict) -> Iterator[tuple[str, ...]]:
    if family in ("duration", "set"):
        yield (value.get("Timex", ""),)
        return
    for name in ("FutureResolution", "PastResolution"):
        days = value.get(name) or {}
        if family in ("date", "holiday", "time", "datetime"):
            yield from ((text,) for text in days.values())
        elif len(days) == 2:
            yield tuple(days[key] for key in sorted(days, reverse=True))  # start…, end…


def is_right(case: Case, found: list[TimeExpression]) -> bool:
    """Say whether the expressions of a text hold the value of a case."""
    near = [each for each in found if each.start < case.end and case.start < each.end]
    if case.family in ("daterange", "timerange", "datetimerange") and _both_ends(case, near):
        return True
    covering = [each for each in near if _cover(each, case) >= COVERED]
    return any(_same(case, wanted, each) for wanted in case.wanted for each in covering)


def _cover(each: TimeExpression, case: Case) -> float:
    return (min(each.end, case.end) - max(each.start, case.start)) / (case.end - case.start)


def _same(case: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    return RIGHT[case.family](case, wanted, each)


def _same_set(_: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    lengths = seconds(each.value), seconds(wanted[0])
    return _regular(each.value) == _regular(wanted[0]) or (lengths[0] == lengths[1] is not None)


def _same_length(_: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    return each.value == wanted[0] or (seconds(each.value) or -1) == seconds(wanted[0])


def _same_day(case: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    return each.begin == each.until == wanted[0] or _unit_ago(case, wanted[0], each)


def _same_clock(_: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    return _clock(each.value) == wanted[0][:5]


def _same_moment(_: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    return each.begin == wanted[0][:10] and _clock(each.value) == wanted[0][11:16]


def _same_days(case: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    pairs = _day_pairs(wanted)
    if _MONTHS.search(case.timex) and wanted[1].endswith("-01"):  # "from May to Oct 2020" with all of October
        pairs.add((wanted[0], month_end(wanted[1])))
    return (each.begin, each.until) in pairs


def _same_hours(case: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    return _hours(each.value) == tuple(_hour(end) for end in wanted) or _part_of_day(case, wanted, each)


RIGHT: dict[str, Callable[[Case, tuple[str, ...], TimeExpression], bool]] = {
    "set": _same_set, "duration": _same_length, "date": _same_day, "holiday": _same_day, "time": _same_clock,
    "datetime": _same_moment, "daterange": _same_days, "timerange": _same_hours, "datetimerange": _same_hours,
}  # fmt: skip


def _regular(value: str) -> str:
    """Return a set with the ways to write "every day at 9" made one."""
    return value.removeprefix("XXXX-XX-XX").removesuffix(":00")


def _hours(value: str) -> tuple[str, ...]:
    return tuple(_hour(end) for end in value.split("/"))


def _hour(text: str) -> str:
    return text.replace("T", " ").rpartition(" ")[2][:5]


def _part_of_day(case: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    """Say whether a part of the day is that of the case, on its day where the case has one."""
    part = re.fullmatch(r"(?:.*?)T([A-Z]{2})", case.timex)
    right = part is not None and each.value.endswith(f"T{part[1]}")
    return right and (case.family == "timerange" or each.begin == wanted[0][:10])


def _clock(value: str) -> str:
    return value.partition("T")[2][:5].replace("24:", "00:")


def _day_pairs(wanted: tuple[str, ...]) -> set[tuple[str, str]]:
    last = date.fromisoformat(wanted[1])
    return {(wanted[0], each.isoformat()) for each in (last, last - timedelta(days=1))}


def month_end(day: str) -> str:
    """Return the last day of the month that begins on a day."""
    begin = date.fromisoformat(day)
    return begin.replace(day=monthrange(begin.year, begin.month)[1]).isoformat()


def _unit_ago(case: Case, day: str, each: TimeExpression) -> bool:
    """Say whether a phrase that counts weeks, months or years from now was read as that unit."""
    words = case.text[case.start : case.end].lower()
    counted = any(unit in words for unit in AGO_UNITS) and each.begin is not None and each.until is not None
    return counted and each.begin != each.until and each.begin <= day <= each.until


def _both_ends(case: Case, near: list[TimeExpression]) -> bool:
    """Say whether one expression begins the range and another ends it."""
    for wanted in case.wanted:
        if case.family == "daterange":
            ends = {pair[1] for pair in _day_pairs(wanted)}
            if any(
                a.begin == wanted[0] and (b.until in ends or b.begin == wanted[1])
                for a in near
                for b in near
                if a.start < b.start
            ):
                return True
    return False


def seconds(value: str) -> float | None:
    """Return the length of an ISO 8601 duration, a month being a twelfth of a year; else None."""
    days, _, clock = value.removeprefix("P").partition("T")
    if not value.startswith("P") or "X" in value:
        return None
    length = sum(
        float(n) * (SECONDS["Y"] / 12 if unit == "M" else SECONDS[unit])
        for n, unit in _DURATION.findall(days)
    )
    return length + sum(
        float(n) * (60 if unit == "M" else SECONDS[unit]) for n, unit in _DURATION.findall(clock)
    )

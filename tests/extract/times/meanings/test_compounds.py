"""Values of two phrases together: a length and a day, a part and its period, a weekday and its week."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import find_times
from dateline.extract.times.meanings.compounds import moved, share_of
from dateline.extract.times.scene.readings import Reading as TimeReading
from dateline.extract.times.scene.readings import Share, day_reading, month_reading, year_reading
from dateline.model.times import Calendar, StatedTime, TimeExpression, TimeKind
from dateline.text.calendars import DayRange

PRINTED = StatedTime("2020-03-19T16:30:00+03:30", "")  # a Thursday


def only(text: str, lang: str = "en") -> TimeExpression:
    (found,) = find_times(text, lang, anchor=PRINTED)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell 3 days after Christmas.", "2019-12-28"),
        ("It opened two weeks before 5 May 2019.", "2019-04-21"),
        ("It comes a month after next Friday.", "2020-04-27"),
        ("It fell two years before 2011.", "2009"),
        ("It fell three months after March 2019.", "2019-06"),
        ("He left the day before last Tuesday.", "2020-03-16"),
        ("It opens 10 days from Tuesday.", "2020-04-03"),
        ("It ends on the first day of next month.", "2020-04-01"),
        ("It ended on the last day of March 2019.", "2019-03-31"),
        ("It fell in the third month of 2021.", "2021-03"),
        ("It ends on the thirty-first day of the month.", "2020-03-31"),
        ("He will come on Wednesday evening next week.", "2020-03-25TEV"),
        ("It struck on Tuesday (17 March).", "2020-03-17"),
    ],
)
def test_two_phrases_tell_one_day(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("It fell in the first two weeks of 2021.", "2021-01-04", "2021-01-17"),
        ("It fell in the last four months of 2021.", "2021-09-01", "2021-12-31"),
        ("It rained in the first ten days of last year.", "2019-01-01", "2019-01-10"),
    ],
)
def test_parts_of_periods_are_stretches_of_days(text: str, begin: str, until: str) -> None:
    found = only(text)
    assert (found.begin, found.until) == (begin, until)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It will open in 5 minutes.", "2020-03-19T16:35"),
        ("It fell two hours ago.", "2020-03-19T14:30"),
        ("It will open 20 hours from now.", "2020-03-20T12:30"),
        ("It fell 90 seconds ago.", "2020-03-19T16:28:30"),
    ],
)
def test_hours_count_from_the_moment_of_printing(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    ["The first day was calm.", "He chose the month.", "The week after they left was calm."],
)
def test_parts_of_nothing_tell_no_time(text: str) -> None:
    assert find_times(text, "en", anchor=PRINTED) == ()


@given(st.dates(), st.integers(0, 400), st.sampled_from(["D", "W"]))
def test_a_day_moved_there_and_back_is_the_same(day: date, count: int, unit: str) -> None:

    length = TimeReading(TimeKind.DURATION, f"P{count}{unit}")
    there = moved(length, day_reading(day), 1)
    assert there is not None and there.days is not None
    inside = date.min.toordinal() + 3000 < day.toordinal() < date.max.toordinal() - 3000
    back = moved(length, there, -1)
    assert back is not None and (back.value == day.isoformat() or not inside)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_nth_month_of_a_year_is_that_month(year: int, month: int) -> None:
    period = year_reading(Calendar.GREGORIAN, year)
    assert period is not None
    assert share_of(Share(month, 1, "month"), period) == month_reading(Calendar.GREGORIAN, year, month)


@given(st.dates(), st.integers(1, 40), st.integers(1, 400))
def test_parts_lie_in_their_period(begin: date, nth: int, length: int) -> None:

    until = date.fromordinal(min(begin.toordinal() + length, date.max.toordinal()))
    period = TimeReading(TimeKind.DATE, "", DayRange(begin, until))
    part = share_of(Share(nth, 1, "day"), period)
    if part is not None:
        assert part.days is not None and begin + timedelta(days=nth - 1) == part.days.begin <= until

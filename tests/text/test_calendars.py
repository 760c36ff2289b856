from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.times import Calendar
from dateline.text.calendars import covers, from_day, month_range, shift_months, to_day, year_range


@pytest.mark.parametrize(
    ("calendar", "parts", "expected"),
    [
        (Calendar.GREGORIAN, (2020, 3, 18), date(2020, 3, 18)),
        (Calendar.JALALI, (1398, 12, 18), date(2020, 3, 8)),
        (Calendar.JALALI, (1399, 12, 30), date(2021, 3, 20)),  # a leap year
        (Calendar.HIJRI, (1441, 7, 15), date(2020, 3, 10)),
        (
            Calendar.HIJRI,
            (1433, 2, 30),
            date(2012, 1, 24),
        ),  # printed by a sighted month, 29 days in Umm al-Qura
        (Calendar.HIJRI, (1300, 1, 1), date(1882, 11, 12)),  # outside Umm al-Qura
        (Calendar.HEBREW, (5780, 12, 22), date(2020, 3, 18)),
    ],
)
def test_days_of_four_calendars(calendar: Calendar, parts: tuple[int, int, int], expected: date) -> None:
    assert to_day(calendar, *parts) == expected


@pytest.mark.parametrize(
    ("calendar", "parts"),
    [(Calendar.GREGORIAN, (2019, 2, 29)), (Calendar.JALALI, (1398, 12, 30)), (Calendar.HIJRI, (1441, 13, 1))],
)
def test_days_that_do_not_exist(calendar: Calendar, parts: tuple[int, int, int]) -> None:
    assert to_day(calendar, *parts) is None


@given(st.dates(), st.sampled_from(Calendar))
def test_a_day_that_a_calendar_does_not_reach_is_no_day_of_it(day: date, calendar: Calendar) -> None:
    year, month, number = from_day(calendar, day)
    assert to_day(calendar, year, month, number) == (day if covers(calendar, day) else None)


@given(st.dates(date(1000, 1, 1), date(2400, 1, 1)), st.sampled_from(Calendar))
def test_every_day_comes_back(day: date, calendar: Calendar) -> None:
    assert to_day(calendar, *from_day(calendar, day)) == day


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)), st.sampled_from(Calendar))
def test_months_follow_each_other(day: date, calendar: Calendar) -> None:
    year, month, _ = from_day(calendar, day)
    days = month_range(calendar, year, month)
    assert days is not None
    assert days.begin <= day <= days.until
    assert from_day(calendar, days.until + timedelta(days=1))[2] == 1


def test_year_of_the_hebrew_calendar_begins_in_tishri() -> None:
    days = year_range(Calendar.HEBREW, 5780)
    assert days is not None
    assert (days.begin, days.until) == (date(2019, 9, 30), date(2020, 9, 18))


def test_month_arithmetic_stays_in_short_months() -> None:
    assert shift_months(date(2020, 3, 31), -1) == date(2020, 2, 29)

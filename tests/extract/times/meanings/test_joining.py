"""Phrases told in several pieces, and what the pieces mean together."""

import time

import pytest

from dateline.extract.times import find_times
from dateline.model.times import StatedTime, TimeExpression

PRINTED = StatedTime("2020-03-19", "19 March 2020")  # a Thursday


def only(text: str, lang: str = "en") -> TimeExpression:
    (found,) = find_times(text, lang, anchor=PRINTED)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The session opens next Monday at 8 a.m.", "2020-03-23T08:00"),
        ("It fell last Sunday at 5 in the afternoon.", "2020-03-15T17:00"),
        ("They will meet on Friday next week between 8am and 2pm.", "2020-03-27T08:00/2020-03-27T14:00"),
        ("The curfew runs from 9 p.m. today until 5 a.m. tomorrow.", "2020-03-19T21:00/2020-03-20T05:00"),
        ("It will close on Monday from 9 to 5.", "2020-03-23T09:00/2020-03-23T17:00"),
        ("Shelling began at 8pm in the evening.", "2020-03-19T20:00"),
        ("The text says 2016-12-16T12:23:59 exactly.", "2016-12-16T12:23:59"),
        ("The road is shut for 3 days starting from next Monday.", "2020-03-23/2020-03-25"),
        ("The strike opened at seven pm on Friday the 13th.", "2020-03-13T19:00"),
        ("They open from 10 a.m. to noon.", "2020-03-19T10:00/2020-03-19T12:00"),
    ],
)
def test_pieces_of_one_time_are_joined(text: str, value: str) -> None:
    assert only(text).value == value


def test_times_of_two_days_stay_two() -> None:
    found = find_times("He left on Tuesday and came back at 5 p.m. on Wednesday.", "en", anchor=PRINTED)
    assert [each.value for each in found] == ["2020-03-17", "2020-03-18T17:00"]


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("It ran from June to July 2017.", "2017-06-01", "2017-07-31"),
        ("It ran from 1 January to 15 January 2016.", "2016-01-01", "2016-01-15"),
        ("It will run from next Tuesday to Thursday.", "2020-03-24", "2020-03-26"),
        ("It ran on November 19 to 20.", "2019-11-19", "2019-11-20"),
        ("It ran on the 3rd to the 12th of March.", "2020-03-03", "2020-03-12"),
        ("It ran in the second week of July 2016.", "2016-07-11", "2016-07-17"),
        ("It was in November 2016, on 2016-1-12.", "2016-01-12", "2016-01-12"),
        ("It fell in the second half of 2016.", "2016-07-01", "2016-12-31"),
        ("It opened in 2016, November.", "2016-11-01", "2016-11-30"),
        ("It is known since the 1800s.", "1800-01-01", "1899-12-31"),
        ("It came two Sundays ago.", "2020-03-08", "2020-03-08"),
        ("It comes on the first Monday in June 2021.", "2021-06-07", "2021-06-07"),
        ("It came in the week of 3/6.", "2020-03-02", "2020-03-08"),
        ("It ends at the end of tomorrow.", "2020-03-20", "2020-03-20"),
    ],
)
def test_days_of_ranges_and_parts(text: str, begin: str, until: str) -> None:
    *_, found = find_times(text, "en", anchor=PRINTED)
    assert (found.begin, found.until) == (begin, until)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet every other day.", "P2D"),
        ("They meet every third month.", "P3M"),
        ("They meet on the 15th of every month.", "XXXX-XX-15"),
        ("They march each 4/15.", "XXXX-04-15"),
        ("They march every Christmas.", "XXXX-12-25"),
        ("They come every evening at 6.", "XXXX-XX-XXT18:00"),
        ("They ring every day at noon.", "XXXX-XX-XXT12:00"),
        ("They stay home on weekends.", "XXXX-WXX-WE"),
        ("They trade on Monday mornings.", "XXXX-WXX-1TMO"),
    ],
)
def test_what_returns(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It took three quarters of an hour.", "PT45M"),
        ("It took an hour and a quarter.", "PT1H15M"),
        ("It took two years and a half.", "P2Y6M"),
        ("It took half an hour.", "PT30M"),
        ("They held out for 3 nights.", "P3D"),
    ],
)
def test_lengths_with_fractions(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("It struck at eight thirty.", "T08:30"),
        ("It struck at three quarters past seven.", "T07:45"),
        ("It struck at 20 minutes to eight.", "T07:40"),
        ("It struck at five minutes after ten.", "T10:05"),
        ("It struck at 12 in the night.", "T00:00"),
        ("It struck at 11ish.", "T11:00"),
        ("It struck on Tuesday at midnight.", "T24:00"),
    ],
)
def test_spoken_clock_times(text: str, clock: str) -> None:
    assert only(text).value.endswith(clock)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It falls on Memorial Day.", "2020-05-25"),
        ("It fell last Thanksgiving.", "2019-11-28"),
        ("It fell on Boxing Day 2018.", "2018-12-26"),
        ("It fell on the day after Christmas.", "2019-12-26"),
        ("It fell on Veterans' Day this year.", "2020-11-11"),
    ],
)
def test_holidays(text: str, day: str) -> None:
    assert only(text).begin == day


@pytest.mark.parametrize(
    "text",
    [
        "Staff work 24/7 in the city.",
        "Unemployment stood at 7 percent.",
        "They wounded 8 in the raid.",
        "At 12 hospitals doctors were killed.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, "en", anchor=PRINTED) == ()


def test_a_megabyte_of_plain_words_is_read_to_its_end() -> None:
    text = "the men of the town " * 52_000 + "left on March 5."
    began = time.process_time()
    assert [each.value for each in find_times(text, "en", anchor=PRINTED)] == ["2020-03-05"]
    assert time.process_time() - began < 20.0

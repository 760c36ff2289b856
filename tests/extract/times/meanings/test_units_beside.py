"""Units that go by what is told beside them, and words that only look like times."""

import pytest

from dateline.extract.times import find_times
from dateline.model.times import StatedTime, TimeExpression


def found(text: str) -> tuple[TimeExpression, ...]:
    """Read a text printed on Thursday, 19 March 2020."""
    return find_times(text, "en", anchor=StatedTime("2020-03-19", "2020-03-19"))


def values(text: str) -> list[str]:
    return [each.value for each in found(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sales fell in the quarter ended Sept. 30.", ["2019-Q3", "2019-09-30"]),
        ("Sales fell in the quarter ended January 31, 2019.", ["2018-Q4", "2019-01-31"]),
        ("It rose in the final quarter of 2017 it seems.", ["2017-Q4"]),
        ("He left in May 2019 and the following month she did.", ["2019-05", "2019-06"]),
        ("He left on 2 May 2019. The week before, she had.", ["2019-05-02", "2019-W17"]),
        ("He left in 2009, and the following week was quiet.", ["2009", "2020-W13"]),
        ("He left on 2 May 2019, and the previous year was quiet.", ["2019-05-02", "2018"]),
        ("She will return in the next week.", ["2020-W13"]),
        ("They met on 2 May 2019 and left the day after.", ["2019-05-02", "2019-05-03"]),
        ("They met on 2 May 2019; the year before he had won.", ["2019-05-02"]),
        ("Rain fell in the month.", ["2020-03"]),
        ("They stayed from 3 to 5 May 2019 and left the day after.", ["2019-05-03/2019-05-05", "2019-05-06"]),
        ("The town fell in mid-December and rose the following week.", ["2019-12", "2019-W51"]),
        ("They will be away for 3 days from today.", ["2020-03-19/2020-03-21"]),
        ("It was shut from April until the end of June.", ["2019-04", "2019-06"]),
        ("Sales from April to June in 2017 fell.", ["2017-04-01/2017-06-30"]),
        ("They will be away from 26 June to 28 June in 2021.", ["2021-06-26/2021-06-28"]),
        ("They meet on Monday the twenty-third.", ["2020-03-23"]),
        ("A revision Friday to December's figures was small.", ["2020-03-13", "2019-12"]),
        ("They met on 2 May 2019, the day after the vote.", ["2019-05-02", "2019-05-03"]),
        ("In 2010 it was built. Two years later it fell.", ["2010", "2012"]),
        ("In 2010 it was built. Two years earlier work had begun.", ["2010", "2008"]),
        ("Sales fell in 2020. A year earlier they had risen.", ["2020", "2019"]),
        ("It stood there a half-century ago.", ["1970"]),
        ("It fell half a dozen years ago.", ["2014"]),
        ("They left a quarter-century ago.", ["1995"]),
        ("It froze 8,000 years ago.", ["BC5981"]),
        ("He turned 38 last week.", ["2020-W11"]),
        ("They will meet on Friday at 5.", ["2020-03-20T05:00"]),
        ("They will meet on Sat at 5.", ["2020-03-21T05:00"]),
        ("It left at 7:00 next Sunday afternoon.", ["2020-03-29T19:00"]),
        ("They took 2 hours next month.", ["PT2H", "2020-04"]),
        ("They left on 4-22.", ["2020-04-22"]),
        ("After months of raids peace came, days later.", ["PXM", "PXD"]),
        ("It fell in the early hours of Sunday.", ["2020-03-15TMO"]),
        ("He played in the 2012/13 season.", ["2012-01-01/2013-12-31"]),
        ("It was worst in the 1970s and 80s.", ["197", "198"]),
        ("They spoke later in the afternoon.", ["2020-03-19TAF"]),
        ("It works under a June agreement.", ["2019-06"]),
        ("No woman had the post until now.", ["PRESENT_REF"]),
    ],
)
def test_units_go_by_what_was_told(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


def test_the_days_of_a_year_that_ended() -> None:
    year, last = found("It lost money in the year ended June 30.")
    assert (year.value, year.begin, year.until, last.value) == (
        "P1Y",
        "2018-07-01",
        "2019-06-30",
        "2019-06-30",
    )


def test_now_is_the_day_of_printing_where_a_range_ends() -> None:
    begun, now = found("It rose between 2018 and now.")
    assert (begun.value, now.value, now.begin) == ("2018", "PRESENT_REF", "2020-03-19")
    (alone,) = found("It rises now.")
    assert (alone.value, alone.begin) == ("PRESENT_REF", None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It will lift off on Tuesday for the first time.", ["2020-03-24"]),
        ("A Long March 4 rocket stood there.", []),
        ("The People's Daily and the Shanghai Daily said so, not the Daily News.", []),
        ("The German daily Bild wrote of daily raids.", ["P1D"]),
        ("Daily raids went on.", ["P1D"]),
        ("Resolution 1973 and Flight 1989 were named.", []),
        ("Many say 2010 was a good year.", ["2010"]),
        ("The ratio was 3:1, at 3:01 it was told.", ["2020-03-19T03:01"]),
        ("They freed 5 in January and 25 in early March.", ["2020-01", "2020-03"]),
        ("The raid was the third since January.", ["2020-01"]),
        ("On Wednesday two left.", ["2020-03-18"]),
        ("They came on Monday, a week later than planned.", ["2020-03-16", "2020-W13"]),
        ("In the same period they lost.", []),
        ("On the first day 30 people died.", []),
        ("They left early (2230 GMT Tuesday).", ["2020-03-17T22:30Z"]),
        ("The bloody 1989 rout was recalled.", ["1989"]),
        ("A record 1950 cases were counted, a mere 1985 people.", []),
        ("They spent months in hiding.", ["PXM"]),
        ("They met for hours on end, and minutes were kept.", ["PTXH"]),
        ("It owns a quarter of the market.", []),
        ("A week or so ago he left.", ["2020-W11"]),
        ("Rain will fall in the weeks ahead.", ["PXW"]),
        ("In the first hours of the war and in the early years.", ["PTXH", "PXY"]),
        ("It was a decades-long feud.", ["PXY"]),
        ("The deputy, who is in her mid-50s, left.", []),
        ("They sold shares for £1.3 million days after the theft.", ["PXD"]),
        ("They set up site2017.example.", []),
        ("It was the first win of the small village team in over a century.", ["P100Y"]),
        ("They lost in 2019. A hundred and eight years later the wait is over.", ["2019", "P108Y"]),
        ("Thousands came to the March on the capital.", []),
    ],
)
def test_what_only_looks_like_a_day(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted

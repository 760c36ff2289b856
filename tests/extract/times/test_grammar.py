"""Members of each family of times, in English and Arabic: what is said of one fits them all."""

from itertools import product

import pytest

from dateline.extract.times import find_times
from dateline.model.times import StatedTime, TimeExpression

PRINTED = StatedTime("2016-11-07T16:12:00", "")  # a Monday


def found_in(text: str, lang: str) -> list[TimeExpression]:
    return list(find_times(text, lang, anchor=PRINTED))


def only(text: str, lang: str) -> TimeExpression:
    (found,) = found_in(text, lang)
    return found


YEARS = {
    "en": {"2015": ("of 2015", "in 2015", "last year", "of last year"), "2016": ("this year", "of this year"),
           "2017": ("next year", "of next year")},
    "ar": {"2015": ("عام 2015", "من عام 2015", "العام الماضي", "من العام الماضي"),
           "2016": ("هذا العام", "من هذا العام"), "2017": ("العام المقبل", "من السنة القادمة")},
}  # fmt: skip
FLOATING = {  # what falls in every year, and its value there
    "en": {"in May": "-05", "in the summer": "-SU", "on Christmas Day": "-12-25", "on 5 May": "-05-05",
           "in the third quarter": "-Q3", "in the last quarter": "-Q4"},
    "ar": {"في مايو": "-05", "في صيف": "-SU", "في عيد الميلاد": "-12-25", "في 5 مايو": "-05-05",
           "في الربع الثالث": "-Q3", "في الربع الأخير": "-Q4"},
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_falls_in_every_year_takes_the_year_told_behind_it(lang: str) -> None:
    for (year, phrases), (floating, value) in product(YEARS[lang].items(), FLOATING[lang].items()):
        for phrase in phrases:
            told = only(f"{floating} {phrase}.", lang).value
            assert told == f"{year}{value}", f"{floating} {phrase}"


@pytest.mark.parametrize(
    ("unit", "last_but_one", "next_but_one"),
    [("week", "2016-W43", "2016-W47"), ("month", "2016-09", "2017-01"), ("year", "2014", "2018")],
)
def test_the_unit_before_last_and_after_next(unit: str, last_but_one: str, next_but_one: str) -> None:
    arabic = {"week": "الأسبوع", "month": "الشهر", "year": "العام"}[unit]
    assert only(f"We met the {unit} before last.", "en").value == last_but_one
    assert only(f"We meet the {unit} after next.", "en").value == next_but_one
    assert only(f"التقينا {arabic} قبل الماضي.", "ar").value == last_but_one
    assert only(f"نلتقي {arabic} بعد القادم.", "ar").value == next_but_one


@pytest.mark.parametrize(
    ("text", "lang", "begin", "until"),
    [
        ("It fell in the first half of May.", "en", "2016-05-01", "2016-05-15"),
        ("It fell in the second half of the 1980s.", "en", "1985-01-01", "1989-12-31"),
        ("وقع في النصف الثاني من مايو.", "ar", "2016-05-16", "2016-05-31"),
        ("It is on the last Friday of the month.", "en", "2016-11-25", "2016-11-25"),
        ("It was on the last weekend of October.", "en", "2016-10-29", "2016-10-30"),
        ("It is on the first Friday next July.", "en", "2017-07-07", "2017-07-07"),
        ("وقع في الأيام العشرة الأولى من أكتوبر.", "ar", "2016-10-01", "2016-10-10"),
        ("It was the Friday before Christmas 2015.", "en", "2015-12-18", "2015-12-18"),
        ("It was the week before Easter 2015.", "en", "2015-03-23", "2015-03-29"),
        ("It was the day after the 5th of May.", "en", "2016-05-06", "2016-05-06"),
        ("It will be two weeks from tomorrow.", "en", "2016-11-22", "2016-11-22"),
        ("It was a year ago today.", "en", "2015-11-07", "2015-11-07"),
        ("It was the night before last.", "en", "2016-11-05", "2016-11-05"),
        ("It will be Friday week.", "en", "2016-11-18", "2016-11-18"),
        ("وصل قبل يومين من عيد الميلاد.", "ar", "2016-12-23", "2016-12-23"),
        ("وصل بعد أسبوع من 5 مايو 2015.", "ar", "2015-05-12", "2015-05-12"),
        ("وصل في رمضان العام الماضي.", "ar", "2015-06-18", "2015-07-16"),
        ("وصل في يوم القدس 2015.", "ar", "2015-07-10", "2015-07-10"),
        ("وصل عام 1441 هـ.", "ar", "2019-08-31", "2020-08-19"),
        ("سيصل بعد نحو ثلاثة أيام.", "ar", "2016-11-10", "2016-11-10"),
        ("غادر قبل سنة وثلاثة أشهر.", "ar", "2015-08-01", "2015-08-31"),
    ],
)
def test_days(text: str, lang: str, begin: str, until: str) -> None:
    found = only(text, lang)
    assert (found.begin, found.until) == (begin, until)


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("It ran in May and June 2015.", "en", ["2015-05", "2015-06"]),
        ("It will last for 3 hours from 10 am.", "en", ["2016-11-07T10:00/2016-11-07T13:00"]),
        ("They came on Tuesday AM.", "en", ["2016-11-01TMO"]),
        ("استمر يومي الثلاثاء والأربعاء.", "ar", ["2016-11-01", "2016-11-02"]),
        ("It ran between May and July last year.", "en", ["2015-05", "2015-07"]),
        ("It ran on 5, 6 and 7 May 2015.", "en", ["2015-05-05", "2015-05-06", "2015-05-07"]),
        ("It ran in the summer and autumn of 2015.", "en", ["2015-SU", "2015-FA"]),
        ("استمر بين مايو ويوليو من العام الماضي.", "ar", ["2015-05", "2015-07"]),
        ("It runs every Monday, Thursday and Friday.", "en", ["XXXX-WXX-1", "XXXX-WXX-4", "XXXX-WXX-5"]),
        ("It runs on 5 May every year.", "en", ["XXXX-05-05"]),
        ("It runs at 9 every morning.", "en", ["XXXX-XX-XXT09:00"]),
        ("It runs on Friday of every week.", "en", ["XXXX-WXX-5"]),
        ("يجري في الخامس من مايو من كل عام.", "ar", ["XXXX-05-05"]),
        ("يجري في الخامس من كل شهر.", "ar", ["XXXX-XX-05"]),
        ("نجتمع صباح كل يوم.", "ar", ["XXXX-XX-XXTMO"]),
        ("A curfew ran from 5pm until 6am.", "en", ["2016-11-07T17:00/2016-11-08T06:00"]),
        ("It opens on 1 May 2017, he said at midday.", "en", ["2017-05-01", "2016-11-07T12:00"]),
        ("It grew in 2016 from the same period last year.", "en", ["2016", "2015"]),
        ("It grew in the third quarter from the same period last year.", "en", ["2016-Q3", "2015-Q3"]),
        ("They came at ten to six.", "en", ["2016-11-07T05:50"]),
        (
            "Updated 1450 GMT, 0845 EDT, for the 2012 art fair.",
            "en",
            ["2016-11-07T14:50Z", "2016-11-07T08:45", "2012"],
        ),
        ("They left at 0030 GMT, at 6.44am GMT.", "en", ["2016-11-07T00:30Z", "2016-11-07T06:44Z"]),
        ("Sales fell in FY2014, FY15 and FY 2016.", "en", ["2014", "2015", "2016"]),
        ("It grew in the 2013 fiscal year.", "en", ["2013"]),
        ("It grew in the fiscal year 2013-14.", "en", ["2013-01-01/2014-12-31"]),
        ("It fell in the last half of 2014.", "en", ["2014-H2"]),
        ("By 2050 yields will fall, until 2070.", "en", ["2050", "2070"]),
        ("It will last for the next fortnight.", "en", ["P2W"]),
        ("It may last three weeks.", "en", ["P3W"]),
        ("It fell over the last month, and rose last month.", "en", ["P1M", "2016-10"]),
        ("It fell in the last year and a half.", "en", ["P1Y6M"]),
        ("It fell in the last year of the war.", "en", ["2015"]),
        (
            "He left at 3 p.m. on 3 May and came back two hours later.",
            "en",
            ["2016-05-03T15:00", "2016-05-03T17:00"],
        ),
        ("Half an hour later the roof fell in.", "en", ["PT30M"]),
        ("It sank 100 years ago next month.", "en", ["1916-12"]),
        ("He fell ill after 9/11; on 9/12 he left.", "en", ["2001-09-11", "2016-09-12"]),
        ("Harbour Today said the Tonight Show would move.", "en", []),
        ("They met at Mar-a-Lago in the predawn hours of Friday.", "en", ["2016-11-04TMO"]),
        ("They came at 7.", "en", ["2016-11-07T07:00"]),
        ("They came at 3 a.m. local time on Tuesday.", "en", ["2016-11-01T03:00"]),
        ("وصل في الخامسة من مساء الثلاثاء.", "ar", ["2016-11-01T17:00"]),
        ("وصل 8:30 م.", "ar", ["2016-11-07T20:30"]),
        ("استمر أسبوعا.", "ar", ["P1W"]),
        ("استمر 11 يوما.", "ar", ["P11D"]),
        ("استمر عاما ونصف العام.", "ar", ["P1Y6M"]),
        ("استمر سنة وشهرين.", "ar", ["P1Y2M"]),
        ("استمر ثلاث ساعات وربع.", "ar", ["PT3H15M"]),
        ("استمر في غضون أسبوع.", "ar", ["P1W"]),
    ],
)
def test_values(text: str, lang: str, values: list[str]) -> None:
    assert [found.value for found in found_in(text, lang)] == values


@pytest.mark.parametrize(("verb", "year"), [("fell", "2016"), ("will fall", "2017")])
def test_a_day_without_a_year_goes_by_the_tense(verb: str, year: str) -> None:
    assert only(f"It {verb} on Good Friday.", "en").value.startswith(year)
    assert only(f"It {verb} on 5 May.", "en").value == f"{year}-05-05"


@pytest.mark.parametrize("text", ["They won 10 to 6.", "It rose by 7.", "a second 30 seconds ad"])
def test_numbers_that_are_no_hour(text: str) -> None:
    assert not [found for found in found_in(text, "en") if found.value.startswith("2016-11-07T")]

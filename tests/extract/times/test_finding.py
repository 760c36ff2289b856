import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import find_times
from dateline.model.times import StatedTime, TimeExpression
from tests.extract.hostile import MOST_GROWTH, growth

PRINTED = StatedTime("2020-03-19T00:30+03:30", "19 March 2020")  # a Thursday; still the 18th in UTC


def only(text: str, lang: str) -> TimeExpression:
    (found,) = find_times(text, lang, anchor=PRINTED)
    return found


@pytest.mark.parametrize(
    ("text", "value", "begin", "until"),
    [
        ("It happened on Tuesday.", "2020-03-17", "2020-03-17", "2020-03-17"),
        ("They met on Thursday.", "2020-03-19", "2020-03-19", "2020-03-19"),
        ("They will meet on Tuesday.", "2020-03-24", "2020-03-24", "2020-03-24"),
        ("He left last month.", "2020-02", "2020-02-01", "2020-02-29"),
        ("He came in late February.", "2020-02", "2020-02-21", "2020-02-29"),
        ("It began in early January.", "2020-01", "2020-01-01", "2020-01-10"),
        ("He came in December.", "2019-12", "2019-12-01", "2019-12-31"),
        ("He was killed on January 3.", "2020-01-03", "2020-01-03", "2020-01-03"),
        ("(Fars, March 7-8)", "2020-03-07/2020-03-08", "2020-03-07", "2020-03-08"),
        ("March 8, 2020 – March 22, 2020", "2020-03-08/2020-03-22", "2020-03-08", "2020-03-22"),
        ("between March 8, 2020 and March 22, 2020", "2020-03-08/2020-03-22", "2020-03-08", "2020-03-22"),
        ("from 7 to 9 March", "2020-03-07/2020-03-09", "2020-03-07", "2020-03-09"),
        ("It was held yesterday morning.", "2020-03-18TMO", "2020-03-18", "2020-03-18"),
        ("It fell at 10:30 a.m. on March 3, 2019.", "2019-03-03T10:30", "2019-03-03", "2019-03-03"),
        ("It grew in the third quarter of 2019.", "2019-Q3", "2019-07-01", "2019-09-30"),
        ("That was in the 1990s.", "199", "1990-01-01", "1999-12-31"),
        ("He fled two weeks ago.", "2020-W10", "2020-03-02", "2020-03-08"),
        ("It lasted three weeks.", "P3W", None, None),
        ("He paid a two-day visit.", "P2D", None, None),
        ("Convoys crossed in recent days.", "PXD", "2020-03-16", "2020-03-19"),
        ("They meet every Friday.", "XXXX-WXX-5", None, None),
        ("He is now in Syria.", "PRESENT_REF", None, None),
    ],
)
def test_english(text: str, value: str, begin: str | None, until: str | None) -> None:
    found = only(text, "en")
    assert (found.value, found.begin, found.until) == (value, begin, until)


@pytest.mark.parametrize(
    "text",
    ["He may march on the town.", "The Sun rose.", "the 44-year-old driver", "2000 people", "a second man"],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, "en", anchor=PRINTED) == ()


@pytest.mark.parametrize(
    ("lang", "text", "begin", "until", "calendar"),
    [
        ("fa", "دی‌ماه", "2019-12-22", "2020-01-20", "jalali"),
        ("fa", "سال گذشته", "2018-03-21", "2019-03-20", "jalali"),
        ("fa", "دهه شصت", "1981-03-21", "1991-03-20", "jalali"),
        ("fa", "دهه ۱۳۶۰", "1981-03-21", "1991-03-20", "jalali"),
        ("fa", "دهه نود میلادی", "1990-01-01", "1999-12-31", "gregorian"),
        ("fa", "صبح حدود ساعت شش", "2020-03-19", "2020-03-19", "gregorian"),
        ("fa", "بامداد سه‌شنبه", "2020-03-17", "2020-03-17", "gregorian"),
        ("ar", "يوم الثلاثاء الماضي", "2020-03-17", "2020-03-17", "gregorian"),
        ("ar", "15 رجب 1441", "2020-03-10", "2020-03-10", "hijri"),
        ("ar", "قبل ثلاثة أيام", "2020-03-16", "2020-03-16", "gregorian"),
        ("ar", "17 آذار/مارس", "2020-03-17", "2020-03-17", "gregorian"),
        ("ar", "الأسبوع الأول من يناير", "2019-12-30", "2020-01-05", "gregorian"),
        ("ar", "يوم الجمعة من الأسبوع المقبل", "2020-03-27", "2020-03-27", "gregorian"),
        ("ar", "في الربع الثالث من عام 2019", "2019-07-01", "2019-09-30", "gregorian"),
        ("ar", "أوائل الشهر الماضي", "2020-02-01", "2020-02-15", "gregorian"),
        ("ar", "في وقت سابق من هذا الشهر", "2020-03-01", "2020-03-19", "gregorian"),
        ("ar", "نهاية شهر فبراير", "2020-02-21", "2020-02-29", "gregorian"),
        ("ar", "بعد أسبوعين من الآن", "2020-03-30", "2020-04-05", "gregorian"),
        ("ar", "أول يوم جمعة من يناير", "2020-01-03", "2020-01-03", "gregorian"),
        ("ar", "الليلة الماضية", "2020-03-18", "2020-03-18", "gregorian"),
        ("ar", "في الثمانينيات", "1980-01-01", "1989-12-31", "gregorian"),
        ("he", 'כ"ו באדר תש"ף', "2020-03-22", "2020-03-22", "hebrew"),
        ("he", "ה' בניסן ה'תש\"פ", "2020-03-30", "2020-03-30", "hebrew"),
        ("he", "ט״ו בשבט תש״ף", "2020-02-10", "2020-02-10", "hebrew"),
        ("he", 'בכ"ח באייר תשכ"ז', "1967-06-07", "1967-06-07", "hebrew"),
        ("he", 'כ"ו באדר', "2020-03-22", "2020-03-22", "hebrew"),
        ("he", "בשבוע שעבר", "2020-03-08", "2020-03-14", "gregorian"),
    ],
)
def test_other_languages(lang: str, text: str, begin: str, until: str, calendar: str) -> None:
    found = only(text, lang)
    assert (found.begin, found.until, found.calendar) == (begin, until, calendar)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Profit was $5 million in the first quarter, up from $3 million a year ago.",
            ["2020-Q1", "2019-Q1"],
        ),
        ("Sales fell in the first quarter. In the year-earlier period they rose.", ["2020-Q1", "2019-Q1"]),
        ("The quarter was weak.", ["2019-Q4"]),
        ("Sales are made in the second quarter.", ["2019-Q2"]),
        ("The truce of nineteen ninety-six held.", ["1996"]),
        ("He won the 1996 vote.", ["1996"]),
        ("They march each July.", ["XXXX-07"]),
        ("They return this summer.", ["2020-SU"]),
        ("It took 5 1/2 hours.", ["PT5H30M"]),
        ("Sanctions are expected in coming weeks.", ["PXW"]),
        ("The talks are to be held in early May.", ["2020-05"]),
        ("The year ended October 31 was good.", ["P1Y", "2019-10-31"]),
        ("The raid by police came Tuesday.", ["2020-03-17"]),
        ("It must be built by Tuesday.", ["2020-03-24"]),
        ("He will leave at 4 in the morning.", ["2020-03-19T04:00"]),
        ("It is due by year's end.", ["2020"]),
        ("The Nineties were better than the nineties.", ["199", "199"]),
        ("the agency Mehr (March 10) said", ["2020-03-10"]),
        ("They meet on Friday next week.", ["2020-03-27"]),
        ("They meet next Tuesday.", ["2020-03-24"]),
        ("It was the second Sunday of this month.", ["2020-03-08"]),
        ("It fell in the first week of March.", ["2020-W10"]),
        ("It was shut the week of March 2.", ["2020-W10"]),
        ("He fled on 22/01 by sea.", ["2020-01-22"]),
        ("He fled on the 15th.", ["2020-03-15"]),
        ("The bases will close in three weeks.", ["2020-W15"]),
        ("It was built in three weeks.", ["P3W"]),
        ("He will speak tonight at 7.", ["2020-03-19T19:00"]),
        ("The strike came at half past seven in the evening.", ["2020-03-19T19:30"]),
        ("It landed at 8.30pm.", ["2020-03-19T20:30"]),
        ("It landed around midnight.", ["2020-03-19T24:00"]),
        ("Exports fell in H1 2019.", ["2019-H1"]),
        ("It rained all week.", ["P1W"]),
        ("They stay for the rest of the month.", ["2020-03"]),
        ("Two years and three months ago", ["2017-12"]),
        ("the 2010-11 season", ["2010-01-01/2011-12-31"]),
        ("the tally of 03/2019", ["2019-03"]),
        ("He leaves tomorrow morning at 7.", ["2020-03-20T07:00"]),
        ("They pray every morning.", ["XXXX-XX-XXTMO"]),
        ("He fled last October 23.", ["2019-10-23"]),
        ("They stay two more weeks.", ["P2W"]),
        ("It took two and a half years.", ["P2Y6M"]),
        ("Three-quarters of the seats", []),
        ("Sun, IBM and others", []),
        ("He waited from 5 to 6 p.m. there.", ["2020-03-19T17:00/2020-03-19T18:00"]),
        ("It was shut from 11 pm to 3 am.", ["2020-03-19T23:00/2020-03-20T03:00"]),
        ("They meet tomorrow between 8am and 2pm.", ["2020-03-20T08:00/2020-03-20T14:00"]),
        ("It was shut from 1 p.m. to 4.", ["2020-03-19T13:00/2020-03-19T16:00"]),
        ("He spoke at 4pm and 5pm.", ["2020-03-19T16:00", "2020-03-19T17:00"]),
        ("It was shelled in the early-morning.", ["2020-03-19TMO"]),
        ("It was shelled on Tuesday, in the morning.", ["2020-03-17TMO"]),
        ("It rained on the 15th", ["2020-03-15"]),
        ("It was read on the 15th floor", []),
        ("He fled on Friday the 13th.", ["2020-03-13"]),
        ("They will talk from Tuesday to Thursday.", ["2020-03-24/2020-03-26"]),
        ("They meet next week from Tuesday to Thursday.", ["2020-03-24/2020-03-26"]),
        ("It fell on the second Sunday.", ["2020-03-08"]),
        ("They walk every Sunday at 9am.", ["XXXX-WXX-7T09:00"]),
        ("They walk at 9am each day.", ["XXXX-XX-XXT09:00"]),
        ("They meet three times a week.", ["P1W"]),
        ("It took 2 years, 1 month and 12 days.", ["P2Y1M12D"]),
        ("It took two years, three years less than planned.", ["P2Y", "P3Y"]),
        ("He left two days before yesterday.", ["2020-03-16"]),
        ("He left in week 10", ["2020-W10"]),
        ("It rose in Q1 this year.", ["2020-Q1"]),
        ("The shop was built in 1789", ["1789"]),
        ("They killed in 1789 villages", []),
        ("He died in August 99", ["1999-08"]),
        ("They march on Black Friday 2019.", ["2019-11-29"]),
        ("He said it at 1140 a.m. there.", ["2020-03-19T11:40"]),
        ("He will stay within 5 days", ["P5D"]),
        ("The Film High Noon", []),
        ("They had filed their reports by Tuesday.", ["2020-03-17"]),
        ("It had been due to expire on Tuesday.", ["2020-03-17"]),
        ("They must file their reports by Tuesday.", ["2020-03-24"]),
        ("It may come as early as Tuesday.", ["2020-03-24"]),
    ],
)
def test_what_the_text_around_tells(text: str, values: list[str]) -> None:
    assert [found.value for found in find_times(text, "en", anchor=PRINTED)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الساعة الثامنة وعشرين دقيقة مساء", "2020-03-19T20:20"),
        ("الثامنة مساء", "2020-03-19T20:00"),
        ("من 4 مساء حتى 5 مساء", "2020-03-19T16:00/2020-03-19T17:00"),
        ("الساعة 9 صباحا كل يوم", "XXXX-XX-XXT09:00"),
        ("شهر واحد", "P1M"),
        ("منتصف الليل", "2020-03-19T24:00"),
        ("في الصباح الباكر", "2020-03-19TMO"),
        ("أيام الجمعة", "XXXX-WXX-5"),
    ],
)
def test_arabic_hours_and_sets(text: str, value: str) -> None:
    assert only(text, "ar").value == value


def test_later_goes_by_the_day_spoken_of() -> None:
    times = find_times("He came on March 3, 2019 and left two days later.", "en", anchor=PRINTED)
    assert [found.value for found in times] == ["2019-03-03", "2019-03-05"]


def test_without_an_anchor_the_first_full_date_serves() -> None:
    times = find_times("March 8, 2020 – March 22, 2020. An attack on March 11 killed two.", "en")
    assert times[-1].value == "2020-03-11"


def test_without_any_anchor_the_year_stays_open() -> None:
    (found,) = find_times("An attack on March 11 killed two.", "en")
    assert (found.value, found.begin, found.until) == ("XXXX-03-11", None, None)


@given(
    st.text(alphabet="0123456789,.-/: MarchTuesday lstmonکagoسالماه۱۳\n", max_size=200),
    st.sampled_from(["en", "fa", "ar", "he"]),
)
def test_spans_lie_in_the_text_in_order(text: str, lang: str) -> None:
    done = 0
    for found in find_times(text, lang, anchor=PRINTED):
        assert done <= found.start < found.end <= len(text)
        assert (found.begin or "") <= (found.until or "")
        done = found.end


def test_a_named_zone_stands_beside_the_clock() -> None:
    there, universal = find_times("It began at 5 p.m. EST, not at 10:00 GMT.", "en", anchor=PRINTED)
    assert (there.value, there.zone) == ("2020-03-19T17:00", "-05:00")
    assert (universal.value, universal.zone) == ("2020-03-19T10:00Z", None)


@pytest.mark.parametrize(
    "piece",
    ["March ", "last ", "12:", "two weeks ", "1 - ", "the ", "2020 ", "on Tuesday, ", "5 to 6 pm ",
     "3 days, ", "late-", "every Sunday at 9 ", "first second third ", "1/2/", "Q1 of ", "of the end of ",
     "May, ", "5, 6 and ", "the week before ", "first half of ", "within a day "],
)  # fmt: skip
def test_hostile_text_costs_linear_time(piece: str) -> None:
    assert growth(lambda text: find_times(text, "en", anchor=PRINTED), piece) < MOST_GROWTH


@pytest.mark.parametrize(
    ("piece", "lang"),
    [
        ("من الساعة 5 حتى ", "ar"),
        ("يوم واحد و", "ar"),
        ("سنة و", "ar"),
        ("كل يوم من ", "ar"),
        ("۱۸ اسفند تا ", "fa"),
        ('כ"ו ב', "he"),
    ],
)
def test_hostile_text_of_other_scripts_costs_linear_time(piece: str, lang: str) -> None:
    assert growth(lambda text: find_times(text, lang, anchor=PRINTED), piece) < MOST_GROWTH

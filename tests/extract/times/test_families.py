"""Families of phrases: each frame with every word that can stand in it, its value worked out beside it."""

from datetime import date, timedelta

import pytest

from dateline.extract.times import find_times
from dateline.model.times import StatedTime

PRINTED = date(2020, 3, 19)  # a Thursday
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def values(text: str, lang: str = "en") -> list[str]:
    return [
        found.value for found in find_times(text, lang, anchor=StatedTime(f"{PRINTED}T16:30:00+03:30", ""))
    ]


@pytest.mark.parametrize(("place", "weekday"), [*enumerate(WEEKDAYS)])
def test_the_coming_weekday_is_the_first_ahead(place: int, weekday: str) -> None:
    away = (place - PRINTED.weekday()) % 7 or 7
    for word in ("upcoming", "coming"):
        assert values(f"It opens this {word} {weekday}.") == [str(PRINTED + timedelta(days=away))]


@pytest.mark.parametrize(("number", "month"), [*enumerate(MONTHS, 1)])
@pytest.mark.parametrize(
    "frame", ["{month}/9", "9/{month}", "{month}-9", "9 {month}", "{month} 9th", "the 9th of {month}"]
)
def test_days_of_months_in_every_form(number: int, month: str, frame: str) -> None:
    (value,) = values(f"It fell on {frame.format(month=month)}.")
    assert value[4:] == f"-{number:02}-09"


@pytest.mark.parametrize(("number", "month"), [*enumerate(MONTHS, 1)])
def test_months_in_small_letters_count_beside_a_number(number: int, month: str) -> None:
    assert values(f"it opened on {month.lower()} 9, 2019.") == [f"2019-{number:02}-09"]
    assert values(f"it opened in 2019 {month.lower()}.") == [f"2019-{number:02}"]


@pytest.mark.parametrize(("number", "month"), [*enumerate(MONTHS, 1)])
def test_two_days_of_one_month_are_two_dates(number: int, month: str) -> None:
    for frame in (f"9 and 12 {month}", f"{month} 9 and 12"):
        assert [value[4:] for value in values(f"It fell on {frame}.")] == [
            f"-{number:02}-09",
            f"-{number:02}-12",
        ]


@pytest.mark.parametrize("text", ["they may 3 times over", "they march 5 kilometres"])
def test_a_verb_in_front_of_a_count_is_no_month(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met between 7 and 9:30 last night.", "2020-03-18T19:00/2020-03-18T21:30"),
        ("They will meet tonight from 7 to 7:30.", "2020-03-19T19:00/2020-03-19T19:30"),
        ("They met on Tuesday from 2:00 to 2:30 pm.", "2020-03-17T14:00/2020-03-17T14:30"),
        ("They met between 2:20 and 3 p.m.", "2020-03-19T14:20/2020-03-19T15:00"),
        ("They met from 11 to 1 p.m.", "2020-03-19T11:00/2020-03-19T13:00"),
        ("They met between 0730-0930.", "2020-03-19T07:30/2020-03-19T09:30"),
        ("They met on Tuesday at 2.30.", "2020-03-17T02:30"),
        ("They met at 9.am.", "2020-03-19T09:00"),
        ("They met at five-thirty.", "2020-03-19T05:30"),
    ],
)
def test_hours_of_every_form(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("Sales fell in the last two quarters.", "2019-07-01", "2019-12-31"),
        ("Sales fell over the past quarter.", "2019-10-01", "2019-12-31"),
        ("Sales will grow over the next two quarters.", "2020-04-01", "2020-09-30"),
        ("It rained in the 10 previous days.", "2020-03-09", "2020-03-19"),
        ("It will rain in the 2 next days.", "2020-03-20", "2020-03-21"),
        ("It will rain over the next couple weeks.", "2020-03-20", "2020-04-02"),
        ("The file is of 20200316.", "2020-03-16", "2020-03-16"),
    ],
)
def test_stretches_of_days(text: str, begin: str, until: str) -> None:
    (found,) = find_times(text, "en", anchor=StatedTime(str(PRINTED), ""))
    assert (found.begin, found.until) == (begin, until)


ARABIC_MONTHS = (
    ("يناير", "كانون الثاني"), ("فبراير", "شباط"), ("مارس", "آذار"), ("أبريل", "نيسان"), ("مايو", "أيار"),
    ("يونيو", "حزيران"), ("يوليو", "تموز"), ("أغسطس", "آب"), ("سبتمبر", "أيلول"), ("أكتوبر", "تشرين الأول"),
    ("نوفمبر", "تشرين الثاني"), ("ديسمبر", "كانون الأول"),
)  # fmt: skip


@pytest.mark.parametrize(("number", "names"), [*enumerate(ARABIC_MONTHS, 1)])
@pytest.mark.parametrize(
    "frame", ["في 9 {month} 2019", "بتاريخ ٩ {month} ٢٠١٩", "يوم 9 شهر {month} في سنة 2019"]
)
def test_arabic_months_of_both_systems(number: int, names: tuple[str, str], frame: str) -> None:
    for month in (*names, f"شهر {number}"):
        if "شهر {month}" in frame and month.startswith("شهر"):
            continue
        assert values(f"وقع الهجوم {frame.format(month=month)}.", "ar") == [f"2019-{number:02}-09"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وصل الوفد في الثامنة", "2020-03-19T08:00"),
        ("وصل الوفد يوم الثلاثاء الماضي الساعة 3 بعد العصر", "2020-03-17T15:00"),
        ("وصل الوفد الساعة ثلاثة وثلث مساءا", "2020-03-19T15:20"),
        ("وصل الوفد 7:00 يوم الأحد الماضي بعد الظهر", "2020-03-15T19:00"),
        ("عقد الاجتماع في الأربعاء الثالث من مارس", "2020-03-18"),
        ("عقد الاجتماع في اليوم الثالث من مارس 2019", "2019-03-03"),
        ("وقع في 14 شهر شباط", "2020-02-14"),
        ("وقع في رمضان 2019", "2019-05-06/2019-06-03"),
        ("وقع في الخامس من آذار/مارس الماضي", "2020-03-05"),
        ("وقع في الخامس من تموز/يوليو الماضي", "2019-07-05"),
        ("استمر القصف طوال اليوم", "P1D"),
        ("وصل صباح يوم الجمعة الماضي", "2020-03-13TMO"),
        ("سيصل بعد ثلاثة أيام من 5 مايو 2020", "2020-05-08"),
        ("وقع في اليوم الأخير من مارس 2019", "2019-03-31"),
        ("سيصل بين 4 و 22 من الشهر المقبل", "2020-04-04/2020-04-22"),
        ("عاد في اليوم نفسه", "2020-03-19"),
        ("سيصل خلال اجتماع بين الساعة 8 صباحا و 2 مساء", "2020-03-19T08:00/2020-03-19T14:00"),
    ],
)
def test_arabic_phrases_of_the_same_grammar(text: str, value: str) -> None:
    assert values(text, "ar") == [value]


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("او در سال ۹۲ آزاد شد", "2013-03-21", "2014-03-20"),
        ("در سال‌های ۵۹ تا ۶۷ جنگ بود", "1980-03-21", "1989-03-20"),
        ("در مهرماه ۱۳۸۸ تأسیس شد", "2009-09-23", "2009-10-22"),
        ("در نیمه دوم سال ۱۳۹۷ رخ داد", "2018-09-23", "2019-03-20"),
        ("در سه‌ماهه نخست امسال رخ داد", "2019-03-21", "2019-06-21"),
    ],
)
def test_persian_years_and_their_parts(text: str, begin: str, until: str) -> None:
    found = find_times(text, "fa", anchor=StatedTime(str(PRINTED), ""))[0]
    assert (found.begin, found.until) == (begin, until)


@pytest.mark.parametrize(
    ("text", "lang"), [("مردم در میدان هفتم تیر بودند", "fa"), ("تجمعوا في شارع 14 تموز", "ar")]
)
def test_streets_named_after_days_are_no_dates(text: str, lang: str) -> None:
    assert values(text, lang) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("הפיצוץ אירע ביום שלישי בלילה", "2020-03-17TNI"),
        ("הפגישה תהיה בחודש הבא", "2020-04"),
        ("הרקטה נורתה בשלושים ואחד בדצמבר", "2019-12-31"),
        ("הוא נעצר בראשון באפריל 2019", "2019-04-01"),
        ("הם נפגשו שבועיים לפני פסח", "2020-03-26"),
        ("המפעל נסגר ברבעון השלישי של 2019", "2019-Q3"),
        ("הוא הגיע אתמול בערב", "2020-03-18TEV"),
        ("הם מפגינים מדי יום שישי", "XXXX-WXX-5"),
        ("היא תגיע בשבת הקרובה", "2020-03-21"),
        ("המלחמה נמשכה בשנות התשעים", "199"),
    ],
)
def test_hebrew_words(text: str, value: str) -> None:
    assert values(text, "he") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will be away between 4-8 this month.", "2020-03-04/2020-03-08"),
        ("They will be away the 10-13 of next month.", "2020-04-10/2020-04-13"),
        ("It will open in the third week next year.", "2021-W03"),
        ("It opened on New Year's Eve 2018.", "2018-12-31"),
        ("It happened over the Thanksgiving weekend.", "2019-W48-WE"),
        ("It happened at 0800.", "2020-03-19T08:00"),
        ("It happened at 1900 hours.", "2020-03-19T19:00"),
        ("It took three-quarters of an hour.", "PT45M"),
        ("It will open a week from Friday.", "2020-03-27"),
    ],
)
def test_siblings_of_known_phrases(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("For the second time in a week they closed the road.", "en", ["P1W"]),
        ("It will be the largest sale in ten years.", "en", ["P10Y"]),
        ("They will meet in ten days.", "en", ["2020-03-29"]),
        ("It opens three days a week.", "en", ["P1W"]),
        ("سال تازه را با درهای باز آغاز می‌کنیم", "fa", []),
        ("أدى القصف إلى إصابة اثنين من الجنود", "ar", []),
    ],
)
def test_what_only_looks_like_another_time(text: str, lang: str, found: list[str]) -> None:
    assert values(text, lang) == found


@pytest.mark.parametrize("word", ["first", "early", "opening"])
@pytest.mark.parametrize("unit", ["days", "weeks"])
def test_the_first_units_of_a_period_are_its_beginning(word: str, unit: str) -> None:
    (found,) = find_times(f"It fell in the {word} {unit} of 2019.", "en", anchor=StatedTime(str(PRINTED), ""))
    assert (found.value, found.begin) == ("2019", "2019-01-01")
    assert found.until is not None and found.until < "2019-12-31"


@pytest.mark.parametrize("word", ["last", "final", "closing"])
def test_the_last_units_of_a_period_are_its_end(word: str) -> None:
    (found,) = find_times(f"It fell in the {word} days of March.", "en", anchor=StatedTime(str(PRINTED), ""))
    assert (found.value, found.begin, found.until) == ("2020-03", "2020-03-21", "2020-03-31")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on the third day of Eid al-Fitr 2019.", "2019-06-06"),
        ("They met on the eve of Eid al-Fitr 2019.", "2019-06-03"),
        ("It stood at this level on the same day last year.", "2019-03-19"),
        ("They fled the night before.", "2020-03-18TNI"),
        ("They fled on the night of March 3-4.", "2020-03-03TNI"),
        ("They fled on the night between Monday and Tuesday.", "2020-03-16TNI"),
        ("He arrived a week ago Friday.", "2020-03-06"),
        ("He will arrive a week on Tuesday.", "2020-03-31"),
        ("It fell in the first decade of the 21st century.", "200"),
        ("They ruled from 28 February to 3 March.", "2020-02-28/2020-03-03"),
        ("It fell in the winter of 2018-19.", "2018-WI"),
        ("He served a two-and-a-half-year term.", "P2Y6M"),
        ("It meets on the first Monday of every month.", "P1M"),
        ("It meets every year on March 15.", "XXXX-03-15"),
        ("It meets each month on the 15th.", "XXXX-XX-15"),
        ("The vote will be held on November 3.", "2020-11-03"),
        ("He will speak on Boxing Day.", "2020-12-26"),
        ("They will meet on the second Monday after May 5.", "2020-05-18"),
        ("They met on the last Friday in 2018.", "2018-12-28"),
        ("He will leave Monday two weeks from now.", "2020-03-30"),
        ("It lasted three and a quarter hours.", "PT3H15M"),
        ("It closed at five to nine in the evening.", "2020-03-19T20:55"),
        ("He left on Christmas morning.", "2019-12-25TMO"),
        ("He left on the night of Christmas.", "2019-12-25TNI"),
        ("He left on the night of the 9th.", "2020-03-09TNI"),
        ("He left on March 9 night.", "2020-03-09TNI"),
        ("He left early Monday, March 9.", "2020-03-09"),
        ("He left at 17:30 on March 9.", "2020-03-09T17:30"),
        ("He left at 17:30 on March 9, 2018.", "2018-03-09T17:30"),
        ("It shut on Monday between 9 a.m. and noon.", "2020-03-16T09:00/2020-03-16T12:00"),
        ("He will leave the day before next Monday.", "2020-03-22"),
        ("A curfew was imposed starting Friday night.", "2020-03-20TNI"),
        ("It ran between the 4th and 22nd of January 1995.", "1995-01-04/1995-01-22"),
    ],
)
def test_phrases_are_read_as_they_are_composed(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fa", "پرواز ساعت سه و نیم بامداد نشست", "2020-03-19T03:30"),
        ("fa", "پرواز ده دقیقه به شش نشست", "2020-03-19T05:50"),
        ("fa", "شورا هفته‌ای دو بار تشکیل می‌شود", "P1W"),
        ("fa", "بازار جمعه‌ها بسته است", "XXXX-WXX-5"),
        ("fa", "این بنا در قرن نوزدهم ساخته شد", "18"),
        ("fa", "مجلس ظرف سه ماه آینده رأی می‌دهد", "P3M"),
        ("fa", "پلی که در آذر باز شد تا پایان فروردین بسته می‌شود", "2020-03-20/2020-04-19"),
        ("fa", "نشست بعدی سه هفته دیگر است", "2020-W15"),
        ("fa", "پل در عید فطر باز شد", "2019-06-04"),
        ("fa", "پل در عید فطر باز می‌شود", "2020-05-24"),
        ("fa", "نشست روز شنبه آینده برگزار می‌شود", "2020-03-21"),
        ("fa", "پل ۲۲ بهمن باز و روز گذشته بسته شد", "2020-03-18"),
        ("fa", "نشست صبح امروز پنجشنبه برگزار شد", "2020-03-19TMO"),
        ("fa", "پل در بیست و دوم بهمن سال پنجاه و هفت باز شد", "1979-02-11"),
        ("fa", "پل در بهمن سال ۵۷ باز شد", "1979-01-21/1979-02-19"),
        ("fa", "پل در زمستان سال ۹۷ باز شد", "2018-12-22/2019-03-20"),
        ("fa", "در زمستان ۹۷ نفر کشته شدند", "2019-12-22/2020-03-19"),
        ("fa", "در بهمن ۱۲ نفر کشته شدند", "2020-01-21/2020-02-19"),
        ("fa", "شورا سه بار در هفته تشکیل می‌شود", "P1W"),
        ("he", "הגשר נפתח ב-5.3.20", "2020-03-05"),
        ("he", "הגשר נפתח לפני שנה", "2019"),
        ("he", "הגשר נבנה במאה ה-19", "18"),
        ("he", "הוא כיהן בשנים 2003-2011", "2003-01-01/2011-12-31"),
        ("he", "הגשר נפתח ביום שלישי. למחרת בבוקר הוא נסגר", "2020-03-18TMO"),
        ("he", "הגשר נפתח אחר הצהריים", "2020-03-19TAF"),
        ("he", "הגשר נפתח למחרת", "XXXX-XX-XX"),
        ("he", "הגשר נפתח השנה", "2020"),
        ("he", "הקרב נמשך שנתיים וחצי", "P2Y6M"),
        ("he", "הגשר נפתח לפני כשלושה חודשים", "2019-12"),
        ("he", "הגשר נסגר בין 3 ל-9 במרץ", "2020-03-03/2020-03-09"),
        ("he", "הגשר נבנה בשנות ה-80", "198"),
        ("he", "הוועדה נפגשת פעמיים בשבוע", "P1W"),
        ("he", "הגשר נפתח בערב פסח", "2020-04-08"),
    ],
)
def test_phrases_of_persian_and_hebrew(lang: str, text: str, value: str) -> None:
    assert values(text, lang)[-1:] == [value]


@pytest.mark.parametrize(
    "modifier", ["early", "mid", "late", "the beginning of", "the end of", "the middle of"]
)
@pytest.mark.parametrize(
    ("period", "value"),
    [
        ("last March", "2019-03"),
        ("next May", "2020-05"),
        ("Q3 2018", "2018-Q3"),
        ("last summer", "2019-SU"),
        ("next week", "2020-W13"),
        ("last year", "2019"),
        ("2016", "2016"),
        ("March 2019", "2019-03"),
    ],
)
def test_parts_of_periods_have_the_value_of_the_period(modifier: str, period: str, value: str) -> None:
    assert values(f"It fell in {modifier} {period}.") == [value]


@pytest.mark.parametrize("period", ["March 2019", "last year", "2019", "the first quarter of 2019"])
def test_the_first_few_days_of_a_period(period: str) -> None:
    printed = StatedTime(str(PRINTED), "")
    (found,) = find_times(f"It fell in the first few days of {period}.", "en", anchor=printed)
    assert found.begin is not None and found.begin.startswith("2019")

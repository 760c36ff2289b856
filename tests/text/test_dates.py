import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.dates import find_dates

MEGABYTE = 1_000_000
WHOLE_MEGABYTE_OF = "2020-"  # the other strings are a tenth as long, to spare time
SECONDS_FOR_A_MEGABYTE = 90.0  # of processor time; quadratic time takes hours


@pytest.mark.parametrize(
    ("lang", "text", "value", "calendar"),
    [
        ("en", "Published March 18, 2020 10:15 AM GMT", "2020-03-18T10:15Z", "gregorian"),
        ("en", "20 Mar 2020 00:30 +0330", "2020-03-20T00:30+03:30", "gregorian"),
        ("en", "2020-03-20T00:30:00+03:30", "2020-03-20T00:30:00+03:30", "gregorian"),
        ("en", "Tuesday, 17 March 2020", "2020-03-17", "gregorian"),
        ("en", "printed in March 2020", "2020-03", "gregorian"),
        ("en", "3/18/2020", "2020-03-18", "gregorian"),
        ("en", "4.7.2015", "2015-07-04", "gregorian"),
        ("en", "the 7th of March, 2020", "2020-03-07", "gregorian"),
        ("fa", "تاریخ انتشار: ۱۸ اسفند ۱۳۹۸ - ۱۴:۳۰", "2020-03-08T14:30", "jalali"),
        ("fa", "۱۳۹۸/۱۲/۱۷", "2020-03-07", "jalali"),
        ("fa", "98/12/17", "2020-03-07", "jalali"),
        ("fa", "سه‌شنبه ۲۶ شهريور ۱۳۹۴ ساعت ۹:۳۲", "2015-09-17T09:32", "jalali"),
        ("fa", "دهم فروردین هزار و سیصد و نود و نه", "2020-03-29", "jalali"),
        ("fa", "20 مارس 2020", "2020-03-20", "gregorian"),
        ("fa", "۱۵ رجب ۱۴۴۱", "2020-03-10", "hijri"),
        ("ar", "23 رجب 1441 هـ", "2020-03-18", "hijri"),
        ("ar", "17 آذار/مارس 2020", "2020-03-17", "gregorian"),
        ("ar", "15 كانون الثاني (يناير) 2020", "2020-01-15", "gregorian"),
        ("ar", "04-03-1433 هـ, 10:08 مساءً", "2012-01-27T22:08", "hijri"),
        ("he", "יום שלישי, 17 במרץ 2020, 18:30", "2020-03-17T18:30", "gregorian"),
    ],
)
def test_dates_as_pages_print_them(lang: str, text: str, value: str, calendar: str) -> None:
    found = find_dates(text, lang)
    assert [(each.value, each.calendar) for each in found] == [(value, calendar)]
    assert found[0].raw == text[found[0].start : found[0].end]


def test_a_jalali_month_is_the_interval_of_its_days() -> None:
    (found,) = find_dates("اسفند ۱۳۹۸", "fa")
    assert (found.begin.isoformat(), found.until.isoformat()) == ("2020-02-20", "2020-03-19")


@pytest.mark.parametrize("text", ["room 12 of 40", "1398", "version 2020.1", "۱۳ و ۱۴"])
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, "en") == ()


@given(
    st.text(alphabet="12/-.:, MarchT۱۳٩٨اسفند\u200c\n+", max_size=200),
    st.sampled_from(["en", "fa", "ar", "he"]),
)
def test_spans_lie_in_the_text_in_order(text: str, lang: str) -> None:
    done = 0
    for found in find_dates(text, lang):
        assert done <= found.start < found.end <= len(text)
        assert found.begin <= found.until
        done = found.end


@pytest.mark.parametrize("piece", ["1/", "12:", "March ", "9" * 50, "1,000", "twenty-", "2020-", "(", "ماه "])
def test_hostile_text_costs_linear_time(piece: str) -> None:
    size = MEGABYTE if piece == WHOLE_MEGABYTE_OF else MEGABYTE // 10
    text = piece * (size // len(piece))
    began = time.process_time()
    find_dates(text, "fa" if piece == "ماه " else "en")
    assert time.process_time() - began < SECONDS_FOR_A_MEGABYTE * size / MEGABYTE

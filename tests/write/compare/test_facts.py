import pytest

from dateline.write.compare.facts import find_numbers, find_quotations
from dateline.write.compare.names import find_names
from dateline.write.compare.printed_dates import find_dates


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and five people", ["205"]),
        ("twenty-five trucks and 3 cars", ["25", "3"]),
        ("1,200 and 1.5 million", ["1200", "1500000"]),
        ("a dozen men, dozens of women", ["12", "dozens"]),
        ("the 15th and the third", ["#15", "#3"]),
        ("45 percent, 3.5% and 10 per cent", ["45%", "3.5%", "10%"]),
        ("no one and one of them", []),
        ("بیست و پنج نفر", ["25"]),
        ("۴۵ درصد", ["45%"]),
        ("ثلاثة قتلى واثني عشر جريحاً", ["3", "12"]),
        ("5 percentage points", ["5pp"]),
    ],
)
def test_numbers_have_one_form(text: str, values: list[str]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 12", (None, 3, 12)),
        ("12 March 2020", (2020, 3, 12)),
        ("March 12, 2020", (2020, 3, 12)),
        ("the 12th of March", (None, 3, 12)),
        ("2020-03-12", (2020, 3, 12)),
        ("in February", (None, 2, None)),
        ("12 مارس 2020", (2020, 3, 12)),
        ("12 آذار", (None, 3, 12)),
        ("4 كانون الثاني 2021", (2021, 1, 4)),
        ("۲۲ اسفند ۱۳۹۸", (1398, 112, 22)),
        ("1398/12/22", (1398, 112, 22)),
    ],
)
def test_dates_of_all_forms(text: str, date: tuple[int | None, int, int | None]) -> None:
    (found,) = find_dates(text)
    assert (found.year, found.month, found.day) == date


def test_both_ends_of_a_range_are_dates() -> None:
    assert [(date.month, date.day) for date in find_dates("on March 7-8")] == [(3, 7), (3, 8)]


@pytest.mark.parametrize("text", ["They may march on 3 fronts.", "May they come.", "It is second to none."])
def test_words_that_only_look_like_dates(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('he said “yes” and "no"', ["yes", "no"]),
        ("گفت «او گفت «نه» و رفت»", ["او گفت «نه» و رفت"]),
    ],
)
def test_quotations(text: str, words: list[str]) -> None:
    assert [quotation.words for quotation in find_quotations(text)] == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officials met Peyman Rostami on Monday.", ["Peyman Rostami"]),
        ("Rostami said so.", ["Rostami"]),
        ("IRGC troops left Mosul.", ["IRGC", "Mosul"]),
        ("Yesterday the road was open.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [" ".join(word.raw for word in name.words) for name in find_names(text)] == names

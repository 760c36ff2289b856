import pytest

from dateline.text.amount_words import amount_words
from dateline.text.amounts import read_amount
from dateline.text.tokens import tokenize


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "minus 4 degrees", -4),
        ("en", "-9.5 percent", -9.5),
        ("en", ".08 seconds", 0.08),
        ("en", "two and a half million people", 2_500_000),
        ("en", "half a million refugees", 500_000),
        ("en", "two-thirds of the seats", 2 / 3),
        ("en", "one fifth of voters", 0.2),
        ("en", "two hundred point zero three", 200.03),
        ("en", "5½ hours", 5.5),
        ("en", "⅔ of them", 2 / 3),
        ("en", "4/5 of them", 0.8),
        ("en", "1 414 021 100 people", 1_414_021_100),
        ("en", "1.2b barrels", 1_200_000_000),
        ("en", "4 thousand 3 hundred men", 4_300),
        ("en", "five billion and three quarters", 5_750_000_000),
        ("en", "13 lakh rupees", 1_300_000),
        ("en", "two thirds of a million", 2_000_000 / 3),
        ("en", "3 hundred and 21 yuan", 321),
        ("en", "one over three", 1 / 3),
        ("en", "one out of 20", 0.05),
        ("en", "12.32e+14", 1_232_000_000_000_000),
        ("en", "6.23x10^-4", 0.000623),
        ("en", "2.5^-1", 0.4),
        ("en", "2000 over 3", 2000 / 3),
        ("en", "3 dz", 36),
        ("en", "2.33 k", 2330),
        ("en", "- 1 4/5", -1.8),
        ("en", "4 thousand 3 hundred and 0", 4300),
        ("ar", "خمسة فاصلة سبعة وعشرون", 5.27),
        ("ar", "ثلاثا وأربعين", 43),
        ("ar", "مئة أجزاء من خمسة وثلاثين", 100 / 35),
        ("ar", "جزء من ألف", 0.001),
        ("ar", "مئتان وواحد وسبعون جزءا من مئة", 200.71),
        ("ar", "ثلاثة وخمس", 3.2),
        ("ar", "مائة وثلاثون خمسا", 26),
        ("ar", "واحد على ٣ حقائب", 1 / 3),
        ("ar", "واحد من أربعة", 0.25),
        ("ar", "نصف مليون نازح", 500_000),
        ("ar", "مليون ونصف مليون نازح", 1_500_000),
        ("ar", "ثلاثة أرباع السكان", 0.75),
        ("ar", "خمسة وربع", 5.25),
        ("ar", "واحد و عشرون جنديا", 21),
        ("ar", "سالب خمسة", -5),
        ("ar", "٤,٨", 4.8),
    ],
)
def test_amounts(lang: str, text: str, value: float) -> None:
    number = read_amount(tokenize(text), 0, amount_words(lang))
    assert number is not None
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        ("5 - 7 dogs", 0, 5),
        ("3 million and 20 people", 0, 3_000_000),
        ("one over three days", 0, 1),
        ("two out of ten hostages", 0, 2),
        ("1e9x", 0, 1e9),
        ("1398/12/17", 0, 1398),
        ("26,31,44", 0, 26),
        ("two over 2019", 0, 2),
        ("nought-four", 0, 0),
        ("10 k runners", 0, 10),
    ],
)
def test_what_is_no_part_of_a_number(text: str, at: int, value: float) -> None:
    number = read_amount(tokenize(text), at, amount_words("en"))
    assert number is not None
    assert number.value == value


def test_a_dash_with_a_space_is_no_sign() -> None:
    assert read_amount(tokenize("5 - 7 dogs"), 1, amount_words("en")) is None


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [("a fifth of voters", 1, 0.2), ("a third.", 1, 1 / 3), ("a twenty-first of it", 1, 1 / 21)],
)
def test_an_ordinal_behind_an_article_is_a_fraction_where_no_noun_follows(
    text: str, at: int, value: float
) -> None:
    number = read_amount(tokenize(text), at, amount_words("en"))
    assert number is not None
    assert not number.ordinal
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize(("text", "at"), [("a fifth man", 1), ("the second half", 2)])
def test_what_is_no_fraction(text: str, at: int) -> None:
    number = read_amount(tokenize(text), at, amount_words("en"))
    assert number is None or number.ordinal

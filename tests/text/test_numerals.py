import pytest

from dateline.text.numerals import number_words, read_number
from dateline.text.tokens import tokenize


@pytest.mark.parametrize(
    ("lang", "text", "value", "left"),
    [
        ("en", "two hundred and five men", 205, ["men"]),
        ("en", "one hundred and two hundred", 100, ["and", "two", "hundred"]),
        ("en", "twenty-three", 23, []),
        ("en", "two dozen rockets", 24, ["rockets"]),
        ("en", "1,200 men", 1200, ["men"]),
        ("en", "2.5 million", 2_500_000, []),
        ("en", "one hundred thousand", 100_000, []),
        ("en", "five and six", 5, ["and", "six"]),
        ("fa", "بیست و سوم مهر", 23, ["مهر"]),
        ("fa", "هزار و سیصد و نود و هشت", 1398, []),
        ("fa", "صد و بیست هزار", 120_000, []),
        ("ar", "خمسة وعشرين رجلا", 25, ["رجلا"]),
        ("ar", "ألف وتسعمئة وثمانية وتسعين", 1998, []),
        ("ar", "اثني عشر", 12, []),
        ("ar", "ألفين وخمسمئة", 2500, []),
        ("he", "עשרים ושלושה", 23, []),
    ],
)
def test_numbers(lang: str, text: str, value: float, left: list[str]) -> None:
    tokens = tokenize(text)
    number = read_number(tokens, 0, number_words(lang))
    assert number is not None
    assert (number.value, list(tokens.words[number.last :])) == (value, left)

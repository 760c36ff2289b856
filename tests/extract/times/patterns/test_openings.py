import re

import pytest

from dateline.extract.times.patterns.all import PATTERNS
from dateline.extract.times.patterns.openings import opening_letters


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("ab", "a"),
        ("a?b|c", "abc"),
        ("(?:[kb]-?)?(?P<unit>U)", "kbU"),
        ("(?<=i)a?W(?!o)", "aW"),
        (r"[oU]{0,2}M", "oUM"),
        (r"\(N", "("),
    ],
)
def test_opening_letters(pattern: str, letters: str) -> None:
    assert opening_letters(pattern) == set(letters)


@pytest.mark.parametrize("pattern", sorted({pattern for pattern, _ in PATTERNS}))
def test_no_pattern_matches_where_another_letter_stands(pattern: str) -> None:
    letters = set(re.sub(r"\\|\?P<\w+>|[][(){}?!=<|*+]", "", pattern))
    compiled = re.compile(re.sub(r"\?P<\w+>", "?:", pattern))
    for letter in letters - opening_letters(pattern):
        for second in letters:
            match = compiled.match(f"i{letter}{second}{letter}", 1)
            assert match is None or match.start() == match.end()

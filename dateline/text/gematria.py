"""Numbers in Hebrew letters: כ"ו is 26, תש"ף the year 5780, ה' the fifth.

Reference: the Academy of the Hebrew Language; gershayim stand before the last letter, a geresh behind one.
"""

from itertools import pairwise

from dateline.text.numerals import Number
from dateline.text.tokens import Tokens

LETTERS = {
    **dict(zip("אבגדהוזחט", range(1, 10), strict=True)),
    **dict(zip("יכלמנסעפצ", range(10, 100, 10), strict=True)),
    **dict(zip("קרשת", range(100, 500, 100), strict=True)),
    **dict(zip("ךםןףץ", (20, 40, 50, 80, 90), strict=True)),
}
MILLENNIUM = 5000  # years are written without it
FIRST_SHORT_YEAR = 500  # a number in letters from here on is a year: תר"ס is 660
LONGEST = 5
GERSHAYIM, GERESH = '"', "'"
PREFIXES = "בלמכו"  # prepositions written together with a number: בכ"ו


def read_letters(tokens: Tokens, at: int) -> Number | None:
    """Read the number in Hebrew letters that starts at token `at`, or return None."""
    word = tokens.words[at]
    if word[0] not in LETTERS or at + 1 >= len(tokens) or tokens.starts[at + 1] != tokens.ends[at]:
        return None
    mark = tokens.words[at + 1]
    if mark == GERESH and len(word) == 1:
        return _thousands(tokens, at) or Number(LETTERS[word], at + 2)
    adjacent = mark == GERSHAYIM and at + 2 < len(tokens) and tokens.starts[at + 2] == tokens.ends[at + 1]
    if not adjacent or len(tokens.words[at + 2]) != 1 or len(word) > LONGEST:
        return None
    for written in (word, word[1:] if word[0] in PREFIXES else ""):
        value = _value(written + tokens.words[at + 2]) if written else 0
        if value:
            year = value >= FIRST_SHORT_YEAR
            return Number(value + MILLENNIUM if year else value, at + 3, digits=4 if year else 0)
    return None


def _thousands(tokens: Tokens, at: int) -> Number | None:
    """Read ה'תש"ף, the year with its millennium."""
    rest = at + 2
    if tokens.words[at] != "ה" or rest >= len(tokens) or tokens.starts[rest] != tokens.ends[rest - 1]:
        return None
    year = read_letters(tokens, rest)
    return year if year and year.value > MILLENNIUM else None


def _value(letters: str) -> int:
    """Return the sum of letters that fall in value (but for 15 and 16), or 0."""
    values = [LETTERS.get(letter, 0) for letter in letters]
    falling = all(a > b or (a, b) == (400, 400) for a, b in pairwise(values))
    odd = letters[-2:] in ("טו", "טז") or letters.endswith("רעב")
    return sum(values) if 0 not in values and (falling or odd) else 0

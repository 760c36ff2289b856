"""Numbers made of two others: "one over three", "two out of three", "1.3e6", "2.5^-1"."""

from dateline.text.amount_words import AmountWords
from dateline.text.numerals import Number, plain, read_number
from dateline.text.tokens import Tokens

DECIMAL_UNITS = (10, 100, 1000)
YEAR_DIGITS = 4
EXPONENT_MARKS = ("e", "^")
TIMES_TEN = ("x", "10", "^")
GREATEST_EXPONENT = 30
SIGNS = {"+": 1, "-": -1}


def ratio(tokens: Tokens, above: Number, words: AmountWords) -> Number | None:
    """Read a number and one below it, or return None.

    Where a noun follows most of them count it: "two out of ten hostages", "two over three days"; so do shares
    ("two in ten") of more than one, but "one in five residents" is a fifth of them.
    """
    parts = _below(tokens, above.last, words.parts_of, words)
    if parts is not None:
        return _parts(above, parts)
    one = above.value == 1
    for phrases, alone, named in (
        (words.ratios, True, one),
        (words.quotients, True, False),
        (words.shares, one, one),
    ):
        below = _below(tokens, above.last, phrases, words)
        if below is None or (phrases is words.shares and below.digits == YEAR_DIGITS):
            continue
        if named if _is_named(tokens, below) else alone:
            return Number(plain(above.value / below.value), below.last, digits=above.digits, whole=False)
    return None


def _is_named(tokens: Tokens, below: Number) -> bool:
    """Say whether a noun follows, or the number is a year: "one over three days", "two over 2019"."""
    year = below.digits == YEAR_DIGITS
    return year or (below.last < len(tokens.words) and tokens.words[below.last].isalpha())


def part_of(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Read "جزء من ألف", a thousandth: a part of a number, of which the text does not say how many."""
    below = _below(tokens, at, words.parts_of, words)
    return _parts(Number(1, at), below) if below is not None else None


def _below(
    tokens: Tokens, at: int, phrases: tuple[tuple[str, ...], ...], words: AmountWords
) -> Number | None:
    """Return the number behind one of the phrases at a token."""
    behind = _behind(tokens, at, phrases)
    below = (
        read_number(tokens, behind, words.numbers)
        if behind is not None and behind < len(tokens.words)
        else None
    )
    return below if below is not None and not below.ordinal and below.value > 0 else None


def _parts(above: Number, below: Number) -> Number:
    """Return "71 parts of 100"; what is more than a hundred of "271 parts of 100" is whole."""
    whole = above.value - above.value % below.value if below.value in DECIMAL_UNITS else 0
    value = whole + (above.value - whole) / below.value
    return Number(plain(value), below.last, digits=above.digits, whole=False)


def _behind(tokens: Tokens, at: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    """Return the token behind the phrase that stands at a token, or None."""
    for phrase in phrases:
        if tuple(tokens.words[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return None


def powered(tokens: Tokens, number: Number) -> Number:
    """Read an exponent written against a number in digits: "1.3e6", "1.1^23", "6.23x10^-4"."""
    at = number.last
    if not number.digits or at >= len(tokens.words) or tokens.starts[at] > tokens.ends[at - 1]:
        return number
    base: float = 10
    if tuple(tokens.words[at : at + 3]) == TIMES_TEN:
        at += 3
    elif tokens.words[at] in EXPONENT_MARKS:
        base = 10 if tokens.words[at] == "e" else number.value
        at += 1
    else:
        return number
    exponent, last = _exponent(tokens, at)
    if exponent is None:
        return number
    factor = number.value if base == 10 else 1
    return number._replace(value=plain(factor * float(base) ** exponent), last=last, whole=False)


def _exponent(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Return the whole number with its signs at a token, and the token behind it."""
    sign = 1
    while at < len(tokens.words) and tokens.words[at] in SIGNS:
        sign, at = sign * SIGNS[tokens.words[at]], at + 1
    written = tokens.words[at] if at < len(tokens.words) else ""
    adjacent = written.isdecimal() and tokens.starts[at] == tokens.ends[at - 1]
    fits = adjacent and int(written[:3]) <= GREATEST_EXPONENT
    return (sign * int(written), at + 1) if fits else (None, at)

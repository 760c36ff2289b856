"""Numbers made of two others: "one over three", "two out of three", "1.3e6", "2.5^-1"."""

from dataclasses import replace

from dateline.text.amount_words import AmountWords
from dateline.text.numerals import Number, plain, read_number
from dateline.text.tokens import Tokens

EXPONENT_MARKS = ("e", "^")
TIMES_TEN = ("x", "10", "^")
GREATEST_EXPONENT = 30
SIGNS = {"+": 1, "-": -1}


def ratio(tokens: Tokens, above: Number, words: AmountWords) -> Number | None:
    """Read a number and one below it, or return None.

    A share ("one out of three") is a fraction only of one, or where no noun follows: "two out of ten hostages
    were killed" counts two.
    """
    at = _behind(tokens, above.last, words.ratios)
    share = at is None
    if at is None:
        at = _behind(tokens, above.last, words.shares)
    below = read_number(tokens, at, words.numbers) if at is not None and at < len(tokens) else None
    if below is None or below.ordinal or below.value <= 0:
        return None
    named = below.last < len(tokens) and tokens.words[below.last].isalpha()
    if (named and (share or above.value != 1)) or (share and above.value != 1):
        return None
    return Number(plain(above.value / below.value), below.last, digits=above.digits, whole=False)


def _behind(tokens: Tokens, at: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    """Return the token behind the phrase that stands at a token, or None."""
    for phrase in phrases:
        if tuple(tokens.words[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return None


def powered(tokens: Tokens, number: Number) -> Number:
    """Read an exponent written against a number in digits: "1.3e6", "1.1^23", "6.23x10^-4"."""
    at = number.last
    if not number.digits or at >= len(tokens) or tokens.starts[at] > tokens.ends[at - 1]:
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
    return replace(number, value=plain(factor * float(base) ** exponent), last=last, whole=False)


def _exponent(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Return the whole number with its signs at a token, and the token behind it."""
    sign = 1
    while at < len(tokens) and tokens.words[at] in SIGNS:
        sign, at = sign * SIGNS[tokens.words[at]], at + 1
    written = tokens.words[at] if at < len(tokens) else ""
    adjacent = written.isdecimal() and tokens.starts[at] == tokens.ends[at - 1]
    fits = adjacent and int(written[:3]) <= GREATEST_EXPONENT
    return (sign * int(written), at + 1) if fits else (None, at)

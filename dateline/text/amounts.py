"""Amounts as texts print them: numbers with their sign, fractions, decimals in words and short scales.

`numerals` reads whole numbers and decimals in digits; here "minus 4", "two and a half million", "⅔",
"نصف مليون" and "two hundred point zero three" become values too.
"""

from dateline.text.amount_words import ATTACHED_SCALES, AmountWords
from dateline.text.fractions import TENS, part_alone, scale_at, scaled, times_part
from dateline.text.numerals import MAX_DIGITS, Number, plain, read_number
from dateline.text.ratios import DECIMAL_UNITS, part_of, powered, ratio
from dateline.text.tokens import Tokens

HIGHEST_FRACTION_PART = 100  # "4/5" is a fraction, "1398/12" is not
HUNDRED = 100
STOPS = frozenset(",.")  # which no digits follow end a number
MAX_POINT_WORDS = 6  # words of a decimal part: "point zero three"
CALIBRE = "mm"  # "82mm" is a length but behind money: "$82mm"
MONEY_SIGNS = frozenset("$€£¥")


def read_amount(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Read the longest amount that starts at token `at`, or return None.

    >>> read_amount(tokenize("minus two and a half million"), 0, amount_words("en")).value
    -2500000
    """
    word = tokens.words[at]
    if word in words.negatives or (word == "-" and (at == 0 or _stands_apart(tokens, at))):
        return _negative(tokens, at, words)
    if word == "." and _stands_apart(tokens, at):
        return _bare_decimal(tokens, at)
    if (simple := _standing_alone(tokens, at, words)) is not None:
        return simple
    number = (
        part_alone(tokens, at, words) or part_of(tokens, at, words) or _number_with_parts(tokens, at, words)
    )
    if number is None or number.ordinal:
        return number
    number = _more_of_it(tokens, at, powered(tokens, number), words)
    return ratio(tokens, number, words) or number


def _standing_alone(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Return the number at a token where nothing beside it can belong to it, as with most in running text."""
    word = tokens.words[at]
    if word in words.fractions or word in words.doubtful_parts:
        return None
    number = read_number(tokens, at, words.numbers)
    if number is None or (number.ordinal and at and tokens.words[at - 1] in words.articles):
        return None
    following = tokens.words[number.last] if number.last < len(tokens.words) else ""
    if following in STOPS and following not in words.points:
        behind = tokens.words[number.last + 1] if number.last + 1 < len(tokens.words) else ""
        return None if behind.isdecimal() else number
    return None if following.isdecimal() or following in words.continuing else number


def _negative(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Read the amount behind a sign, which a dash with a space is only where the two are all of the text."""
    number = read_amount(tokens, at + 1, words) if at + 1 < len(tokens.words) else None
    if number is None or number.value <= 0:
        return None
    dash = tokens.words[at] == "-" and not _stands_apart(tokens, at)
    return None if dash and number.last < len(tokens.words) else number._replace(value=-number.value)


def _stands_apart(tokens: Tokens, at: int) -> bool:
    """Say whether a sign is written against the number behind it and not against the word in front."""
    if at + 1 >= len(tokens.words) or tokens.starts[at + 1] > tokens.ends[at]:
        return False
    apart = at == 0 or tokens.ends[at - 1] < tokens.starts[at] or tokens.words[at - 1] == "("
    return apart and (tokens.words[at + 1].isdecimal() or tokens.words[at + 1] == ".")


def _bare_decimal(tokens: Tokens, at: int) -> Number | None:
    digits = tokens.words[at + 1]
    if not digits.isdecimal() or tokens.starts[at + 1] > tokens.ends[at]:
        return None
    return Number(float(f"0.{digits[:MAX_DIGITS]}"), at + 2, digits=len(digits), whole=False)


def _number_with_parts(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    number = read_number(tokens, at, words.numbers)
    if number is None or number.ordinal:
        return number
    if number.digits:
        number = _joined_digits(tokens, at, number)
    elif number.last < len(tokens.words) and tokens.words[number.last] in words.points:
        return scaled(tokens, _point(tokens, number, words), words)
    return times_part(tokens, at, number, words)


def _joined_digits(tokens: Tokens, at: int, number: Number) -> Number:
    """Read the rest of "4/5" and "1 234 567"."""
    last = number.last
    if last + 1 < len(tokens.words) and tokens.words[last] == "/" and tokens.words[last + 1].isdecimal():
        adjacent = tokens.ends[last - 1] == tokens.starts[last]
        below = int(tokens.words[last + 1][:MAX_DIGITS])
        follows = last + 2 < len(tokens.words) and tokens.words[last + 2] == "/"
        if adjacent and 0 < number.value < below <= HIGHEST_FRACTION_PART and not follows:
            return number._replace(value=number.value / below, last=last + 2, whole=False)
    return _spaced_digits(tokens, at, number)


def _spaced_digits(tokens: Tokens, at: int, number: Number) -> Number:
    last, written = at + 1, tokens.words[at]
    while len(tokens.words[at]) <= 3 and last < len(tokens.words) and _is_group(tokens, last):
        written, last = written + tokens.words[last], last + 1
    if last < at + 2 or (last == at + 2 and tokens.words[last - 1] != "000") or len(written) > MAX_DIGITS:
        return number
    decimal = (
        last + 1 < len(tokens.words) and tokens.words[last] == "." and tokens.words[last + 1].isdecimal()
    )
    if decimal and tokens.starts[last + 1] == tokens.ends[last] == tokens.ends[last - 1] + 1:
        return number._replace(value=float(f"{written}.{tokens.words[last + 1][:MAX_DIGITS]}"), last=last + 2)
    return number._replace(value=int(written), last=last)


def _is_group(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return len(word) == 3 and word.isdecimal() and tokens.starts[at] == tokens.ends[at - 1] + 1


def _point(tokens: Tokens, number: Number, words: AmountWords) -> Number:
    """Read "point zero three" behind a number in words, digit by digit."""
    hundredths = _point_of(tokens, number, words)
    if hundredths is not None:
        return hundredths
    written, at = "", number.last + 1
    while at < min(len(tokens.words), number.last + MAX_POINT_WORDS):
        sense = words.numbers.get(tokens.words[at])
        tens = (
            sense is not None
            and not sense.scale
            and (sense.value >= TENS or _tens_follow(tokens, at + 1, words))
        )
        digits = read_number(tokens, at, words.numbers) if tens else None
        if digits is None and (sense is None or sense.ordinal or sense.scale or sense.joiner):
            break
        written += str(int(digits.value if digits else sense.value if sense else 0))
        at = digits.last if digits else at + 1
    return (
        number._replace(value=float(f"{int(number.value)}.{written}"), last=at, whole=False)
        if written
        else number
    )


def _tens_follow(tokens: Tokens, at: int, words: AmountWords) -> bool:
    """Say whether a word of tens with its "and" follows a unit: "سبعة وعشرون"."""
    sense = words.numbers.get(tokens.words[at]) if at < len(tokens.words) else None
    return sense is not None and sense.joined and sense.value >= TENS


def _point_of(tokens: Tokens, number: Number, words: AmountWords) -> Number | None:
    """Read "فاصلة ثلاثة من مائة": a decimal part that says of what it is."""
    above = (
        read_number(tokens, number.last + 1, words.numbers) if number.last + 1 < len(tokens.words) else None
    )
    if (
        above is None
        or above.last + 1 >= len(tokens.words)
        or tokens.words[above.last] not in words.below_points
    ):
        return None
    below = read_number(tokens, above.last + 1, words.numbers)
    if below is None or below.value not in DECIMAL_UNITS or above.value >= below.value:
        return None
    return number._replace(value=number.value + above.value / below.value, last=below.last, whole=False)


def _attached_scale(tokens: Tokens, at: int, number: Number) -> float | None:
    """Return what a number in digits is multiplied by where letters are written against it: "1.2b"."""
    written = number.digits and number.last < len(tokens.words)
    if not written or tokens.starts[number.last] != tokens.ends[number.last - 1]:
        return None
    letters = tokens.words[number.last]
    is_length = letters == CALIBRE and (at == 0 or tokens.words[at - 1] not in MONEY_SIGNS)
    return None if is_length else ATTACHED_SCALES.get(letters)


def _more_of_it(tokens: Tokens, at: int, number: Number, words: AmountWords) -> Number:
    """Read what follows a scale: "4 thousand 3 hundred"; and "1.2b". The number begins at token `at`."""
    scale = _attached_scale(tokens, at, number)
    if scale:
        return number._replace(value=plain(number.value * scale), last=number.last + 1)
    sense = words.numbers.get(tokens.words[number.last - 1])
    if not number.digits or sense is None or not sense.scale:
        return number
    joined = number.last < len(tokens.words) and tokens.words[number.last] in words.joiners
    at = number.last + joined
    smaller = read_number(tokens, at, words.numbers) if at < len(tokens.words) else None
    if smaller is None or smaller.ordinal or not 0 < smaller.value < sense.value:
        return number
    if sense.value > HUNDRED and scale_at(tokens, smaller.last - 1, words) is None:
        return number  # "3 million and 20 people" are two numbers
    return _more_of_it(tokens, at, smaller._replace(value=number.value + smaller.value), words)

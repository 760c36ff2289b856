"""Amounts as texts print them: numbers with their sign, fractions, decimals in words and short scales.

`numerals` reads whole numbers and decimals in digits; here "minus 4", "two and a half million", "⅔",
"نصف مليون" and "two hundred point zero three" become values too.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from dateline.languages import language_table
from dateline.text.numerals import MAX_DIGITS, Number, NumberSense, number_words, plain, read_number
from dateline.text.tokens import Tokens, fold_word

HIGHEST_FRACTION_PART = 100  # "4/5" is a fraction, "1398/12" is not
TENS, THOUSAND = 10, 1000
MAX_POINT_WORDS = 6  # words of a decimal part: "point zero three"
ATTACHED_SCALES = {"b": 1e9, "mm": 1e6, "mil": 1e6, "g": 1e9}  # "1.2b", written together


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The words of one language around numbers. `parts` are fractions: "half" is 0.5, "thirds" a third."""

    numbers: Mapping[str, NumberSense]
    negatives: frozenset[str]
    points: frozenset[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    parts: Mapping[str, float]
    joined_parts: Mapping[str, float]
    singular_parts: bool

    @property
    def heads(self) -> frozenset[str]:
        """The words that an amount can begin with, besides digits."""
        return frozenset(self.numbers) | self.negatives | frozenset(self.parts) | {"-", "."}


@cache
def amount_words(lang: str) -> AmountWords:
    """Return the words of a language for amounts; empty where it has no table."""
    table = language_table(lang, "numbers")
    numbers = number_words(lang)
    parts = {
        fold_word(word): float(value) for value, words in table.get("parts", {}).items() for word in words
    }
    ending = table.get("denominator_ending", "")
    for word, sense in numbers.items():
        if ending and sense.ordinal and sense.value > 2:
            parts.setdefault(word + ending, 1 / sense.value)
    return AmountWords(
        numbers,
        negatives=_folded(table.get("negatives", ())),
        points=_folded(table.get("points", ())),
        joiners=_folded(table.get("joiners", ())),
        articles=_folded(table.get("part_articles", ())),
        parts=parts,
        joined_parts={
            prefix + word: part for prefix in table.get("joined_by", ()) for word, part in parts.items()
        },
        singular_parts=bool(ending),
    )


def _folded(words: list[str] | tuple[()]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


def read_amount(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Read the longest amount that starts at token `at`, or return None.

    >>> read_amount(tokenize("minus two and a half million"), 0, amount_words("en")).value
    -2500000
    """
    word = tokens.words[at]
    if word in words.negatives or (word == "-" and _stands_apart(tokens, at)):
        number = read_amount(tokens, at + 1, words) if at + 1 < len(tokens) else None
        return replace(number, value=-number.value) if number and number.value > 0 else None
    if word == "." and _stands_apart(tokens, at):
        return _bare_decimal(tokens, at)
    number = _part_alone(tokens, at, words) or _number_with_parts(tokens, at, words)
    return _more_of_it(tokens, number, words) if number else None


def _stands_apart(tokens: Tokens, at: int) -> bool:
    """Say whether a sign is written against the number behind it and not against the word in front."""
    if at + 1 >= len(tokens) or tokens.starts[at + 1] > tokens.ends[at]:
        return False
    apart = at == 0 or tokens.ends[at - 1] < tokens.starts[at] or tokens.words[at - 1] == "("
    return apart and (tokens.words[at + 1].isdecimal() or tokens.words[at + 1] == ".")


def _bare_decimal(tokens: Tokens, at: int) -> Number | None:
    digits = tokens.words[at + 1]
    if not digits.isdecimal() or tokens.starts[at + 1] > tokens.ends[at]:
        return None
    return Number(float(f"0.{digits[:MAX_DIGITS]}"), at + 2, digits=len(digits), whole=False)


def _part_alone(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Read "half a million", "ثلثي", "⅔", "a quarter"."""
    first = at + 1 if tokens.words[at] in words.articles and at + 1 < len(tokens) else at
    part = _part(tokens, first, words)
    if part is None:
        return None
    last = first + 1
    if last + 1 < len(tokens) and tokens.words[last] in words.articles and _scale(tokens, last + 1, words):
        last += 1
    return _scaled(tokens, Number(part, last, whole=False), words)


def _number_with_parts(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    number = read_number(tokens, at, words.numbers)
    if number is None or number.ordinal:
        return number
    if number.digits:
        number = _joined_digits(tokens, at, number)
    elif number.last < len(tokens) and tokens.words[number.last] in words.points:
        return _scaled(tokens, _point(tokens, number, words), words)
    return _times_part(tokens, at, number, words)


def _joined_digits(tokens: Tokens, at: int, number: Number) -> Number:
    """Read the rest of "4/5" and "1 234 567"."""
    last = number.last
    if last + 1 < len(tokens) and tokens.words[last] == "/" and tokens.words[last + 1].isdecimal():
        adjacent = tokens.ends[last - 1] == tokens.starts[last]
        below = int(tokens.words[last + 1][:MAX_DIGITS])
        follows = last + 2 < len(tokens) and tokens.words[last + 2] == "/"
        if adjacent and 0 < number.value < below <= HIGHEST_FRACTION_PART and not follows:
            return replace(number, value=number.value / below, last=last + 2, whole=False)
    return _spaced_digits(tokens, at, number)


def _spaced_digits(tokens: Tokens, at: int, number: Number) -> Number:
    last, written = at + 1, tokens.words[at]
    while len(tokens.words[at]) <= 3 and last < len(tokens) and _is_group(tokens, last):
        written, last = written + tokens.words[last], last + 1
    if last < at + 2 or (last == at + 2 and tokens.words[last - 1] != "000") or len(written) > MAX_DIGITS:
        return number
    decimal = last + 1 < len(tokens) and tokens.words[last] == "." and tokens.words[last + 1].isdecimal()
    if decimal and tokens.starts[last + 1] == tokens.ends[last] == tokens.ends[last - 1] + 1:
        return replace(number, value=float(f"{written}.{tokens.words[last + 1][:MAX_DIGITS]}"), last=last + 2)
    return replace(number, value=int(written), last=last)


def _is_group(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return len(word) == 3 and word.isdecimal() and tokens.starts[at] == tokens.ends[at - 1] + 1


def _point(tokens: Tokens, number: Number, words: AmountWords) -> Number:
    """Read "point zero three" behind a number in words, digit by digit."""
    written, at = "", number.last + 1
    while at < min(len(tokens), number.last + MAX_POINT_WORDS):
        sense = words.numbers.get(tokens.words[at])
        tens = sense is not None and sense.value >= TENS
        digits = read_number(tokens, at, words.numbers) if tens else None
        if digits is None and (sense is None or sense.ordinal or sense.scale or sense.joiner):
            break
        written += str(int(digits.value if digits else sense.value if sense else 0))
        at = digits.last if digits else at + 1
    return (
        replace(number, value=float(f"{int(number.value)}.{written}"), last=at, whole=False)
        if written
        else number
    )


def _times_part(tokens: Tokens, at: int, number: Number, words: AmountWords) -> Number:
    """Read "two thirds", "one fifth", "two and a half", "five billion and three quarters"."""
    hyphen = _past_hyphen(tokens, number.last)
    direct = _part(tokens, hyphen, words, singular=number.value == 1)
    if direct is not None and not number.digits:
        value = _share_of_last(tokens, at, number, words, direct)
        return replace(number, value=plain(value), last=hyphen + 1, whole=False)
    if direct is not None and len(tokens.words[number.last]) == 1:  # "5½"
        return replace(number, value=number.value + direct, last=number.last + 1, whole=False)
    added = _added_part(tokens, number.last, words)
    if added is None:
        return number
    share, last = added
    scale = _last_scale(tokens, number.last - 1, at, words)
    value = number.value + share * scale
    if scale > 1:  # the scale may be told again: "مليون ونصف مليون"
        again = _scale(tokens, last, words)
        last += again is not None and again.value == scale
        return replace(number, value=plain(value), last=last, whole=False)
    return _scaled(tokens, replace(number, value=plain(value), last=last, whole=False), words)


def _share_of_last(tokens: Tokens, at: int, number: Number, words: AmountWords, part: float) -> float:
    """Return the value with a fraction behind it: in "ninety and three quarters" of the three alone."""
    last = words.numbers.get(tokens.words[number.last - 1])
    before = tokens.words[number.last - 2] if number.last - 2 > at else ""
    joined = last is not None and last.value < TENS and (last.joined or before in words.joiners)
    if last is None or not joined or number.value < TENS:
        return number.value * part
    place = number.last - (3 if before in words.joiners else 2)
    return number.value - last.value + last.value * part * _last_scale(tokens, place, at, words)


def _past_hyphen(tokens: Tokens, at: int) -> int:
    return at + 1 if at + 1 < len(tokens) and tokens.words[at] == "-" else at


def _added_part(tokens: Tokens, at: int, words: AmountWords) -> tuple[float, int] | None:
    """Return the fraction of "and a half", "and two thirds", "ونصف" at a token, and the token behind it."""
    if at >= len(tokens):
        return None
    joined = words.joined_parts.get(tokens.words[at])
    if joined is not None:
        return joined, at + 1
    if tokens.words[at] not in words.joiners or at + 1 >= len(tokens):
        return None
    article = tokens.words[at + 1] in words.articles
    first = at + 2 if article else at + 1
    part = _part(tokens, first, words, singular=article)
    if part is not None:
        return part, first + 1
    above = read_number(tokens, first, words.numbers) if first < len(tokens) else None
    part = _part(tokens, above.last, words) if above and not above.ordinal and not above.digits else None
    return (
        (above.value * part, above.last + 1)
        if above and part is not None and above.value * part < 1
        else None
    )


def _part(tokens: Tokens, at: int, words: AmountWords, *, singular: bool = False) -> float | None:
    """Return the fraction at a token; `singular` takes ordinals too: "one fifth", "and a third"."""
    if at >= len(tokens):
        return None
    word = tokens.words[at]
    if len(word) == 1 and not word.isascii() and not word.isdecimal():
        value = unicodedata.numeric(word, -1.0)
        return value if 0 < value < 1 else None
    ordinal = words.numbers.get(word) if singular and words.singular_parts else None
    if ordinal is not None and ordinal.ordinal and ordinal.value > 2:
        return 1 / ordinal.value
    return words.parts.get(word)


def _last_scale(tokens: Tokens, place: int, at: int, words: AmountWords) -> float:
    """Return what "and a half" is half of: a million in "two million and a half", else one."""
    sense = words.numbers.get(tokens.words[max(place, at)])
    return sense.value * sense.count if sense and sense.scale and sense.value >= THOUSAND else 1


def _scale(tokens: Tokens, at: int, words: AmountWords) -> NumberSense | None:
    sense = words.numbers.get(tokens.words[at]) if at < len(tokens) else None
    return sense if sense and sense.scale and not sense.ordinal and not sense.joined else None


def _scaled(tokens: Tokens, number: Number, words: AmountWords) -> Number:
    """Read the scale word behind a fraction: "two and a half million"."""
    sense = _scale(tokens, number.last, words)
    if sense is None:
        return replace(number, value=plain(number.value))
    return replace(number, value=plain(number.value * sense.value), last=number.last + 1)


def _more_of_it(tokens: Tokens, number: Number, words: AmountWords) -> Number:
    """Read what follows a scale: "4 thousand 3 hundred"; and "1.2b"."""
    if (
        number.last < len(tokens)
        and number.digits
        and tokens.starts[number.last] == tokens.ends[number.last - 1]
    ):
        scale = ATTACHED_SCALES.get(tokens.words[number.last])
        if scale:
            return replace(number, value=plain(number.value * scale), last=number.last + 1)
    sense = words.numbers.get(tokens.words[number.last - 1])
    if not number.digits or sense is None or not sense.scale:
        return number
    joined = number.last < len(tokens) and tokens.words[number.last] in words.joiners
    at = number.last + joined
    smaller = read_number(tokens, at, words.numbers) if at < len(tokens) else None
    if smaller is None or smaller.ordinal or smaller.value >= sense.value:
        return number
    if _scale(tokens, smaller.last - 1, words) is None:  # "3 million and 20 people" are two numbers
        return number
    return _more_of_it(tokens, replace(smaller, value=number.value + smaller.value), words)

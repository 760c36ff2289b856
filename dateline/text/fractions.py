"""Fractions beside numbers: "half a million", "two thirds", "five billion and three quarters", "5½"."""

import unicodedata

from dateline.text.amount_words import AmountWords
from dateline.text.numerals import Number, NumberSense, plain, read_number
from dateline.text.tokens import Tokens

ARTICLE, PLURAL = "ال", "s"
TENS, HUNDRED, THOUSAND = 10, 100, 1000


def part_alone(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Read "half a million", "ثلثي", "⅔", "a quarter", and the "fifth" of "a fifth of the seats"."""
    first = at + 1 if tokens.words[at] in words.articles and at + 1 < len(tokens.words) else at
    if first == at and tokens.words[at] in words.part_nouns and _is_bare(tokens, at, words):
        return None  # "the government quarter", but "a quarter", "quarter million"
    part = fraction_at(tokens, first, words) or _doubtful_part(tokens, at, words)
    if part is not None and _is_a_period(tokens, at, words):
        return None
    number = _ordinal_part(tokens, at, words) if part is None else Number(part, first + 1, whole=False)
    return _of_scale(tokens, number, words) if number is not None else None


def _is_bare(tokens: Tokens, at: int, words: AmountWords) -> bool:
    """Say whether no article stands in front of a word, and no scale behind it."""
    led = at > 0 and tokens.words[at - 1] in words.articles
    return not led and scale_at(tokens, at + 1, words) is None


def _doubtful_part(tokens: Tokens, at: int, words: AmountWords) -> float | None:
    """Return the fraction that a number word is in front of a noun with its article: "خمس السكان"."""
    part = words.doubtful_parts.get(tokens.words[at])
    following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return part if part and following.startswith(ARTICLE) and following not in words.numbers else None


def _is_a_period(tokens: Tokens, at: int, words: AmountWords) -> bool:
    """Say whether an ordinal stands in front: "the second half"."""
    before = words.numbers.get(tokens.words[at - 1]) if at else None
    return before is not None and before.ordinal


def _ordinal_part(tokens: Tokens, at: int, words: AmountWords) -> Number | None:
    """Return the fraction of an ordinal behind an article where no noun follows: "a fifth of"."""
    if not words.singular_parts or at == 0 or tokens.words[at - 1] not in words.articles:
        return None
    below = read_number(tokens, at, words.numbers)
    if below is None or not below.ordinal or below.digits or below.value <= 2:
        return None
    following = tokens.words[below.last] if below.last < len(tokens.words) else ""
    named = following == "-" or (following.isalpha() and following not in words.of)
    return None if named else Number(1 / below.value, below.last, whole=False)


def _of_scale(tokens: Tokens, number: Number, words: AmountWords) -> Number:
    """Read the scale behind a fraction: "million", "a million", "of a million"."""
    last = number.last
    last += last < len(tokens.words) and tokens.words[last] in words.of
    article = last < len(tokens.words) and tokens.words[last] in words.articles
    last += article
    if last > number.last and not (article and scale_at(tokens, last, words)):
        return scaled(tokens, number, words)
    return scaled(tokens, number._replace(last=last), words)


def times_part(tokens: Tokens, at: int, number: Number, words: AmountWords) -> Number:
    """Read "two thirds", "one fifth", "two and a half", "five billion and three quarters"."""
    compound = _compound_part(tokens, at, number, words)
    if compound is not None:
        return compound
    hyphen = _past_hyphen(tokens, number.last)
    direct = fraction_at(tokens, hyphen, words, singular=number.value == 1)
    if direct is None and hyphen < len(tokens.words) and (number.value > TENS or number.digits):
        direct = words.doubtful_parts.get(tokens.words[hyphen])
    if direct is not None and not number.digits:
        value = _share_of_last(tokens, at, number, words, direct)
        found = number._replace(value=plain(value), last=hyphen + 1, whole=False)
        return _of_scale(tokens, found, words) if value == number.value * direct else found
    if direct is not None and len(tokens.words[number.last]) == 1:  # "5½"
        found = number._replace(value=number.value + direct, last=number.last + 1, whole=False)
        return scaled(tokens, found, words)
    added = _added_part(tokens, number.last, words)
    if added is None:
        return number
    return _with_added(tokens, at, number, added, words)


def _with_added(
    tokens: Tokens, at: int, number: Number, added: tuple[float, int], words: AmountWords
) -> Number:
    """Return a number with "and a half": of its scale, or of the one told behind ("مليون ونصف مليون")."""
    share, last = added
    scale = _last_scale(tokens, number.last - 1, at, words)
    if scale == 1:
        found = number._replace(value=plain(number.value + share), last=last, whole=False)
        return scaled(tokens, found, words)
    told = scale_at(tokens, last, words)
    if told is not None and told.value <= scale:  # "one billion and a half million"
        scale, last = told.value, last + 1
    return number._replace(value=plain(number.value + share * scale), last=last, whole=False)


def _compound_part(tokens: Tokens, at: int, number: Number, words: AmountWords) -> Number | None:
    """Read "three twenty-firsts", "one hundred thirty-fifths": a denominator of two words, tens and units."""
    if number.digits or not words.singular_parts:
        return None
    behind = _tens_at(tokens, number.last, words)
    tens = behind or _tens_at(tokens, number.last - 1, words)
    first = number.last if behind else number.last - 1
    place = _past_hyphen(tokens, first + 1)
    units = words.numbers.get(tokens.words[place].removesuffix(PLURAL)) if place < len(tokens.words) else None
    above = number.value if behind else number.value - tens
    joined = first > at and tokens.words[first - 1] in words.joiners  # "one hundred and thirty fifths" are 26
    if not tens or not units or not units.ordinal or units.value >= TENS or above <= 0 or joined:
        return None
    plural = tokens.words[place].endswith(PLURAL)
    return (
        number._replace(value=above / (tens + units.value), last=place + 1, whole=False) if plural else None
    )


def _tens_at(tokens: Tokens, at: int, words: AmountWords) -> float:
    """Return the value of a word for tens at a token, or 0."""
    sense = words.numbers.get(tokens.words[at]) if at < len(tokens.words) else None
    plain_tens = sense is not None and not sense.ordinal and TENS < sense.value < HUNDRED
    return sense.value if sense and plain_tens and sense.value % TENS == 0 else 0


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
    return at + 1 if at + 1 < len(tokens.words) and tokens.words[at] == "-" else at


def _added_part(tokens: Tokens, at: int, words: AmountWords) -> tuple[float, int] | None:
    """Return the fraction of "and a half", "and two thirds", "ونصف" at a token, and the token behind it."""
    if at >= len(tokens.words):
        return None
    joined = words.joined_parts.get(tokens.words[at])
    if joined is None and at + 1 == len(tokens.words):
        joined = words.joined_doubtful_parts.get(tokens.words[at])
    if joined is not None:
        return joined, at + 1
    if tokens.words[at] not in words.joiners or at + 1 >= len(tokens.words):
        return None
    article = tokens.words[at + 1] in words.articles
    first = at + 2 if article else at + 1
    part = fraction_at(tokens, first, words, singular=article)
    if part is None and first + 1 == len(tokens.words):
        part = words.doubtful_parts.get(tokens.words[first])
    if part is not None:
        return part, first + 1
    above = read_number(tokens, first, words.numbers) if first < len(tokens.words) else None
    part = (
        fraction_at(tokens, above.last, words) if above and not above.ordinal and not above.digits else None
    )
    return (
        (above.value * part, above.last + 1)
        if above and part is not None and above.value * part < 1
        else None
    )


def fraction_at(tokens: Tokens, at: int, words: AmountWords, *, singular: bool = False) -> float | None:
    """Return the fraction at a token; `singular` takes ordinals too: "one fifth", "and a third"."""
    if at >= len(tokens.words):
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


def scale_at(tokens: Tokens, at: int, words: AmountWords) -> NumberSense | None:
    """Return the scale word at a token, or None."""
    sense = words.numbers.get(tokens.words[at]) if at < len(tokens.words) else None
    return sense if sense and sense.scale and not sense.ordinal and not sense.joined else None


def scaled(tokens: Tokens, number: Number, words: AmountWords) -> Number:
    """Read the scale word behind a fraction: "two and a half million"."""
    sense = scale_at(tokens, number.last, words)
    if sense is None:
        return number._replace(value=plain(number.value))
    return number._replace(value=plain(number.value * sense.value), last=number.last + 1)

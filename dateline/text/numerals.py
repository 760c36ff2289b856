"""Numbers in digits and words: reads the number that starts at a token, by the language's `numbers`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from dateline.languages import language_table
from dateline.text.tokens import Tokens, tokenize

MAX_WORDS = 40  # longest number in words that is read as one
MAX_DIGITS = 18
TWENTY, HUNDRED = 20, 100
DIGIT_MARKS = frozenset(",.")  # between the digits of one number
FRACTION_PARTS = (2, 3, 4, 5, 8, 10, 16, 32, 64)  # "9 1/2"; other pairs are dates or scores
GROUP = re.compile(r"\d{3}")
SHORT_SCALES = {"k": 1_000, "bn": 1_000_000_000, "mn": 1_000_000, "tn": 1_000_000_000_000}  # "10k"
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th", "ام"})


@dataclass(frozen=True, slots=True)
class NumberSense:
    """A number word. `scale` words multiply what stands before them, or `count` where nothing does.

    `joined` words carry their own "and" (Arabic, Hebrew); a `joiner` is such an "and" on its own. A scale
    that is `bare` counts one inside a number too ("هزار و صد"); a unit that `needs_and` stands behind tens
    with one alone ("ثلاثون خمس" is no 35). A `led` one has its article in front, and only begins a number.
    """

    value: float
    scale: bool = False
    ordinal: bool = False
    joined: bool = False
    joiner: bool = False
    count: int = 1
    bare: bool = False
    needs_and: bool = False
    led: bool = False


class Number(NamedTuple):
    """A number up to token `last` (not included). `digits` counts the first run's digits, 0 for words."""

    value: float
    last: int
    ordinal: bool = False
    digits: int = 0
    whole: bool = True


class _Sum(NamedTuple):
    """A number in words as it grows: finished thousands, and the group below them."""

    total: float = 0
    group: float = 0
    smallest_scale: float = float("inf")
    empty: bool = True

    def accepts(self, sense: NumberSense, *, tens_joined: bool, joined: bool = False) -> bool:
        """Say whether the word can stand next in the same number; `joined` by an "and" of its own."""
        if self.empty or sense.value == 0 or sense.led:
            return self.empty
        if sense.scale and sense.value >= 1000:
            return sense.value < self.smallest_scale and (self.group > 0 or sense.count > 1 or sense.bare)
        if sense.scale:
            return 0 < self.group < 100 or (self.group == 0 and (sense.joined or sense.bare))
        below = self.group % 100
        if sense.value >= 100 or below == 0:
            return self.group == 0 or sense.value < 100
        if sense.value >= 20:
            return below < 10 and (sense.joined or joined)
        apart = sense.needs_and and not (sense.joined or joined)
        return not (tens_joined or apart) and below >= 20 and below % 10 == 0 and 0 < sense.value < 10

    def plus(self, sense: NumberSense) -> "_Sum":
        """Return the number with one more word."""
        if sense.scale and sense.value >= 1000:
            grown = self.total + (self.group or sense.count) * sense.value
            return _Sum(grown, 0, sense.value, empty=False)
        if sense.scale:
            return _Sum(
                self.total, (self.group or sense.count) * sense.value, self.smallest_scale, empty=False
            )
        return _Sum(self.total, self.group + sense.value, self.smallest_scale, empty=False)

    @property
    def value(self) -> float:
        return self.total + self.group


@cache
def number_words(lang: str) -> Mapping[str, NumberSense]:
    """Return the number words of a language by folded word, or two words; empty where it has no table."""
    table = language_table(lang, "numbers")
    bare, needs_and = table.get("bare_scales", False), table.get("units_joined", False)
    words: dict[str, NumberSense] = {}
    for name, ordinal in (
        ("cardinals", False),
        ("ordinals", True),
        ("teens", False),
        ("ordinal_teens", True),
    ):
        for value, spellings in table.get(name, {}).items():
            for spelling in spellings:
                sense = NumberSense(float(value), ordinal=ordinal, needs_and=needs_and)
                words.setdefault(_key(spelling), sense)
    for name, ordinal in (("scales", False), ("scale_ordinals", True)):
        for value, spellings in table.get(name, {}).items():
            sense = NumberSense(float(value), scale=True, ordinal=ordinal, bare=bare)
            words.update({_key(each): sense for each in spellings})
    for article in table.get("scale_articles", ()):
        words.update(_led(_key(article), words))
    for value, spellings in table.get("duals", {}).items():
        words.update({_key(each): NumberSense(float(value) / 2, scale=True, count=2) for each in spellings})
    for prefix in table.get("joined_by", ()):
        words.update(_joined(prefix, words))
    words.update({_key(word): NumberSense(0, joiner=True) for word in table.get("joiners", ())})
    return words


def _key(spelling: str) -> str:
    return " ".join(tokenize(spelling).words)


def _led(article: str, words: Mapping[str, NumberSense]) -> dict[str, NumberSense]:
    """Return the scales from a hundred on with an article in front, which counts one: "a thousand"."""
    scales = ((word, sense) for word, sense in words.items() if sense.scale and not sense.ordinal)
    return {f"{article} {word}": replace(sense, led=True) for word, sense in scales if sense.value >= HUNDRED}


def _joined(prefix: str, words: Mapping[str, NumberSense]) -> dict[str, NumberSense]:
    return {
        prefix + word: replace(sense, joined=True)
        for word, sense in words.items()
        if prefix + word not in words
    }


def read_number(tokens: Tokens, at: int, words: Mapping[str, NumberSense]) -> Number | None:
    """Read the longest number that starts at token `at`, or return None.

    >>> read_number(tokenize("two hundred and five men"), 0, number_words("en")).value
    205
    """
    word = tokens.words[at]
    if word.isdecimal():
        return _read_digits(tokens, at, words)
    sense, _ = _sense_at(tokens, at, words)
    if sense is None or sense.joiner:
        return None
    return _read_words(tokens, at, words)


def _sense_at(tokens: Tokens, at: int, words: Mapping[str, NumberSense]) -> tuple[NumberSense | None, int]:
    """Return the number word at a token and how many tokens it takes."""
    if at >= len(tokens.words):
        return None, 0
    if at + 1 < len(tokens.words):
        pair = words.get(f"{tokens.words[at]} {tokens.words[at + 1]}")
        if pair is not None:
            return pair, 2
    return words.get(tokens.words[at]), 1


def _read_words(tokens: Tokens, at: int, words: Mapping[str, NumberSense]) -> Number | None:
    grown, place, before = _Sum(), at, (_Sum(), at)
    while place < at + MAX_WORDS:
        start, joined = _past_joiner(tokens, place, words, grown)
        sense, width = _sense_at(tokens, start, words)
        if sense is None or sense.joiner:
            break
        if not grown.accepts(sense, tens_joined=joined == "and", joined=joined == "wa"):
            if sense.scale and before[1] > at:
                grown, place = before
            break
        before = (grown, place) if joined else (_Sum(), at)
        grown, place = grown.plus(sense), start + width
        if sense.ordinal:
            grown, place = _joined_tens(tokens, grown, place, words)
            return Number(plain(grown.value), place, ordinal=True)
        if sense.value == 0:
            break  # "nought-four" are two
    return Number(plain(grown.value), place) if place > at else None


def _joined_tens(tokens: Tokens, grown: _Sum, at: int, words: Mapping[str, NumberSense]) -> tuple[_Sum, int]:
    """Return an Arabic ordinal with its tens: "الحادي والعشرين", "الحادي و العشرين" is the 21st."""
    start, joiner = _past_joiner(tokens, at, words, grown)
    sense, width = _sense_at(tokens, start, words)
    joined = joiner == "wa"
    if sense is None or not sense.ordinal or not (joined or (sense.joined and start == at)):
        return grown, at
    if sense.value < TWENTY or not grown.accepts(sense, tens_joined=False, joined=joined):
        return grown, at
    return grown.plus(sense), start + width


def _past_joiner(tokens: Tokens, at: int, words: Mapping[str, NumberSense], grown: _Sum) -> tuple[int, str]:
    """Return the token after an "and" or hyphen inside a number, and which of them it was."""
    if grown.empty or at >= len(tokens.words):
        return at, ""
    if tokens.words[at] == "-":
        return at + 1, "hyphen"
    sense = words.get(tokens.words[at])
    if sense is None or not sense.joiner:
        return at, ""
    return at + 1, "and" if tokens.words[at].isascii() else "wa"


def _read_digits(tokens: Tokens, at: int, words: Mapping[str, NumberSense]) -> Number | None:
    first = tokens.words[at]
    if len(first) > MAX_DIGITS:
        return None
    last, written = at + 1, first
    following = tokens.words[last] if last < len(tokens.words) else ""
    if following not in DIGIT_MARKS and not following.isdecimal():
        return _with_suffix(tokens, Number(plain(float(first)), last, digits=len(first)), words)
    while len(first) <= 3 and _mark(tokens, last, ",") and GROUP.fullmatch(tokens.words[last + 1]):
        written += tokens.words[last + 1]
        last += 2
        if len(written) > MAX_DIGITS:
            return None
    part = _fraction(tokens, last)
    if part:
        return Number(float(written) + part, last + 3, digits=len(first), whole=False)
    whole = True
    lone = not _mark(tokens, last + 2, ",") and not _mark(tokens, at - 1, ",")
    if _mark(tokens, last, ",") and last == at + 1 and lone:
        written += "." + tokens.words[last + 1][:MAX_DIGITS]
        return _scaled(tokens, Number(float(written), last + 2, digits=len(first), whole=False), words)
    if _mark(tokens, last, ".") and not _mark(tokens, last + 2, ".") and not _mark(tokens, at - 1, "."):
        written += "." + tokens.words[last + 1][:MAX_DIGITS]
        last, whole = last + 2, False
    number = Number(plain(float(written)), last, digits=len(first), whole=whole)
    return _with_suffix(tokens, number, words)


def _with_suffix(tokens: Tokens, number: Number, words: Mapping[str, NumberSense]) -> Number:
    """Read the "th" or the scale behind digits."""
    last = number.last
    if last == len(tokens.words):
        return number
    suffix = tokens.words[last]
    if suffix in ORDINAL_SUFFIXES and (not suffix.isascii() or tokens.starts[last] == tokens.ends[last - 1]):
        return number._replace(last=last + 1, ordinal=True, whole=True)
    return _scaled(tokens, number, words)


def _fraction(tokens: Tokens, at: int) -> float:
    """Return the value of the "1/2" of "5 1/2" at token `at`, or 0."""
    apart = (
        at < len(tokens.words) and tokens.words[at].isdecimal() and tokens.starts[at] > tokens.ends[at - 1]
    )
    if not apart or not _mark(tokens, at + 1, "/") or _mark(tokens, at + 3, "/"):
        return 0
    above, below = int(tokens.words[at][:MAX_DIGITS]), int(tokens.words[at + 2][:MAX_DIGITS])
    return above / below if above < below and below in FRACTION_PARTS else 0


def _scaled(tokens: Tokens, number: Number, words: Mapping[str, NumberSense]) -> Number:
    """Read "2.5 million" and "۳ هزار و ۲۰۰": scale words behind digits."""
    if number.last == len(tokens.words):
        return number
    following = tokens.words[number.last]
    if following in SHORT_SCALES and _is_short_scale(tokens, number.last):
        return number._replace(value=plain(number.value * SHORT_SCALES[following]), last=number.last + 1)
    sense = words.get(following)
    if sense is None or not sense.scale or sense.ordinal or sense.joined:
        return number
    return Number(plain(number.value * sense.value), number.last + 1, digits=number.digits)


def _is_short_scale(tokens: Tokens, at: int) -> bool:
    """Say whether letters are written against the number in front ("10k"), or no word follows ("10 k")."""
    last = at + 1 == len(tokens.words) or not tokens.words[at + 1].isalpha()
    return tokens.starts[at] == tokens.ends[at - 1] or last


def _mark(tokens: Tokens, at: int, mark: str) -> bool:
    """Say whether `mark` at token `at` stands between digits with no space on either side."""
    return (
        0 < at < len(tokens.words) - 1
        and tokens.words[at] == mark
        and tokens.words[at + 1].isdecimal()
        and tokens.starts[at] == tokens.ends[at - 1]
        and tokens.starts[at + 1] == tokens.ends[at]
    )


def plain(value: float) -> float:
    """Return a whole number as an int, so that 3.0 prints as 3."""
    return int(value) if value == int(value) else value

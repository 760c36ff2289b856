"""The words that amounts are written with: signs, decimal points, fractions, and what joins them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_table
from dateline.text.numerals import NumberSense, number_words
from dateline.text.tokens import fold_word, tokenize

FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The words of one language around numbers. `parts` are fractions: "half" is 0.5, "thirds" a third.

    `ratios` ("على"), `quotients` ("over") and `shares` ("out of") stand between the numbers of a fraction,
    as `dateline.text.ratios` says when; `parts_of` ("جزء من") stand in front of the one below alone too.
    `doubtful_parts` are numbers too ("خمس" is five and a fifth). `below_points` stand in front of what a
    decimal part is of ("فاصلة ثلاثة من مائة").
    """

    numbers: Mapping[str, NumberSense]
    negatives: frozenset[str]
    points: frozenset[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    parts: Mapping[str, float]
    joined_parts: Mapping[str, float]
    singular_parts: bool
    ratios: tuple[tuple[str, ...], ...]
    quotients: tuple[tuple[str, ...], ...]
    shares: tuple[tuple[str, ...], ...]
    of: frozenset[str]
    doubtful_parts: Mapping[str, float]
    below_points: frozenset[str]
    joined_doubtful_parts: Mapping[str, float]
    parts_of: tuple[tuple[str, ...], ...]

    @property
    def heads(self) -> frozenset[str]:
        """The words that an amount can begin with, besides digits."""
        first_of_parts = {phrase[0] for phrase in self.parts_of}
        return frozenset(self.numbers) | self.negatives | self.fractions | first_of_parts | {"-", "."}

    @property
    def fractions(self) -> frozenset[str]:
        """The words and signs that are a fraction alone."""
        return frozenset(self.parts) | frozenset(FRACTION_SIGNS)


@cache
def amount_words(lang: str) -> AmountWords:
    """Return the words of a language for amounts; empty where it has no table."""
    table = language_table(lang, "numbers")
    numbers = number_words(lang)
    parts = _by_word(table.get("parts", {}))
    ending = table.get("denominator_ending", "")
    for word, sense in numbers.items():
        if ending and sense.ordinal and sense.value > 2:
            parts.setdefault(word + ending, 1 / sense.value)
    doubtful = _by_word(table.get("doubtful_parts", {}))
    prefixes = table.get("joined_by", ())
    return AmountWords(
        numbers,
        negatives=_folded(table.get("negatives", ())),
        points=_folded(table.get("points", ())),
        joiners=_folded(table.get("joiners", ())),
        articles=_folded(table.get("part_articles", ())),
        parts=parts,
        joined_parts={prefix + word: part for prefix in prefixes for word, part in parts.items()},
        singular_parts=bool(ending),
        ratios=_phrases(table.get("ratios", ())),
        quotients=_phrases(table.get("quotients", ())),
        shares=_phrases(table.get("shares", ())),
        of=_folded(table.get("of", ())),
        doubtful_parts=doubtful,
        below_points=_folded(table.get("below_points", ())),
        joined_doubtful_parts={prefix + word: part for prefix in prefixes for word, part in doubtful.items()},
        parts_of=_phrases(table.get("parts_of", ())),
    )


def _by_word(listed: Mapping[str, list[str]]) -> dict[str, float]:
    return {fold_word(word): float(value) for value, words in listed.items() for word in words}


def _folded(words: list[str] | tuple[()]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


def _phrases(phrases: list[str] | tuple[()]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(tokenize(phrase).words) for phrase in phrases)

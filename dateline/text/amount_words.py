"""The words that amounts are written with: signs, decimal points, fractions, and what joins them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from dateline.languages import language_table
from dateline.text.numerals import NumberSense, number_words
from dateline.text.tokens import fold_word, tokenize

ATTACHED_SCALES = {"b": 1e9, "mm": 1e6, "mil": 1e6, "g": 1e9}  # "1.2b", written together
CONTINUING_MARKS = frozenset("/-.,e^x")  # of fractions, groups of digits and powers
FEWEST_LED = 3  # "לשני" is to the second too, "מאחד" unites
FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The words of one language around numbers. `parts` are fractions: "half" is 0.5, "thirds" a third;
    `part_nouns` ("quarter") are so only behind an article or a number.

    `ratios` ("على"), `quotients` ("over") and `shares` ("out of") stand between the numbers of a fraction,
    as `dateline.text.ratios` says when; `parts_of` ("جزء من") stand in front of the one below alone too.
    `doubtful_parts` are numbers too ("خمس" is five and a fifth). `below_points` stand in front of what a
    decimal part is of ("فاصلة ثلاثة من مائة"). `fractions` are the words and signs that are one alone,
    `continuing` those that may belong to the number in front of them.
    """

    numbers: Mapping[str, NumberSense]
    negatives: frozenset[str]
    points: frozenset[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    parts: Mapping[str, float]
    part_nouns: frozenset[str]
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
    fractions: frozenset[str]
    continuing: frozenset[str]

    @property
    def heads(self) -> frozenset[str]:
        """The words that an amount can begin with, besides digits."""
        first_of_parts = {phrase[0] for phrase in self.parts_of}
        return frozenset(self.numbers) | self.negatives | self.fractions | first_of_parts | {"-", "."}


@cache
def amount_words(lang: str) -> AmountWords:
    """Return the words of a language for amounts; empty where it has no table."""
    table = language_table(lang, "numbers")
    numbers = {**_led(lang), **number_words(lang)}
    parts = _by_word(table.get("parts", {}))
    ending = table.get("denominator_ending", "")
    for word, sense in numbers.items():
        if ending and sense.ordinal and sense.value > 2:
            parts.setdefault(word + ending, 1 / sense.value)
    doubtful = _by_word(table.get("doubtful_parts", {}))
    prefixes = table.get("joined_by", ())
    joined_parts = {prefix + word: part for prefix in prefixes for word, part in parts.items()}
    joined_doubtful = {prefix + word: part for prefix in prefixes for word, part in doubtful.items()}
    points, fractions = _folded(table.get("points", ())), frozenset([*parts, *FRACTION_SIGNS])
    between = {name: _phrases(table.get(name, ())) for name in ("ratios", "quotients", "shares", "parts_of")}
    return AmountWords(
        numbers,
        negatives=_folded(table.get("negatives", ())),
        points=points,
        joiners=_folded(table.get("joiners", ())),
        articles=_folded(table.get("part_articles", ())),
        parts=parts,
        part_nouns=_folded(table.get("part_nouns", ())),
        joined_parts=joined_parts,
        singular_parts=bool(ending),
        **between,
        of=_folded(table.get("of", ())),
        doubtful_parts=doubtful,
        below_points=_folded(table.get("below_points", ())),
        joined_doubtful_parts=joined_doubtful,
        fractions=fractions,
        continuing=frozenset().union(
            (word.partition(" ")[0] for word, sense in numbers.items() if not sense.led),
            points, fractions, doubtful, joined_parts, joined_doubtful, ATTACHED_SCALES, CONTINUING_MARKS,
            (phrase[0] for phrases in between.values() for phrase in phrases),
        ),
    )  # fmt: skip


def _led(lang: str) -> dict[str, NumberSense]:
    """Return the numbers from three on with a preposition written together with them: "بثلاثة", "לחמישה"."""
    table = language_table(lang, "numbers")
    others = _folded(table.get("not_numbers", ()))
    plain = {
        word: sense
        for word, sense in number_words(lang).items()
        if sense.value >= FEWEST_LED and not (sense.scale or sense.ordinal or sense.joined)
    }
    return {
        led: replace(sense, led=True)
        for letter in table.get("prepositions", ())
        for word, sense in plain.items()
        if (led := letter + word) not in others
    }


def _by_word(listed: Mapping[str, list[str]]) -> dict[str, float]:
    return {fold_word(word): float(value) for value, words in listed.items() for word in words}


def _folded(words: list[str] | tuple[()]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


def _phrases(phrases: list[str] | tuple[()]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(tokenize(phrase).words) for phrase in phrases)

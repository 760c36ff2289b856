"""The time words of a language as a lexicon: one class letter for months, one for weekdays, and so on.

| letter | words |
|---|---|
| Y 4 8 N 9 O | year-like number, other four digits, eight digits, 0 to 99, other number, ordinal |
| M W U I X | month, weekday, unit, plural unit, dual unit |
| S P T D V | season, part of day, night, day word, year word |
| H C z p g h | holiday, era, zone, am or pm, o'clock, clock word ("ساعت", which is "hour" too) |
| l K n c s | last, past (the days before), next, this, same |
| A G J B F Q | ago, "ago" and "in" in front, before, after, from now |
| k R E L e v q | modifier (early), reference (now), set (daily), "week-long", every, half, vague number |
| b j r d y | earlier, later, previous, following, recent |
| o a 1 i f u & ~ t w | of, the, a, on, between, until, and, about, the ISO letter T, plural s |
| 2 5 3 | a number of units ("a couple of"), a decade by name, "year's end" |
| 6 7 | minutes behind an hour ("والنصف"), or in front of one ("half past") |
| α ω β | "the rest of", "all" in front of a unit, "whole" behind it |
| γ δ χ | a quarter or half by its number ("Q3"), "beginning", "ended" |
| x 0 Z | no time at all, "old", "period" |
| η | minutes less ("إلا") |
| κ | the next in time ("upcoming"), where "next" is of the week after this |
| λ μ σ | "final" and "opening" of a period, "the eve of" |
| ψ | "למחרת", the day behind the one told |
| υ | one of a unit without a number ("أسبوعا") |
| θ τ ε ζ | "one" behind a unit ("شهر واحد"), "once a", "every other", "آخر" (last, or the end of) |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from dateline.languages import language_codes, language_table
from dateline.model.times import Calendar
from dateline.text.lexicon import Lexicon, Numerals, Sense, contracted
from dateline.text.numerals import Number, NumberSense, number_words

DEFAULT_LANGUAGE = "en"
WEAK = "zx267αωβδχθτεζηκλμσZ0oa1wbjrdygKif u&~,-/.:()+|'\"tlncsBFqevhp"
MARKS = ",-/.:()+|'\""
LISTS = {
    "last": "l", "next": "n", "this": "c", "same": "s", "ago": "A", "ago_first": "G", "in_first": "J",
    "before": "B", "after": "F", "from_now": "Q", "between": "f", "until": "u", "and": "&", "about": "~",
    "of": "o", "articles": "a", "one": "1", "past": "K", "earlier": "b", "later": "j",
    "previous": "r", "following": "d", "recent": "y", "on": "i",
    "every": "e", "half": "v", "vague": "q", "o_clock": "g",
    "ignored": "x", "old": "0", "periods": "Z", "rest": "α", "whole": "ω", "whole_after": "β",
    "starting": "δ", "one_after": "θ", "times_over": "τ", "every_other": "ε", "final": "ζ", "less": "η",
    "coming": "κ", "ending": "χ", "closing": "λ", "opening": "μ", "eve": "σ", "next_days": "ψ",
}  # fmt: skip
VALUED = {
    "parts": "P", "units": "U", "plurals": "I", "duals": "X", "seasons": "S", "nights": "T",
    "days": "D", "years": "V", "singles": "υ",
    "modifiers": "k", "references": "R", "sets": "E", "holidays": "H", "eras": "C",
    "duration_adjectives": "L", "counts": "2", "decades": "5", "ends": "3",
    "clock_after": "6", "clock_before": "7", "quarters": "γ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar; an `ambiguous` one is a common word too, and needs a number or preposition."""

    calendar: Calendar
    number: int
    ambiguous: bool


@cache
def time_lexicon(lang: str) -> Lexicon:
    """Return the time words of a language, with the zones and months of English, which any page may print."""
    code = time_language(lang)
    phrases = [*_senses(code)]
    if code != DEFAULT_LANGUAGE:
        phrases += [(phrase, sense) for phrase, sense in _senses(DEFAULT_LANGUAGE) if sense.code in "Mzp"]
    table = language_table(code, "times")
    clitics = {each: LISTS["and"] if each in table["and"] else "" for each in table.get("clitics", ())}
    contractions = table.get("contractions", {})
    numerals = Numerals(_number_words(code), letters=bool(language_table(code, "numbers").get("letters")))
    return Lexicon(
        phrases, numerals, weak=WEAK, clitics=clitics, contractions=contractions, number_code=number_code
    )


def _number_words(code: str) -> dict[str, NumberSense]:
    """Return the number words of a language, with the letters that are written together with them."""
    words = number_words(code)
    table = language_table(code, "times")
    prefixes, contractions = table.get("number_clitics", ()), table.get("contractions", {})
    led = {
        contracted(prefix + word, contractions): sense
        for prefix in prefixes
        for word, sense in words.items()
        if not sense.joiner
    }
    return {**led, **words}


def time_language(lang: str) -> str:
    """Return the language whose table serves `lang`: itself, or English where it has none."""
    primary = lang.lower().split("-")[0]
    known = primary in language_codes() and language_table(primary, "times")
    return primary if known else DEFAULT_LANGUAGE


def number_code(number: Number) -> str:
    """Return the class letter of a number as times see it."""
    if number.ordinal:
        return "O" if 0 < number.value <= 31 else "9"
    if not number.whole or number.digits in (5, 6, 7) or number.value < 0:
        return "9"
    if number.digits == 8:
        return "8"
    if number.digits == 4 or (number.digits == 0 and number.value >= 1000):
        return "Y" if 1000 <= number.value <= 2200 else "4" if number.digits == 4 else "9"
    return "N" if number.value <= 99 and number.digits <= 2 else "9"


def _senses(code: str) -> Iterator[tuple[str, Sense]]:
    table: dict[str, Any] = language_table(code, "times")
    ambiguous = frozenset(table.get("ambiguous", ()))
    for calendar in Calendar:
        for number, names in enumerate(table.get(f"months_{calendar}", ()), 1):
            yield from ((name, Sense("M", Month(calendar, number, name in ambiguous))) for name in names)
    for number, names in enumerate(table.get("weekdays", ())):
        yield from ((name, Sense("W", number)) for name in names)
    yield from ((phrase, Sense("h", "hour")) for phrase in table.get("clock", ()))
    for subject, letter in VALUED.items():
        for value, phrases in table.get(subject, {}).items():
            spelt = chain.from_iterable(map(_spellings, phrases)) if subject == "holidays" else phrases
            yield from ((phrase, Sense(letter, value)) for phrase in spelt)
    for meridiem in ("am", "pm"):
        yield from ((phrase, Sense("p", meridiem)) for phrase in table.get(meridiem, ()))
    for offset, names in table.get("zones", {}).items():
        yield from ((name, Sense("z", offset)) for name in names)
    for subject, letter in LISTS.items():
        yield from ((phrase, Sense(letter)) for phrase in table.get(subject, ()))
    yield from ((mark, Sense(mark)) for mark in MARKS)
    yield "t", Sense("t")
    yield "s", Sense("w")


def _spellings(phrase: str) -> Iterator[str]:
    """Yield the name of a holiday, and the ways to write it without apostrophes and hyphens."""
    yield from dict.fromkeys((phrase, phrase.replace("'", ""), phrase.replace("-", " ")))

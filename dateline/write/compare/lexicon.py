"""The words by which a sentence is checked, folded, of all languages together: sources are mixed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.languages import language_codes, language_table
from dateline.text.fold import fold
from dateline.text.numerals import number_words

CALENDARS = ("gregorian", "jalali", "hijri", "hebrew")
OTHER_CALENDAR = 100  # months of the second calendar are 101 and on, of the third 201 and on


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words with what they mean. Months are 1 to 12, of other calendars 101 and on.

    A unit is its group and its sense in the group: of one group, each sense excludes the others.
    """

    negations: frozenset[str]
    hedges: frozenset[str]
    limits: frozenset[str]
    quotation_goes_on: frozenset[str]
    not_names: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    percent: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, float]
    ordinals: Mapping[str, float]
    scale_endings: Mapping[str, int]
    amounts: Mapping[str, str]
    units: Mapping[str, tuple[int, int]]
    bounds: Mapping[str, str]
    hedge_strengths: Mapping[str, int]
    sayers: frozenset[str]
    coordinators: frozenset[str]
    clause_openers: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the tables of all languages as one."""
    codes = language_codes()
    checks = [language_table(code, "check") for code in codes]
    sentences = [language_table(code, "sentences") for code in codes]
    times = [language_table(code, "times") for code in codes]
    months: dict[str, int] = {}
    for rank, calendar in reversed(list(enumerate(CALENDARS))):
        months |= _numbered(times, f"months_{calendar}", rank * OTHER_CALENDAR + 1)
    return Lexicon(
        negations=_words(checks, "negations"),
        hedges=_words(checks, "hedges"),
        limits=_words(checks, "limits"),
        quotation_goes_on=_words(checks, "quotation_goes_on"),
        not_names=_words(checks, "not_names"),
        openers=_words(checks, "common_openers") | _words(sentences, "openers"),
        speech=_words(checks, "speech"),
        percent=_words(checks, "percent"),
        months=months,
        weekdays=_numbered(times, "weekdays", 0),
        numbers=_number_words(codes, ordinal=False),
        ordinals=_number_words(codes, ordinal=True),
        scale_endings={
            ending: scale for table in checks for ending, scale in table.get("scale_endings", {}).items()
        },
        amounts={fold(word): name for table in checks for word, name in table.get("amounts", {}).items()},
        units=_units(checks),
        bounds={
            fold(phrase): sense
            for table in checks
            for sense, phrases in table.get("bounds", {}).items()
            for phrase in phrases
        },
        hedge_strengths=_grouped(checks, "hedge_strengths"),
        sayers=_words(checks, "any_sayer"),
        coordinators=_words((language_table(code, "events") for code in codes), "coordinators"),
        clause_openers=_words(checks, "clause_openers"),
    )


def _words(tables: Iterable[Mapping[str, Any]], subject: str) -> frozenset[str]:
    return frozenset(fold(word) for table in tables for word in table.get(subject, ()))


def _numbered(tables: Iterable[Mapping[str, Any]], subject: str, first: int) -> dict[str, int]:
    return {
        fold(word).rstrip("."): number
        for table in tables
        for number, group in enumerate(table.get(subject, ()), first)
        for word in group
    }


def _number_words(codes: Iterable[str], *, ordinal: bool) -> dict[str, float]:
    return {
        word: sense.value * sense.count
        for code in codes
        for word, sense in number_words(code).items()
        if sense.ordinal is ordinal and not sense.joiner
    }


def _units(tables: Iterable[Mapping[str, Any]]) -> dict[str, tuple[int, int]]:
    groups = [group for table in tables for group in table.get("units", ())]
    return {
        fold(word): (rank, sense)
        for rank, group in enumerate(groups)
        for sense, words in enumerate(group)
        for word in words.split("|")
    }


def _grouped(tables: Iterable[Mapping[str, Any]], subject: str) -> dict[str, int]:
    """Map each word of a list of groups to the rank of its group; words of a group are joined by a bar."""
    groups = [group for table in tables for group in table.get(subject, ())]
    return {fold(word): rank for rank, group in enumerate(groups) for word in group.split("|")}

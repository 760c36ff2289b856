"""The words by which a sentence is checked, folded, of all languages together: sources are mixed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.write.folding import fold


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words with what they mean. Months are 1 to 12, Solar Hijri months 101 to 112."""

    negations: frozenset[str]
    hedges: frozenset[str]
    not_names: frozenset[str]
    speech: frozenset[str]
    percent: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    amounts: Mapping[str, str]
    units: Mapping[str, int]


OWN_MONTHS = 100  # added to the number of a month that is not Gregorian


@cache
def lexicon() -> Lexicon:
    """Return the `check` tables of all languages as one."""
    tables = [language_table(code, "check") for code in language_codes()]
    months = _numbered(tables, "months", 1) | _numbered(tables, "own_months", OWN_MONTHS + 1)
    return Lexicon(
        negations=_words(tables, "negations"),
        hedges=_words(tables, "hedges"),
        not_names=_words(tables, "not_names"),
        speech=_words(tables, "speech"),
        percent=_words(tables, "percent"),
        months=months,
        weekdays=_numbered(tables, "weekdays", 0),
        numbers=_values(tables, "numbers"),
        ordinals=_values(tables, "ordinals"),
        amounts={fold(word): name for table in tables for word, name in table.get("amounts", {}).items()},
        units=_numbered(tables, "units", 0),
    )


def _words(tables: Iterable[Mapping[str, list[str]]], subject: str) -> frozenset[str]:
    return frozenset(fold(word) for table in tables for word in table.get(subject, ()))


def _numbered(tables: Iterable[Mapping[str, list[list[str]]]], subject: str, first: int) -> dict[str, int]:
    return {
        fold(word): number
        for table in tables
        for number, group in enumerate(table.get(subject, ()), first)
        for word in group
    }


def _values(tables: Iterable[Mapping[str, Mapping[str, int]]], subject: str) -> dict[str, int]:
    return {fold(word): value for table in tables for word, value in table.get(subject, {}).items()}

"""First steps of the time grammar: full dates, clock times and amounts of time become single terms.

After it a run reads, for example, `@-@` for "March 8, 2020 – March 22, 2020" and `#A` for "three weeks ago".
"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.extract.times.terms.amounts import AMOUNT, Amount, amount_terms, quarter_terms
from dateline.extract.times.terms.clocks import clock_terms, named_hour_terms
from dateline.extract.times.terms.hours import hour_terms
from dateline.languages import language_table
from dateline.model.times import Calendar
from dateline.text.calendars import MONTHS_IN_YEAR
from dateline.text.dates import DateTerms, date_terms
from dateline.text.lexicon import Run, Term, reduce_run
from dateline.text.numerals import Number
from dateline.text.timewords import Month

SPOKEN_CENTURIES = range(15, 21)  # "nineteen ninety-six"
DATE = "@"
SINGLE = "υ"
DUALS_OF_SETS = {"P1D": "day", "P1M": "month"}
HALVES_OF_DAY = {"am": "MO", "pm": "AF"}
COUNTING = tuple("N9Y4Ov2qPe&#")
_REDUCED = frozenset("NOY489hp:gP67KUIXυE")  # without one of these letters a run stays as it is

_NUMBERED_MONTH = re.compile("UN(?![NOUhI%./:-])|(?<=[NO][of])UO(?![of]U|[UNO])|UO(?=[oi]?U?Y)")
_MONTH_WITH_UNIT = re.compile("U[Mm]")
_GOES_ON = re.compile("6|&?(?:[N9]-?[UhIυ]|X)")  # "عاما ونصف", "عاما وشهرين"
_DUAL_UNIT = re.compile("E(?=W&?W|[NO]&?[NO]|[Mm]&?[Mm])")
_HALF_OF_DAY = re.compile("(?<=[WD])p")
_NARROWED_PART = re.compile("k-?P")


def simplify(run: Run, lang: str) -> Run:
    """Return the run with full dates, parts of days, clock times, hours and amounts as single terms."""
    if _REDUCED.isdisjoint(run.codes):
        return run
    run = reduce_run(run, list(_spoken_years(run)))
    run = reduce_run(run, list(_single_units(run)))
    run = reduce_run(run, list(_dual_units(run)))
    run = reduce_run(run, list(_halves_of_days(run)))
    if _numbers_months(lang):
        run = reduce_run(run, list(_numbered_months(run)))
        run = reduce_run(run, list(_months_with_unit(run)))
    dates = [Term(DATE, found.first, found.last, found) for found in date_terms(run, lang)]
    run = reduce_run(run, dates)
    run = reduce_run(run, list(_narrowed_parts(run)))
    run = reduce_run(run, list(clock_terms(run, by_ordinals=_tells_hours_by_ordinals(lang))))
    run = reduce_run(run, list(named_hour_terms(run)))
    run = reduce_run(run, list(hour_terms(run)))
    run = reduce_run(run, list(quarter_terms(run)))
    return reduce_run(run, list(amount_terms(run, by_article=_numbers_months(lang))))


@cache
def _tells_hours_by_ordinals(lang: str) -> bool:
    return bool(language_table(lang, "times").get("hours_by_ordinals"))


@cache
def _numbers_months(lang: str) -> bool:
    return bool(language_table(lang, "times").get("numbered_months"))


def _numbered_months(run: Run) -> Iterator[Term]:
    """Yield "شهر 3", "شهر ثلاثة" and, beside a day or year, "الشهر الثالث" as March."""
    for match in _NUMBERED_MONTH.finditer(run.codes):
        number = run.terms[match.end() - 1].value
        assert isinstance(number, Number)
        if run.terms[match.start()].value == "month" and 1 <= number.value <= MONTHS_IN_YEAR:
            month = Month(Calendar.GREGORIAN, int(number.value), ambiguous=False)
            yield Term("M", match.start(), match.end(), month)


def _months_with_unit(run: Run) -> Iterator[Term]:
    """Yield "شهر مارس", "شهر آب" as the month, which is no common word there."""
    for match in _MONTH_WITH_UNIT.finditer(run.codes):
        month = run.terms[match.end() - 1].value
        if run.terms[match.start()].value == "month" and isinstance(month, Month):
            yield Term("M", match.start(), match.end(), month)


def _single_units(run: Run) -> Iterator[Term]:
    """Yield "أسبوعا" as one week where no number in front counts it, else as the unit that it is too."""
    for at, term in enumerate(run.terms if SINGLE in run.codes else ()):
        if term.code == SINGLE:
            counted = run.codes[max(0, at - 1) : at] in COUNTING or _GOES_ON.match(run.codes, at + 1)
            value: object = term.value if counted else Amount(1, str(term.value))
            yield Term("U" if counted else AMOUNT, at, at + 1, value)


def _dual_units(run: Run) -> Iterator[Term]:
    """Yield the "daily" that is "the two days of" too ("يومي الثلاثاء والأربعاء") as the unit."""
    for match in _DUAL_UNIT.finditer(run.codes) if "E" in run.codes else ():
        unit = DUALS_OF_SETS.get(str(run.terms[match.start()].value))
        if unit:
            yield Term("U", match.start(), match.end(), unit)


def _halves_of_days(run: Run) -> Iterator[Term]:
    """Yield the "AM" of "Tuesday AM" and "tomorrow pm" as a part of the day."""
    for match in _HALF_OF_DAY.finditer(run.codes) if "p" in run.codes else ():
        part = HALVES_OF_DAY.get(str(run.terms[match.start()].value))
        if part:
            yield Term("P", match.start(), match.end(), part)


def _narrowed_parts(run: Run) -> Iterator[Term]:
    """Yield "early morning" and "late-night" as the part of the day that they are in."""
    if "P" not in run.codes or "k" not in run.codes:
        return
    for match in _NARROWED_PART.finditer(run.codes):
        yield Term("P", match.start(), match.end(), run.terms[match.end() - 1].value)


def _spoken_years(run: Run) -> Iterator[Term]:
    """Yield "nineteen ninety-six" as 1996."""
    at = run.codes.find("NN")
    while at >= 0:
        first, second = (run.terms[place].value for place in (at, at + 1))
        assert isinstance(first, Number) and isinstance(second, Number)
        if not first.digits and not second.digits and first.value in SPOKEN_CENTURIES and second.value >= 10:
            year = first.value * 100 + second.value
            yield Term("Y", at, at + 2, Number(year, run.terms[at + 1].last, digits=4))
        at = run.codes.find("NN", at + 2)


def date_of(term: Term) -> DateTerms:
    """Return what a `DATE` term stands for."""
    assert isinstance(term.value, DateTerms)
    return term.value


def number_of(term: Term) -> float:
    """Return the value of a number term."""
    assert isinstance(term.value, Number)
    return term.value.value

"""First steps of the time grammar: full dates, clock times and amounts of time become single terms.

After it a run reads, for example, `@-@` for "March 8, 2020 – March 22, 2020" and `#A` for "three weeks ago".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.times.clocks import clock_terms
from dateline.text.dates import DateTerms, date_terms
from dateline.text.lexicon import Run, Term, reduce_run
from dateline.text.numerals import Number

HALF_HOUR = "30"  # minutes that "and a half" adds to an hour
YEARS = range(1900, 2101)  # "the 1988 quarter" is not so many quarters
SPOKEN_CENTURIES = range(15, 21)  # "nineteen ninety-six"
DATE, AMOUNT = "@", "#"

_AMOUNTS = re.compile(
    r"(?P<n>[N9Y4])(?P<m>&1?v)?-?q?(?P<u>[UhIP])(?P<and>[&,]?(?P<n2>[N9])-?(?P<u2>[UhI]))?"
    r"|(?P<n3>[N9])-?(?P<u3>[UI])&1?(?P<h>v)"
    r"|[1e]?(?P<v>v)[1o]?a?(?P<u4>[Uh])"
    r"|1-?(?P<u5>[Uh])(?P<h5>&1?v)?"
    r"|(?P<q>q)(?P<u6>[UhI])"
    r"|(?P<c>2)(?P<u7>[UhI])"
    r"|1?(?P<u8>[Uh])(?P<h8>6)"
    r"|(?P<x>X)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units of time; `count` is None for "several". `more` is a part in smaller units."""

    count: float | None
    unit: str
    more: tuple[float, str] | None = None


def simplify(run: Run, lang: str) -> Run:
    """Return the run with full dates, clock times and amounts as single terms."""
    run = reduce_run(run, list(_spoken_years(run)))
    dates = [Term(DATE, found.first, found.last, found) for found in date_terms(run, lang)]
    run = reduce_run(run, dates)
    run = reduce_run(run, list(clock_terms(run)))
    return reduce_run(run, list(_amounts(run)))


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


def _amounts(run: Run) -> Iterator[Term]:
    if not any(code in run.codes for code in "UhXI"):
        return
    for match in _AMOUNTS.finditer(run.codes):
        amount = _amount(run, match)
        if amount is not None:
            yield Term(AMOUNT, match.start(), match.end(), amount)


def _amount(run: Run, match: re.Match[str]) -> Amount | None:
    if match["h8"]:
        half = run.terms[match.start("h8")].value == HALF_HOUR
        return Amount(1.5, _unit(run, match, "u8")) if half else None
    if match["c"]:
        return Amount(float(str(run.terms[match.start("c")].value)), _unit(run, match, "u7"))
    for group, count in (("x", 2.0), ("u6", None), ("u5", 1.5 if match["h5"] else 1.0), ("u4", 0.5)):
        if match[group]:
            unit = _unit(run, match, group)
            ordinal = group == "u5" and unit == "second"  # "a second man"
            return None if ordinal else Amount(count, unit)
    return _counted_amount(run, match)


def _counted_amount(run: Run, match: re.Match[str]) -> Amount | None:
    """Read a number in front of its unit: "two and a half years", "three years and a month"."""
    if match["u3"]:
        return Amount(number_of(run.terms[match.start("n3")]) + 0.5, _unit(run, match, "u3"))
    number, unit = run.terms[match.start("n")], _unit(run, match, "u")
    count = number_of(number) + (0.5 if match["m"] else 0)
    if run.terms[match.start("u")].code == "P":
        return Amount(count, "night") if unit == "NI" else None
    quarters = unit == "quarter" and run.codes[match.start("u") - 1] == "-"  # "three-quarters of the seats"
    if quarters or (number.code == "Y" and count in YEARS):
        return None
    more = (number_of(run.terms[match.start("n2")]), _unit(run, match, "u2")) if match["and"] else None
    return Amount(count, unit, more)


def _unit(run: Run, match: re.Match[str], group: str) -> str:
    return str(run.terms[match.start(group)].value)

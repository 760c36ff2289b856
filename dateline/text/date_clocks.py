"""The time of day and zone printed beside a date: "10:15 p.m. EST", "ساعت ۱۱ و ۳۰ دقیقه صبح"."""

import re

from dateline.text.lexicon import Run, Term
from dateline.text.numerals import Number

REACH = 12  # terms looked back for a time of day

_CLOCK = r"(?P<H>N)(?::(?P<M>N)(?::(?P<S>[N9]))?(?P<p>[pPC])?|(?P<q>[pP]))"
_ZONE = r"(?P<z>,?z[+-]N(?::N)?|,?[(]?z\)?|[+-][N4Y](?::N)?)?"
_AFTER = re.compile(rf"[,ith|h-]{{0,4}}{_CLOCK}{_ZONE}")
_SPOKEN_AFTER = re.compile(
    r"[,i|-]{0,2}h{1,2}(?P<H>N)(?:[:&](?P<M>N)U?(?:&(?P<S>N)U?)?)?(?P<p>[pP])?(?P<q>)(?P<z>)"
)
_BEFORE = re.compile(rf"{_CLOCK}{_ZONE}[,i|o-]{{0,3}}$")
_HALVES = {"am": 0, "MO": 0, "DT": 0, "0MI": 0}  # hours that a half of the day adds; every other part is 12


def clock_behind(run: Run, last: int) -> tuple[str, int]:
    """Return the time of day behind term `last` of a date and the term behind it, or "" and `last`."""
    match = _AFTER.match(run.codes, last) or _SPOKEN_AFTER.match(run.codes, last)
    clock = clock_value(run, match)
    return (clock, match.end()) if match and clock else ("", last)


def clock_in_front(run: Run, first: int, done: int) -> tuple[str, int]:
    """Return the time of day in front of term `first` of a date and its first term, or "" and `first`.

    Terms before `done` belong to another date.
    """
    match = _BEFORE.search(run.codes, max(done, first - REACH), first)
    clock = clock_value(run, match)
    return (clock, match.start()) if match and clock else ("", first)


def clock_value(run: Run, match: re.Match[str] | None) -> str:
    """Return the ISO time of a matched clock with its zone ("T00:30+03:30"), or "" where it is none."""
    if match is None:
        return ""
    hour, minute = whole_number(run.terms[match.start("H")]), 0
    if match["M"]:
        written = run.terms[match.start("M")].value
        told_short = isinstance(written, Number) and written.digits == 1
        if told_short and run.codes[match.start("M") - 1] == ":":  # "3:1" is a ratio
            return ""
        minute = whole_number(run.terms[match.start("M")])
    second = f":{whole_number(run.terms[match.start('S')]):02}" if match["S"] else ""
    half = match.end("p" if match["p"] else "q") - 1
    if (match["p"] or match["q"]) and hour <= 12:
        hour = hour % 12 + _HALVES.get(str(run.terms[half].value), 12)
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}{second}{_zone(run, match)}"


def _zone(run: Run, match: re.Match[str]) -> str:
    if not match["z"]:
        return ""
    terms = run.terms[match.start("z") : match.end("z")]
    sign = next((term.code for term in terms if term.code in "+-"), "")
    numbers = [whole_number(term) for term in terms if isinstance(term.value, Number)]
    if not sign or not numbers:
        return next((str(term.value) for term in terms if term.code == "z"), "")
    hours, minutes = divmod(numbers[0], 100) if numbers[0] >= 100 else (numbers[0], (*numbers, 0)[1])
    return f"{sign}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else ""


def whole_number(term: Term) -> int:
    """Return the value of a number term."""
    assert isinstance(term.value, Number)
    return int(term.value.value)

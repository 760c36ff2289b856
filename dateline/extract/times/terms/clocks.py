"""Times of day as single terms: "10:15 p.m.", "half past seven", "ساعت ۱۱ و ۳۰ دقیقه صبح"."""

import re
from collections.abc import Iterator

from dateline.model.times import Calendar
from dateline.text.code_patterns import CodePatterns
from dateline.text.date_clocks import clock_value
from dateline.text.lexicon import Run, Term
from dateline.text.numerals import Number

CLOCK = "!"
HALF_A_DAY = 12
HUNDRED, MINUTES, QUARTER_HOUR = 100, 60, 15
MINUTES_TO = (5, 10, 20, 25)  # that hours are told by: "ten to six"
UTC = "Z"
ERA = "C"  # the letter of "م", which stands for "in the afternoon" too
SMALL_HOURS = 4  # "3 in the night" is before dawn, "8 in the night" is not
MORNING_PARTS = ("am", "MO", "DT")

_MIDDLES = {"MI": "T12:00", "0MI": "T24:00"}  # of "12 noon" and "12 midnight"
_ZONE = r"(?P<z>,?z[+-]N(?::N)?|,?\(?z\)?|[+-][4Y])?"
_PRINTED = re.compile(
    rf"h{{0,2}}(?P<H>N)(?:(?::(?P<M>N)(?::(?P<S>[N9]))?|g)(?P<p>[pC]|i?a?P)?|\.?(?P<q>p)){_ZONE}"
)
_PART = r"(?P<p>,?[pP]|[io]a?P)"
_UNCOUNTED = r"(?![-/.:%,][N9%]|[UhIN%MmOWv&])"  # no unit, month or other number behind it
_NAMED = re.compile(  # "from noon to 3", "10 a.m. to noon", "between 9 a.m. and noon"
    r"(?<=f)P(?=[-u&])|(?<=![-u])P|(?<=f!&)P|P(?=[-u]!)"
)
_SPOKEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!f)h{{1,2}}(?P<H>[NO])(?:[:&]?(?P<M>N)(?:[Uh]&(?P<S>N))?U?)?{_PART}?",
        rf"(?<=f)h{{1,2}}(?P<H>[NO])(?::(?P<M>N))?{_PART}?",
        rf"h{{0,2}}(?P<H>[NO])(?P<more>6)(?P<more2>6)?{_PART}?",
        r"h{0,2}(?P<H>[NO])(?P<p>[pP])(?P<more>6)",
        rf"(?P<more>7)(?P<H>N)g?{_PART}?",
        rf"(?P<M>N)(?P<u>[UI])?K(?P<H>N)g?{_PART}?",
        rf"(?P<M>N)(?P<u>[UI])F(?P<H>N)g?{_PART}?{_UNCOUNTED}",
        rf"(?P<less>N)[UI][uB](?P<H>N)g?{_PART}?{_UNCOUNTED}",
        rf"(?P<H>N)(?P<M>N){_PART}",
        rf"(?<=[ifuw~])(?P<H>N)-?(?P<words>N){_UNCOUNTED}",
        rf"(?<=i)(?P<H>N)(?P<h>U)(?P<M>N){_PART}?{_UNCOUNTED}",
        rf"(?P<point>9)(?P<p>p)(?P<z>z)?|(?<=[WDE@]i)(?P<point2>9){_UNCOUNTED}",
        r"(?<=[ifuw~])(?P<H>N)(?P<p>ia?P)",
        r"(?<=[i~(])(?P<run4>[4Y])(?P<z>z)",
        r"(?<![./:MmO-])(?P<run5>[4Y])(?P<z>z)",
        rf"(?<=i)(?P<to>N)u(?P<H>N){_UNCOUNTED}",
        rf"(?P<run>[94Y])(?P<p>p)|(?P<run2>[4Y])(?P<hours>[IU])|(?<=i)(?P<run3>4){_UNCOUNTED}",
        r"(?P<H>N)(?P<mid>P)",
    )
)
_ORDINAL_HOUR = re.compile(
    r"(?P<H>[NO])(?:&?(?P<M>N)U?)?(?P<p>[pP])"
)  # "الثامنة مساء"; not "the first night"
_SPOKEN_RANGES = tuple(  # "من الساعة 5 إلى 6 مساء", "between 2:20 and 3 pm", "2:00 to 2:30 pm"
    re.compile(pattern + r"h{0,2}(?P<H2>[NO])(?::(?P<M2>N))?(?P<p>,?[pP]|ia?P)")
    for pattern in (
        r"f?h{1,2}(?P<H>[NO])(?::(?P<M>N))?[u&-]?",
        r"f(?P<H>[NO])(?::(?P<M>N))?[u&-]",
        r"(?P<H>N):(?P<M>N)[u-]",
    )
)
_SPOKEN_BY_ORDINALS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<run>[94Y])(?P<p>[pP])",
        rf"(?P<H>O)g{_PART}?",
        r"h{1,2}(?P<run>[94Y])(?![-/.:%&u,][NY9%]|[UhIN%MmOWvY])",
        rf"h{{0,2}}(?P<H>O)&?(?P<M>N)(?P<u>[UI]){_PART}?{_UNCOUNTED}",
        rf"h{{0,2}}(?P<H>[NO])(?P<more>6)?η(?P<less>N)[UI]{_PART}?",
        rf"(?P<less>N)[UI][BGu]h{{0,2}}(?P<H>O){_PART}?{_UNCOUNTED}",
        rf"(?P<M>N)(?P<u>[UI])[FJ]h{{0,2}}(?P<H>O){_PART}?{_UNCOUNTED}",
        r"(?:h{1,2}|(?<=[WD@fu]))(?P<H>N)(?P<p>C)",
        r"(?P<H>O)&?(?P<M>N)?U?[foi](?P<p>a?P)",
    )
)
_BY_NUMBERS = CodePatterns((*_SPOKEN_RANGES, _PRINTED, *_SPOKEN))
_BY_ORDINALS = CodePatterns((*_SPOKEN_RANGES, _PRINTED, *_SPOKEN, _ORDINAL_HOUR, *_SPOKEN_BY_ORDINALS))
HALVES = frozenset("pP")  # letters of "a.m." and "in the evening"
_TELLING = frozenset("hp:gP67KUI")
_BARE = re.compile("N-?N|[WDE@]i9|i4|[4Y]z|iNuN")  # numbers that may be a time though no other word tells it


class HalvedClock(str):
    """A time of day that says in which half of the day it is: "6 a.m.", not "6:30"."""

    __slots__ = ()


def clock_terms(run: Run, *, by_ordinals: bool) -> Iterator[Term]:
    """Yield the times of day of a run as terms, leftmost and longest first.

    `by_ordinals` says that the language tells hours by ordinals, as Arabic does.
    """
    if _TELLING.isdisjoint(run.codes) and not _BARE.search(run.codes):
        return
    done = 0
    for match in (_BY_ORDINALS if by_ordinals else _BY_NUMBERS).matches(run.codes):
        if match.start() < done:
            continue
        clock = clock_value(run, match) if match.re is _PRINTED else _spoken(run, match)
        if clock:
            done = match.end()
            halved = not HALVES.isdisjoint(match[0])
            yield Term(CLOCK, match.start(), done, HalvedClock(clock) if halved else clock)


def named_hour_terms(run: Run) -> Iterator[Term]:
    """Yield noon and midnight at an end of a range of hours as times of day."""
    if "P" not in run.codes:
        return
    for match in _NAMED.finditer(run.codes):
        hour = _MIDDLES.get(str(run.terms[match.start()].value))
        if hour:
            yield Term(CLOCK, match.start(), match.end(), hour)


def _spoken(run: Run, match: re.Match[str]) -> str:
    """Return the time of a match of hour, minutes and part of the day, or "" where it is none."""
    groups = {name: run.terms[match.end(name) - 1] for name, caught in match.groupdict().items() if caught}
    if "H2" in groups:
        return _hours_of_part(groups)
    if "mid" in groups:
        return _MIDDLES.get(str(groups["mid"].value), "") if _number(groups["H"]) == HALF_A_DAY else ""
    if not _fits(groups):
        return ""
    hour, minute = _hour_and_minute(groups)
    minute += sum(int(str(groups[name].value)) for name in ("more", "more2") if name in groups)
    if minute < 0:
        hour, minute = hour - 1, minute + MINUTES
    if "p" in groups and hour <= HALF_A_DAY:
        hour = _hour_of_part(hour, str(groups["p"].value))
    zone = str(groups["z"].value) if "z" in groups else ""
    return f"T{hour % 24:02}:{minute:02}{zone}" if 0 <= hour <= 24 and minute < MINUTES else ""


def _hours_of_part(groups: dict[str, Term]) -> str:
    """Return the hours of "from 5 to 6 in the evening"; "from 11 to 1 p.m." begins before noon."""
    part, (first, last) = str(groups["p"].value), (int(_number(groups[name])) for name in ("H", "H2"))
    since, till = (int(_number(groups[name])) if name in groups else 0 for name in ("M", "M2"))
    if not (0 < first <= HALF_A_DAY and 0 < last <= HALF_A_DAY and max(since, till) < MINUTES):
        return ""
    until, begin = (_hour_of_part(last, part), till), (_hour_of_part(first, part), since)
    if begin >= until:
        begin = (first % HALF_A_DAY, since)
    return f"T{begin[0]:02}:{since:02}/T{until[0]:02}:{till:02}" if begin < until else ""


def _hour_of_part(hour: int, part: str) -> int:
    """Return the hour of 24 that a part of the day makes of one of 12: "12 in the night" is 0:00."""
    if part in MORNING_PARTS or (part == "NI" and hour % HALF_A_DAY <= SMALL_HOURS):
        return hour % HALF_A_DAY
    return hour % HALF_A_DAY + HALF_A_DAY


def _fits(groups: dict[str, Term]) -> bool:
    """Say whether two numbers can be an hour and its minutes, and a word between them the one for hours."""
    minutes = groups["M"].value if "M" in groups and "u" not in groups and "h" not in groups else None
    if isinstance(minutes, Number) and minutes.digits == 1:  # "week 10 8 p.m."
        return False
    if ("h" in groups and groups["h"].value != "hour") or _names_era(groups) or _names_year(groups):
        return False
    if "hours" in groups and groups["hours"].value != "hour":
        return False
    if "to" in groups:  # "ten to six", but not "10 to 6"
        spelt = all(_is_spelt(groups[name]) for name in ("to", "H"))
        return spelt and _number(groups["to"]) in MINUTES_TO and 0 < _number(groups["H"]) <= HALF_A_DAY
    if "words" not in groups:
        return "u" not in groups or groups["u"].value in ("minute", "quarter")
    return _is_spelt(groups["H"]) and _is_spelt(groups["words"]) and 0 < _number(groups["H"]) <= HALF_A_DAY


def _names_year(groups: dict[str, Term]) -> bool:
    """Say whether four digits are a year in spite of what may be a zone: "2012 art", but not "1450 GMT"."""
    if "run5" not in groups:
        return False
    zone = groups["z"].value
    return not zone or (groups["run5"].code == "Y" and zone != UTC)


def _names_era(groups: dict[str, Term]) -> bool:
    """Say whether the letter behind a number is that of years: "7 هـ"; "الساعة 7 م" is an afternoon's."""
    part = groups.get("p")
    return part is not None and part.code == ERA and part.value != Calendar.GREGORIAN


def _hour_and_minute(groups: dict[str, Term]) -> tuple[int, int]:
    for point in ("point", "point2"):
        if point in groups:
            return divmod(round(_number(groups[point]) * HUNDRED), HUNDRED)  # "8.30"
    for run in ("run", "run2", "run3", "run4", "run5"):
        if run in groups:
            number = groups[run].value  # "1140", "0030", "10,30"
            whole = isinstance(number, Number) and number.whole
            return divmod(round(_number(groups[run]) * (1 if whole else HUNDRED)), HUNDRED)
    for less in ("less", "to"):
        if less in groups:
            return int(_number(groups["H"])), -int(_number(groups[less]))
    minutes = next((_number(groups[name]) for name in ("M", "words") if name in groups), 0)
    quarters = "u" in groups and groups["u"].value == "quarter"
    return int(_number(groups["H"])), int(minutes * (QUARTER_HOUR if quarters else 1))


def _is_spelt(term: Term) -> bool:
    return isinstance(term.value, Number) and not term.value.digits


def _number(term: Term) -> float:
    assert isinstance(term.value, Number)
    return term.value.value

"""Hours from one time of day to another as single terms: "from 5 to 6 p.m.", "between 10 and 11:30"."""

import re
from collections.abc import Iterator

from dateline.extract.times.terms.clocks import CLOCK, HALF_A_DAY, MINUTES, HalvedClock
from dateline.text.lexicon import Run, Term
from dateline.text.numerals import Number

LAST_HOUR = 24
TILL = ("till", "till2")  # groups of a bare hour at the end of a range
LEAD = "f"  # "from", "between"
_BARE = re.compile(
    r"(?:(?<=[DWTP])|(?<=[DWTP][,i]))f(?P<h1>N)[u&](?P<h2>N)(?![-/.:%,][N9%]|[UhIN%MmO])"
    r"|f(?P<h3>N)[u&](?P<h4>N)(?=[,io]{0,2}(?:[DWT@]|[clnd]P|M[NO](?!,?Y))|[if]N[oi]?M)"
)
_ARMY = re.compile(r"f(?P<a>4)[-u&](?P<b>[4Y])(?![-/.:%,][N9%]|[UhIN%MmO])")
_RANGE = re.compile(
    r"(?:(?P<f>f)|(?<![MmO]))(?:(?P<a>!)(?:[-u]|(?P<and>&?))(?P<b>!)"
    r"|(?P<hour>[NO])(?:[-u]|(?P<and2>&?))(?P<by>!)"
    r"|(?P<since>!)(?:[-u&](?P<till>N)|[-u&]?(?P<till2>O))(?![-/.:%,][N9%]|[UhIN%MmO]))"
)


def hour_terms(run: Run) -> Iterator[Term]:
    """Yield the ranges of hours of a run whose times of day are terms already; the value is T17:00/T18:00."""
    if CLOCK not in run.codes:
        yield from _bare_hours(run)
        yield from _army_hours(run)
        return
    for match in _RANGE.finditer(run.codes):
        led = match["f"] is not None
        told_by_lead = any(match[each] is not None for each in ("and", "and2", *TILL))
        if told_by_lead and not led:
            continue  # "4pm and 5pm" are two times, "at 4pm to 5 villages" is one
        hours = _hours(run, match)
        if hours:
            yield Term(CLOCK, match.start(), match.end(), hours)


def _bare_hours(run: Run) -> Iterator[Term]:
    """Yield "from 5 to 7" beside a day: "tomorrow from 9 to 5" ends in the afternoon."""
    for match in _BARE.finditer(run.codes) if LEAD in run.codes else ():
        names = ("h1", "h2") if match["h1"] else ("h3", "h4")
        first, second = (_hour(run, match, name) for name in names)
        second += HALF_A_DAY if second <= first <= HALF_A_DAY else 0
        if first < second <= LAST_HOUR:
            yield Term(CLOCK, match.start(), match.end(), f"T{first:02}:00/T{second:02}:00")


def _army_hours(run: Run) -> Iterator[Term]:
    """Yield "between 0730 and 0930", "from 0800-1000": four digits that are no year."""
    for match in _ARMY.finditer(run.codes) if LEAD in run.codes else ():
        times = [divmod(_hour(run, match, name), 100) for name in ("a", "b")]
        if all(hour < LAST_HOUR and minute < MINUTES for hour, minute in times) and times[0] < times[1]:
            yield Term(
                CLOCK,
                match.start(),
                match.end(),
                "/".join(f"T{hour:02}:{minute:02}" for hour, minute in times),
            )


def _hours(run: Run, match: re.Match[str]) -> str:
    if match["hour"]:
        by = str(run.terms[match.start("by")].value)
        since = _before(_hour(run, match, "hour"), by)
        return f"{since}/{by}" if since and "/" not in by else ""
    group = next((each for each in TILL if match[each]), "")
    if group:
        since = str(run.terms[match.start("since")].value)
        till = _after(_hour(run, match, group), since)
        return f"{since}/{till}" if till else ""
    begin, until = (str(run.terms[match.start(each)].value) for each in ("a", "b"))
    told = isinstance(run.terms[match.start("b")].value, HalvedClock)  # "from 5 p.m. until 6 a.m."
    return f"{begin}/{until if told else _same_half(until, begin)}" if begin != until else ""


def _before(hour: int, by: str) -> str:
    """Return the latest time of a bare hour in front of a told one: the 5 of "5 to 6 p.m." is 17:00."""
    if hour > LAST_HOUR:
        return ""
    hours = (hour + HALF_A_DAY, hour) if hour < HALF_A_DAY else (hour,)
    return next((f"T{each:02}:00" for each in hours if f"T{each:02}:00" < by), f"T{hour:02}:00")


def _after(hour: int, since: str) -> str:
    """Return the first time of a bare hour behind a told one: the 4 of "1 p.m. to 4" is 16:00."""
    if hour > LAST_HOUR:
        return ""
    hours = (hour, hour + HALF_A_DAY) if hour < HALF_A_DAY else (hour,)
    return next((f"T{each:02}:00" for each in hours if f"T{each:02}:00" > since), f"T{hour:02}:00")


def _same_half(until: str, begin: str) -> str:
    """Return the later half of the day for the second time of "1:30 pm to 3:30"."""
    hour = int(until[1:3])
    later = f"T{hour + HALF_A_DAY:02}{until[3:]}"
    return later if until < begin < later and hour < HALF_A_DAY else until


def _hour(run: Run, match: re.Match[str], group: str) -> int:
    number = run.terms[match.start(group)].value
    assert isinstance(number, Number)
    return int(number.value)

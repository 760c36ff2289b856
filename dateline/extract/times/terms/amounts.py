"""Amounts of time as single terms: "three weeks", "two and a half years", "1 month, 2 days and 3 hours"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.text.code_patterns import CodePatterns
from dateline.text.lexicon import Run, Term
from dateline.text.numerals import Number

AMOUNT = "#"
QUARTERED = ("hour", "day", "century")  # "a quarter of a year" is a quarter
DATE_UNITS = ("day", "month")  # "14 شهر شباط" is a day of February
QUARTER_HOUR, HALF_HOUR = "15", "30"  # minutes that "and a half" adds to an hour
PARTS_BEHIND = {QUARTER_HOUR: 0.25, HALF_HOUR: 0.5}  # of the unit in front
YEARS = range(1900, 2101)  # "the 1988 quarter" is not so many quarters
ARTICLE = "1"
UNITS_BY_SIZE = (
    "millennium", "century", "decade", "year", "quarter", "month", "fortnight", "week", "weekend", "day",
    "night", "hour", "minute", "second",
)  # fmt: skip
MOST_PARTS = 5  # in smaller units, behind the first
TELLING = frozenset("UhXI")  # of units; nights count by their part of the day, P

_ONE = r"(?<=&)[Uh](?![NOYWMmDSTPHUIlncrdofi@(])"  # the hour of "يومين وساعة"
_PART = rf"[N9]-?[UhI]|X|[UhI]θ|1[Uh]|(?<=&)[Uh](?=&?(?:[N9]-?[UhI]|X))|{_ONE}"  # "two days", "شهر واحد"
_AMOUNTS = re.compile(
    r"(?:(?P<n3>[N9])-?(?P<u3>[UI])(?:&1?(?P<h>v)(?![1oa]?[UI])|(?P<h4>6)(?:[Uh](?![NO&,]))?)"
    r"|(?P<n>[N9Y4])(?P<m>-?&-?[1N]?-?v)?-?q?(?P<u>[UhIP])"
    r"|[1e]?(?P<v>v)-?[1o]?a?(?P<u4>[Uh])"
    r"|1-?(?P<u5>[Uh])(?P<h5>&1?v)?"
    r"|(?<=[lKn])(?P<u15>U)&1?v(?![1oa]?[UI])"
    r"|(?P<q>q)(?P<u6>[UhI])"
    r"|(?P<c>2)(?P<u7>[UhI])"
    r"|1?(?P<u8>[Uh])(?P<h8>6)(?:[Uh](?![NO&,]))?"
    r"|(?P<u9>[UhI])θ|(?P<u14>U)ζ(?![UIW#])"
    r"|(?P<u12>[UI])a?(?P<n12>N)(?=[lnrdA]|O[of])"
    r"|(?:(?<=[GJω~])|(?<![^#]))(?P<u13>U)(?=&?(?:[N9]-?[UhI]|X))"
    r"|(?P<x>X)(?!O&?O)(?:(?P<h9>6)(?:[Uh](?![NO&,]))?)?)"
    rf"(?P<rest>(?:[&,]{{0,2}}(?:{_PART})){{0,{MOST_PARTS}}})"
)
_RANGE_IN_FRONT = re.compile("fN[-u&]$")  # "من 4-23 الشهر القادم"
_PARTS = re.compile(_PART)
_QUARTERS = CodePatterns(
    (
        r"(?P<n3>N)&1?(?P<quarter3>U)(?P<u3>[UhI])|"
        r"(?:(?P<n>N)-?)?1?(?P<quarter>[UI])(?:oa?1?|-)?(?P<u>[Uh])|1?(?P<u2>[Uh])(?:&1?(?P<quarter2>U)|(?P<clock>6))(?!o)",
    )
)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units of time; `count` is None for "several". `more` are parts in other units."""

    count: float | None
    unit: str
    more: tuple[tuple[float, str], ...] = ()


def amount_terms(run: Run, *, by_article: bool) -> Iterator[Term]:
    """Yield the amounts of time of a run as terms, in order.

    Where the article tells a month from months (`by_article`), "15 الشهر القادم" is a day of it.
    """
    if TELLING.isdisjoint(run.codes) and "P" not in run.codes:
        return
    match = _AMOUNTS.search(run.codes)
    while match is not None:
        amount, last = _first(run, match, by_article=by_article), match.start("rest")
        more = tuple(_part(run, part) for part in _PARTS.finditer(run.codes, *match.span("rest")))
        if amount is not None and more and _fits(amount, more, match["rest"]):
            amount, last = replace(amount, more=more), match.end()
        elif match["u13"]:  # "سنة" alone is no length, "سنة وثلاثة أشهر" is
            amount = None
        if amount is not None:
            yield Term(AMOUNT, match.start(), last, amount)
        match = _AMOUNTS.search(run.codes, last)


def _first(run: Run, match: re.Match[str], *, by_article: bool) -> Amount | None:
    """Return the amount of the largest unit, which may stand alone."""
    if match["n"] or match["u3"]:
        return _counted_amount(run, match, by_article=by_article)
    if match["n12"]:
        return Amount(_number(run.terms[match.start("n12")]), _unit(run, match, "u12"))
    if match["u14"]:  # "أسبوع آخر" is another week; in other languages the last
        return Amount(1.0, _unit(run, match, "u14")) if by_article else None
    if match["u13"]:
        return Amount(1.0, _unit(run, match, "u13"))
    if match["c"]:
        return Amount(float(str(run.terms[match.start("c")].value)), _unit(run, match, "u7"))
    return _half_more(run, match) if match["h8"] or match["h9"] else _uncounted_amount(run, match)


def _half_more(run: Run, match: re.Match[str]) -> Amount | None:
    """Read "ساعة ونصف" and "ساعتين ونصف": one or two units and a half."""
    group, half = ("u8", "h8") if match["h8"] else ("x", "h9")
    if run.terms[match.start(half)].value != HALF_HOUR:
        return None
    return Amount(1.5 if group == "u8" else 2.5, _unit(run, match, group))


def _uncounted_amount(run: Run, match: re.Match[str]) -> Amount | None:
    for group, count in (
        ("x", 2.0),
        ("u6", None),
        ("u9", 1.0),
        ("u15", 1.5),
        ("u5", 1.5 if match["h5"] else 1.0),
    ):
        if match[group]:
            unit = _unit(run, match, group)
            ordinal = group == "u5" and unit == "second"  # "a second man"
            return None if ordinal else Amount(count, unit)
    return Amount(0.5, _unit(run, match, "u4"))


def _fits(amount: Amount, more: tuple[tuple[float, str], ...], rest: str) -> bool:
    """Say whether parts are of one length: not "two years, three years", nor "three days a week"."""
    units = (amount.unit, *(unit for _, unit in more))
    rate = rest.startswith(ARTICLE) and UNITS_BY_SIZE.index(units[1]) < UNITS_BY_SIZE.index(units[0])
    return amount.count is not None and len(set(units)) == len(units) and not rate


def _counted_amount(run: Run, match: re.Match[str], *, by_article: bool) -> Amount | None:
    """Read a number in front of its unit: "two and a half years", "three years and a month"."""
    if match["u3"]:
        minutes = HALF_HOUR if match["h"] else str(run.terms[match.start("h4")].value)
        part = PARTS_BEHIND.get(minutes)
        return Amount(_number(run.terms[match.start("n3")]) + part, _unit(run, match, "u3")) if part else None
    number, unit = run.terms[match.start("n")], _unit(run, match, "u")
    count = _number(number) + (0.5 if match["m"] else 0)
    if run.terms[match.start("u")].code == "P":
        dated = number.code == "Y" or run.codes[match.start("n") - 1 : match.start("n")] in ("M", "m")
        return Amount(count, "night") if unit == "NI" and not dated else None
    behind, code = run.codes[match.end("u") : match.end("u") + 1], run.terms[match.start("u")].code
    ends_range = _RANGE_IN_FRONT.search(run.codes, 0, match.start("n")) and behind in ("n", "l", "c")
    of_month = by_article and (unit, code) == ("month", "U") and behind in ("n", "l", "c")
    if unit in DATE_UNITS and (behind in ("M", "m") or ends_range or of_month):  # "في 15 الشهر القادم"
        return None
    if (
        run.codes[match.start("n") - 1 : match.start("n")] == "U" and behind == "N"
    ):  # "الأسبوع 31 والأسبوع 35"
        return None
    quarters = unit == "quarter" and run.codes[match.start("u") - 1] == "-"  # "three-quarters of the seats"
    if quarters or (number.code == "Y" and count in YEARS):
        return None
    return Amount(count, unit)


def quarter_terms(run: Run) -> Iterator[Term]:
    """Yield "three quarters of an hour", "an hour and a quarter", "ساعة وربع" as amounts of time."""
    if TELLING.isdisjoint(run.codes):
        return
    done = 0
    for match in _QUARTERS.matches(run.codes):
        if match.start() < done:
            continue
        amount = _quarters(run, match)
        if amount:
            done = match.end()
            yield Term(AMOUNT, match.start(), done, amount)


def _quarters(run: Run, match: re.Match[str]) -> Amount | None:
    if match["n3"]:  # "three and a quarter hours"
        quarter = _unit(run, match, "quarter3") == "quarter"
        return (
            Amount(_number(run.terms[match.start("n3")]) + 0.25, _unit(run, match, "u3")) if quarter else None
        )
    unit = _unit(run, match, "u" if match["u"] else "u2")
    if unit not in QUARTERED:
        return None
    if match["clock"]:
        quarter = run.terms[match.start("clock")].value == QUARTER_HOUR
        return Amount(1.25, unit) if quarter else None
    if _unit(run, match, "quarter" if match["quarter"] else "quarter2") != "quarter":
        return None
    if match["quarter2"]:
        return Amount(1.25, unit)
    return Amount((_number(run.terms[match.start("n")]) if match["n"] else 1) / 4, unit)


def _part(run: Run, part: re.Match[str]) -> tuple[float, str]:
    terms = run.terms[part.start() : part.end()]
    unit = next(str(term.value) for term in terms if term.code in TELLING)
    counts = (_number(term) for term in terms if isinstance(term.value, Number))
    return next(counts, 2.0 if terms[0].code == "X" else 1.0), unit


def _number(term: Term) -> float:
    assert isinstance(term.value, Number)
    return term.value.value


def _unit(run: Run, match: re.Match[str], group: str) -> str:
    return str(run.terms[match.start(group)].value)

"""The filters of a query: outlet:ID, lang:fa, from:2020-03, learned-from:2020-03-08, origins:2 and others."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dateline.errors import InputError
from dateline.model.annotations import EventType
from dateline.store import DocumentQuery, WordQuery

BEGINS, ENDS = ("from", "learned-from"), ("until", "learned-until")
FILTERS = ("outlet", "lang", *BEGINS[:1], *ENDS[:1], *BEGINS[1:], *ENDS[1:], "grade", "digit", "event",
           "place", "entity", "origins", "disputed")  # fmt: skip
GRADES, DIGITS = "ABCDEF", "123456"
YES_NO = {"yes": True, "no": False}
MOST_ORIGINS = 99
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Filters = Mapping[str, list[str]]


def read_filter(name: str, value: str) -> str:
    """Return what a filter asks for in the form in which it is looked up. Raises InputError."""
    if name not in FILTERS:
        known = ", ".join(f"{known}:" for known in FILTERS)
        raise InputError(
            f'query: no filter {name}:, known are {known}; to look for the words, write "{name} {value}"'
        )
    if not value:
        raise InputError(f"query: nothing stands after {name}:")
    if name in (*BEGINS, *ENDS):
        return _read_day(name, value)
    if name == "lang" and not _LANGUAGE.fullmatch(value):
        raise InputError(f"query: lang:{value} is no language tag; expected one such as en, fa or ar")
    if name in ("grade", "event"):
        value = value.upper()
    _refuse_unknown(name, value)
    return value


def _refuse_unknown(name: str, value: str) -> None:
    """Hold the filters with a closed set of values to it. Raises InputError."""
    closed = {
        "grade": tuple(GRADES),
        "digit": tuple(DIGITS),
        "event": tuple(EventType),
        "disputed": tuple(YES_NO),
    }
    if name in closed and value not in closed[name]:
        raise InputError(f"query: {name}:{value}: expected one of {', '.join(closed[name])}")
    if name == "origins" and not (value.isdecimal() and 0 < int(value) <= MOST_ORIGINS):
        raise InputError(
            f"query: origins:{value}: expected the least number of independent origins, such as 2"
        )


def _read_day(name: str, value: str) -> str:
    """Return the first or the last day that a date of any precision stands for."""
    ends = "-01-01" if name in BEGINS else "-12-31"
    if not _DAY.fullmatch(value):
        raise InputError(f"query: {name}:{value} is no date; expected one such as 2020-03-08 or 2020-03")
    if len(value) == 7:
        ends = ends[3:]
        return f"{_real_day(name, f'{value}-01')[:7]}{ends}"
    return value + ends if len(value) == 4 else _real_day(name, value)


def _real_day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise InputError(f"query: {name}:{value} is not in the calendar") from None


def narrowed(words: WordQuery | None, filters: Filters) -> DocumentQuery:
    """Return the query of some words and filters. Raises InputError where a period ends before it begins."""
    query = DocumentQuery(
        words,
        outlets=tuple(filters["outlet"]),
        languages=tuple(map(str.lower, filters["lang"])),
        begin=max(filters["from"], default=None),
        until=min(filters["until"], default=None),
        learned_begin=max(filters["learned-from"], default=None),
        learned_until=min(filters["learned-until"], default=None),
    )
    for begin, until in ((query.begin, query.until), (query.learned_begin, query.learned_until)):
        if begin and until and begin > until:
            raise InputError(f"query: from:{begin} is after until:{until}")
    return replace(
        query,
        grades=tuple(filters["grade"]),
        digits=tuple(map(int, filters["digit"])),
        events=tuple(filters["event"]),
        places=tuple(filters["place"]),
        entities=tuple(filters["entity"]),
        origins=max(map(int, filters["origins"]), default=None),
        disputed=next((YES_NO[value] for value in filters["disputed"]), None),
    )

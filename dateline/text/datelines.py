"""The line that a wire prints before its report: "LIMA, 2 Mar 90 (EFE) --", "BAGHDAD, Jan. 3, 2020 –"."""

import re

from dateline.model.times import Calendar
from dateline.text.dates import find_dates, full_year

OPENING = 120  # letters in which a dateline stands
_SHORT_YEAR = re.compile(r"(\d{1,2} [^\W\d_]{3,9}\.?) (\d{2})(?= ?\()")
_BEHIND = re.compile(r"\s*(?:\([^)\n]*\)\s*)?(?:--|[-–—])|\s*\([^)\n]*\)")
_IN_FRONT = re.compile(r"\s*[^\W\d_][^\n.!?]{1,40},\s*")
_NAME = r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}"
_MORE = r"[^\n(–—-]"  # of a state or a day
_LINE = re.compile(
    rf"(?:[A-Z][A-Z’'./ -]{{2,30}}(?:, {_MORE}{{1,30}}?)?|{_NAME}, {_MORE}{{0,20}}\d{_MORE}{{0,10}})"
    r"\s*(?:\([^)\n]{2,40}\)\s*)?(?:--|[-–—])\s+(?=\S)"
)
_WORDS = r"[^\n/()–—:.،؛-]{2,24}"
_LINE_WITHOUT_CAPITALS = re.compile(
    rf"(?=[\u0590-\u06ff])(?:{_WORDS}/{_WORDS}|{_WORDS}\([^)\n]{{2,40}}\)|\w+(?: \w+)?)"
    r"\s*(?:--|[-–—])\s+(?=\S)"
)
"""Hebrew, Arabic and Persian: a place and an agency, or two words alone, in front of a dash."""


def printed_day(text: str, lang: str) -> str | None:
    """Return the day of a text's dateline as an ISO date: behind a place, in front of an agency or a dash."""
    opening = _SHORT_YEAR.sub(_with_century, text.lstrip()[:OPENING], count=1)
    for date in find_dates(opening, lang)[:1]:
        led = _IN_FRONT.fullmatch(opening, 0, date.start)
        if led and _BEHIND.match(opening, date.end) and date.begin == date.until:
            return date.begin.isoformat()
    return None


def dateline_end(text: str, start: int) -> int:
    """Return where a paragraph that begins at `start` goes on behind its dateline; `start` where it has none.

    >>> dateline_end("TEHRAN, May 14 (IRNA) – The road is cut.", 0)
    24
    >>> dateline_end("بغداد / واع – قال", 0)
    14
    """
    reach = start + OPENING
    line = _LINE.match(text, start, reach) or _LINE_WITHOUT_CAPITALS.match(text, start, reach)
    return line.end() if line else start


def _with_century(match: re.Match[str]) -> str:
    """Return a day with the whole year."""
    return f"{match[1]} {full_year(int(match[2]), Calendar.GREGORIAN)}"

"""Time expressions of a text as TIMEX3 values with their first and last day.

In: text, language, the time of publication, sentences. Out: `TimeExpression`s in text order.
Reference: ISO 24617-1 (ISO-TimeML). Relative days go by the day of publication in its own zone.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache, lru_cache

from dateline.extract.times.meanings.joining import joined
from dateline.extract.times.patterns.matching import SHAPES_REMEMBERED, readings
from dateline.extract.times.scene.doubt import without_lookalikes
from dateline.extract.times.scene.readings import NO_TIME, Placed, Reading
from dateline.extract.times.scene.scene import Scene
from dateline.extract.times.scene.surroundings import Surroundings, telling_words
from dateline.extract.times.scene.tense import TenseReader, tense_words
from dateline.extract.times.terms.amounts import AMOUNT
from dateline.extract.times.terms.steps import DATE, date_of, simplify
from dateline.languages import language_table
from dateline.model.spans import Span
from dateline.model.times import Calendar, StatedTime, TimeExpression, TimeKind
from dateline.text.lexicon import Run, Term
from dateline.text.timewords import time_language, time_lexicon
from dateline.text.tokens import Tokens, tokenize

UNTIL, AND, ABOUT, FROM = "u", "&", "~", "f"
RANGE_MARK = "/"  # between the ends of a value that no TIMEX3 value names
BETWEEN_ENDS = frozenset("u&-")
LONGEST_BEGINNING = 8  # terms of a range in front of its "and"
NUMBERED = "NO@"  # with which a date begins that names a street: "میدان هفتم تیر"
_IDLE = re.compile(  # runs of glue, and of numbers that stand apart, tell no time
    r"[9oiafu1&~,/.:()+|'\"w-]*$|(?!.*(?:[:/8]|[fi]4|NN|[iouf~]a?[NO]|N[-.u&]N))[N9O48oiafu1&~,.()+|\"-]*$"
)
_OFFSET = re.compile(r"(?<=:\d\d)[+-]\d\d:\d\d")  # of a clock time from UTC
_RANGE_BEGUN = re.compile("f[^fu&]+$")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")


def find_times(
    text: str, lang: str, *, anchor: StatedTime | None = None, sentences: Sequence[Span] = ()
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text.

    Without an anchor, the first full date that the text names serves as one.

    >>> anchor = StatedTime("2020-03-19T00:30+03:30", "")
    >>> [found.value for found in find_times("It happened on Tuesday.", "en", anchor=anchor)]
    ['2020-03-17']
    """
    code, tokens = time_language(lang), tokenize(text)
    runs = [
        simplify(without_lookalikes(run, text, tokens, code), code)
        for run in time_lexicon(code).runs(tokens)
        if not _is_idle(run.codes)
    ]
    tenses = TenseReader(text, tokens, tense_words(code), sentences)
    day = anchor_day(anchor) or _first_day(runs)
    scene = Scene(
        day,
        None,
        Surroundings(tokens, tenses, telling_words(code), 0, 0, 0),
        calendar=_own_calendar(code),
        week_start=_week_start(code),
        month_first=language_table(code, "times").get("order") == "mdy",
        instant=_instant(anchor),
        untold_is_past=bool(tense_words(code).future_prefixes),
    )
    return tuple(_read_runs(runs, scene))


@lru_cache(maxsize=SHAPES_REMEMBERED)
def _is_idle(codes: str) -> bool:
    return _IDLE.match(codes) is not None


def anchor_day(anchor: StatedTime | None) -> date | None:
    """Return the day of publication as stated, or the first day of its month or year."""
    if anchor is None or not anchor.value[:4].isdecimal():
        return None
    parts = [int(part) for part in anchor.day.split("-")]
    try:
        return date(*[*parts, 1, 1][:3])
    except ValueError:
        return None


def _instant(anchor: StatedTime | None) -> datetime | None:
    """Return the moment of publication in its own zone, where its hour is stated."""
    match = _INSTANT.match(anchor.value) if anchor else None
    try:
        return datetime.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def _read_runs(runs: Sequence[Run], scene: Scene) -> Iterator[TimeExpression]:
    for run in runs:
        at, placed = 0, []
        while (found := _next_reading(run, at, scene)) is not None:
            done, (first, at, reading) = at, found
            if reading is not None:
                scene, around = scene.after(reading), _around(scene, run, first, at)
                led = first > done and _takes_lead(reading, around, run.codes[first - 1 : at])
                placed.append(Placed(first - led, at, reading, around.leads_length))
        for each in joined(run, placed):
            yield _expression(*_offsets(run, each.first, each.last, scene.around.tokens), each.reading)


def _takes_lead(reading: Reading, around: Surroundings, codes: str) -> bool:
    """Say whether an expression begins with the first of some terms, in front of it: "in two weeks"."""
    if reading.days is None:
        return False
    if codes[0] == FROM and RANGE_MARK in reading.value and not BETWEEN_ENDS.isdisjoint(codes):
        return True  # "between 3 and 5 May"
    part = reading.kind is TimeKind.TIME and not reading.moves and reading.value[-1:].isalpha()
    ahead = codes[1] == AMOUNT and around.leads_ahead
    return around.within or ahead or (part and around.leads_part)


def _next_reading(run: Run, at: int, scene: Scene) -> tuple[int, int, Reading | None] | None:
    """Return the first expression from term `at` on and the term behind it; no reading where none fits."""
    first = None
    for first, last, rule, matched in readings(run, at):
        around = _around(scene, run, first, last)
        if run.codes[first] in NUMBERED and around.names_place:
            return first, last, None
        since = scene.reference if first == at + 1 and _ends_range(run.codes, at) else None
        reading = rule(matched, scene.beside(around, since))
        if reading is not None:
            return first, last, None if reading is NO_TIME else reading
    return None if first is None else (first, first + 1, None)


def _ends_range(codes: str, at: int) -> bool:
    """Say whether a term makes what follows the end of a range: "to", the "and" of "between 3 and 5"."""
    if codes[at] == UNTIL:
        return at > 0
    return codes[at] == AND and _RANGE_BEGUN.search(codes, max(0, at - LONGEST_BEGINNING), at) is not None


def _around(scene: Scene, run: Run, first: int, last: int) -> Surroundings:
    """Return what is around terms `first` to `last` (not included) of a run."""
    led = first - 1 if first and run.codes[first - 1] == ABOUT else first
    text, terms = scene.around, run.terms
    return Surroundings(
        text.tokens, text.tenses, text.words, terms[first].first, terms[last - 1].last, terms[led].first
    )


def _expression(start: int, end: int, reading: Reading) -> TimeExpression:
    days = reading.days
    begin, until = (days.begin.isoformat(), days.until.isoformat()) if days else (None, None)
    offset = _OFFSET.search(reading.value)
    value, zone = (_OFFSET.sub("", reading.value), offset[0]) if offset else (reading.value, None)
    return TimeExpression(start, end, reading.kind, value, begin, until, reading.calendar, zone)


def _offsets(run: Run, first: int, last: int, tokens: Tokens) -> tuple[int, int]:
    return tokens.starts[run.terms[first].first], tokens.ends[run.terms[last - 1].last - 1]


@cache
def _own_calendar(lang: str) -> Calendar:
    name = language_table(lang, "times").get("calendar")
    return Calendar.JALALI if name == Calendar.JALALI else Calendar.GREGORIAN


@cache
def _week_start(lang: str) -> int:
    return int(language_table(lang, "times").get("week_start", 0))


def _first_day(runs: Sequence[Run]) -> date | None:
    terms: Iterator[Term] = (term for run in runs for term in run.terms if term.code == DATE)
    return next((date_of(term).days.begin for term in terms if date_of(term).day_known), None)

"""Time expressions of a text as TIMEX3 values with their first and last day.

In: text, language, the time of publication, sentences. Out: `TimeExpression`s in text order.
Reference: ISO 24617-1 (ISO-TimeML). Relative days go by the day of publication in its own zone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from dateline.extract.times.doubt import without_lookalikes
from dateline.extract.times.joining import Placed, joined
from dateline.extract.times.matching import readings
from dateline.extract.times.scene import NO_TIME, Reading, Scene
from dateline.extract.times.tense import TenseReader, tense_words
from dateline.extract.times.terms import DATE, date_of, simplify
from dateline.languages import language_table
from dateline.model.spans import Span
from dateline.model.times import Calendar, StatedTime, TimeExpression
from dateline.text.lexicon import Run, Term
from dateline.text.timewords import time_language, time_lexicon
from dateline.text.tokens import Tokens, fold_word, tokenize

UNTIL, ABOUT = "u", "~"
NUMBERED = "NO@"  # with which a date begins that names a street: "میدان هفتم تیر"
_IDLE = re.compile(  # runs of glue, and of numbers that stand apart, tell no time
    r"[9oiafu1&~,/.:()+|'\"w-]*$|(?!.*(?:[:/8]|[fi]4|NN|[iouf~]a?[NO]|N[-.u&]N))[N9O48oiafu1&~,.()+|\"-]*$"
)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")
FIGURE_REACH = 10  # words in front of "a year ago" among which a sum of money shows that it is a quarter's
RANK_REACH = 4  # words in front of "in a week" among which "the second time" shows that it is a length


@dataclass(frozen=True, slots=True)
class _Setting:
    """What of text and language every expression is read against."""

    tokens: Tokens
    tenses: TenseReader
    figures: frozenset[str]
    year_leads: frozenset[str]
    length_leads: frozenset[str]
    hour_leads: frozenset[str]
    ahead_leads: frozenset[str]
    within_leads: frozenset[str]
    hour_endings: tuple[str, ...]
    namers: frozenset[str]
    ranks: frozenset[str]
    stops: frozenset[str]

    def ends(self, place: int) -> bool:
        """Say whether token `place` is no word that could name what is counted."""
        word = self.tokens.words[place] if place < len(self.tokens) else ""
        return not word.isalpha() or word in self.stops


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
        if not _IDLE.match(run.codes)
    ]
    setting = _Setting(
        tokens,
        TenseReader(text, tokens, tense_words(code), sentences),
        _listed(code, "figures"),
        _listed(code, "year_leads"),
        _listed(code, "length_leads"),
        _listed(code, "hour_leads"),
        _listed(code, "ahead_leads"),
        _listed(code, "within_leads"),
        tuple(_listed(code, "hour_endings")),
        _listed(code, "namers"),
        _listed(code, "ranks"),
        _stops(code),
    )
    day = anchor_day(anchor) or _first_day(runs)
    scene = Scene(
        day,
        None,
        calendar=_own_calendar(code),
        week_start=_week_start(code),
        month_first=language_table(code, "times").get("order") == "mdy",
        instant=_instant(anchor),
        untold_is_past=bool(tense_words(code).future_prefixes),
    )
    return tuple(_read_runs(runs, scene, setting))


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


def _read_runs(runs: Sequence[Run], scene: Scene, setting: _Setting) -> Iterator[TimeExpression]:
    for run in runs:
        at, placed = 0, []
        while (found := _next_reading(run, at, scene, setting)) is not None:
            first, at, reading = found
            if reading is not None:
                scene = scene.after(reading)
                lead = _led_by(run, first, setting)
                bounded = first > 0 and lead in setting.within_leads and reading.days is not None
                length_lead = lead in setting.length_leads
                placed.append(Placed(first - bounded, at, reading, length_lead))
        for each in joined(run, placed):
            yield _expression(*_offsets(run, each.first, each.last, setting.tokens), each.reading)


def _led_by(run: Run, first: int, setting: _Setting) -> str:
    """Return the word in front of a term."""
    place = run.terms[first].first
    return setting.tokens.words[place - 1] if place else ""


def _next_reading(
    run: Run, at: int, scene: Scene, setting: _Setting
) -> tuple[int, int, Reading | None] | None:
    """Return the first expression from term `at` on and the term behind it; no reading where none fits."""
    first = None
    for first, last, rule, matched in readings(run, at):
        led = first - 1 if first and run.codes[first - 1] == ABOUT else first
        told = _told(scene, setting, run.terms[first].first, run.terms[last - 1].last, run.terms[led].first)
        if told.lead in setting.namers and run.codes[first] in NUMBERED:
            return first, last, None
        ends_range = first == at + 1 and at > 0 and run.codes[at] == UNTIL
        reading = rule(matched, replace(told, since=scene.reference) if ends_range else told)
        if reading is not None:
            return first, last, None if reading is NO_TIME else reading
    return None if first is None else (first, first + 1, None)


def _told(scene: Scene, setting: _Setting, place: int, behind: int, before: int) -> Scene:
    """Return the scene with what the words around tokens `place` to `behind` (not included) tell.

    `before` is the place of what the word in front leads: "about" may stand between.
    """
    lead = setting.tokens.words[before - 1] if before else ""
    return replace(
        scene,
        tense=setting.tenses.teller(place),
        figures=_stands_in_front(setting.figures, setting, place, FIGURE_REACH),
        ranked=_stands_in_front(setting.ranks, setting, place, RANK_REACH),
        lead=lead,
        leads_hour=lead in setting.hour_leads,
        leads_ahead=lead in setting.ahead_leads,
        within=lead in setting.within_leads,
        names_hour=setting.tokens.words[place].endswith(setting.hour_endings),
        in_year=lead in setting.year_leads,
        ends=setting.ends(behind),
    )


def _stands_in_front(words: frozenset[str], setting: _Setting, at: int, reach: int) -> bool:
    """Say whether one of some words is among the last `reach` in front of token `at`."""
    return not words.isdisjoint(setting.tokens.words[max(0, at - reach) : at])


def _expression(start: int, end: int, reading: Reading) -> TimeExpression:
    days = reading.days
    begin, until = (days.begin.isoformat(), days.until.isoformat()) if days else (None, None)
    return TimeExpression(start, end, reading.kind, reading.value, begin, until, reading.calendar)


def _offsets(run: Run, first: int, last: int, tokens: Tokens) -> tuple[int, int]:
    return tokens.starts[run.terms[first].first], tokens.ends[run.terms[last - 1].last - 1]


@cache
def _own_calendar(lang: str) -> Calendar:
    name = language_table(lang, "times").get("calendar")
    return Calendar.JALALI if name == Calendar.JALALI else Calendar.GREGORIAN


@cache
def _listed(lang: str, subject: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in language_table(lang, "times").get(subject, ()))


@cache
def _stops(lang: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in language_table(lang, "quantities").get("stops", ()))


@cache
def _week_start(lang: str) -> int:
    return int(language_table(lang, "times").get("week_start", 0))


def _first_day(runs: Sequence[Run]) -> date | None:
    terms: Iterator[Term] = (term for run in runs for term in run.terms if term.code == DATE)
    return next((date_of(term).days.begin for term in terms if date_of(term).day_known), None)

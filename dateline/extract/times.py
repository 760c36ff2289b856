"""Time expressions of a text as TIMEX3 values with their first and last day.

In: text, language, the time of publication, sentences. Out: `TimeExpression`s in text order.
Reference: ISO 24617-1 (ISO-TimeML). Relative days go by the day of publication in its own zone.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dateline.extract.times_patterns import next_match
from dateline.extract.times_scene import Reading, Scene
from dateline.extract.times_terms import DATE, date_of, simplify
from dateline.languages import language_table
from dateline.model.spans import Span
from dateline.model.times import Calendar, StatedTime, TimeExpression
from dateline.text.lexicon import Run, Term
from dateline.text.timewords import Month, time_language, time_lexicon
from dateline.text.tokens import Tokens, fold_word, tokenize

BARREN = frozenset("9oiafu1&~,-/.:()+|'\"w")  # a run of these letters alone tells no time
YEAR_LEADS = "iofuUk,(&/-MmSHO"  # letters after which four digits are a year, whatever follows
BESIDE_SHORT_DAY = (",", ".", "M", "N", "O", "@", "P")  # what stands behind "Sun" where it is a day
CUE_REACH = 12  # words looked at on each side for one that looks ahead


@dataclass(frozen=True, slots=True)
class _Setting:
    """What of text and language every expression is read against."""

    text: str
    tokens: Tokens
    lang: str
    future_words: frozenset[str]
    past_words: frozenset[str]


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
    setting = _Setting(text, tokens, code, _future_words(code), _past_words(code))
    runs = [
        simplify(_checked(run, setting), code)
        for run in time_lexicon(code).runs(tokens)
        if not BARREN.issuperset(run.codes)
    ]
    day = anchor_day(anchor) or _first_day(runs)
    scene = Scene(day, None, calendar=_own_calendar(code), week_start=_week_start(code))
    return tuple(_read_runs(runs, scene, setting, sentences))


def anchor_day(anchor: StatedTime | None) -> date | None:
    """Return the day of publication as stated, or the first day of its month or year."""
    if anchor is None or not anchor.value[:4].isdecimal():
        return None
    parts = [int(part) for part in anchor.day.split("-")]
    try:
        return date(*[*parts, 1, 1][:3])
    except ValueError:
        return None


def _read_runs(
    runs: Sequence[Run], scene: Scene, setting: _Setting, sentences: Sequence[Span]
) -> Iterator[TimeExpression]:
    starts = [sentence.start for sentence in sentences]
    for run in runs:
        at = 0
        while (found := next_match(run, at)) is not None:
            first, last, rule, matched = found
            start, end = _offsets(run, first, last, setting.tokens)
            scene = replace(scene, future=_looks_ahead(start, setting, sentences, starts))
            reading = rule(matched, scene)
            at = last if reading else first + 1
            if reading is None:
                continue
            if reading.moves and reading.days:
                scene = replace(scene, reference=reading.days.begin)
            yield _expression(start, end, reading)


def _expression(start: int, end: int, reading: Reading) -> TimeExpression:
    days = reading.days
    begin, until = (days.begin.isoformat(), days.until.isoformat()) if days else (None, None)
    return TimeExpression(start, end, reading.kind, reading.value, begin, until, reading.calendar)


def _offsets(run: Run, first: int, last: int, tokens: Tokens) -> tuple[int, int]:
    return tokens.starts[run.terms[first].first], tokens.ends[run.terms[last - 1].last - 1]


def _checked(run: Run, setting: _Setting) -> Run:
    """Take the letters from words that only look like times: "may", "march", "2000 people"."""
    codes = "".join(_checked_code(run, at, setting) for at in range(len(run.terms)))
    if codes == run.codes:
        return run
    return Run(codes, tuple(replace(term, code=code) for term, code in zip(run.terms, codes, strict=True)))


def _checked_code(run: Run, at: int, setting: _Setting) -> str:
    term = run.terms[at]
    word = setting.tokens.words[term.first]
    if term.code in "MW" and word in _capitalised(setting.lang) and _is_lower(setting, term.first):
        return "x"
    if (
        term.code == "W"
        and word in _ambiguous(setting.lang)
        and run.codes[at + 1 : at + 2] not in BESIDE_SHORT_DAY
    ):
        return "x"
    if term.code == "Y" and at == len(run.terms) - 1 and not _may_be_year(run, at, setting):
        return "9"
    if term.code == "M" and isinstance(term.value, Month) and term.value.ambiguous:
        return "m"
    return term.code


def _is_lower(setting: _Setting, at: int) -> bool:
    return setting.text[setting.tokens.starts[at]].islower()


def _may_be_year(run: Run, at: int, setting: _Setting) -> bool:
    """Say whether the last number of a run is a year: after a preposition, or where no noun follows."""
    if at and run.codes[at - 1] in YEAR_LEADS:
        return True
    following = run.terms[at].last
    return following >= len(setting.tokens) or not setting.tokens.words[following].isalpha()


@cache
def _capitalised(lang: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in language_table(lang, "times").get("capitalised", ()))


@cache
def _ambiguous(lang: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in language_table(lang, "times").get("ambiguous", ()))


@cache
def _future_words(lang: str) -> frozenset[str]:
    return frozenset(
        fold_word(word) for word in language_table(lang, "times").get("cues", {}).get("future", ())
    )


@cache
def _past_words(lang: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in language_table(lang, "times").get("past_verbs", ()))


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


def _looks_ahead(start: int, setting: _Setting, sentences: Sequence[Span], starts: Sequence[int]) -> bool:
    """Say whether the nearest telling word of the sentence speaks of what is to come."""
    tokens, at = setting.tokens, bisect_right(starts, start) - 1
    here = bisect_right(tokens.starts, start) - 1
    first, last = max(0, here - CUE_REACH), min(len(tokens), here + CUE_REACH // 2)
    if at >= 0:
        first = max(first, bisect_right(tokens.starts, sentences[at].start) - 1)
        last = min(last, bisect_right(tokens.starts, sentences[at].end - 1))
    if here - 2 >= first and tokens.words[here - 2] == "to" and _is_lower(setting, here - 1):
        return True
    for place in sorted(range(first, last), key=lambda place: abs(place - here)):
        word = tokens.words[place]
        if word in setting.future_words:
            return True
        if word in setting.past_words or (setting.lang == "en" and len(word) > 4 and word.endswith("ed")):
            return False
    return False

"""What later reports look back to: "the rocket attack of March 11" in a report of March 21.

References: Martschat and Markert 2018, "A temporally sensitive submodularity framework for timeline
summarization"; Ghalandari and Ifrim 2020, "Examining the state-of-the-art in news timeline summarization":
how often a day is referred to tells more of its weight than how much was printed on it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import log2
from statistics import fmean

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.model.times import TimeExpression
from dateline.write.choosing.happenings import OPENING
from dateline.write.compare.folding import words_of

LATER = 2  # days after it: "yesterday" is still the report itself
PRINTED_WITHIN = 1  # days of a day on which its happenings are printed
SHARED = 2  # words that a report which looks back has in common with what it looks back to
TELLING = 5  # letters of a word that tells what is spoken of; names count at any length
COMMON, FEWEST = 0.2, 5  # share, and number, of the happenings from which on a word tells nothing apart
# Times the logarithm of how many happenings look back: to this one, or to a day that it tells of. Tried on
# ML-Crisis on Libya, days in words read by a rule: F of days .46 to .52 in Spanish, .19 to .17 in French.
LOOKED_BACK, DAY_LOOKED_BACK, MOST_BACK = 0.6, 1.0, 4.0
WHOLE_DAY = len("2020-03-12")
OPENING_SPAN = Span(0, OPENING)


@dataclass(frozen=True, slots=True)
class LaterReports:
    """In how many happenings each day (ISO 8601) is looked back to, and each happening by its story's id."""

    days: Mapping[str, int] = field(default_factory=dict)
    happenings: Mapping[str, int] = field(default_factory=dict)

    def weights_of(self, happenings: Sequence[StoryDossier]) -> Mapping[str, float]:
        """Return what each happening, by its story's id, weighs more than is usual among them.

        None weighs less: to what is new nobody can look back yet.
        """
        weights = {one.story.id: self._weight_of(one) for one in happenings}
        usual = fmean(weights.values()) if weights else 0.0
        return {id: max(0.0, weight - usual) for id, weight in weights.items()}

    def _weight_of(self, happening: StoryDossier) -> float:
        """Return what a happening weighs by the others that look back to it, or to a day that it tells of."""
        back = log2(1 + self.happenings.get(happening.story.id, 0))
        days = {one.published.day for one in happening.documents if one.published}
        named = (day for notes in happening.annotations for day in named_days(notes, OPENING_SPAN))
        return LOOKED_BACK * min(MOST_BACK, back) + DAY_LOOKED_BACK * self.weight_of_days({*days, *named})

    def weight_of_days(self, days: Iterable[str]) -> float:
        """Return the logarithm of how many happenings look back to the one of `days` that most do."""
        most = max((self.days.get(day, 0) for day in days), default=0)
        return min(MOST_BACK, log2(1 + most))


def named_days(notes: Annotations, span: Span) -> Iterator[str]:
    """Yield the single days that words within `span` name, ISO 8601."""
    for time in notes.times:
        day = _single_day(time)
        if day is not None and span.covers(Span(time.start, time.end)):
            yield day


def _single_day(time: TimeExpression) -> str | None:
    """Return the day that an expression names, None where it names a longer time or none."""
    return time.begin if time.begin == time.until and len(time.begin or "") == WHOLE_DAY else None


@dataclass(frozen=True, slots=True)
class Glance:
    """One mention of a day long past: in which happening it stands, and the words around."""

    story: str
    day: str
    words: frozenset[str]


def later_reports(happenings: Sequence[StoryDossier]) -> LaterReports:
    """Count which days and which of `happenings` the later of them look back to."""
    told, printed = _telling_openings(happenings), _by_day(happenings)
    days, looked_at = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for glance in (glance for one in happenings for glance in _glances(one)):
        days[glance.day].add(glance.story)
        near = {id for day in _days_around(glance.day) for id in printed[day]}
        best = max(near, key=lambda id: (len(told[id] & glance.words), id), default=None)
        if best is not None and len(told[best] & glance.words) >= SHARED:
            looked_at[best].add(glance.story)
    return LaterReports(
        {day: len(found) for day, found in days.items()}, {id: len(found) for id, found in looked_at.items()}
    )


def _telling_openings(happenings: Sequence[StoryDossier]) -> dict[str, frozenset[str]]:
    """Return the words of each happening's openings that tell it apart."""
    openings = {one.story.id: _opening_words(one) for one in happenings}
    spread = Counter(word for words in openings.values() for word in words)
    common = {word for word, often in spread.items() if often >= max(FEWEST, COMMON * len(happenings))}
    return {id: words - common for id, words in openings.items()}


def _by_day(happenings: Sequence[StoryDossier]) -> defaultdict[str, set[str]]:
    printed = defaultdict[str, set[str]](set)
    for one in happenings:
        for document in one.documents:
            if document.published:
                printed[document.published.day].add(one.story.id)
    return printed


def _glances(happening: StoryDossier) -> Iterator[Glance]:
    """Yield each mention of one day that lies at least LATER days before the report that mentions it."""
    notes = {notes.document: notes for notes in happening.annotations}
    for document in happening.documents:
        day = document.published.day if document.published else ""
        if document.id in notes and len(day) == WHOLE_DAY:
            latest = (date.fromisoformat(day) - timedelta(days=LATER)).isoformat()
            yield from _glances_of(document, notes[document.id], happening.story.id, latest)


def _glances_of(document: Document, notes: Annotations, story: str, latest: str) -> Iterator[Glance]:
    for time in notes.times:
        day = _single_day(time)
        if day is None or day > latest:
            continue
        span = Span(time.start, time.end)
        sentence = next((one for one in notes.sentences if one.covers(span)), span)
        around = f"{document.text[sentence.start : time.start]} . {document.text[time.end : sentence.end]}"
        yield Glance(story, day, _telling_words(around))


def _days_around(day: str) -> Iterator[str]:
    first = date.fromisoformat(day)
    return ((first + timedelta(days=ahead)).isoformat() for ahead in range(PRINTED_WITHIN + 1))


def _opening_words(happening: StoryDossier) -> frozenset[str]:
    openings = (f"{one.title or ''} . {one.text[:OPENING]}" for one in happening.documents)
    return frozenset[str]().union(*map(_telling_words, openings))


def _telling_words(text: str) -> frozenset[str]:
    return frozenset(
        word.folded for word in words_of(text) if word.capitalised or len(word.folded) >= TELLING
    )

"""Which happenings later reports look back to: "the rocket attack of March 11" in a report of March 21.

Reference: Martschat and Markert 2018, "A temporally sensitive submodularity framework for timeline
summarization": how often a day is referred to tells more of its weight than how much was printed on it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log2

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.write.folding import words_of
from dateline.write.happenings import OPENING

LATER = 2  # days after it: "yesterday" is still the report itself
PRINTED_WITHIN = 1  # days of a day on which its happenings are printed
SHARED = 2  # words that a report which looks back has in common with what it looks back to
TELLING = 5  # letters of a word that tells what is spoken of; names count at any length
COMMON, FEWEST = 0.2, 5  # share, and number, of the happenings from which on a word tells nothing apart
LOOKED_BACK, MOST_BACK = 0.6, 2.4  # times the logarithm of how many outlets look back


@dataclass(frozen=True, slots=True)
class Glance:
    """One later mention of a day: who printed it, and the words around."""

    outlet: str
    day: str
    words: frozenset[str]


def weights_by_later_reports(happenings: Sequence[StoryDossier]) -> Mapping[str, float]:
    """Return what each happening, by its story's id, weighs by the outlets that look back to it."""
    spread = Counter(word for one in happenings for word in _opening_words(one))
    common = {word for word, often in spread.items() if often >= max(FEWEST, COMMON * len(happenings))}
    told = {one.story.id: _opening_words(one) - common for one in happenings}
    printed = defaultdict[str, set[str]](set)
    for one in happenings:
        for day in {document.published.day for document in one.documents if document.published}:
            printed[day].add(one.story.id)
    outlets = defaultdict[str, set[str]](set)
    for glance in (glance for one in happenings for glance in _glances(one)):
        near = {id for day in _days_around(glance.day) for id in printed[day]}
        best = max(near, key=lambda id: (len(told[id] & glance.words), id), default=None)
        if best is not None and len(told[best] & glance.words) >= SHARED:
            outlets[best].add(glance.outlet)
    return {id: min(MOST_BACK, LOOKED_BACK * log2(1 + len(found))) for id, found in outlets.items()}


def _glances(happening: StoryDossier) -> Iterator[Glance]:
    """Yield each mention of one day that lies at least LATER days before the report that mentions it."""
    notes = {notes.document: notes for notes in happening.annotations}
    for document in happening.documents:
        if document.id in notes and document.published and len(document.published.day) == len("2020-03-12"):
            yield from _glances_of(document, notes[document.id])


def _glances_of(document: Document, notes: Annotations) -> Iterator[Glance]:
    latest = (_day(document) - timedelta(days=LATER)).isoformat()
    for time in notes.times:
        one_day = time.begin == time.until and len(time.begin or "") == len("2020-03-12")
        if not one_day or time.begin is None or time.begin > latest:
            continue
        span = Span(time.start, time.end)
        sentence = next((one for one in notes.sentences if one.covers(span)), span)
        around = f"{document.text[sentence.start : time.start]} . {document.text[time.end : sentence.end]}"
        yield Glance(document.outlet or document.url, time.begin, _telling_words(around))


def _day(document: Document) -> date:
    assert document.published is not None
    return date.fromisoformat(document.published.day)


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

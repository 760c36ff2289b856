"""Groups of documents that tell of one happening, joined as the documents come."""

import math
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

from dateline.link.keeping import Reader, Writer
from dateline.link.readings import Reading
from dateline.link.vectors import Centroid, Vector

FRESH = timedelta(days=3)  # reports so close in time are compared by what they say alone
HALF_LIFE = timedelta(days=20)  # beyond, this halves how alike they count; 7 days lose follow-ups of 5W1H
OVER = timedelta(days=67)  # after so long what is alike is something else
# It never counts less than this where a report names no other days than the story's: a leak is reported
# on for years, the next attack on the same base is another one. Best of 0.7 to 1 on 5W1H, half 0.
LASTING = 0.9
# Likenesses from which on a report joins at once; small groups settle for less (`settling.py`). Chosen on
# half 0 of 5W1H and of NTREX and the even topics of ECB+ (benchmarks/clustering.py).
MIN_WORDS = 0.25
MIN_MARKS = 0.2
MIN_SHARED_MARKS = 3  # two common marks, such as a capital and a day, are chance,
UNNAMED = frozenset({"day", "number"})  # and so is any number of these: all news of a week names its days
QUIET = timedelta(days=7)  # a story without report for so long
QUIET_FEATURES = 120  # is remembered by its heaviest ones


@dataclass(slots=True)
class Group:
    """A story in the making. `number` counts groups from the first one on, `size` its documents."""

    number: int
    first: str
    begin: datetime
    until: datetime
    size: int = 0
    words: dict[str, Centroid] = field(default_factory=dict)
    marks: dict[str, Centroid] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)

    def dump(self, writer: Writer) -> None:
        """Write it."""
        writer.numbers((self.number, self.size))
        writer.text(self.first)
        writer.moment(self.begin)
        writer.moment(self.until)
        writer.texts(sorted(self.days))
        for centroids in (self.words, self.marks):
            writer.texts(centroids)
            for centroid in centroids.values():
                centroid.dump(writer)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        number, size = reader.numbers()
        first, begin, until, days = reader.text(), reader.moment(), reader.moment(), set(reader.texts())
        words, marks = ({lang: Centroid.load(reader) for lang in reader.texts()} for _ in range(2))
        return cls(number, first, begin, until, size, words, marks, days)

    def add(self, reading: Reading) -> None:
        """Take a document in."""
        self.size += 1
        self.words.setdefault(reading.lang, Centroid()).add(reading.words)
        self.marks.setdefault(reading.lang, Centroid()).add(reading.marks)
        self.days |= reading.days
        self.begin, self.until = min(self.begin, reading.moment), max(self.until, reading.moment)

    def compact(self) -> None:
        """Keep less of a story that has been quiet."""
        for centroid in (*self.words.values(), *self.marks.values()):
            centroid.compact(QUIET_FEATURES)

    def absorb(self, other: "Group") -> None:
        """Take all documents of another group in."""
        self.size += other.size
        self.days |= other.days
        for mine, others in ((self.words, other.words), (self.marks, other.marks)):
            for lang, centroid in others.items():
                mine.setdefault(lang, Centroid()).absorb(centroid)
        self.begin, self.until = min(self.begin, other.begin), max(self.until, other.until)


def fit_of_reading(group: Group, reading: Reading) -> float:
    """Return how well a document fits a group: from 1 on it belongs there."""
    if reading.lang in group.words:
        fit = group.words[reading.lang].likeness_to(reading.words) / MIN_WORDS
    else:
        fit = max(_fit_of_marks(marks, reading.marks) for marks in group.marks.values())
    gap = max(reading.moment - group.until, group.begin - reading.moment, timedelta())
    return _across(fit, gap, _are_other_days(group.days, reading.days))


def fit_of_groups(one: Group, other: Group) -> float:
    """Return how well two groups fit: from 1 on they are one."""
    shared = one.words.keys() & other.words.keys()
    if shared:
        fit = min(one.words[lang].likeness(other.words[lang]) for lang in shared) / MIN_WORDS
    else:
        fit = fit_across(one, other)
    gap = max(one.begin - other.until, other.begin - one.until, timedelta())
    return _across(fit, gap, _are_other_days(one.days, other.days))


def fit_across(one: Group, other: Group) -> float:
    """Return how well what two groups say in languages apart fits, by the best pair of languages."""
    return max(
        (
            mine.likeness(theirs) / MIN_MARKS if _is_telling(mark for mark in mine if mark in theirs) else 0.0
            for lang, mine in one.marks.items()
            for other_lang, theirs in other.marks.items()
            if lang != other_lang
        ),
        default=0.0,
    )


def _across(fit: float, gap: timedelta, are_other_days: bool) -> float:
    """Return what a fit counts across a gap in time; only where days are others does it fade to nothing."""
    faded = fading(gap)
    if not fit or faded >= LASTING:
        return fit * faded
    return fit * (faded if are_other_days else LASTING)


def _are_other_days(days: Set[str], others: Set[str]) -> bool:
    """Say whether days are named on both sides, and none on both."""
    return bool(days) and bool(others) and days.isdisjoint(others)


def fading(gap: timedelta) -> float:
    """Return what a likeness counts across a gap in time: 1 for fresh reports, then less, at last nothing."""
    if gap > OVER:
        return 0.0
    return 1.0 if gap <= FRESH else math.pow(0.5, (gap - FRESH) / HALF_LIFE)


def _fit_of_marks(marks: Centroid, others: Vector) -> float:
    shared = (mark for mark in others if mark in marks)
    return marks.likeness_to(others) / MIN_MARKS if _is_telling(shared) else 0.0


def _is_telling(shared: Iterable[str]) -> bool:
    """Say whether marks that two reports share are enough, and some more than days and numbers."""
    kinds = [mark.partition(" ")[0] for mark in shared]
    return len(kinds) >= MIN_SHARED_MARKS and not UNNAMED.issuperset(kinds)

"""Documents into stories as they come: each joins the story that it fits best, or opens one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from typing import Self

from dateline.link.copies import MIN_OVERLAP, CopyFinder, Match, credits
from dateline.link.groups import QUIET, Group, fit_of_groups, fit_of_reading
from dateline.link.index import GroupIndex
from dateline.link.keeping import Reader, Writer
from dateline.link.rarity import StreamRarity
from dateline.link.readings import Reading, Weighing
from dateline.link.settling import SETTLED_ACROSS, SETTLING, join_best_first
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.text.fold import folded_words

HORIZON = timedelta(days=1100)  # a story without report for so long is over,
MOST_STORIES = 40_000  # and of more than these the ones that were quiet longest: some 400 MB
FORGET_EVERY = 1000  # documents at least, and a share of those remembered: so each costs the same
FORGOTTEN_SHARE = 0.25
MIN_FIT = 1.0
MIN_MERGING_FIT = 0.5  # a story that the document fits less is not compared with the document's own
MIN_SHARED_TEXT = 0.3  # documents that are so much one text are one story, whatever else they say

Merged = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a document went. `merged` are stories that are now part of another: (story, into)."""

    document: str
    story: str
    copy_of: str | None
    merged: Merged
    matches: tuple[Match, ...]


class StoryStream:
    """Stories of a stream of documents, in order of time; what each costs does not grow with the stream."""

    def __init__(self) -> None:
        self._copies = CopyFinder()
        self._weighing = Weighing()
        self._index = GroupIndex()
        self._groups: dict[int, Group] = {}
        self._unsettled: dict[int, Reading] = {}  # small groups, by the reading that opened each
        self._became: dict[int, int] = {}
        self._group_of: dict[str, int] = {}
        self._languages: set[str] = set()
        self._opened = 0
        self._taken = 0

    def add(self, document: Document, made: Annotations | None = None) -> Placement:
        """Put one more document into a story."""
        words = folded_words(document.text)
        matches = self._copies.add(document, words)
        reading = self._weighing.read(document, made, words)
        settled = self._settle(reading.moment - SETTLING)
        group, merged = self._place(document.id, reading, self._same_text(matches))
        self._group_of[document.id] = group.number
        self._taken += 1
        if self._taken >= max(FORGET_EVERY, FORGOTTEN_SHARE * len(self._group_of)):
            self._forget(reading.moment)
            self._taken = 0
        return Placement(
            document.id, _story_id(group), _original(matches), (*settled, *merged), tuple(matches)
        )

    def dump(self, writer: Writer) -> None:
        """Write all that later documents are compared with."""
        self._copies.dump(writer)
        self._weighing.rarity.dump(writer)
        self._index.dump(writer)
        writer.numbers((self._opened, self._taken, len(self._groups)))
        for group in self._groups.values():
            group.dump(writer)
        writer.numbers(self._unsettled)
        for reading in self._unsettled.values():
            reading.dump(writer)
        for followed in (self._became, self._group_of):
            writer.numbers(followed.values())
        writer.numbers(self._became)
        writer.texts(self._group_of)
        writer.texts(sorted(self._languages))

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote: a stream that goes on as if it had never stopped."""
        stream = cls()
        stream._copies = CopyFinder.load(reader)
        stream._weighing = Weighing(StreamRarity.load(reader))
        stream._index = GroupIndex.load(reader)
        stream._opened, stream._taken, groups = reader.numbers()
        stream._groups = {group.number: group for group in (Group.load(reader) for _ in range(groups))}
        stream._unsettled = {number: Reading.load(reader) for number in reader.numbers()}
        became, group_of = reader.numbers(), reader.numbers()
        stream._became = dict(zip(reader.numbers(), became, strict=True))
        stream._group_of = dict(zip(reader.texts(), group_of, strict=True))
        stream._languages = set(reader.texts())
        return stream

    def finish(self) -> Merged:
        """Join the small stories that wait for more reports to what they are most like, if to anything."""
        return self._settle(datetime.max.replace(tzinfo=UTC))

    def _same_text(self, matches: Sequence[Match]) -> set[int]:
        """Return the groups of the documents that are one text with this one."""
        return {
            group
            for match in matches
            if min(match.of_earlier, match.of_later) >= MIN_SHARED_TEXT
            and (group := self._current(self._group_of.get(match.earlier.id))) is not None
        }

    def _place(self, id: str, reading: Reading, same_text: set[int]) -> tuple[Group, list[tuple[str, str]]]:
        """Return the group that a document is now in, and the stories that joined through it."""
        fits = {number: fit_of_reading(self._groups[number], reading) for number in self._candidates(reading)}
        fits.update(dict.fromkeys(same_text, math.inf))
        best = min(fits, key=lambda number: (-fits[number], number), default=None)
        group = self._groups[best] if best is not None and fits[best] >= MIN_FIT else self._open(id, reading)
        group.add(reading)
        self._index.add(group.number, reading)
        near = [number for number, fit in fits.items() if fit >= MIN_MERGING_FIT and number != group.number]
        return self._merge(group, near, same_text)

    def _candidates(self, reading: Reading) -> list[int]:
        """Return the groups to compare: by words, and by marks those that have no report in its language."""
        found = set(self._index.by_words(reading, self._current))
        self._languages.add(reading.lang)
        if len(self._languages) > 1:
            by_marks = self._index.by_marks(reading, self._current)
            found.update(number for number in by_marks if reading.lang not in self._groups[number].words)
        return sorted(found)

    def _current(self, number: int | None) -> int | None:
        """Follow a group to what it became; `None` where it is no longer compared."""
        while number is not None and number in self._became:
            number = self._became[number]
        return number if number in self._groups else None

    def _open(self, id: str, reading: Reading) -> Group:
        group = Group(self._opened, id, reading.moment, reading.moment)
        self._groups[group.number] = group
        self._unsettled[group.number] = reading
        self._opened += 1
        return group

    def _merge(
        self, group: Group, near: Sequence[int], same_text: set[int]
    ) -> tuple[Group, list[tuple[str, str]]]:
        """Join the near groups that are one with this one; the earliest of them lives on."""
        merged = []
        for number in sorted(near):
            other = self._groups[number]
            if number in same_text or fit_of_groups(group, other) >= MIN_FIT:
                group, one_more = self._join(group, other)
                merged.append(one_more)
        return group, merged

    def _join(self, one: Group, other: Group) -> tuple[Group, tuple[str, str]]:
        """Make one group of two and return it, with the story that is gone and the one that it is now in."""
        kept, gone = sorted((one, other), key=lambda each: each.number)
        kept.absorb(gone)
        del self._groups[gone.number]
        self._became[gone.number] = kept.number
        return kept, (_story_id(gone), _story_id(kept))

    def _settle(self, before: datetime) -> Merged:
        """Join the small groups that were opened before a moment to what each is most like."""
        due = list(takewhile(lambda number: self._unsettled[number].moment <= before, self._unsettled))
        readings = {number: self._unsettled.pop(number) for number in due}
        merged = []

        def nearest(number: int) -> tuple[float, int] | None:
            others = (other for other in self._candidates(readings[number]) if other != number)
            fits = ((self._settled_fit(number, other), other) for other in others)
            return max(fits, key=lambda fit: (fit[0], -fit[1]), default=None)

        def join(number: int, other: int) -> int:
            kept, one_more = self._join(self._groups[number], self._groups[other])
            readings.setdefault(kept.number, readings[number])
            merged.append(one_more)
            return kept.number

        join_best_first(due, nearest, join, self._size)
        return tuple(merged)

    def _settled_fit(self, number: int, other: int) -> float:
        """Return how well two groups fit, nothing where languages apart have too little in common."""
        one, two = self._groups[number], self._groups[other]
        fit = fit_of_groups(one, two)
        return fit if fit >= SETTLED_ACROSS or not one.words.keys().isdisjoint(two.words) else 0.0

    def _size(self, number: int) -> int:
        return self._groups[number].size if number in self._groups else 0

    def _forget(self, now: datetime) -> None:
        """Drop what no later document can join, so that memory does not grow with the stream."""
        untils = sorted((group.until for group in self._groups.values()), reverse=True)[:MOST_STORIES]
        oldest = max(now - HORIZON, untils[-1] if untils else now)
        alive = {number: group for number, group in self._groups.items() if group.until >= oldest}
        self._groups = alive
        for group in alive.values():
            if group.until < now - QUIET:
                group.compact()
        self._became = {old: new for old in self._became if (new := self._current(old)) is not None}
        self._group_of = {
            id: new for id, old in self._group_of.items() if (new := self._current(old)) is not None
        }
        self._index.forget(lambda number: self._current(number) is not None)


def _story_id(group: Group) -> str:
    return content_id("s", group.first)


def _original(matches: Sequence[Match]) -> str | None:
    """Return the earliest document that the latest one is a copy of."""
    of = (
        match.earlier.id
        for match in matches
        if match.of_later >= MIN_OVERLAP and not credits(match.earlier, match.later)
    )
    return next(of, None)

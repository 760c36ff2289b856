"""The groups that documents are compared with: found by what they have in common, joined and forgotten."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Self

from dateline.link.groups import QUIET, Group, fit_of_reading
from dateline.link.index import GroupIndex
from dateline.link.keeping import Reader, Writer
from dateline.link.readings import Reading
from dateline.link.settling import join_best_first
from dateline.model.identity import content_id

HORIZON = timedelta(days=1100)  # a story without report for so long is over,
MOST_STORIES = 40_000  # and of more than these the ones that were quiet longest: some 400 MB
LOOKED_AT = 0.5  # share of the least fit that a group's document has to have for the groups to be compared

Merged = tuple[tuple[str, str], ...]
Fit = Callable[[Group, Group], float]


class GroupSpace:
    """Groups by their numbers, which count them in the order of opening."""

    def __init__(self) -> None:
        self._index = GroupIndex()
        self._groups: dict[int, Group] = {}
        self._became: dict[int, int] = {}
        self._languages: set[str] = set()
        self._opened = 0

    def dump(self, writer: Writer) -> None:
        """Write all of them."""
        self._index.dump(writer)
        writer.numbers((self._opened, len(self._groups)))
        for group in self._groups.values():
            group.dump(writer)
        writer.numbers(self._became.values())
        writer.numbers(self._became)
        writer.texts(sorted(self._languages))

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        space = cls()
        space._index = GroupIndex.load(reader)
        space._opened, groups = reader.numbers()
        space._groups = {group.number: group for group in (Group.load(reader) for _ in range(groups))}
        became = reader.numbers()
        space._became = dict(zip(reader.numbers(), became, strict=True))
        space._languages = set(reader.texts())
        return space

    def story(self, number: int) -> str:
        """Return the id of the story that a group is."""
        return story_id(self._groups[number].first)

    def current(self, number: int | None) -> int | None:
        """Follow a group to what it became; `None` where it is no longer compared."""
        while number is not None and number in self._became:
            number = self._became[number]
        return number if number in self._groups else None

    def nearest(self, reading: Reading) -> tuple[float, int] | None:
        """Return how well the best group fits a document and which it is, the earliest of equals."""
        fits = (
            (fit_of_reading(self._groups[number], reading), number) for number in self._candidates(reading)
        )
        return max(fits, key=_best, default=None)

    def put(self, document: str, reading: Reading, into: int | None) -> int:
        """Take a document into a group, or into a new one, and return its number."""
        if into is None:
            into, self._opened = self._opened, self._opened + 1
            self._groups[into] = Group(into, document, reading.moment, reading.moment)
        self._groups[into].add(reading)
        self._index.add(into, reading)
        self._languages.add(reading.lang)
        return into

    def join(self, one: int, other: int) -> tuple[str, str]:
        """Make one group of two, the earlier; return the story that is gone and the one it is now in."""
        kept, gone = (self._groups[number] for number in sorted((one, other)))
        kept.absorb(gone)
        del self._groups[gone.number]
        self._became[gone.number] = kept.number
        return story_id(gone.first), story_id(kept.first)

    def join_alike(
        self, readings: Mapping[int, Reading], fit: Fit, *, least: float, most: float = float("inf")
    ) -> Merged:
        """Join groups, each given with a document of it, with what they are most like, best first."""
        known, merged = dict(readings), []

        def nearest(number: int) -> tuple[float, int] | None:
            fits = self._fits(number, known[number], fit, LOOKED_AT * least)
            return max(fits, key=_best, default=None)

        def join(number: int, other: int) -> int:
            merged.append(self.join(number, other))
            kept = min(number, other)
            known.setdefault(kept, known[number])
            return kept

        join_best_first(readings, nearest, join, self._size, least=least, most=most)
        return tuple(merged)

    def forget(self, now: datetime) -> None:
        """Drop what no later document can join, so that memory does not grow with the stream."""
        untils = sorted((group.until for group in self._groups.values()), reverse=True)[:MOST_STORIES]
        oldest = max(now - HORIZON, untils[-1] if untils else now)
        alive = {number: group for number, group in self._groups.items() if group.until >= oldest}
        self._groups = alive
        for group in alive.values():
            if group.until < now - QUIET:
                group.compact()
        self._became = {old: new for old in self._became if (new := self.current(old)) is not None}
        self._index.forget(lambda number: self.current(number) is not None)

    def _candidates(self, reading: Reading) -> list[int]:
        """Return the groups to compare: by words, and by marks those that have no report in its language."""
        found = set(self._index.by_words(reading, self.current))
        if self._languages - {reading.lang}:
            by_marks = self._index.by_marks(reading, self.current)
            found.update(number for number in by_marks if reading.lang not in self._groups[number].words)
        return sorted(found)

    def _fits(self, number: int, reading: Reading, fit: Fit, looked_at: float) -> Iterable[tuple[float, int]]:
        """Give how well a group fits each that is worth comparing."""
        group = self._groups[number]
        for other in self._candidates(reading):
            if other != number and fit_of_reading(self._groups[other], reading) >= looked_at:
                yield fit(group, self._groups[other]), other

    def _size(self, number: int) -> int:
        return self._groups[number].size if number in self._groups else 0


def story_id(first: str) -> str:
    """Return the id of a story by that of the document that opened it."""
    return content_id("s", first)


def _best(fit: tuple[float, int]) -> tuple[float, int]:
    return fit[0], -fit[1]

"""Which groups have a feature: the few latest for each, so that looking up costs the same in any stream."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Self

from dateline.link.keeping import Reader, Writer
from dateline.link.readings import Reading
from dateline.link.vectors import Vector

# 100 features instead of 40 found no more on the chosen half of 5W1H (benchmarks/clustering.py).
LOOKED_UP = 40  # features of a document by which groups are found, the heaviest ones
GROUPS_A_FEATURE = 32  # the latest that have it; a feature of more groups is no good sign
FOLLOWED = 48  # groups that are followed to what they became, those with most in common of all
COMPARED = 12  # groups that are compared in full, those with most in common

Current = Callable[[int], int | None]  # follows a group to what it became; `None` where it is forgotten


class GroupIndex:
    """Features, and the groups that have them."""

    def __init__(self) -> None:
        self._groups: dict[str, list[int]] = {}

    def dump(self, writer: Writer) -> None:
        """Write which groups have which features."""
        writer.texts(self._groups)
        for groups in self._groups.values():
            writer.numbers(groups)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        index = cls()
        index._groups = {feature: reader.numbers() for feature in reader.texts()}
        return index

    def add(self, group: int, reading: Reading) -> None:
        """Remember that a group has the heaviest features of a document."""
        for feature in (*_heaviest(reading.words), *_heaviest(reading.marks)):
            groups = self._groups.setdefault(feature, [])
            if group not in groups:
                groups.append(group)
                del groups[:-GROUPS_A_FEATURE]

    def by_words(self, reading: Reading, current: Current) -> list[int]:
        """Return the groups that share most words with a document."""
        return self._alike(reading.words, current)

    def by_marks(self, reading: Reading, current: Current) -> list[int]:
        """Return the groups that share most marks with a document."""
        return self._alike(reading.marks, current)

    def forget(self, is_alive: Callable[[int], bool]) -> None:
        """Drop the groups that are no longer looked for."""
        kept = (
            (feature, [group for group in groups if is_alive(group)])
            for feature, groups in self._groups.items()
        )
        self._groups = {feature: groups for feature, groups in kept if groups}

    def _alike(self, vector: Vector, current: Current) -> list[int]:
        shared: dict[int, float] = {}
        for feature in _heaviest(vector):
            weight = vector[feature]
            for group in self._groups.get(feature, ()):
                shared[group] = shared.get(group, 0.0) + weight
        joined: dict[int, float] = {}
        for group in sorted(shared, key=shared.__getitem__, reverse=True)[:FOLLOWED]:
            now = current(group)
            if now is not None:
                joined[now] = joined.get(now, 0.0) + shared[group]
        return sorted(joined, key=joined.__getitem__, reverse=True)[:COMPARED]


def _heaviest(vector: Vector) -> Iterable[str]:
    return islice(vector, LOOKED_UP)

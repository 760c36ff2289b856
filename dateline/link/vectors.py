"""Sparse vectors and their centroids."""

import math
from collections.abc import Iterator, Mapping
from typing import Self

from dateline.link.keeping import Reader, Writer

Vector = Mapping[str, float]

MAX_FEATURES = 1500  # a centroid beyond this keeps its heaviest half


def to_unit(weights: Mapping[str, float], most: int | None = None) -> Vector:
    """Return the vector of length 1 in the direction of the `most` heaviest weights, the heaviest first."""
    heaviest = sorted(
        (entry for entry in weights.items() if entry[1]), key=lambda entry: (-entry[1], entry[0])
    )
    kept = dict(heaviest[:most])
    length = _length(kept)
    return {feature: weight / length for feature, weight in kept.items()}


class Centroid:
    """The sum of vectors of length 1."""

    __slots__ = ("_length", "_sums", "count")

    def __init__(self) -> None:
        self.count = 0
        self._sums: dict[str, float] = {}
        self._length = 0.0

    def add(self, vector: Vector) -> None:
        """Take one more vector in."""
        self._take(vector, 1)

    def absorb(self, other: "Centroid") -> None:
        """Take all that another centroid has in."""
        self._take(other._sums, other.count)

    def compact(self, features: int) -> None:
        """Keep no more than the heaviest features."""
        if len(self._sums) > features:
            heaviest = sorted(self._sums.items(), key=lambda entry: (-entry[1], entry[0]))
            self._sums = dict(heaviest[:features])
            self._length = _length(self._sums)

    def dump(self, writer: Writer) -> None:
        """Write what is known."""
        writer.number(self.count)
        writer.vector(self._sums)
        writer.weight(self._length)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        centroid = cls()
        centroid.count, centroid._sums, centroid._length = reader.number(), reader.vector(), reader.weight()
        return centroid

    def __iter__(self) -> Iterator[str]:
        return iter(self._sums)

    def __contains__(self, feature: str) -> bool:
        return feature in self._sums

    def likeness_to(self, vector: Vector) -> float:
        """Return how alike a vector is to those here, 0 to 1."""
        return _likeness(self._dot(vector), self.count, self._length)

    def likeness(self, other: "Centroid") -> float:
        """Return how alike the vectors here are to those of another centroid, 0 to 1."""
        few, many = (self, other) if len(self._sums) <= len(other._sums) else (other, self)
        return _likeness(many._dot(few._sums), self.count * other.count, self._length * other._length)

    def _dot(self, vector: Vector) -> float:
        sums = self._sums
        return sum([weight * sums[feature] for feature, weight in vector.items() if feature in sums])

    def _take(self, sums: Mapping[str, float], count: int) -> None:
        for feature, weight in sums.items():
            self._sums[feature] = self._sums.get(feature, 0.0) + weight
        self.count += count
        self._length = _length(self._sums)
        if len(self._sums) > MAX_FEATURES:
            self.compact(MAX_FEATURES // 2)


def _length(vector: Vector) -> float:
    return math.sqrt(sum([weight * weight for weight in vector.values()]))


def _likeness(dot: float, pairs: int, lengths: float) -> float:
    """Return the geometric mean of the average cosine of all pairs and the cosine of the centroids.

    The average alone tells long stories apart from their own follow-ups, the centroids alone put
    everything into the largest; the mean was best on the chosen half of 5W1H (benchmarks/clustering.py).
    """
    return dot / math.sqrt(pairs * lengths) if dot > 0 else 0.0

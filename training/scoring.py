"""Scores of attributions against gold: hits are one to one, by overlap of content tokens."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.corpora import Range

TOKEN = re.compile(r"\w+|[^\w\s]")
HIT = 0.5
"""Least Jaccard of content tokens, and of source tokens, for a hit."""


@dataclass(frozen=True)
class Said:
    """Content and source of one attribution, as token numbers of its text."""

    content: frozenset[int]
    source: frozenset[int]


@dataclass(frozen=True)
class Counts:
    """Hits, predictions and gold attributions, that add up over documents."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def scores(self) -> tuple[float, float, float]:
        """Return precision, recall and F."""
        precision = self.hits / max(self.predicted, 1)
        recall = self.hits / max(self.gold, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)

    def told(self) -> str:
        """Return precision, recall and F in words."""
        return "P {:.3f} R {:.3f} F {:.3f}".format(*self.scores)


def token_starts(text: str) -> list[Range]:
    """Return the code points of each token of a text."""
    return [match.span() for match in TOKEN.finditer(text)]


def tokens_in(tokens: Sequence[Range], ranges: Iterable[Range]) -> frozenset[int]:
    """Return the numbers of the tokens that overlap any of the ranges."""
    found: set[int] = set()
    for start, end in ranges:
        first = bisect_right(tokens, start, key=lambda token: token[1])
        found.update(range(first, bisect_left(tokens, end, key=lambda token: token[0])))
    return frozenset(found)


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def count_hits(predicted: Sequence[Said], gold: Sequence[Said], *, with_source: bool) -> Counts:
    """Match predictions to gold, best content overlap first."""
    pairs = sorted(
        (
            (-jaccard(one.content, other.content), row, column)
            for row, one in enumerate(predicted)
            for column, other in enumerate(gold)
            if jaccard(one.content, other.content) >= HIT
            and (not with_source or jaccard(one.source, other.source) >= HIT)
        ),
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column in pairs:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
    return Counts(len(rows), len(predicted), len(gold))

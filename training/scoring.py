"""Scores of attributions against gold, as `benchmarks/attribution.py` defines them, on raw spans."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.corpora import Range

TOKEN = re.compile(r"\w+")
HIT = 0.5
"""Least Jaccard of content tokens, and of source tokens, for a hit."""


@dataclass(frozen=True)
class Said:
    """Content and source of one attribution, as token numbers of its text."""

    content: frozenset[int]
    source: frozenset[int]


@dataclass(frozen=True)
class Counts:
    """Attributions with the right content, those with the right source too, predictions and gold ones."""

    hits: int = 0
    sourced: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits + other.hits,
            self.sourced + other.sourced,
            self.predicted + other.predicted,
            self.gold + other.gold,
        )

    def scores(self, hits: int) -> tuple[float, float, float]:
        """Return precision, recall and F of so many hits."""
        precision, recall = hits / max(self.predicted, 1), hits / max(self.gold, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)

    def told(self) -> str:
        """Return precision, recall and F of contents, and of contents with their source."""
        line = "{} P {:.3f} R {:.3f} F {:.3f}"
        content, sourced = self.scores(self.hits), self.scores(self.sourced)
        return f"{line.format('content', *content)}; {line.format('with source', *sourced)}"


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


def match(predicted: Sequence[Said], gold: Sequence[Said]) -> list[tuple[int, int]]:
    """Match predictions to gold one to one, best content overlap first, then best source overlap."""
    pairs = sorted(
        (-jaccard(one.content, other.content), -jaccard(one.source, other.source), row, column)
        for row, one in enumerate(predicted)
        for column, other in enumerate(gold)
        if jaccard(one.content, other.content) >= HIT
    )
    rows: set[int] = set()
    columns: set[int] = set()
    matched = []
    for _, _, row, column in pairs:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            matched.append((row, column))
    return matched


def count_hits(predicted: Sequence[Said], gold: Sequence[Said]) -> Counts:
    """Count what is matched, and what of it has the right source too."""
    matched = match(predicted, gold)
    sourced = sum(jaccard(predicted[row].source, gold[column].source) >= HIT for row, column in matched)
    return Counts(len(matched), sourced, len(predicted), len(gold))

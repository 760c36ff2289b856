"""Linear weights over marks: how likely each of several answers is for a set of marks.

Marks are hashed into the rows of a table, so that no list of words is packaged.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.errors import ModelError
from dateline.text.tokens import WordMemory

ROWS = 1 << 16


@dataclass(frozen=True)
class Weights:
    """A table of `ROWS` rows and a column an answer, in steps of `steps`, and where each answer starts."""

    answers: tuple[str, ...]
    table: NDArray[np.int8]
    steps: NDArray[np.float32]
    starts: NDArray[np.float32]

    def score(self, marks: Iterable[str]) -> dict[str, float]:
        """Return how likely each answer is, 0 to 1."""
        (likely,) = self.score_each([marks])
        return dict(zip(self.answers, likely, strict=True))

    def score_each(self, sets: Sequence[Iterable[str]]) -> list[list[float]]:
        """Return for each set of marks how likely each answer is, in the order of `answers`."""
        if not sets:
            return []
        rows = [list(set(map(_ROW.__getitem__, marks))) for marks in sets]
        starts = np.cumsum([0, *(len(each) for each in rows[:-1])])
        found = self.table[[row for each in rows for row in each]].astype(np.int32)
        sums = np.add.reduceat(found, starts) * self.steps + self.starts
        scores: list[list[float]] = (1 / (1 + np.exp(-sums))).tolist()
        return scores


def row_of(mark: str) -> int:
    """Return the row of a mark, the same on every machine."""
    return zlib.crc32(mark.encode()) % ROWS


_ROW = WordMemory(row_of)


@cache
def read_weights(path: Path) -> Weights:
    """Read packaged weights.

    Raises ModelError when they are missing or of another shape.
    """
    try:
        with np.load(path) as stored:
            answers = tuple(str(answer) for answer in stored["answers"])
            weights = Weights(answers, stored["table"], stored["steps"], stored["starts"])
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"{path}: no packaged weights here ({error}); reinstall, or train them") from error
    if weights.table.shape != (ROWS, len(answers)):
        raise ModelError(f"{path}: a table of {weights.table.shape}, expected {(ROWS, len(answers))}")
    return weights

"""From scores over word pieces to runs of pieces."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
Run = tuple[int, int]
"""Pieces `start` to `end` (not included)."""

DISTANCES = 34
"""Buckets of the signed distance between a cue and another piece: exact when near, by doubling when far."""


@dataclass(frozen=True, slots=True)
class LabelledRun:
    """A run of pieces with one label; `score` is the probability of its least likely word."""

    start: int
    end: int
    label: str
    score: float
    kinds: tuple[float, ...] = ()
    """Probability of each kind of label in the order of the labels, summed over the words of the run."""


def bucket_distances(offsets: IntArray) -> IntArray:
    """Map signed distances in pieces to bucket numbers below `DISTANCES`.

    >>> bucket_distances(np.array([0, 1, 8, 16, 500, -1, -500])).tolist()
    [0, 1, 8, 10, 16, 18, 33]
    """
    distance = np.abs(offsets)
    far = 8 + np.floor(2 * np.log2(np.maximum(distance, 8) / 8)).astype(np.int64)
    bucket = np.where(distance < 8, distance, np.minimum(far, 16))
    return np.asarray(np.where(offsets < 0, bucket + 17, bucket), dtype=np.int64)


def labelled_runs(probabilities: FloatArray, labels: Sequence[str], words: IntArray) -> list[LabelledRun]:
    """Read runs out of per-piece probabilities of the labels `O`, `B-x`, `I-x`, `B-y`, `I-y` and so on.

    The pieces of one word decide together; its first piece says whether it begins a run of its own.
    """
    if not len(words):
        return []
    firsts = np.concatenate([[0], np.flatnonzero(np.diff(words)) + 1])
    ends = np.append(firsts[1:], len(words))
    means = np.add.reduceat(probabilities, firsts, axis=0) / (ends - firsts)[:, None]
    kinds = np.column_stack([means[:, :1], means[:, 1::2] + means[:, 2::2]])
    best = kinds.argmax(axis=1)
    runs: list[LabelledRun] = []
    for word, kind in enumerate(best.tolist()):
        if kind == 0:
            continue
        start, end, score = int(firsts[word]), int(ends[word]), float(kinds[word, kind])
        label = labels[2 * kind].removeprefix("I-")
        begins = probabilities[start, 2 * kind - 1] > probabilities[start, 2 * kind]
        likely = tuple(kinds[word, 1:].tolist())
        if runs and runs[-1].end == start and runs[-1].label == label and not begins:
            last = runs.pop()
            start, score = last.start, min(score, last.score)
            likely = tuple(one + other for one, other in zip(last.kinds, likely, strict=True))
        runs.append(LabelledRun(start, end, label, score, likely))
    return runs


def best_run(scores: FloatArray) -> tuple[Run, float]:
    """Return the run with the greatest sum of scores, and the sum; the run is empty when none is positive."""
    if not len(scores):
        return (0, 0), 0.0
    sums = np.concatenate([[0.0], np.cumsum(scores, dtype=np.float64)])
    lowest = np.minimum.accumulate(sums)
    end = int(np.argmax(sums - lowest))
    start = int(np.argmin(sums[: end + 1]))
    return (start, end), float(sums[end] - sums[start])


def runs_with_gaps(scores: FloatArray, *, cost: float, most: int = 3) -> list[Run]:
    """Return up to `most` runs of high sum; a gap in a run, or a further run, must be worth `cost`."""
    (start, end), total = best_run(scores)
    if total <= 0:
        return []
    runs = _cut_gap(scores, start, end, cost)
    remaining = np.array(scores)
    remaining[start:end] = -np.inf
    while len(runs) < most:
        (start, end), total = _finite_best_run(remaining)
        if total <= cost:
            break
        runs.append((start, end))
        remaining[start:end] = -np.inf
    return sorted(runs)


def _cut_gap(scores: FloatArray, start: int, end: int, cost: float) -> list[Run]:
    (gap_start, gap_end), total = best_run(-scores[start:end])
    if total <= cost:
        return [(start, end)]
    return [(start, start + gap_start), (start + gap_end, end)]


def _finite_best_run(scores: FloatArray) -> tuple[Run, float]:
    """Like `best_run`, with pieces at minus infinity already taken."""
    return best_run(np.asarray(np.maximum(scores, -1e6), dtype=np.float32))

"""From scores over word pieces to runs of pieces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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


SURELY_OUTSIDE = 0.95
"""Probability of `O` from which a word parts the runs on its two sides: so each piece of work is small."""
_LEAST = 1e-6
"""Added to each probability, so that its logarithm is finite."""


def labelled_runs(probabilities: FloatArray, labels: Sequence[str], words: IntArray) -> list[LabelledRun]:
    """Read runs out of per-piece probabilities of the labels `O`, `B-x`, `I-x`, `B-y`, `I-y` and so on.

    The pieces of one word decide together; its first piece says whether it begins a run of its own. Of all
    ways to label the words between two that are surely outside, the likeliest is taken in which a run has
    one label from its beginning on.

    Reference: G. D. Forney, The Viterbi algorithm, Proceedings of the IEEE 61 (1973).
    """
    if not len(words):
        return []
    firsts, ends, kinds, begins = word_scores(probabilities, words)
    share = begins[:, None]
    steps = np.log(np.column_stack([kinds[:, :1], kinds[:, 1:] * share, kinds[:, 1:] * (1 - share)]) + _LEAST)
    runs: list[LabelledRun] = []
    for first, last in _stretches(kinds[:, 0] < SURELY_OUTSIDE):
        for start, end, kind in _runs_of(_best_path(steps[first:last]), kinds.shape[1] - 1, first):
            inside = kinds[start:end]
            runs.append(
                LabelledRun(
                    int(firsts[start]), int(ends[end - 1]), labels[2 * kind].removeprefix("I-"),
                    float(inside[:, kind].min()), tuple(inside[:, 1:].sum(axis=0).tolist()),
                )
            )  # fmt: skip
    return runs


def word_scores(
    probabilities: FloatArray, words: IntArray
) -> tuple[IntArray, IntArray, FloatArray, FloatArray]:
    """Return for each word its first piece, the one behind its last, and what its pieces say together.

    That is the probability of `O` and of each kind of label, and how likely its first piece begins a run
    rather than goes on with one.
    """
    firsts = np.concatenate([[0], np.flatnonzero(np.diff(words)) + 1])
    ends = np.append(firsts[1:], len(words))
    means = np.add.reduceat(probabilities, firsts, axis=0) / (ends - firsts)[:, None]
    kinds = np.column_stack([means[:, :1], means[:, 1::2] + means[:, 2::2]])
    begins, goes_on = (probabilities[firsts, at::2].sum(axis=1) for at in (1, 2))
    return firsts, ends, kinds, (begins + _LEAST) / (begins + goes_on + 2 * _LEAST)


def _stretches(inside: npt.NDArray[np.bool_]) -> list[Run]:
    """Return the longest runs of true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _best_path(steps: FloatArray) -> list[int]:
    """Return the best state of each word: 0 outside, then a beginning and then an inside of each kind."""
    kinds = (steps.shape[1] - 1) // 2
    score = steps[0].copy()
    score[kinds + 1 :] = -np.inf
    behind: list[IntArray] = []
    beginnings, insides = np.arange(1, kinds + 1), np.arange(kinds + 1, 2 * kinds + 1)
    for step in steps[1:]:
        before = int(score.argmax())
        has_begun = score[beginnings] >= score[insides]
        behind.append(np.concatenate([np.full(kinds + 1, before), np.where(has_begun, beginnings, insides)]))
        score = score[behind[-1]] + step
    path = [int(score.argmax())]
    for came_from in reversed(behind):
        path.append(int(came_from[path[-1]]))
    return path[::-1]


def _runs_of(path: Sequence[int], kinds: int, offset: int) -> list[tuple[int, int, int]]:
    """Return first word, end and kind of each run of a path; `offset` is the number of its first word."""
    runs: list[tuple[int, int, int]] = []
    for word, state in enumerate(path, offset):
        if state > kinds:
            start, _, kind = runs[-1]
            runs[-1] = (start, word + 1, kind)
        elif state:
            runs.append((word, word + 1, state))
    return runs


def best_run(scores: FloatArray) -> tuple[Run, float]:
    """Return the run with the greatest sum of scores, and the sum; the run is empty when none is positive."""
    if not len(scores):
        return (0, 0), 0.0
    starts, ends, totals = best_runs(scores[None])
    return (int(starts[0]), int(ends[0])), float(totals[0])


def best_runs(rows: npt.NDArray[np.floating[Any]]) -> tuple[IntArray, IntArray, npt.NDArray[np.float64]]:
    """Return starts, ends and sums of the best run of each row."""
    sums = np.zeros((len(rows), rows.shape[1] + 1))
    np.cumsum(rows, axis=1, dtype=np.float64, out=sums[:, 1:])
    lowest = np.minimum.accumulate(sums, axis=1)
    ends = (sums - lowest).argmax(axis=1)
    below = lowest[np.arange(len(rows)), ends]
    starts = (sums == below[:, None]).argmax(axis=1)
    return starts, ends, sums[np.arange(len(rows)), ends] - below


_TAKEN = -1e6
"""Score of a piece that no further run may have."""


def runs_with_gaps(scores: FloatArray, *, cost: float, most: int = 3) -> list[Run]:
    """Return up to `most` runs of high sum; a gap in a run, or a further run, must be worth `cost`."""
    return rows_with_gaps(scores[None], cost=cost, most=most)[0] if len(scores) else []


def rows_with_gaps(rows: FloatArray, *, cost: float, most: int = 3) -> list[list[Run]]:
    """Do what `runs_with_gaps` does for each row."""
    places = np.arange(rows.shape[1])[None]
    starts, ends, totals = best_runs(rows)
    inside = (places >= starts[:, None]) & (places < ends[:, None])
    gap_starts, gap_ends, gaps = best_runs(np.where(inside, -rows, _TAKEN))
    found: list[list[Run]] = []
    for row in range(len(rows)):
        whole = (int(starts[row]), int(ends[row]))
        gap = (int(gap_starts[row]), int(gap_ends[row]))
        parts = [(whole[0], gap[0]), (gap[1], whole[1])] if gaps[row] > cost else [whole]
        found.append(parts if totals[row] > 0 else [])
    return _with_further_runs(found, np.where(inside, _TAKEN, rows), cost, most)


def _with_further_runs(
    found: list[list[Run]], remaining: npt.NDArray[np.float64], cost: float, most: int
) -> list[list[Run]]:
    places = np.arange(remaining.shape[1])[None]
    for _ in range(most - 1):
        starts, ends, totals = best_runs(remaining)
        worth = totals > cost
        if not worth.any():
            break
        for row in np.flatnonzero(worth).tolist():
            if 0 < len(found[row]) < most:
                found[row].append((int(starts[row]), int(ends[row])))
        taken = (places >= starts[:, None]) & (places < ends[:, None])
        remaining = np.where(taken, _TAKEN, remaining)
    return [sorted(runs) for runs in found]

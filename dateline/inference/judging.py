"""Which extent of a content is right, and how likely an attribution is one: linear weights over what is seen.

The weights are learnt from decoded training articles (`training/judge_reader.py`), as the network itself sees
one piece at a time: it knows neither that contents end with their sentence nor what other cues claim.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.inference.decode import FloatArray, Run
from dateline.inference.pieces import INSIDE_QUOTES, STARTS_PARAGRAPH, IntArray

FLAT = npt.NDArray[np.float64]
STOPS = (999, 1012, 1029)
"""Pieces `!`, `.` and `?` in the vocabulary."""
QUOTES = (1000, 1005, 1520, 1521, 1523, 1524, 1525)
"""Pieces `"`, `'`, `‘`, `’`, `“`, `”` and `„`."""
COMMA, COLON, THAT = 1010, 1024, 2008
FAR_AWAY = -5.0
"""Log odds beyond the edges of a window."""
MOST_COUNTED = 4
"""Sentence ends beyond so many count no more."""
VISIBLE = 0.0001
"""Probabilities are kept this far from 0 and 1, so that their log odds are finite."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is printed at each piece of a window."""

    ends: npt.NDArray[np.bool_]
    """Full stops, question marks, exclamation marks and quotation marks."""
    opens: npt.NDArray[np.bool_]
    """What a content may follow: the same, commas, colons."""
    commas: npt.NDArray[np.bool_]
    paragraphs: npt.NDArray[np.bool_]
    quoted: npt.NDArray[np.float64]
    that: npt.NDArray[np.bool_]
    stops: npt.NDArray[np.bool_]
    """Ends of sentences outside of quotation marks."""

    @classmethod
    def of(cls, ids: IntArray, features: IntArray) -> "Marks":
        """Read the marks off the pieces."""
        ends = np.isin(ids, (*STOPS, *QUOTES))
        commas = ids == COMMA
        quoted = features & INSIDE_QUOTES == INSIDE_QUOTES
        return cls(
            ends,
            ends | commas | (ids == COLON),
            commas,
            features & STARTS_PARAGRAPH == STARTS_PARAGRAPH,
            quoted.astype(np.float64),
            ids == THAT,
            np.isin(ids, STOPS) & ~quoted,
        )


class Candidate(NamedTuple):
    """One cue with one extent of its content; `content` and `source` are log odds of each piece."""

    cue: Run
    likely: FloatArray
    content: FloatArray
    source: FloatArray
    contents: Sequence[Run]
    sources: Sequence[Run]
    shift: float


def describe(candidate: Candidate, marks: Marks) -> list[float]:
    """Return the numbers by which a candidate is judged: of its cue, content, edges, source and place."""
    return [
        *_of_cue(candidate),
        *_of_content(candidate),
        *_of_edges(candidate, marks),
        *_of_source(candidate),
        *_of_place(candidate),
        *_of_sentences(candidate, marks),
        candidate.shift,
        abs(candidate.shift),
    ]


def _of_cue(candidate: Candidate) -> tuple[float, ...]:
    start, end = candidate.cue
    return log_odds(float(candidate.likely.max())), log_odds(mean_of(candidate.likely)), end - start


def _of_content(candidate: Candidate) -> tuple[float, ...]:
    inside = np.concatenate([candidate.content[start:end] for start, end in candidate.contents])
    mean, length = mean_of(inside), len(inside)
    left = float(np.maximum(candidate.content, 0).sum() - np.maximum(inside, 0).sum())
    unsure = mean_of(np.abs(inside) < 1)
    return (
        mean, math.tanh(mean / 3), float(inside.min()), math.log1p(length), length <= 2,
        length <= 5, len(candidate.contents), unsure, math.log1p(max(left, 0.0)),
    )  # fmt: skip


def _of_edges(candidate: Candidate, marks: Marks) -> tuple[float, ...]:
    content, count = candidate.content, len(candidate.content)
    start, end = candidate.contents[0][0], candidate.contents[-1][1]
    closes = end == count or marks.ends[end - 1] or marks.ends[end] or marks.paragraphs[end]
    opens = start == 0 or marks.paragraphs[start] or marks.ends[start] or marks.opens[start - 1]
    return (
        float(content[start] + content[end - 1]) / 2,
        float(content[start - 1]) if start else FAR_AWAY,
        float(content[end]) if end < count else FAR_AWAY,
        bool(closes), end < count and bool(marks.commas[end]), bool(opens), bool(marks.that[start]),
        mean_of(np.concatenate([marks.quoted[a:b] for a, b in candidate.contents])),
    )  # fmt: skip


def _of_source(candidate: Candidate) -> tuple[float, ...]:
    best = max(float(candidate.source.max()), FAR_AWAY)
    if not candidate.sources:
        return 0.0, 0.0, 1.0, 0.0, best
    inside = candidate.source[candidate.sources[0][0] : candidate.sources[0][1]]
    mean = mean_of(inside)
    return mean, math.tanh(mean / 2), 0.0, math.log1p(len(inside)), best


def _of_place(candidate: Candidate) -> tuple[float, ...]:
    start, end = candidate.cue
    gap = min(a - end if a >= end else max(start - b, 0) for a, b in candidate.contents)
    return math.log1p(gap), candidate.contents[0][0] < start, candidate.contents[-1][0] >= end


def _of_sentences(candidate: Candidate, marks: Marks) -> tuple[float, ...]:
    """Return how many sentences and paragraphs end inside the content, and between it and its cue."""
    stops = sum(int(marks.stops[start : end - 1].sum()) for start, end in candidate.contents)
    breaks = sum(int(marks.paragraphs[start + 1 : end].sum()) for start, end in candidate.contents)
    start, end = candidate.cue
    before, after = candidate.contents[0][1], candidate.contents[-1][0]
    between = marks.stops[end:after].sum() if after >= end else marks.stops[before:start].sum()
    return min(stops, MOST_COUNTED), min(breaks, MOST_COUNTED), min(int(between), MOST_COUNTED), stops > 0


def mean_of(numbers: npt.NDArray[np.generic]) -> float:
    """Return the mean, in a third of the time that `mean` takes for the few numbers of a run."""
    return float(np.add.reduce(numbers)) / len(numbers)


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, which is kept off 0 and 1."""
    kept = min(max(probability, VISIBLE), 1 - VISIBLE)
    return math.log(kept / (1 - kept))


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear judge: the log odds that what is described is right."""

    weights: FLAT
    bias: float

    def judge(self, described: Sequence[Sequence[float]]) -> FLAT:
        """Return a probability for each row."""
        odds = np.asarray(described, dtype=np.float64) @ self.weights + self.bias
        return np.asarray(1 / (1 + np.exp(-odds)))


@dataclass(frozen=True, slots=True)
class Judges:
    """Who chooses the extent of each content, and who says how likely each merged attribution is one."""

    extent: Weights
    whole: Weights
